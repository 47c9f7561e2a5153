import { expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import { withoutRelief } from '#domain/health/without-relief.ts'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { donorReportOf } from '#src/app/support/reports.ts'
import { emergency, flooded, interestOf, owed, putOff } from '#test/support/river-year.ts'
import {
  after,
  costOf60,
  dryMonths,
  flood,
  massReturn,
  nextMeeting,
  nobodyCanMeet,
} from '#test/support/river-chapters.ts'
import { type StoryYear, storyYear } from '#test/support/story-year.ts'
import { booked, loanIn, standingIn } from '#test/support/village.ts'

/*
 * A year on the river, of 300 households that were made up. What is said of loans l25, l32 and l60 was worked
 * out by hand.
 */

const figuresOn = async (year: StoryYear, day: string) => {
  const book = await year.book()
  const told = (one: typeof book) => {
    const health = healthOf(one, day)
    return { ...health, ...moreHealthOf(one, health) }
  }
  return { withRelief: told(book), without: told(withoutRelief(book)!) }
}

const health = async (year: StoryYear): Promise<void> => {
  const { village } = year
  const deferred = [...putOff, ...flooded]
  const before = owed(village, deferred, '2025-07-23')
  const { withRelief, without } = await figuresOn(year, '2025-10-15')
  // Nobody else is late. Without relief everybody put off is so since August, and whoever said no in that month
  // owed its interest too: 1.5 % of 45,000, so that 600 of the instalment were not paid with what she brought.
  expect([withRelief.par30, without.par30]).toEqual([0, before + 600])
  expect(withRelief.par30_with_relief).toBe(before)
  expect(withRelief.principal_under_relief).toBe(before)
  for (const day of ['2025-09-15', '2025-10-15', '2025-12-15', '2026-01-31']) {
    const { withRelief: relieved, without: bare } = await figuresOn(year, day)
    expect(relieved.grade.pointsLost).toBeLessThanOrEqual(bare.grade.pointsLost)
    expect(relieved.grade.letter <= bare.grade.letter).toBe(true)
  }
  // Of 80 whose relief has ended, 40, 60 and 70 have paid again: one in September, 39 in November and so on.
  const rates = async (day: string) => {
    const { withRelief: told } = await figuresOn(year, day)
    return [told.restart_30_percent, told.restart_60_percent, told.restart_90_percent]
  }
  expect((await rates('2025-11-22'))[0]).toBe(50)
  expect((await rates('2025-12-22')).slice(0, 2)).toEqual([50, 75])
  expect(await rates('2026-01-21')).toEqual([50, 75, 87.5])
}

/** Nothing grew, nothing was lost: every loan, the box and the donor's window come out to the riel. */
const accounts = async (year: StoryYear): Promise<void> => {
  const { village } = year
  const [first, last] = ['2025-07-23', '2025-10-23']
  for (const loanId of [...putOff, ...flooded]) {
    const loan = loanIn(village, loanId)
    const bare = { ...loan, deferrals: [] }
    const parts = (one: typeof loan) => duesOf(one).map(({ principal }) => principal)
    expect(parts(loan)).toEqual(parts(bare))
    expect(standingIn(village, last, loanId).owed).toBe(standingIn(village, first, loanId).owed)
    expect(standingIn(village, last, loanId).interestDue).toBe(0)
  }
  expect(interestOf(village, 'l60')).toEqual(costOf60)
  for (const { loanId, terms } of village.loans.values()) {
    const { principalPaid, owed: left } = standingIn(village, '2026-01-31', loanId)
    expect(principalPaid + left).toBe(terms.principal)
  }
  expect(emergency.map((loanId) => standingIn(village, '2026-01-31', loanId))).toSatisfy(
    (standings: readonly { owed: number; interestPaid: number }[]) =>
      standings.every((one) => one.owed === 0 && one.interestPaid === 0),
  )
  // 300,000 to 594,000 lent, and 20 emergency loans; seven million came from the donor, 3,650,000 went again.
  const lent = (295 * (300_000 + 594_000)) / 2 + 20 * 90_000
  const box = 1_000_000_000 - lent + year.repaid() + 7_000_000 - 3_650_000
  expect(booked(village, 'asset:cash-box')).toBe(box)
}

const donor = async (year: StoryYear): Promise<void> => {
  const { needs } = year
  const asked = { windowId: 'migration', year: '2025', today: '2026-04-01' }
  const report = await donorReportOf(needs, await year.source(), asked)
  expect(report.statement).toEqual({
    opening: 0,
    received: 7_000_000,
    spent: 12 * 200_000 + 150_000 + 2 * 200_000,
    returned: 500_000,
    closing: 3_550_000,
  })
  expect(report.quarters.map(({ closing }) => closing)).toEqual([
    5_000_000, 5_000_000, 4_250_000, 3_550_000,
  ])
  expect(report.codes).toHaveLength(14)
  // Two of fourteen would be found by taking twelve away: all are told together, to the nearest five.
  expect(report.byKind).toEqual({
    is: 'told',
    rows: [{ key: 'others', people: 15, amount: 3_000_000 }],
  })
}

test('a year with people who came home and a flood, told month by month, comes out to the riel', async () => {
  const year = storyYear()
  await dryMonths(year)
  const codes = await massReturn(year)
  await nobodyCanMeet(year)
  await flood(year)
  const start = await nextMeeting(year, codes)
  await after(year, start)
  await health(year)
  await accounts(year)
  await donor(year)
  expect(await auditAll(year.needs.store, sha256)).toMatchObject({ ok: true, problems: [] })
})
