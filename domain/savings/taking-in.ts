import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId, WrittenDown } from '#domain/ledger/entry.ts'
import type { BodyOf } from '#domain/operations/operation.ts'
import type { SavingsBooks } from '#domain/savings/books.ts'
import type { SavingsBody } from '#domain/savings/operations.ts'
import type { shareOut } from '#domain/savings/operations/share-out.ts'
import { takeInPrivate } from '#domain/savings/private.ts'
import { takeInRequest, takeInCancelled } from '#domain/savings/queue.ts'

type Sealed = { readonly id: EntryId; readonly on: LocalDate; readonly written: WrittenDown }

const takeInShareOut = (
  { shareOuts, withdrawals }: SavingsBooks,
  body: BodyOf<typeof shareOut>,
  { id, on, written }: Sealed,
): void => {
  const { type: _, v: __, flags: ___, postings: ____, ballot: _____, ...plan } = body
  shareOuts.set(id, { ...plan, entryId: id, on })
  const day = body.expectedOn === undefined ? {} : { expectedOn: body.expectedOn }
  const reason = body.why === undefined ? {} : { why: body.why }
  for (const { memberId, payNow, queued } of body.rows) {
    const more = queued > 0 ? { ...day, ...reason } : {}
    const amount = payNow + queued
    const asked = {
      requestId: id,
      memberId,
      amount,
      askedOn: on,
      payNow,
      queued,
      ...more,
      ...written,
    }
    if (amount > 0) takeInRequest(withdrawals, asked)
  }
}

/** Takes in what an entry says of savings beside the money that it moved, in place. */
export const takeInSavings = (books: SavingsBooks, body: SavingsBody, sealed: Sealed): void => {
  const { id, on, written } = sealed
  switch (body.type) {
    case 'WithdrawalRequested': {
      const { memberId, amount, payNow, queued, expectedOn, why } = body
      const more = { ...(expectedOn ? { expectedOn } : {}), ...(why ? { why } : {}) }
      const asked = { requestId: id, memberId, amount, askedOn: on, payNow, queued, ...more }
      return takeInRequest(books.withdrawals, { ...asked, ...written })
    }
    case 'WithdrawalCancelled':
      return takeInCancelled(books.withdrawals, body, on)
    case 'PrivateSavingsMoved':
      return takeInPrivate(books.privates, body, sealed)
    case 'SharedOut':
      return takeInShareOut(books, body, sealed)
    case 'InterestOnSavingsPaid':
      return void books.interests.set(id, { entryId: id, from: body.from, to: body.to })
    default:
  }
}
