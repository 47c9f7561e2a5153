import { placeIn } from '#domain/kernel/blocks.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/**
 * One movement of a member's savings on the day it happened, whatever period the books take it in.
 * `amount` is saved where it is above zero, given out below it. Shares are whole; `shareValue` is the
 * price of each.
 */
export type SavingsLine = {
  readonly id: EntryId
  readonly type: string
  readonly on: LocalDate
  readonly amount: number
  readonly shares?: number
  readonly shareValue?: number
}

/** Shares of one price that were bought together. */
type Lot = { readonly shareValue: number; shares: number }

export type Held = {
  readonly saved: number
  readonly shares: number
  /** What of the savings stands in shares, and what is free. */
  readonly inShares: number
  readonly free: number
}

/** Entries that say themselves whose savings moved. What loans put into savings is counted from the loans. */
const own: readonly string[] = [
  'SavingsTakenOver',
  'SharesBought',
  'SavingsDeposited',
  'SavingsWithdrawn',
  'SavingsPaidToHeirs',
  'SuspenseReleased',
  'SharedOut',
  'InterestOnSavingsPaid',
]

/** True for an entry that makes lines of its own. */
export const isOwnLine = (type: string): boolean => own.includes(type)

const prefix = 'liability:savings:'

/** The lines that an entry makes, by member, on the entry's day. */
export const linesOf = (
  postings: readonly Posting[],
  { id, type, on }: { readonly id: EntryId; readonly type: string; readonly on: LocalDate },
  shareValue: number,
): ReadonlyMap<string, SavingsLine[]> => {
  const lines = new Map<string, SavingsLine[]>()
  if (!isOwnLine(type)) return lines
  for (const { account, amount } of postings) {
    if (!account.startsWith(prefix)) continue
    const memberId = account.slice(prefix.length)
    const line = { id, type, on, amount: 0 - amount }
    const shares = sharesIn(type, line.amount, shareValue)
    const withShares = shares > 0 ? { ...line, shares, shareValue } : line
    lines.set(memberId, [...(lines.get(memberId) ?? []), withShares])
  }
  return lines
}

/**
 * Shares that a line stands for. An older book knew only one kind of savings, bought in shares: as many
 * whole ones as it holds at the price of the day.
 */
const sharesIn = (type: string, saved: number, shareValue: number): number =>
  type === 'SharesBought' || type === 'SavingsTakenOver' ? Math.floor(saved / shareValue) : 0

const nothingHeld: Held = { saved: 0, shares: 0, inShares: 0, free: 0 }

/** Shares as they are bought and go, in place; those of one price lie together. */
const lotsOf = (before: readonly Lot[] = []) => {
  const lots = before.map((lot) => ({ ...lot }))
  let shares = lots.reduce((sum, lot) => sum + lot.shares, 0)
  let inShares = lots.reduce((sum, lot) => sum + lot.shares * lot.shareValue, 0)
  const move = (count: number, shareValue: number): void => {
    shares += count
    inShares += count * shareValue
  }
  return {
    buy: (count: number, shareValue: number): void => {
      const last = lots.at(-1)
      if (last?.shareValue === shareValue) last.shares += count
      else lots.push({ shares: count, shareValue })
      move(count, shareValue)
    },
    /** A cycle ends: they are free savings from then on. */
    free: (): void => {
      lots.length = 0
      shares = 0
      inShares = 0
    },
    /** Whole shares go, the newest first, until what is left of them is saved. */
    keepWithin: (saved: number): void => {
      while (inShares > saved) {
        const last = lots.at(-1)!
        const gone = Math.min(last.shares, Math.ceil((inShares - saved) / last.shareValue))
        last.shares -= gone
        move(-gone, last.shareValue)
        if (last.shares === 0) lots.pop()
      }
    },
    sums: () => ({ shares, inShares }),
    copy: (): readonly Lot[] => lots.map((lot) => ({ ...lot })),
  }
}

/**
 * What a member holds at the end of each day on which that changed, in their order and in columns: an old fund has very many of
 * them. Lines that come at its end go on from before its last day.
 */
type Course = {
  readonly ends: string
  readonly count: number
  readonly last: SavingsLine | undefined
  readonly days: LocalDate[]
  readonly saved: number[]
  readonly shares: number[]
  readonly inShares: number[]
  /** As it was before the last day, and the lines of that day. */
  readonly before: { readonly lots: readonly Lot[]; readonly saved: number }
  readonly ofLastDay: readonly SavingsLine[]
}

const nothingYet = (ends: string): Course => ({
  ends,
  count: 0,
  last: undefined,
  days: [],
  saved: [],
  shares: [],
  inShares: [],
  before: { lots: [], saved: 0 },
  ofLastDay: [],
})

