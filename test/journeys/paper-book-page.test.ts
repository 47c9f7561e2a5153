import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { type FigureKey, figureKeys, unitOf } from '#src/app/health/figure-rows.ts'
import { bookOf } from '#src/app/queries.ts'
import { languages } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { figureWords, healthWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Book, figuresOf } from '#test/support/book-figures.ts'
import { readBook } from '#test/support/books.ts'
import { importing, paperBookFolder } from '#test/support/books-in.ts'
import { sourceOf } from '#test/support/changed-books.ts'
import { type SmallBook, smallBook } from '#test/support/small-book.ts'
import { moreFiguresOf } from '#test/support/more-book-figures.ts'
import { type Practice, practice } from '#test/support/service.ts'

/*
 * Every figure that an auditor reads on the health page of the paper book, at the end of its year: as `expected.json` has it, and
 * the others as they come out of the rows of the book by hand.
 */

const on = '2025-12-31'
let village: Practice
let token: string
let expected: Readonly<Partial<Record<FigureKey, number | null>>>

beforeAll(async () => {
  village = await practice()
  token = await village.as('auditor')
  const given = JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')) as object
  expected = { ...given, ...moreFiguresOf(readBook(paperBookFolder)) }
})

const read = async (path: string): Promise<string> => {
  const answer = await village.ask(path, { token })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

test('no figure of the page is left out of what is counted by hand', () => {
  const figures = Object.keys(expected).filter(
    (key) => !['as_of', 'savings', 'loans'].includes(key),
  )
  expect(figures.toSorted()).toEqual(figureKeys.toSorted())
})

test.each(languages)(
  'the health page has each figure of the paper book as it was counted by hand: %s',
  async (language) => {
    const text = pageText(await read(`/funds/${village.fundId}/health?asOf=${on}&lang=${language}`))
    const told = (key: FigureKey): string => {
      const value = expected[key] ?? null
      if (value === null) return healthWords.in(language).noBase
      const unit = unitOf(key)
      if (unit === 'percent') return `${value.toFixed(2)} %`
      return unit === 'money' ? moneyInFigures({ amount: value, currency: 'KHR' }) : String(value)
    }
    const wrong = figureKeys.filter(
      (key) => !text.includes(`${figureWords.in(language)[key]} ${told(key)}`),
    )
    expect(wrong.map((key) => `${key} is not ${told(key)}`)).toEqual([])
  },
)

/** Of every meeting the cash that it left, held against what is not lent, counted from the rows alone. */
const exceptionsByHand = (book: Book): readonly string[] => {
  const boxMax = 2_000_000
  const above = book.cash_book
    .filter((row) => row.closing_cash > boxMax)
    .map((row) => `cash-above-box-limit ${row.meeting_date}`)
  const lent = book.loans.filter(({ opening_balance }) => opening_balance === null)
  const beyond = lent.filter(({ disbursed }) => {
    const { cash, social_fund, restricted_migration, member_savings } = figuresOf(book, disbursed)
    const month = Number(disbursed.slice(5, 7))
    const percent = month >= 6 && month <= 10 ? 35 : 20
    return cash < social_fund + restricted_migration + Math.ceil((member_savings * percent) / 100)
  })
  const absent = lent.filter(({ disbursed, member }) =>
    book.meeting_sheet.some(
      (row) => row.meeting_date === disbursed && row.card === member && row.present === 'n',
    ),
  )
  return [
    ...above,
    ...beyond.map(({ loan }) => `lent-beyond-lendable ${loan}`),
    ...absent.map(({ loan }) => `loan-to-absent-member ${loan}`),
    ...book.write_offs
      .filter(({ minute }) => minute === '')
      .map(({ loan }) => `write-off-without-minute ${loan}`),
  ]
}

test('the exceptions of the paper book are found, each of them, and nothing else is', async () => {
  const book = (await bookOf(village.needs.store, village.fundId))!
  const found = findingsOf(book, on).map(({ code, subject }) => `${code} ${subject.number}`)
  const byHand = exceptionsByHand(readBook(paperBookFolder))
  expect(found.toSorted()).toEqual(byHand.toSorted())
  expect(new Set(byHand.map((line) => line.split(' ')[0])).size).toBe(4)
})

test('the row that networks of savings groups ask for has the same figures', async () => {
  const path = `/v1/funds/${village.fundId}/exports/csv?list=cycles&asOf=${on}`
  const [heading, row] = (await read(path)).trim().split('\r\n')
  const values = row!.split(',')
  const told = Object.fromEntries(heading!.split(',').map((name, place) => [name, values[place]]))
  const { gross_loan_portfolio: gross, member_savings: saved } = expected
  expect(told).toMatchObject({
    members_start: '60',
    members_end: '60',
    dropped_out: '0',
    attendance_percent: String(expected.attendance_percent),
    savings: String(saved),
    savings_per_member: String(expected.savings_per_member),
    loans_outstanding_count: String(expected.active_loans),
    loans_outstanding: String(gross),
    par30: String(expected.par30),
    par30_percent: String(expected.par30_percent),
    written_off: '84000',
    cash: String(expected.cash),
    social_fund: String(expected.social_fund),
    income: String(expected.interest_received),
    surplus: String(expected.surplus),
    return_on_savings_percent: String(expected.return_on_savings_percent),
  })
})

const cards = Array.from({ length: 12 }, (_, place) => `M${place + 1}`)
const borrowers = cards.slice(0, 10)
const [january, february] = ['2025-01-20', '2025-02-20']

const firstMeeting = {
  members_present: 12,
  opening_cash: 1_500_000,
  savings_in: 300_000,
  social_in: 12_000,
  loans_out: 500_000,
  closing_cash: 1_312_000,
}
const secondMeeting = {
  meeting_date: february,
  members_present: 12,
  opening_cash: 1_312_000,
  social_in: 12_000,
  loan_principal_in: 50_000,
  interest_in: 7000,
  closing_cash: 1_381_000,
}

/** Both meetings with so much more or less in the box all the time. */
const shifted = (by: number) =>
  [firstMeeting, secondMeeting].map((row) => ({
    ...row,
    opening_cash: row.opening_cash + by,
    closing_cash: row.closing_cash + by,
  }))

const joined = { card: 'M1', shares: 5, savings_in: 25_000, social_in: 1000 }
const saves = cards.map((card) => ({ ...joined, card }))
const pays = cards.map((card, place) => ({
  meeting_date: february,
  card,
  social_in: 1000,
  ...(place < borrowers.length && {
    loan: `L${place + 1}`,
    principal_paid: 5000,
    interest_paid: 700,
  }),
}))

/** Two meetings of twelve households who do everything as they should: ten of them borrow a little. */
const clean: SmallBook = {
  fund: { opened_on: '2025-01-01' },
  opening: { cash: 1_500_000, savings: 1_440_000, reserve: 60_000 },
  members: cards.map((card) => ({ card, opening_savings: 120_000 })),
  loans: borrowers.map((member, place) => ({
    loan: `L${place + 1}`,
    member,
    disbursed: january,
    principal: 50_000,
  })),
  meeting_sheet: [...saves, ...pays],
  cash_book: [firstMeeting, secondMeeting],
}

/** What goes wrong in it, by the sign that must be seen. */
const wrong: Readonly<Record<string, SmallBook>> = {
  'write-off-without-minute': { write_offs: [{ loan: 'L1', date: february, amount: 45_000 }] },
  'loan-to-absent-member': {
    meeting_sheet: [{ card: 'M1', present: 'n' }, ...saves.slice(1), ...pays],
    cash_book: shifted(-26_000).map((row, place) =>
      place === 0
        ? {
            ...firstMeeting,
            members_present: 11,
            savings_in: 275_000,
            social_in: 11_000,
            closing_cash: row.closing_cash,
          }
        : row,
    ),
  },
  'cash-above-box-limit': {
    opening: { cash: 2_400_000, savings: 1_440_000, reserve: 960_000 },
    cash_book: shifted(900_000),
  },
  'lent-beyond-lendable': {
    opening: { cash: 500_000, savings: 1_440_000, reserve: 60_000, loans: 1_000_000 },
    cash_book: shifted(-1_000_000),
    loans: [
      ...clean.loans!,
      {
        loan: 'L99',
        member: 'M11',
        disbursed: '2024-12-20',
        principal: 1_000_000,
        opening_balance: 1_000_000,
      },
    ],
  },
  'opening-not-last-closing': {
    cash_book: [firstMeeting, { ...secondMeeting, opening_cash: 1_311_000 }],
  },
  'cash-book-does-not-add-up': {
    cash_book: [firstMeeting, { ...secondMeeting, closing_cash: 1_380_000 }],
  },
  'cash-book-differs': { cash_book: [{ ...firstMeeting, savings_in: 290_000 }, secondMeeting] },
  'attendance-differs': { cash_book: [{ ...firstMeeting, members_present: 11 }, secondMeeting] },
  'meeting-missing-in-cash-book': { cash_book: [firstMeeting] },
}

const signsOf = async (told: SmallBook): Promise<readonly string[]> => {
  const store = memoryStore()
  const answer = await importing(store, sourceOf(smallBook(told)))
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults))
  const book = (await bookOf(store, answer.fundId))!
  return [...new Set(findingsOf(book, '2025-02-28').map(({ code }) => code))].toSorted()
}

test('a clean book raises none, and each thing that is not as it should be raises its own', async () => {
  expect(await signsOf(clean)).toEqual([])
  for (const [sign, change] of Object.entries(wrong))
    expect(await signsOf({ ...clean, ...change }), sign).toContain(sign)
})
