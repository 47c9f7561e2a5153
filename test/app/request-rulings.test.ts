import { expect, test } from 'vitest'
import { rulingsOnTerms, rulingsOnRequest } from '#src/app/lending/request-rulings.ts'
import {
  appraised,
  committeeStory,
  decided,
  requested,
  turnedDown,
} from '#test/support/committee.ts'
import { about } from '#test/support/committee.ts'
import { type StoryCommand, fundBookOf, paid, paidOut, relieved } from '#test/support/village.ts'

const bookWith = (...told: readonly StoryCommand[]) => fundBookOf(committeeStory(told))
const asked = {
  loanId: 'l9',
  memberId: 'm1',
  product: 'normal',
  principal: 500_000,
  months: 10,
  purpose: 'farm',
} as const
const codes = (
  book: ReturnType<typeof bookWith>,
  { on = '2025-03-01', isMeasured = true, ...more }: Record<string, unknown> = {},
) =>
  rulingsOnTerms(book, { ...asked, ...more } as never, { on, isMeasured } as never).map(
    ({ code }) => code,
  )

const lent = paidOut({ on: '2025-01-20', principal: 300_000, months: 10 })

test('somebody with nothing else to pay may ask for it', () => {
  expect(codes(bookWith())).toEqual([])
})

test('a second loan of the same sort is told, whether it is owed or only asked for', () => {
  const second = codes(bookWith(lent))
  expect(second).toHaveLength(1)
  expect(codes(bookWith(requested({ loanId: 'l1' })))).toEqual(second)
  expect(codes(bookWith(requested({ loanId: 'l1' }), appraised()))).toEqual(second)
  expect(codes(bookWith(requested({ loanId: 'l1' }), appraised(), decided()))).toEqual(second)
  // The request itself is none beside it, nor is another's, nor one of another sort.
  expect(codes(bookWith(requested({ loanId: 'l9' })))).toEqual([])
  expect(codes(bookWith(requested({ loanId: 'l1', memberId: 'm2' })))).toEqual([])
  const emergency = { product: 'emergency', principal: 100_000, months: 3 } as const
  expect(codes(bookWith(requested({ loanId: 'l1', ...emergency })))).toEqual([])
  expect(codes(bookWith(requested({ loanId: 'l1', ...emergency })), emergency)).toEqual(second)
  expect(codes(bookWith(requested({ loanId: 'l1' })), emergency)).toEqual([])
})

test('what came to nothing, or is paid back, is no second loan', () => {
  const withdrawn = about('WithdrawRequest', '2025-01-07')
  expect(codes(bookWith(requested(), withdrawn))).toEqual([])
  expect(codes(bookWith(requested(), appraised(), turnedDown()))).toEqual([])
  expect(codes(bookWith(lent, paid('2025-02-20', [4_500, 300_000])))).toEqual([])
  // An appeal is asked for again.
  const appealed = [turnedDown(), about('AppealDecision', '2025-01-25')]
  expect(codes(bookWith(requested(), appraised(), ...appealed))).toHaveLength(1)
})

test('three times the savings are the limit, and where they are not to be measured only the fund’s is', () => {
  const of = (principal: number, isMeasured: boolean) =>
    codes(bookWith(), { principal, isMeasured, memberId: 'm1', months: 24 })
  expect(of(1_500_000, true)).toEqual([])
  expect(of(1_500_100, true)).toEqual(['above-ceiling'])
  expect(of(1_500_100, false)).toEqual(['above-ceiling'])
  const poor = bookWith({
    type: 'RecordWithdrawal',
    effectiveOn: '2025-02-01',
    memberId: 'm1',
    amount: 400_000,
  })
  expect(codes(poor, { principal: 300_000 })).toEqual([])
  expect(codes(poor, { principal: 300_100 })).toEqual(['above-ceiling'])
  expect(codes(poor, { principal: 300_100, isMeasured: false })).toEqual([])
})

test('while a loan is put off nothing is lent beside it', () => {
  const book = bookWith(lent, relieved('2025-02-01', { from: '2025-02-01', to: '2025-04-30' }))
  expect(codes(book).length).toBeGreaterThan(codes(bookWith(lent)).length)
})

test('the vote is told of a request what its appraisal found', () => {
  const book = bookWith(lent, requested({ loanId: 'l9' }), appraised({ loanId: 'l9' }))
  const request = book.requests.find(({ loanId }) => loanId === 'l9')!
  const told = (burden: string, of = book) =>
    rulingsOnRequest(
      of,
      { ...request, appraisal: { ...request.appraisal!, burden } } as never,
      '2025-03-01',
    ).map(({ code }) => code)
  const second = told('up-to-33')
  expect(second).toHaveLength(1)
  expect(told('up-to-33', { ...book, loans: [] })).toEqual([])
  expect(told('above-50')).toHaveLength(2)
})

test('a second request is told also where somebody else has a loan', () => {
  const ofAnother = paidOut({ on: '2025-01-20', principal: 300_000, months: 10, memberId: 'm2' })
  const asks = requested({ loanId: 'l2' })
  expect(codes(bookWith(ofAnother, asks))).toEqual(codes(bookWith(asks)))
  expect(codes(bookWith(ofAnother, asks))).toHaveLength(1)
})
