import { expect, test } from 'vitest'
import type { Concentration } from '#src/app/health/concentration.ts'
import { concentrationPage } from '#src/pages/health/concentration.ts'
import { pageText } from '#test/pages/page-text.ts'

const row = (n: number) => ({ loanId: `l${n}`, number: `L${n}`, card: `M0${n}`, owed: 1_000 * n })

const shares = {
  asOf: '2026-01-01',
  portfolio: 100_000,
  limits: { committee: 30, largest: 10 },
  officers: { owed: 3_000, percent: 3, rows: [row(1), row(2)] },
  households: { owed: 10_000, percent: 10, isAbove: false },
  livingWith: { owed: 7_000, count: 2, rows: [row(3), row(4)] },
  largest: { card: 'M04', owed: 4_000, own: 90_000, percent: 4, isAbove: false },
} as unknown as Concentration

const place = {
  language: 'en',
  isPractice: false,
  fundId: 'a-fund',
  fundName: 'Village 1',
  askedFor: undefined,
} as const

const kinVoted = [
  { loanId: 'l5', card: 'M05', on: '2026-01-02' },
  { loanId: 'l6', card: 'M06', on: '2026-01-03' },
]

const textOf = async (isFamilyShown: boolean): Promise<string> =>
  pageText(
    String(
      await concentrationPage(
        { shares, currency: 'KHR', kinVoted: kinVoted as never, isFamilyShown },
        place,
      ),
    ),
  )

test('each loan of an officer and of whoever lives with one is told, and each vote of kin, to whoever may know', async () => {
  const text = await textOf(true)
  for (const said of ['L1', 'L2', 'L3', 'L4', 'M05', 'M06']) expect(text).toContain(said)
})

test('who lives with whom is told to nobody else, and how many and how much is', async () => {
  const text = await textOf(false)
  for (const said of ['L1', 'L2', '7,000']) expect(text).toContain(said)
  for (const hidden of ['L3', 'L4', 'M05', 'M06']) expect(text).not.toContain(hidden)
})
