import type { FundSummary } from '#domain/health/summary.ts'
import { type PortfolioLine, portfolioLine } from '#domain/health/villages.ts'
import type { Judged } from '#domain/health/visit.ts'

/* Villages of an auditor that are put before a page or a file. */

/** The day on which they are looked at. */
export const lookedAtOn = '2026-01-21'

/** A village as lists tell it, with what was found when its book was last read. */
export const listedVillage = (
  place: number,
  told: Partial<FundSummary> = {},
  judged?: Judged,
): PortfolioLine => {
  const summary: FundSummary = {
    seq: 1,
    writtenOn: '2026-01-20',
    on: '2026-01-20',
    openedOn: '2025-01-01',
    villageCode: `0102${String(place).padStart(4, '0')}`,
    currency: 'KHR',
    members: 20,
    cash: 100_000,
    savings: 500_000,
    owed: 1_000_000,
    loans: 2,
    late: [],
    par30: [],
    lastMeeting: '2026-01-20',
    unanswered: 0,
    ...told,
  }
  const name = `ភូមិ ${place} / Village ${place}`
  const found = { judged, isFresh: judged?.on === lookedAtOn }
  return portfolioLine({ fundId: `fund-${place}`, name, summary }, found, lookedAtOn)
}

/** What was found in a book that was read today. */
export const judgedBook = (more: Partial<Judged> = {}): Judged => ({
  seq: 1,
  on: lookedAtOn,
  grade: { letter: 'B', pointsLost: 2 },
  reasons: [],
  underRelief: 0,
  trend: [],
  figures: {
    average_loan: 500_000,
    savings_per_member: 25_000,
    dropped_out_percent: 0,
    on_time_percent: 90,
    women_members_percent: 60,
    members_with_loan_percent: 10,
    attendance_percent: 80,
  },
  ...more,
})
