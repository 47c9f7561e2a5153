import { type LocalDate, daysAfter, monthlyDay } from '#domain/kernel/dates.ts'

/** A sum on a day that is ahead. */
export type Ahead = { readonly on: LocalDate; readonly amount: number }

type StressQuery = {
  readonly asOf: LocalDate
  readonly weeks: number
  /** Of what falls due, so many per cent is put off. */
  readonly deferPercent: number
  /** How long it is put off. */
  readonly months: number
}

export type StressGround = {
  /** Cash that is the fund's to pay out: social fund, windows and waiting money left out. */
  readonly cash: number
  readonly savings: number
  /** Principal that is to fall due. Interest is not counted on. */
  readonly coming: readonly Ahead[]
  /** Savings that were asked for, on the day that was said. */
  readonly queue: readonly Ahead[]
  /** Emergency loans that were promised, on the day from which they can be taken. */
  readonly promised: readonly Ahead[]
  /** How much of what is saved must stay in cash on a day, in per cent. */
  readonly minimumPercentOn: (on: LocalDate) => number
}

export type StressWeek = {
  readonly through: LocalDate
  readonly comesIn: number
  readonly putOff: number
  readonly goesOut: number
  readonly cash: number
  /** What the charter wants left. */
  readonly minimum: number
  readonly is: 'enough' | 'below-minimum' | 'short'
}

export const weeksMax = 52

const between = (sums: readonly Ahead[], after: LocalDate, through: LocalDate): number =>
  sums.reduce((sum, { on, amount }) => (on > after && on <= through ? sum + amount : sum), 0)

/** What is put off of each sum, and comes back when the months are over. */
const putOffOf = ({ coming }: StressGround, { deferPercent, months }: StressQuery) =>
  coming.map(({ on, amount }) => ({
    on,
    back: monthlyDay(on, months, Number(on.slice(8))),
    amount: Math.ceil((amount * deferPercent) / 100),
  }))

/**
 * Week by week what cash is left if a part of the village pays later: a view that warns, and decides nothing. Sums
 * in smallest units; the week that is named `through` ends with that day.
 */
export const stressWeeks = (ground: StressGround, asked: StressQuery): StressWeek[] => {
  const off = putOffOf(ground, asked)
  const late = off.map(({ back, amount }) => ({ on: back, amount }))
  let { cash, savings } = ground
  return Array.from({ length: asked.weeks }, (_, n): StressWeek => {
    const after = daysAfter(asked.asOf, n * 7)
    const through = daysAfter(after, 7)
    const putOff = between(off, after, through)
    const comesIn = between(ground.coming, after, through) - putOff + between(late, after, through)
    const toSavers = between(ground.queue, after, through)
    const goesOut = toSavers + between(ground.promised, after, through)
    cash += comesIn - goesOut
    savings -= toSavers
    const minimum = Math.ceil((Math.max(savings, 0) * ground.minimumPercentOn(through)) / 100)
    const is = cash < 0 ? 'short' : cash < minimum ? 'below-minimum' : 'enough'
    return { through, comesIn, putOff, goesOut, cash, minimum, is }
  })
}
