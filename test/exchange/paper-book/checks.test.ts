import { expect, test } from 'vitest'
import { type SmallBook, smallBook, wrongIn } from '#test/support/small-book.ts'

const carried = (disbursed: string): SmallBook => ({
  loans: [{ disbursed, opening_balance: 80_000 }],
  opening: { loans: 80_000, reserve: 80_000 },
})
const given = (disbursed: string): SmallBook => ({ loans: [{ disbursed }] })
const older = (cells: Readonly<Record<string, string | number>>): SmallBook => ({
  loans: [{ disbursed: '2024-12-20', opening_balance: 0, ...cells }],
})
const newLoan = (cells: Readonly<Record<string, string | number>>): SmallBook => ({
  loans: [cells],
})
const onSheet = (cells: Readonly<Record<string, string | number>>): SmallBook => ({
  loans: [{}],
  meeting_sheet: [cells],
})
const inRelief = (...relief: readonly Readonly<Record<string, string>>[]): SmallBook => ({
  loans: [{}, { loan: 'L2' }],
  relief,
})

const sound: readonly (readonly [string, SmallBook])[] = [
  ['a book of two households and a meeting', {}],
  ['a loan of the eve that is carried over', carried('2024-12-31')],
  [
    'savings and loans that add up to what the fund opens with',
    {
      members: [
        { card: 'M1', opening_savings: 1 },
        { card: 'M2', opening_savings: 2 },
      ],
      loans: [4, 5].map((balance, i) => ({
        loan: `L${i}`,
        disbursed: '2024-12-20',
        opening_balance: balance,
      })),
      opening: { savings: 3, loans: 9, reserve: 6 },
    },
  ],
  ['a loan paid out on the first day', given('2025-01-01')],
  ['a loan of one month', newLoan({ months: 1 })],
  ['a loan of ten years', newLoan({ months: 120 })],
  ['a loan of one riel', newLoan({ principal: 1 })],
  ['a loan that is carried over and owes nothing more', older({})],
  ['interest paid before on a loan that is carried over', older({ interest_before: 1 })],
  ['no interest before on a loan of this book', newLoan({ interest_before: 0 })],
  ['a method with its rate', newLoan({ method: 'flat', rate_monthly_percent: '2.5' })],
  ['a sheet of the first day', onSheet({ meeting_date: '2025-01-01' })],
  ['one share and its value', onSheet({ shares: 1, savings_in: 5000 })],
  ['a repayment of principal alone', onSheet({ loan: 'L1', principal_paid: 1 })],
  ['a repayment of interest alone', onSheet({ loan: 'L1', interest_paid: 1 })],
  ['a loan that nothing was paid on', onSheet({ loan: 'L1' })],
  ['a meeting of the first day', { cash_book: [{ meeting_date: '2025-01-01' }] }],
  ['a grant of the first day', { grants: [{ date: '2025-01-01' }] }],
  ['a grant of one riel', { grants: [{ amount: 1 }] }],
  ['a grant to a card of the book', { grants: [{ payee: 'M2' }] }],
  ['a grant to a code that is like no card', { grants: [{ payee: 'P9' }] }],
  ['a write-off of the first day', { loans: [{}], write_offs: [{ date: '2025-01-01' }] }],
  ['relief of one month', inRelief({ first_month: '2025-03', last_month: '2025-03' })],
  ['one event that touches two loans', inRelief({}, { loan: 'L2' })],
  [
    'a loan that two events touch',
    inRelief({}, { event: 'E2', kind: 'drought', declared: '2025-06-01' }),
  ],
]

test.each(sound)('%s is sound', async (_, book) => {
  expect(await wrongIn(smallBook(book))).toEqual([])
})

const loan = (field: string, code: string): string => `loans.csv 2 ${field} ${code}`
const sheet = (field: string, code: string): string => `meeting_sheet.csv 2 ${field} ${code}`

