import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, isAmount } from '#domain/kernel/money.ts'
import { type Living, diedOn } from '#domain/fund/life.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type Posting, transfer } from '#domain/ledger/posting.ts'

export const heirKinds = ['nominee', 'heirs'] as const
type HeirKind = (typeof heirKinds)[number]

type HeirFlag = 'not-two-witnesses' | 'more-than-saved' | 'member-not-dead'

/** Savings of somebody who died, in the hands of who was named for them, or of the heirs. */
export type SavingsPaidToHeirs = {
  readonly type: 'SavingsPaidToHeirs'
  readonly v: 1
  readonly memberId: string
  readonly amount: number
  readonly to: HeirKind
  /** Members who saw it, each by id; never those who got it. */
  readonly witnesses: readonly string[]
  readonly flags: readonly HeirFlag[]
  readonly postings: readonly Posting[]
}
export type RecordHeirsPayment = Envelope & {
  readonly type: 'RecordHeirsPayment'
  readonly memberId: string
  readonly amount: number
  readonly to: HeirKind
  readonly witnesses: readonly string[]
}

const witnessesMin = 2
const witnessesMax = 5

type Around = {
  readonly members: ReadonlyMap<string, Living>
  readonly saved: number
  readonly currency: Currency
}

const isDeadOn = (member: Living | undefined, on: LocalDate): boolean => {
  const died = member && diedOn(member)
  return died !== undefined && died <= on
}

/** The money is out of the box: what should have been otherwise is a flag. */
export const recordHeirsPayment = (
  { members, saved, currency }: Around,
  command: RecordHeirsPayment,
): Decision<SavingsPaidToHeirs, never> => {
  const { memberId, amount, to, witnesses, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (!heirKinds.includes(to)) return invalid('word-unknown', '/to')
  const areOthers = new Set(witnesses).add(memberId).size === witnesses.length + 1
  const isKnown = witnesses.length <= witnessesMax && witnesses.every((id) => members.has(id))
  if (!areOthers || !isKnown) return invalid('proof-cannot-hold', '/witnesses')
  return recorded({
    type: 'SavingsPaidToHeirs',
    v: 1,
    memberId,
    amount,
    to,
    witnesses,
    flags: [
      ...(witnesses.length < witnessesMin ? (['not-two-witnesses'] as const) : []),
      ...(amount > saved ? (['more-than-saved'] as const) : []),
      ...(isDeadOn(members.get(memberId), on) ? [] : (['member-not-dead'] as const)),
    ],
    postings: transfer({
      from: 'asset:cash-box',
      to: `liability:savings:${memberId}`,
      amount,
      currency,
      on,
    }),
  })
}
