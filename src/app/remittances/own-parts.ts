import type { HeldElsewhere } from '#domain/fund/bank.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal } from '#domain/ports.ts'
import type { SplitUse } from '#domain/remittances/split.ts'
import { opened } from '#src/app/rows.ts'

/** A part that arrived and stands in the book, as its entry says it. */
export type BookedPart = {
  readonly entryId: string
  readonly on: LocalDate
  readonly use: SplitUse
  readonly place: HeldElsewhere
  readonly amount: number
  readonly memberId: string
}

const partIn = (book: Pick<FundBook, 'loans'>, row: JournalRow): BookedPart | undefined => {
  const { id: entryId, effectiveOn: on, body } = opened(row)
  if (body.type === 'RemittanceReceived') {
    const { use, place, amount, memberId } = body
    return { entryId, on, use, place, amount, memberId }
  }
  if (body.type === 'SavingsDeposited' && body.place !== undefined)
    return {
      entryId,
      on,
      use: 'savings',
      place: body.place,
      amount: body.amount,
      memberId: body.memberId,
    }
  if (body.type !== 'RepaymentRecorded' || body.place === undefined) return undefined
  const loan = book.loans.find(({ loanId }) => loanId === body.loanId)
  return (
    loan && {
      entryId,
      on,
      use: 'loan',
      place: body.place,
      amount: body.amount,
      memberId: loan.memberId,
    }
  )
}

/** The parts that some entries are; what was taken back is none. */
export const partsIn = async (
  store: Pick<Journal, 'find'>,
  fundId: string,
  {
    book,
    entryIds,
  }: { readonly book: Pick<FundBook, 'loans'>; readonly entryIds: readonly string[] },
): Promise<readonly BookedPart[]> => {
  const rows = await store.find(fundId, entryIds)
  return rows.flatMap((row) => {
    const part = partIn(book, row)
    return part ? [part] : []
  })
}

/** What arrived for a member alone, the newest first: nothing of the parts of others, nor what they came to together. */
export const ownPartsOf = async (
  store: Pick<Journal, 'find'>,
  fundId: string,
  {
    book,
    memberId,
  }: { readonly book: Pick<FundBook, 'loans' | 'bankLines'>; readonly memberId: string },
): Promise<readonly BookedPart[]> => {
  const entryIds = book.bankLines
    .filter(({ isTakenBack, amount }) => !isTakenBack && amount > 0)
    .flatMap(({ entries }) => entries.map(({ entryId }) => entryId))
  const parts = await partsIn(store, fundId, { book, entryIds })
  return parts
    .filter((part) => part.memberId === memberId)
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}
