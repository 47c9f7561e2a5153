import { expect, test } from 'vitest'
import { practiceBook } from '#src/exchange/practice.ts'

const files: Readonly<Record<string, string>> = {
  'fund.json': '{"fund":"A village","households":60}',
  'cash_book.csv': 'meeting_date,left\n2025-01-20,1\n2025-12-20,2\n',
  'relief.csv': 'event,first_month,loan\nE1,2025-03,L1\n',
}
const on = async (today: string, file: string) => {
  const book = practiceBook(async (name) => new TextEncoder().encode(files[name]), today)
  return new TextDecoder().decode((await book(file)) as Uint8Array)
}

test('the last meeting of the practice village is the latest 20th that is not ahead', async () => {
  const meetings = async (today: string) =>
    (await on(today, 'cash_book.csv')).match(/\d{4}-\d\d-\d\d/g)
  expect(await meetings('2026-06-21')).toEqual(['2025-07-20', '2026-06-20'])
  expect(await meetings('2026-06-19')).toEqual(['2025-06-20', '2026-05-20'])
  expect(await meetings('2026-01-05')).toEqual(['2025-01-20', '2025-12-20'])
})

test('months and the first day of the practice book move with its meetings, and its name is its own', async () => {
  expect(await on('2026-06-19', 'relief.csv')).toContain('E1,2025-08,L1')
  expect(JSON.parse(await on('2026-06-19', 'fund.json'))).toEqual({
    fund: 'Practice village (invented) / ភូមិសាកល្បង (មិនពិត)',
    households: 60,
    opened_on: '2025-06-01',
  })
})