const wrong: readonly (readonly [string, SmallBook, string])[] = [
  [
    'a loan of the first day that is carried over',
    carried('2025-01-01'),
    loan('disbursed', 'carried-over-after-opening'),
  ],
  [
    'a loan of the eve without a balance',
    given('2024-12-31'),
    loan('opening_balance', 'paid-out-before-opening'),
  ],
  ['a loan of no month', newLoan({ months: 0 }), loan('months', 'months-out-of-range')],
  ['a loan of 121 months', newLoan({ months: 121 }), loan('months', 'months-out-of-range')],
  ['a loan of nothing', newLoan({ principal: 0 }), loan('principal', 'principal-is-nought')],
  [
    'one riel of interest before on a loan of this book',
    newLoan({ interest_before: 1 }),
    loan('interest_before', 'interest-before-not-carried-over'),
  ],
  [
    'a method without its rate',
    newLoan({ method: 'flat' }),
    loan('rate_monthly_percent', 'rate-missing'),
  ],
  [
    'a rate without its method',
    newLoan({ rate_monthly_percent: '2.5' }),
    loan('method', 'method-missing'),
  ],
  [
    'a sheet of the eve',
    onSheet({ meeting_date: '2024-12-31' }),
    sheet('meeting_date', 'before-opening'),
  ],
  [
    'one share and less than its value',
    onSheet({ shares: 1, savings_in: 4999 }),
    sheet('savings_in', 'savings-not-shares-times-value'),
  ],
  [
    'savings without a share',
    onSheet({ savings_in: 1 }),
    sheet('savings_in', 'savings-not-shares-times-value'),
  ],
  ['a card that nobody has', onSheet({ card: 'M3' }), sheet('card', 'member-unknown')],
  ['a loan that is not there', onSheet({ loan: 'L3' }), sheet('loan', 'loan-unknown')],
  ['principal for no loan', onSheet({ principal_paid: 1 }), sheet('loan', 'loan-without-number')],
  ['interest for no loan', onSheet({ interest_paid: 1 }), sheet('loan', 'loan-without-number')],
  [
    'a meeting of the eve',
    { cash_book: [{ meeting_date: '2024-12-31' }, {}], fund: { opened_on: '2025-01-01' } },
    'cash_book.csv 2 meeting_date before-opening',
  ],
  ['a grant of the eve', { grants: [{ date: '2024-12-31' }] }, 'grants.csv 2 date before-opening'],
  ['a grant of nothing', { grants: [{ amount: 0 }] }, 'grants.csv 2 amount amount-is-nought'],
  [
    'a grant to a card that nobody has',
    { grants: [{ payee: 'M3' }] },
    'grants.csv 2 payee member-unknown',
  ],
  [
    'a write-off of the eve',
    { loans: [{}], write_offs: [{ date: '2024-12-31' }] },
    'write_offs.csv 2 date before-opening',
  ],
  [
    'a write-off of a loan that is not there',
    { write_offs: [{ loan: 'L3' }] },
    'write_offs.csv 2 loan loan-unknown',
  ],
  [
    'two loans of one number',
    { loans: [{}, { loan: 'L2' }, {}] },
    'loans.csv 4 loan loan-number-twice',
  ],
  [
    'a meeting on two lines of the cash book',
    { cash_book: [{}, { meeting_date: '2025-02-20' }, {}] },
    'cash_book.csv 4 meeting_date meeting-twice',
  ],
  [
    'a write-off of nothing',
    { loans: [{}], write_offs: [{ amount: 0 }] },
    'write_offs.csv 2 amount amount-is-nought',
  ],
  [
    'relief that ends a month before it begins',
    inRelief({ first_month: '2025-03', last_month: '2025-02' }),
    'relief.csv 2 last_month window-cannot-hold',
  ],
  [
    'an event of two kinds',
    inRelief({}, { loan: 'L2', kind: 'storm' }),
    'relief.csv 3 event event-differs',
  ],
  [
    'an event that was declared on two days',
    inRelief({}, { loan: 'L2', declared: '2025-03-02' }),
    'relief.csv 3 event event-differs',
  ],
  ['a loan twice under one event', inRelief({}, {}), 'relief.csv 3 loan loan-touched-twice'],
  [
    'a household more than the opening says',
    { members: [{ card: 'M1', opening_savings: 1 }, { card: 'M2' }] },
    'fund.json - opening.savings opening-savings-differ',
  ],
  [
    'a balance more than the opening says',
    older({ opening_balance: 1 }),
    'fund.json - opening.loans opening-loans-differ',
  ],
  [
    'a card on two lines',
    { members: [{ card: 'M1' }, { card: 'M2' }, { card: 'M1' }] },
    'members.csv 4 card card-twice',
  ],
]

test.each(wrong)('%s is told, and nothing else', async (_, book, fault) => {
  expect(await wrongIn(smallBook(book))).toEqual([fault])
})

const repaid = (times: number): SmallBook => ({
  loans: [{}],
  meeting_sheet: [
    ...Array.from({ length: 600 }, () => ({})),
    ...Array.from({ length: times }, () => ({ loan: 'L1', interest_paid: 1 })),
  ],
})

test('a loan is repaid 520 times at most, and who pays on no loan may come more often', async () => {
  expect(await wrongIn(smallBook(repaid(520)))).toEqual([])
  // The headings and 1,120 lines stand before it.
  expect(await wrongIn(smallBook(repaid(522)))).toEqual([
    'meeting_sheet.csv 1122 loan loan-repaid-too-often',
  ])
})
