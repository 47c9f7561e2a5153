import { expect, test } from 'vitest'
import { donorReportPage } from '#src/pages/support/report-pages.ts'
import { tablePart } from '#src/pages/statements/statement-table.ts'
import { pageText } from '#test/pages/page-text.ts'

const frame = { language: 'en', isPractice: false } as const

test('a donor reads by purpose what was paid, where grants were paid or the year tells of them', () => {
  const statement = { opening: 0, received: 500_000, spent: 200_000, returned: 0, closing: 300_000 }
  const told = (
    codes: readonly string[],
    byKind: Parameters<typeof donorReportPage>[1]['report']['byKind'],
  ): boolean => {
    const quarters = [{ quarter: '2025-Q1', ...statement }]
    const report = { windowId: 'a-donor', year: '2025', statement, quarters, codes, byKind }
    const page = donorReportPage(frame, { report, currency: 'KHR', action: '/report' })
    return pageText(String(page)).includes('By purpose')
  }
  expect(told([], { is: 'too-few' })).toBe(false)
  expect(told([], { is: 'told', rows: [] })).toBe(true)
  expect(told(['G-01'], { is: 'too-few' })).toBe(true)
})

test('in a table of more than ten columns what names a row stands beneath its first word, and of ten each alone', () => {
  const namesBeneath = (columns: number): boolean => {
    const named = [
      { key: 'card', heading: 'Card', kind: 'text' },
      { key: 'zone', heading: 'Zone', kind: 'text' },
    ] as const
    const sums = Array.from({ length: columns - 2 }, (_, n) => `sum${n}`)
    const row = { card: 'M07', zone: 'East', ...Object.fromEntries(sums.map((key) => [key, 100])) }
    const page = tablePart(
      { language: 'en', fundId: 'fund' },
      {
        name: 'loan-register',
        title: 'Balances',
        columns: [...named, ...sums.map((key) => ({ key, heading: key, kind: 'sum' }) as const)],
        rows: [row],
        sums: [],
        groups: [undefined],
        loansAtZero: 0,
      },
      { currency: 'KHR', label: 'Balances' },
    )
    return String(page).includes('<small>East</small>')
  }
  expect([namesBeneath(10), namesBeneath(11)]).toEqual([false, true])
})
