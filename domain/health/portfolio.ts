import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, briefStandingsOn, total } from '#domain/health/book.ts'
import { principalAtRisk } from '#domain/health/lively.ts'
import { atRiskOrRelief } from '#domain/health/more-health.ts'
import { onceADay } from '#domain/health/once.ts'

/** What all loans come to on a day, and what of it is more than 30 days late: alone, and with what is put off by relief. */
export const portfolioOn = onceADay((loans: FundBook['loans'], day: LocalDate) => {
  const standings = briefStandingsOn(loans, day)
  return {
    owed: total(standings.map(({ owed }) => owed)),
    late: principalAtRisk(standings, 30),
    lateOrRelieved: atRiskOrRelief(standings, 30),
  }
})
