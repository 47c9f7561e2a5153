import { expect, test } from 'vitest'
import type { Body } from '#domain/village.ts'
import { linesOf } from '#src/desk/entries/entry-lines.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'

const { book } = await bookFrom(paperBookFolder)
const [one, other] = book.members
const saidOf = (body: Body) => {
  const entry = { id: 'e', seq: 7, effectiveOn: '2025-12-31', recordedAt: '', hash: '', body }
  const telling = { language: 'en', book, today: '2025-12-31', isOwn: false } as const
  return linesOf(telling, entry as Parameters<typeof linesOf>[1]).map(([label, said]) => [
    label,
    said,
  ])
}

test('who now lives together is told so, and of any other change whom it concerns', () => {
  const memberIds = [one!.memberId, other!.memberId]
  const changed = (change: 'formed' | 'joined') =>
    saidOf({ type: 'HouseholdRecorded', householdId: 'h', change, memberIds } as unknown as Body)
  const labels = (change: 'formed' | 'joined') => changed(change).map(([label]) => label)
  expect(labels('formed')).toContain('These live together')
  expect(labels('joined')).toContain('Of these cards')
})

test('what an officer found of a household’s burden stands on the receipt', () => {
  const appraised = { type: 'LoanAppraised', loanId: 'l', finding: 'sound' } as const
  const of = (burden?: 'to-40') =>
    saidOf({ ...appraised, ...(burden && { burden }) } as Body).map(([, said]) => said)
  expect(of('to-40')).toContain('More than a third, up to 40 of 100')
  expect(of()).not.toContain('More than a third, up to 40 of 100')
})
