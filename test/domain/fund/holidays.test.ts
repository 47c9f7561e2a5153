import { expect, test } from 'vitest'
import { isLocalDate, weekdayOf } from '#domain/kernel/dates.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { holidayYears, holidaysOf } from '#domain/fund/charter/holidays.ts'
import { type QuoteTerms, quoteOf } from '#domain/loans/plan/quote.ts'

const days = holidaysOf('KH')

test('the table of holidays has real days, each once, rising, of the years that it says it covers', () => {
  expect(days.every(isLocalDate)).toBe(true)
  expect(days).toEqual([...new Set(days)].toSorted())
  expect([...new Set(days.map((day) => Number(day.slice(0, 4))))]).toEqual([...holidayYears])
})

test.each(holidayYears)(
  'in %i there are New Year, Visak Bochea, Pchum Ben and Water Festival',
  (year) => {
    const months = days.filter((day) => day.startsWith(String(year))).map((day) => day.slice(5, 7))
    expect(months.filter((month) => month === '04').length).toBeGreaterThanOrEqual(3)
    expect(months.filter((month) => month === '05')).toHaveLength(1)
    expect(months.filter((month) => month === '09' || month === '10')).toHaveLength(3)
    expect(months.filter((month) => month === '11')).toHaveLength(3)
  },
)

const asked: QuoteTerms = {
  principal: 400_000,
  instalments: 4,
  product: 'normal',
  paidOutOn: '2026-01-14',
  firstDueOn: '2026-02-14',
}

const dueDates = (more: Partial<QuoteTerms>): string[] =>
  quoteOf({ ...defaultCharter, meetingDay: 14 }, { ...asked, ...more }, undefined).rows.map(
    ({ dueOn }) => dueOn,
  )

test('an instalment of New Year waits until the village is back, and its interest stays as it was', () => {
  const workingDays = { weekend: [], holidays: [], direction: 'forward', calendar: 'KH' } as const
  expect(dueDates({})).toEqual(['2026-02-14', '2026-03-14', '2026-04-14', '2026-05-14'])
  expect(dueDates({ workingDays })).toEqual([
    '2026-02-14',
    '2026-03-14',
    '2026-04-17',
    '2026-05-14',
  ])
  expect(dueDates({ workingDays: { ...workingDays, direction: 'backward' } })[2]).toBe('2026-04-13')
})

test('holidays of the village are added to those of the calendar', () => {
  const holidays = ['2026-04-17', '2026-04-14']
  const rule = { weekend: [6], holidays, direction: 'forward' } as const
  expect(weekdayOf('2026-04-18')).toBe(6)
  expect(dueDates({ workingDays: { ...rule, calendar: 'KH' } })[2]).toBe('2026-04-19')
  expect(dueDates({ workingDays: rule })[2]).toBe('2026-04-15')
})
