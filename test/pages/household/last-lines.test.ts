import { expect, test } from 'vitest'
import { lastLines } from '#src/pages/household/last-lines.ts'
import { pageText } from '#test/pages/page-text.ts'

const nothing = { loan: undefined, saved: 0, principal: 0, interest: 0, savings: 90_000, owed: 0 }
const on = '2026-01-31'

test('what was taken out is told as a sum, what was put right with its sign, and of a loan what was paid in all', () => {
  const lines = [
    { ...nothing, on, what: 'savings-withdrawn', saved: -12_000 },
    { ...nothing, on, what: 'savings-changed', saved: -3_000 },
    { ...nothing, on, what: 'repaid', loan: 'L1', principal: -5_000, interest: 700, owed: 40_000 },
  ] as const
  const shown = String(lastLines({ currency: 'KHR', lines, lineCount: 3 }, { language: 'en' }))
  const sums = [...shown.matchAll(/<b class="together">([^]*?)<\/b>/g)].map(([, sum]) =>
    pageText(sum!).replaceAll(/[^-−\d]/g, ''),
  )
  expect(sums).toEqual(['12000', expect.stringMatching(/^[-−]3000$/), '5700'])
})