/** The course with lines of its last day or later ones; its columns go on in place. */
const goneOn = (
  course: Course,
  lines: readonly SavingsLine[],
  cycleEnds: readonly LocalDate[],
): Course => {
  const news = Map.groupBy([...course.ofLastDay, ...lines.slice(course.count)], ({ on }) => on)
  for (const column of [course.days, course.saved, course.shares, course.inShares]) column.pop()
  const through = course.days.at(-1) ?? ''
  const days = [...new Set([...news.keys(), ...cycleEnds])].filter((on) => on > through).toSorted()
  const held = lotsOf(course.before.lots)
  let { saved } = course.before
  let { before } = course
  for (const [i, on] of days.entries()) {
    if (i === days.length - 1) before = { lots: held.copy(), saved }
    for (const { amount, shares = 0, shareValue = 0 } of news.get(on) ?? []) {
      saved += amount
      if (shares > 0) held.buy(shares, shareValue)
    }
    if (cycleEnds.includes(on)) held.free()
    else held.keepWithin(Math.max(saved, 0))
    const { shares, inShares } = held.sums()
    course.days.push(on)
    course.saved.push(saved)
    course.shares.push(shares)
    course.inShares.push(inShares)
  }
  const ofLastDay = news.get(days.at(-1) ?? '') ?? []
  return { ...course, count: lines.length, last: lines.at(-1), before, ofLastDay }
}

/** By the first line of a member: the list that was read last, on which the next one follows mostly. */
const courses = new WeakMap<SavingsLine, Course>()

const courseOf = (lines: readonly SavingsLine[], cycleEnds: readonly LocalDate[]): Course => {
  const ends = cycleEnds.join(' ')
  const [first] = lines
  const known = first && courses.get(first)
  const isBegun = known?.ends === ends && lines[known.count - 1] === known.last
  if (isBegun && known.count === lines.length) return known
  const lastDay = known?.days.at(-1) ?? ''
  const goesOn = isBegun && lines.slice(known.count).every(({ on }) => on >= lastDay)
  const course = goneOn(goesOn ? known : nothingYet(ends), lines, cycleEnds)
  if (first) courses.set(first, course)
  return course
}

const heldAt = ({ saved, shares, inShares }: Course, at: number): Held =>
  at < 0
    ? nothingHeld
    : {
        saved: saved[at]!,
        shares: shares[at]!,
        inShares: inShares[at]!,
        free: saved[at]! - inShares[at]!,
      }

/** What a member holds at the end of each of some days. */
export const heldOnEach = (
  lines: readonly SavingsLine[],
  days: readonly LocalDate[],
  cycleEnds: readonly LocalDate[] = [],
): readonly Held[] => {
  const course = courseOf(lines, cycleEnds)
  return days.map((day) => heldAt(course, placeIn(course.days, (on) => on <= day) - 1))
}

/**
 * What a member holds at the end of a day. Money that is given out comes from the free savings first;
 * a cycle's end makes the shares free. A function of the facts in whatever order they were written.
 */
export const heldOn = (
  lines: readonly SavingsLine[],
  day: LocalDate,
  cycleEnds: readonly LocalDate[] = [],
): Held => heldOnEach(lines, [day], cycleEnds)[0]!

/** Shares that a member bought on a day. */
export const boughtOn = (lines: readonly SavingsLine[], day: LocalDate): number =>
  lines.reduce(
    (sum, { on, type, shares = 0 }) => (on === day && type === 'SharesBought' ? sum + shares : sum),
    0,
  )

/** What a village keeps of its members' savings: their lines, by member. */
export type SavingsState = Map<string, readonly SavingsLine[]>

/** The same where more lines are taken in: to each member's are added those that come, however many there are. */
export type SavingsLines = Map<string, SavingsLine[]>

export const copyOfLines = (state: SavingsState): SavingsLines =>
  new Map([...state].map(([memberId, lines]) => [memberId, lines.slice()]))

/** Takes in the lines of an entry, in place. */
export const takeInLines = (
  state: SavingsLines,
  lines: ReadonlyMap<string, readonly SavingsLine[]>,
): void => {
  for (const [memberId, more] of lines) {
    const before = state.get(memberId)
    if (before) before.push(...more)
    else state.set(memberId, [...more])
  }
}

/** Takes out the lines of an entry that turned out not to have been. */
export const takeOutLines = (state: SavingsLines, id: EntryId): void => {
  for (const [memberId, lines] of state)
    if (lines.some((line) => line.id === id))
      state.set(
        memberId,
        lines.filter((line) => line.id !== id),
      )
}

/** A movement of savings that comes out of a loan: what was paid beyond it, or repaid out of them. */
export type LoanLine = {
  readonly memberId: string
  readonly on: LocalDate
  readonly amount: number
}

/** All lines of all members: their own, and those that come out of loans. */
export const withLoans = (state: SavingsState, fromLoans: readonly LoanLine[]): SavingsState => {
  const all = new Map(state)
  for (const { memberId, on, amount } of fromLoans)
    all.set(memberId, [...(all.get(memberId) ?? []), { id: '', type: 'Loan', on, amount }])
  return all
}
