import type { LocalDate } from '#domain/kernel/dates.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { paidOutOn } from '#domain/loans/loan.ts'
import { calendarOf, periodAt } from '#domain/loans/loan-calendar.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import { type FundBook, standingsOn } from '#domain/health/book.ts'

export type InstalmentState = 'paid' | 'paidLate' | 'dueLate' | 'dueAhead' | 'deferred' | 'off'

export type Instalment = {
  readonly on: LocalDate
  readonly principal: number
  readonly state: InstalmentState
  /** When all principal due up to and with it had been paid. */
  readonly paidOn: LocalDate | undefined
}

/** One thing that happened to a loan, and the entry that says so. */
export type LoanFact = {
  readonly on: LocalDate
  /** The entry's place in the journal. */
  readonly seq: number | undefined
  readonly principal: number
  readonly interest: number
  readonly excess: number
} & (
  | { readonly kind: 'paid-out' | 'taken-over' | 'written-off' }
  | { readonly kind: 'repaid'; readonly differsFromRule: boolean }
  | { readonly kind: 'relief'; readonly from: LocalDate; readonly to: LocalDate }
)

export type LoanView = {
  readonly asOf: LocalDate
  readonly card: string
  readonly paidOutOn: LocalDate
  readonly standing: LoanStanding
  readonly instalments: readonly Instalment[]
  readonly facts: readonly LoanFact[]
}

const stateOf = (
  { on, paidOn }: Pick<Instalment, 'on' | 'paidOn'>,
  { asOf, isWrittenOff }: { readonly asOf: LocalDate; readonly isWrittenOff: boolean },
): InstalmentState => {
  if (paidOn !== undefined) return paidOn <= on ? 'paid' : 'paidLate'
  if (isWrittenOff) return 'off'
  return on < asOf ? 'dueLate' : 'dueAhead'
}

/** Instalments with the day on which each was paid in full, and the month ends that relief put off. */
const instalmentsOf = (
  { loan, dues, splits, status }: LoanStanding,
  asOf: LocalDate,
): Instalment[] => {
  let soFar = 0
  const fallDue = dues.map(({ on, principal }): Instalment => {
    soFar += principal
    let paid = 0
    const paidOn = splits.find((split) => (paid += split.principal) >= soFar)?.on
    const isWrittenOff = status === 'written-off'
    return { on, principal, paidOn, state: stateOf({ on, paidOn }, { asOf, isWrittenOff }) }
  })
  const last = dues.at(-1)?.on ?? ''
  const putOff: Instalment[] = []
  const calendar = calendarOf(loan)
  for (let k = 0; periodAt(calendar, k).on < last; k += 1) {
    const { on, isDeferred } = periodAt(calendar, k)
    if (isDeferred) putOff.push({ on, principal: 0, state: 'deferred', paidOn: undefined })
  }
  return [...fallDue, ...putOff].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

type SeqOf = (entryId: string) => number | undefined

const factsOf = (
  book: FundBook,
  { loan, splits, writeOffs }: LoanStanding,
  { seqOf, originSeq }: { readonly seqOf: SeqOf; readonly originSeq: number | undefined },
): LoanFact[] => {
  const none = { principal: 0, interest: 0, excess: 0 }
  const { origin, terms } = loan
  // Relief is flagged until votes are built, and the flag knows its entry.
  const reliefSeq = (eventId: string) =>
    book.flags.find(({ subject }) => subject === `event:${eventId}`)?.seq
  const facts: LoanFact[] = [
    {
      ...none,
      kind: origin.kind,
      on: origin.on,
      seq: originSeq,
      principal: origin.kind === 'taken-over' ? origin.owed : terms.principal,
    },
    ...loan.deferrals.map(({ eventId, declaredOn, from, to }): LoanFact => ({
      ...none,
      kind: 'relief',
      on: declaredOn,
      seq: reliefSeq(eventId),
      from,
      to,
    })),
    ...splits.map(({ id, on, principal, interest, excess, ruled }): LoanFact => ({
      kind: 'repaid',
      on,
      seq: seqOf(id),
      principal,
      interest,
      excess,
      differsFromRule: ruled.interest !== interest || ruled.principal !== principal,
    })),
    ...writeOffs.map(({ id, on, amount }): LoanFact => ({
      ...none,
      kind: 'written-off',
      on,
      seq: seqOf(id),
      principal: amount,
    })),
  ]
  return facts.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

/** A loan with its schedule and everything that happened to it; undefined before it was in these books. */
export const loanViewOf = async (
  store: FundViews & Journal,
  fundId: string,
  {
    book,
    loanId,
    asOf,
  }: { readonly book: FundBook; readonly loanId: string; readonly asOf: LocalDate },
): Promise<LoanView | undefined> => {
  const standing = standingsOn(book, asOf).find(({ loan }) => loan.loanId === loanId)
  if (!standing) return undefined
  const { loan } = standing
  const ids = [...loan.repayments, ...loan.writeOffs].map(({ id }) => id)
  const rows = await store.find(fundId, ids)
  const begun = await store.postings(fundId, { accounts: [`asset:loan:${loanId}`] })
  const seqs = new Map(rows.map(({ id, seq }) => [id, seq]))
  return {
    asOf,
    card: book.members.find(({ memberId }) => memberId === loan.memberId)?.card ?? '?',
    paidOutOn: paidOutOn(loan),
    standing,
    instalments: instalmentsOf(standing, asOf),
    facts: factsOf(book, standing, {
      seqOf: (id) => seqs.get(id),
      originSeq: begun.find(({ entryType }) => /^Loan(PaidOut|TakenOver)$/.test(entryType))?.seq,
    }),
  }
}
