import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import {
  civilOf,
  dayInMonth,
  dayOf,
  dayOfCivil,
  monthOf,
  newYearOf,
  textOf,
} from '#test/support/oracle/calendar.ts'
import type { Chance } from '#test/support/oracle/chance.ts'

type Relief = NonNullable<PlanTerms['relief']>
type WorkingDays = NonNullable<PlanTerms['workingDays']>

/** A day from 2019 to 2030, more often than not at an end of a month, of February or of a year. */
export const randomDay = ({ whole, one, happens }: Chance): number => {
  const year = whole(2019, 2030)
  if (happens(50)) return newYearOf(year) + whole(0, 364)
  const monthEnd = dayInMonth(year * 12 + whole(0, 11), 31)
  return one([
    monthEnd,
    monthEnd - whole(1, 3),
    newYearOf(year) + whole(-2, 1),
    dayInMonth(year * 12 + 1, 29),
    dayOfCivil({ year: one([2020, 2024, 2028]), month: 2, date: 29 }),
  ])
}

const isMonthEnd = (day: number): boolean => dayInMonth(monthOf(day), 31) === day

const randomRule = (chance: Chance, paidOut: number): PlanTerms['due'] => {
  const { whole, one, happens } = chance
  const unit = one(['days', 'weeks', 'months', 'months', 'months', 'years'] as const)
  const n = happens(50) ? 1 : whole(1, 4)
  const every = { n, unit }
  if (unit === 'days' || unit === 'weeks') {
    const step = unit === 'days' ? n : n * 7
    const gap = one([step, step, step + one([-1, 1]), 1, whole(1, step), whole(1, step * 2)])
    return { every, firstDueOn: textOf(paidOut + Math.max(gap, 1)) }
  }
  const step = unit === 'months' ? n : n * 12
  const month = monthOf(paidOut)
  const { date } = civilOf(paidOut)
  const stepOn = dayInMonth(month + step, date)
  const first = one([
    stepOn,
    stepOn + whole(-3, 3),
    dayInMonth(month + step, 31),
    dayInMonth(month + whole(0, step), whole(1, 31)),
    dayInMonth(month + whole(1, step * 2), whole(28, 31)),
    paidOut + whole(1, step * 40),
  ])
  const firstDue = Math.max(first, paidOut + 1)
  const firstDueOn = textOf(firstDue)
  const firstDate = civilOf(firstDue).date
  if (!happens(40)) return { every, firstDueOn }
  return {
    every,
    firstDueOn,
    dayOfMonth: isMonthEnd(firstDue) ? whole(firstDate, 31) : firstDate,
  }
}

const randomList = (chance: Chance, paidOut: number, rows: number): PlanTerms['due'] => {
  const { whole, one, happens } = chance
  const widest = one([3, 20, 35, 70])
  const days: number[] = []
  let day = paidOut
  for (let i = rows + one([0, 0, 0, 1, whole(2, 6)]); i > 0; i -= 1) {
    day += whole(1, widest)
    days.push(day)
  }
  if (happens(25) && !isMonthEnd(day)) days[days.length - 1] = dayInMonth(monthOf(day), 31)
  const on = days.map(textOf)
  if (happens(35)) return { on }
  const first = days[0]!
  const before = one([
    paidOut,
    paidOut - whole(1, 3),
    paidOut - whole(1, 40),
    Math.min(paidOut + 1, first - 1),
    whole(paidOut, first - 1),
    first - 1,
  ])
  return { on, periodFrom: textOf(before) }
}

export const randomDue = (chance: Chance, paidOut: number, rows: number): PlanTerms['due'] =>
  chance.happens(72) ? randomRule(chance, paidOut) : randomList(chance, paidOut, rows)

/** Up to three windows; `near` are days, such as due days, that are worth hitting. */
export const randomRelief = (chance: Chance, paidOut: number, near: readonly number[]): Relief => {
  const { whole, one, happens } = chance
  const first = near[0]!
  const length = (): number => one([0, 1, whole(1, 30), whole(30, 120), whole(100, 400)])
  const windows: { from: number; to: number }[] = []
  const add = (from: number, days: number): void => {
    windows.push({ from, to: from + Math.max(days, 0) })
  }
  for (let i = one([0, 1, 1, 1, 2, 2, 3]); i > 0; i -= 1) {
    const last = windows.at(-1)
    if (last !== undefined && happens(60)) {
      const inside = whole(last.from, last.to)
      const kind = one(['nested', 'overlapping', 'adjacent', 'same end'])
      if (kind === 'nested') add(inside, whole(0, last.to - inside))
      else if (kind === 'overlapping') add(inside, last.to - inside + whole(1, 60))
      else if (kind === 'adjacent') add(last.to + 1, length())
      else add(last.to, length())
      continue
    }
    const from = one([
      one(near),
      one(near) + 1,
      one(near) - whole(0, 40),
      first - whole(0, first - paidOut),
      paidOut + whole(-60, 2),
      whole(paidOut, near.at(-1)!),
      newYearOf(civilOf(one(near)).year) + whole(-3, 3),
    ])
    add(from, happens(5) ? whole(400, 1200) : length())
  }
  if (happens(30)) windows.reverse()
  return windows.map(({ from, to }) => ({ from: textOf(from), to: textOf(to) }))
}

export const randomWorkingDays = (chance: Chance, near: readonly number[]): WorkingDays => {
  const { whole, one, happens } = chance
  const weekend = happens(2)
    ? [1, 2, 3, 4, 5, 6, 7]
    : one([[], [7], [6, 7], [6, 7], [7, 6], [1, 2, 3, 4, 5, 6], [whole(1, 7)]])
  const holidays = new Set<number>()
  for (let i = whole(0, 4); i > 0; i -= 1) {
    const from = one(near) + one([0, 0, 0, 1, -1, whole(-20, 20)])
    const days = happens(15) ? whole(5, 40) : whole(1, 3)
    for (let day = from; day < from + days; day += 1) holidays.add(day)
  }
  return {
    weekend,
    holidays: [...holidays].map(textOf),
    direction: one(['forward', 'backward', 'forward-in-month', 'forward-in-month', 'same']),
  }
}

/** Days on or about which a plan's instalments fall due, without any engine's help. */
export const daysNear = ({ whole }: Chance, due: PlanTerms['due'], rows: number): number[] => {
  if ('on' in due) return due.on.map(dayOf)
  const first = dayOf(due.firstDueOn)
  const { n, unit } = due.every
  const steps = [0, ...Array.from({ length: 4 }, () => whole(0, rows - 1))].toSorted(
    (a, b) => a - b,
  )
  const { date } = civilOf(first)
  return steps.map((k) => {
    if (unit === 'days') return first + k * n
    if (unit === 'weeks') return first + k * n * 7
    return dayInMonth(monthOf(first) + k * n * (unit === 'months' ? 1 : 12), due.dayOfMonth ?? date)
  })
}
