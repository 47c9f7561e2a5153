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

/** Shares as they are bought and go, in place. */
const lotsOf = () => {
  const lots: Lot[] = []
  let [shares, inShares] = [0, 0]
  const move = (count: number, shareValue: number): void => {
    shares += count
    inShares += count * shareValue
  }
  return {
    buy: (count: number, shareValue: number): void => {
      lots.push({ shares: count, shareValue })
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
    held: (saved: number): Held => ({ saved, shares, inShares, free: saved - inShares }),
  }
}

/** What a member holds at the end of each day on which that changed, in their order. */
const heldByDay = (
  lines: readonly SavingsLine[],
  cycleEnds: readonly LocalDate[],
  through: LocalDate,
): readonly { readonly on: LocalDate; readonly held: Held }[] => {
  const byDay = Map.groupBy(
    lines.filter(({ on }) => on <= through),
    ({ on }) => on,
  )
  const ends = cycleEnds.filter((on) => on <= through)
  const lots = lotsOf()
  let saved = 0
  return [...new Set([...byDay.keys(), ...ends])].toSorted().map((on) => {
    for (const { amount, shares = 0, shareValue = 0 } of byDay.get(on) ?? []) {
      saved += amount
      if (shares > 0) lots.buy(shares, shareValue)
    }
    if (cycleEnds.includes(on)) lots.free()
    else lots.keepWithin(Math.max(saved, 0))
    return { on, held: lots.held(saved) }
  })
}

/** What a member holds at the end of each of some days, which are in their order. */
export const heldOnEach = (
  lines: readonly SavingsLine[],
  days: readonly LocalDate[],
  cycleEnds: readonly LocalDate[] = [],
): readonly Held[] => {
  const changes = heldByDay(lines, cycleEnds, days.at(-1) ?? '')
  let at = 0
  return days.map((day) => {
    while (at < changes.length && changes[at]!.on <= day) at += 1
    return changes[at - 1]?.held ?? nothingHeld
  })
}

/**
 * What a member holds at the end of a day. Money that is given out comes from the free savings first;
 * a cycle's end makes the shares free. A function of the facts in whatever order they were written.
 */
export const heldOn = (
  lines: readonly SavingsLine[],
  day: LocalDate,
  cycleEnds: readonly LocalDate[] = [],
): Held => heldByDay(lines, cycleEnds, day).at(-1)?.held ?? nothingHeld

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
