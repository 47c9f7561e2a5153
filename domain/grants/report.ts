import type { LocalDate } from '#domain/kernel/dates.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type SupportKind, supportKinds } from '#domain/grants/kinds.ts'
import type { WindowTerms } from '#domain/grants/terms.ts'
import { roundedAmount, roundedPeople } from '#domain/statistics/rounding.ts'
import { releaseKinds } from '#domain/statistics/tables.ts'

/** A quarter of a calendar year, as `2025-Q3`. */
type Quarter = `${string}-Q${1 | 2 | 3 | 4}`

export const quarterOf = (day: LocalDate): Quarter =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3) as 1 | 2 | 3 | 4}`

/** The last day of each quarter, as month and day. */
export const quarterEnds = ['03-31', '06-30', '09-30', '12-31'] as const

/** The year that a donor is told of first: the latest of which a quarter is over, within what was agreed. */
export const reportYearOf = (terms: WindowTerms | undefined, today: LocalDate): string => {
  const year = today.slice(0, 4)
  const isBegun = today > `${year}-${quarterEnds[0]}`
  const latest = isBegun ? year : String(Number(year) - 1).padStart(4, '0')
  if (!terms) return latest
  const [first, last] = [terms.from.slice(0, 4), terms.until.slice(0, 4)]
  if (latest < first) return first
  return latest > last ? last : latest
}

/** How money of a window moves, told by what kind of entry moved it. */
const movements = {
  FundFounded: 'opening',
  DonationReceived: 'received',
  GrantPaid: 'spent',
  SupportPartPaid: 'spent',
  DonationReturned: 'returned',
} as const
type Movement = (typeof movements)[keyof typeof movements]

/** What a window had, got, gave, gave back and has: `opening + received - spent - returned = closing`. */
export type WindowStatement = {
  readonly opening: number
  readonly received: number
  readonly spent: number
  readonly returned: number
  readonly closing: number
}

/** Postings of a window with the type of entry that each belongs to, where a reversal belongs to what it takes back. */
export type WindowLine = Pick<PostingRow, 'on' | 'amount'> & { readonly entryType: string }

const movementOf = (entryType: string): Movement | undefined =>
  Object.hasOwn(movements, entryType) ? movements[entryType as keyof typeof movements] : undefined

/** The statement of a window from a day through a day, of its own postings alone. */
export const windowStatement = (
  lines: readonly WindowLine[],
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): WindowStatement => {
  const held = (day: LocalDate, isBefore: boolean): number =>
    lines
      .filter(({ on }) => (isBefore ? on < day : on <= day))
      .reduce((sum, { amount }) => sum - amount, 0)
  const within = lines.filter(({ on }) => on >= from && on <= to)
  const moved = (movement: Movement): number =>
    within
      .filter(({ entryType }) => movementOf(entryType) === movement)
      .reduce((sum, { amount }) => sum + amount, 0)
  return {
    opening: held(from, true) - moved('opening'),
    received: 0 - moved('received'),
    spent: moved('spent'),
    returned: moved('returned'),
    closing: held(to, false),
  }
}

/** What went to people in each quarter that is over by a day; nothing is told of one that still runs. */
export const quarterTotals = (
  lines: readonly WindowLine[],
  today: LocalDate,
): readonly { readonly quarter: Quarter; readonly total: number }[] => {
  const totals = new Map<Quarter, number>()
  for (const { on, amount, entryType } of lines)
    if (movementOf(entryType) === 'spent')
      totals.set(quarterOf(on), (totals.get(quarterOf(on)) ?? 0) + amount)
  return [...totals]
    .filter(([quarter]) => quarter < quarterOf(today))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, total]) => ({ quarter, total }))
}

/** Nothing is told of fewer people than these (DF 8.6). */
export const kOf = { migration: releaseKinds.migration.k, survivors: releaseKinds.survivors.k }

export type Cell<Key extends string> = {
  readonly key: Key
  readonly people: number
  readonly amount: number
  /** Who they are, where one person can be in several cells: of two cells together each counts once. */
  readonly who?: ReadonlySet<string>
}
export type SafeRow<Key extends string> = {
  /** `others` stands for all that is not told by itself. */
  readonly key: Key | 'others'
  /** To the nearest five. */
  readonly people: number
  /** To two figures: enough to see where money went, too little to count back. */
  readonly amount: number
}

const peopleIn = (cells: readonly Cell<string>[]): number => {
  const unnamed = cells.filter(({ who }) => who === undefined)
  const named = new Set(cells.flatMap(({ who }) => [...(who ?? [])]))
  return unnamed.reduce((sum, { people }) => sum + people, named.size)
}

const together = <Key extends string>(cells: readonly Cell<Key>[]) => ({
  people: peopleIn(cells),
  amount: cells.reduce((sum, { amount }) => sum + amount, 0),
})

/** Cells that may be told one by one, and those that are told together; undefined where not even all may. */
export const safeGroups = <Key extends string>(
  cells: readonly Cell<Key>[],
  k: number,
): { readonly told: readonly Cell<Key>[]; readonly others: readonly Cell<Key>[] } | undefined => {
  const some = cells.filter(({ people }) => people > 0)
  const large = some.filter(({ people }) => people >= k)
  const others = some.filter(({ people }) => people < k)
  // What is left out must not come out by taking what is told from the whole, which the codes tell. With a rest
  // of twice as many, and a large one in it that is taken from the list as it stands and not by size, no year that
  // can be is the only one that fits (`subtraction.test.ts` tries them all).
  const isOpen = (): boolean =>
    together(others).people < 2 * k || others.every(({ people }) => people < k)
  while (others.length > 0 && isOpen()) {
    const next = large.pop()
    if (!next) return together(others).people < k ? undefined : { told: [], others }
    others.push(next)
  }
  return { told: some.filter((cell) => large.includes(cell)), others }
}

/** Rows of at least `k` people each, none of which can be found by subtraction; empty where there are too few. */
export const safeRows = <Key extends string>(
  cells: readonly Cell<Key>[],
  k: number,
): readonly SafeRow<Key>[] => {
  const groups = safeGroups(cells, k)
  if (!groups) return []
  const row = (key: Key | 'others', { people, amount }: Omit<Cell<Key>, 'key'>): SafeRow<Key> => ({
    key,
    people: roundedPeople(people),
    amount: roundedAmount(amount),
  })
  return [
    ...groups.told.map((cell) => row(cell.key, cell)),
    ...(groups.others.length > 0 ? [row('others', together(groups.others))] : []),
  ]
}

/** A grant as the table by kind counts it. */
export type Given = {
  readonly kind: SupportKind
  readonly person: string
  readonly amount: number
}

/** People and money of each kind. */
export const cellsByKind = (given: readonly Given[]): readonly Cell<SupportKind>[] =>
  supportKinds.map((key) => {
    const own = given.filter(({ kind }) => kind === key)
    const who = new Set(own.map(({ person }) => person))
    return {
      key,
      people: who.size,
      who,
      amount: own.reduce((sum, { amount }) => sum + amount, 0),
    }
  })

/** How many of all were survivors; undefined where so few were, or so few were not, that it could mark somebody. */
export const survivorsShown = (people: number, survivors: number): number | undefined =>
  survivors >= kOf.survivors && people - survivors >= kOf.survivors
    ? roundedPeople(survivors)
    : undefined

/** A year's table is made once, when the year has been over for so long that late entries are in. */
export const isYearReleased = (year: string, today: LocalDate): boolean =>
  today > `${String(Number(year) + 1)}-03-31`
