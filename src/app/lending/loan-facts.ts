import type { LocalDate } from '#domain/kernel/dates.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { ReversalReason } from '#domain/corrections/reversal.ts'
import { finesOf } from '#domain/loans/fine-limits.ts'
import { standingOn } from '#domain/loans/fold.ts'
import type { EarlyMoney, Recovery, Sender } from '#domain/loans/loan.ts'
import type { Security } from '#domain/loans/request/request-state.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import type { Body } from '#domain/village.ts'
import type { FundBook } from '#domain/health/book.ts'
import { opened } from '#src/app/rows.ts'

/** One thing that happened to a loan, and the entry that says so. Sums in smallest units. */
export type LoanFact = {
  readonly on: LocalDate
  /** The entry's place in the journal. */
  readonly seq: number | undefined
  /** The entry, where one of its own says so and it can be taken back. */
  readonly entryId: string | undefined
  readonly principal: number
  readonly interest: number
  readonly excess: number
} & (
  | {
      readonly kind: 'paid-out' | 'taken-over' | 'part-paid-out' | 'written-off' | 'recovered'
      readonly witnesses: readonly string[]
    }
  | {
      readonly kind: 'repaid'
      readonly differsFromRule: boolean
      readonly early: EarlyMoney | undefined
      readonly isExcessSaved: boolean
      readonly sender: Sender | undefined
    }
  | { readonly kind: 'relief'; readonly from: LocalDate; readonly to: LocalDate }
  | {
      readonly kind: 'rescheduled'
      readonly instalments: number
      readonly firstDueOn: LocalDate
    }
  | { readonly kind: 'fined'; readonly dueOn: LocalDate }
  | { readonly kind: 'converted'; readonly rateMonthlyPercent: string }
  | {
      readonly kind: 'given-back'
      readonly security: Security
      readonly witnesses: readonly string[]
    }
  | { readonly kind: 'taken-back'; readonly line: number; readonly reason: ReversalReason }
)

/** Entries about a loan, by their ids. */
type LoanEntries = ReadonlyMap<string, { readonly seq: number; readonly body: Body }>

const none = { principal: 0, interest: 0, excess: 0 }

type Found = {
  readonly entries: LoanEntries
  readonly origin: JournalRow | undefined
  readonly reversals: readonly JournalRow[]
}

const witnessesIn = (body: Body | undefined): readonly string[] =>
  body && 'proof' in body ? (body.proof?.witnesses ?? []) : []

const money =
  ({ entries }: Found, kind: 'part-paid-out' | 'written-off' | 'recovered') =>
  ({ id, on, amount }: Recovery): LoanFact => ({
    ...none,
    kind,
    on,
    entryId: id,
    seq: entries.get(id)?.seq,
    principal: amount,
    witnesses: witnessesIn(entries.get(id)?.body),
  })

const repaid = ({ loan, splits }: LoanStanding, { entries }: Found): LoanFact[] =>
  splits.map(({ id, on, principal, interest, excess, ruled }) => {
    const { early, excessTo } = loan.repayments.find((one) => one.id === id) ?? {}
    const entry = entries.get(id)
    return {
      kind: 'repaid',
      on,
      entryId: id,
      seq: entry?.seq,
      principal,
      interest,
      excess,
      differsFromRule: ruled.interest !== interest || ruled.principal !== principal,
      early,
      isExcessSaved: excessTo === 'savings',
      sender: entry && 'sender' in entry.body ? entry.body.sender : undefined,
    }
  })

const begun = ({ loan: { origin, terms } }: LoanStanding, found: Found): LoanFact => ({
  ...none,
  kind: origin.kind,
  on: origin.on,
  entryId: found.origin?.id,
  seq: found.origin?.seq,
  principal: origin.kind === 'taken-over' ? origin.owed : (origin.amount ?? terms.principal),
  witnesses: found.origin ? witnessesIn(opened(found.origin).body) : [],
})

/** Everything that happened to a loan, the oldest first. */
export const factsOf = (book: FundBook, standing: LoanStanding, found: Found): LoanFact[] => {
  const { loan, writeOffs } = standing
  const { entries } = found
  // Relief is flagged until votes are built, and the flag knows its entry.
  const reliefSeq = (eventId: string) =>
    book.flags.find(({ subject }) => subject === `event:${eventId}`)?.seq
  const own = (id: string) => ({ ...none, entryId: id, seq: entries.get(id)?.seq })
  const facts: LoanFact[] = [
    begun(standing, found),
    ...(loan.draws ?? []).map(money(found, 'part-paid-out')),
    ...loan.deferrals.map(({ eventId, declaredOn, from, to }): LoanFact => {
      const seq = reliefSeq(eventId)
      return { ...none, kind: 'relief', on: declaredOn, entryId: undefined, seq, from, to }
    }),
    ...(loan.planChanges ?? []).map(({ id, on, instalments, firstDueOn }): LoanFact => ({
      ...own(id),
      kind: 'rescheduled',
      on,
      instalments,
      firstDueOn,
    })),
    ...(loan.conversions ?? []).map(({ id, on, rateMonthlyPercent }): LoanFact => ({
      ...own(id),
      kind: 'converted',
      on,
      rateMonthlyPercent,
    })),
    ...(loan.returns ?? []).map(({ id, on, security }): LoanFact => ({
      ...own(id),
      kind: 'given-back',
      on,
      security,
      witnesses: witnessesIn(entries.get(id)?.body),
    })),
    ...repaid(standing, found),
    ...finesOf(loan).map(({ id, on, amount, dueOn }): LoanFact => ({
      ...own(id),
      kind: 'fined',
      on,
      principal: amount,
      dueOn,
    })),
    ...writeOffs.map(money(found, 'written-off')),
    ...(loan.recoveries ?? []).map(money(found, 'recovered')),
    ...found.reversals.flatMap((row) => takenBack(row, found)),
  ]
  return facts.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

const takenBack = (row: JournalRow, { entries }: Found): LoanFact[] => {
  const { body } = opened(row)
  if (body.type !== 'EntryReversed') return []
  const { seq, effectiveOn: on } = row
  const line = entries.get(body.reverses)?.seq ?? 0
  return [{ ...none, kind: 'taken-back', on, entryId: undefined, seq, line, reason: body.reason }]
}

/** The entries that speak of a loan: how it began, what followed, and what was taken back of it. */
export const entriesOf = async (
  store: FundViews & Journal,
  fundId: string,
  { loan }: LoanStanding,
): Promise<Found> => {
  const account = await store.postings(fundId, { accounts: [`asset:loan:${loan.loanId}`] })
  const seqs = (isWanted: RegExp): number[] => [
    ...new Set(account.filter(({ entryType }) => isWanted.test(entryType)).map(({ seq }) => seq)),
  ]
  const rowAt = async (seq: number) => (await store.read(fundId, seq - 1, 1))[0]
  const [begins] = seqs(/^Loan(PaidOut|TakenOver)$/)
  const reversals = (await Promise.all(seqs(/^EntryReversed$/).map(rowAt))).filter(
    (row) => row !== undefined,
  )
  const ids = [
    ...standingOn(loan),
    ...reversals.flatMap((row) => {
      const { body } = opened(row)
      return body.type === 'EntryReversed' ? [body.reverses] : []
    }),
  ]
  const rows = await store.find(fundId, [...new Set(ids)])
  return {
    entries: new Map(rows.map((row) => [row.id, { seq: row.seq, body: opened(row).body }])),
    origin: begins === undefined ? undefined : await rowAt(begins),
    reversals,
  }
}
