import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { type Duty, dutyCodes } from '#domain/network/register/duties.ts'
import { householdsOf } from '#domain/network/watch/report.ts'
import { lastShowing, rulesShown } from '#domain/network/watch/shown.ts'
import { type UpheldReport, type Watch, knownBy, upheldOf } from '#domain/network/watch/watch.ts'
import { agenciesOf } from '#domain/network/watch/ladder.ts'

/*
 * Which duties agencies break, by the quarter in which it was ruled: of all agencies of a network together, so that a figure is of
 * none of them. The rules are those of what is told of agencies, with more households to a figure: only reports whose makers
 * asked to be counted, on two days of the year, nothing newer than the delay, and never what makes a figure otherwise later.
 */

/** So many households stand behind a figure, as in all that is told of people who leave. */
export const dutyHouseholdsMin = 10
/** Figures are told in steps. */
const step = 5

export type DutyCount = {
  readonly quarter: string
  readonly duty: Duty
  /** Households, rounded down to a step: never so many that one more or less is seen. */
  readonly households: number
}

const quarterOf = (day: LocalDate): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

const roundedDown = (count: number): number => Math.floor(count / step) * step

/** Reports that may be counted, as they stood when nothing was newer than the delay; a venue is counted nowhere. */
const counted = (watch: Watch, today: LocalDate): readonly UpheldReport[] => {
  const old = daysAfter(lastShowing(today), -rulesShown(watch, today).delayDays)
  return agenciesOf(watch)
    .flatMap((partyId) => upheldOf(watch, partyId, knownBy(old)))
    .filter(({ mayBeCounted, kind }) => mayBeCounted && kind !== 'venue')
}

/**
 * How many households told of a broken duty, by quarter; a quarter that was not over yet is left out, and so is every figure with
 * fewer households than the rule. There are no sums over duties or quarters, so that nothing is found by taking one from another.
 */
export const countsByDuty = (watch: Watch, today: LocalDate): readonly DutyCount[] => {
  if (!watch.isPublic) return []
  const last = quarterOf(daysAfter(lastShowing(today), -rulesShown(watch, today).delayDays))
  const least = Math.max(dutyHouseholdsMin, rulesShown(watch, today).publicFrom)
  const byQuarter = Map.groupBy(counted(watch, today), ({ ruling }) =>
    quarterOf(ruling.confirmed.writtenOn),
  )
  return [...byQuarter]
    .filter(([quarter]) => quarter < last)
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([quarter, some]) =>
      dutyCodes.flatMap((duty) => {
        const households = householdsOf(some.filter(({ duties }) => duties.includes(duty)))
        return households < least ? [] : [{ quarter, duty, households: roundedDown(households) }]
      }),
    )
}
