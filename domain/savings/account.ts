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

const worth = (lots: readonly Lot[]): number =>
  lots.reduce((sum, { shares, shareValue }) => sum + shares * shareValue, 0)

/** Whole shares go, the newest first, until what is left of them is saved. */
const given = (lots: Lot[], saved: number): Lot[] => {
  const left = lots.map((lot) => ({ ...lot }))
  for (let over = worth(left) - saved; over > 0; over = worth(left) - saved) {
    const last = left.at(-1)!
    last.shares -= Math.min(last.shares, Math.ceil(over / last.shareValue))
    if (last.shares === 0) left.pop()
  }
  return left
}

/**
 * What a member holds at the end of a day. Money that is given out comes from the free savings first;
 * a cycle's end makes the shares free. A function of the facts in whatever order they were written.
 */
export const heldOn = (
  lines: readonly SavingsLine[],
  day: LocalDate,
  cycleEnds: readonly LocalDate[] = [],
): Held => {
  const byDay = Map.groupBy(
    lines.filter(({ on }) => on <= day),
    ({ on }) => on,
  )
  const days = [...new Set([...byDay.keys(), ...cycleEnds.filter((on) => on <= day)])].toSorted()
  let lots: Lot[] = []
  let saved = 0
  for (const on of days) {
    for (const { amount, shares = 0, shareValue = 0 } of byDay.get(on) ?? []) {
      saved += amount
      if (shares > 0) lots.push({ shares, shareValue })
    }
    lots = cycleEnds.includes(on) ? [] : given(lots, Math.max(saved, 0))
  }
  const inShares = worth(lots)
  const shares = lots.reduce((sum, lot) => sum + lot.shares, 0)
  return { saved, shares, inShares, free: saved - inShares }
}

/** Shares that a member bought on a day. */
export const boughtOn = (lines: readonly SavingsLine[], day: LocalDate): number =>
  lines.reduce(
    (sum, { on, type, shares = 0 }) => (on === day && type === 'SharesBought' ? sum + shares : sum),
    0,
  )

/** What a village keeps of its members' savings: their lines, by member. */
export type SavingsState = Map<string, readonly SavingsLine[]>

/** Takes in the lines of an entry, in place. */
export const takeInLines = (
  state: SavingsState,
  lines: ReadonlyMap<string, readonly SavingsLine[]>,
): void => {
  for (const [memberId, more] of lines)
    state.set(memberId, [...(state.get(memberId) ?? []), ...more])
}

/** Takes out the lines of an entry that turned out not to have been. */
export const takeOutLines = (state: SavingsState, id: EntryId): void => {
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
