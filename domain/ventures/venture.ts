import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/*
 * A venture: a pot that members put money into for one purpose. It has cash, goods and a book of its own. It is no part of
 * anybody's savings or of what the fund lends, and owes nothing: what it loses is lost by those who hold shares, each by
 * the shares, down to nothing and never further.
 */

export const ventureKinds = ['rice-bank', 'pump', 'shop', 'mill', 'animals', 'other'] as const
type VentureKind = (typeof ventureKinds)[number]

/** What whoever leaves is paid for a share: what the book says it is worth, or never more than what was paid for it. */
export const leavingValues = ['at-most-the-price', 'book-value'] as const
type LeavingValue = (typeof leavingValues)[number]

/** What happens to its money: cash came in, went out or is missing; goods were bought, or are sold, used up, spoilt or lost. */
export const ventureMoves = ['earned', 'spent', 'missing', 'bought', 'gone'] as const
export type VentureMove = (typeof ventureMoves)[number]

/** So many times what one may hold is offered at the least: nobody holds more than a quarter of it. */
export const holdersMin = 4

/** What was read out before the vote, and never changes. */
export type VentureRules = {
  readonly kind: VentureKind
  /** In the smallest unit; every share costs this, whoever buys it. */
  readonly sharePrice: number
  readonly sharesOffered: number
  /** The most that one person holds. */
  readonly sharesEach: number
  readonly leavesFrom: LocalDate
  readonly leavingValue: LeavingValue
  readonly endsOn: LocalDate
  /** Who keeps its cash, and who its paper book: two people. */
  readonly cashKeeper: string
  readonly bookKeeper: string
}

/** Whose it is: shares that came, or with a minus went, and what was paid to whoever holds them. */
export type VenturePart = {
  readonly memberId: string
  readonly shares: number
  readonly paid: number
}

/** One line of its book, in the order of the journal. */
export type VentureLine = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly what: 'shares' | VentureMove | 'profit' | 'left' | 'closed'
  /** What came into its cash and its goods; less than zero went out. */
  readonly cash: number
  readonly goods: number
  /** The number of the paper. */
  readonly paper?: string
  readonly parts?: readonly VenturePart[]
  /** How many counts had been written down before it; left out where there was none. */
  readonly counts?: number
}

/** What two people found, and what the book said of that day when they counted. */
export type VentureCount = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly cash: number
  readonly goods: number
  readonly book: { readonly cash: number; readonly goods: number }
}

export type Venture = VentureRules & {
  readonly ventureId: string
  readonly foundedOn: LocalDate
  readonly lines: readonly VentureLine[]
  /** Counts in the order of the journal; left out where there was none. */
  readonly counts?: readonly VentureCount[]
}
export type Ventures = Map<string, Venture>

/** What a venture has, and who holds it. */
export type VentureStanding = {
  readonly cash: number
  readonly goods: number
  readonly worth: number
  readonly shares: number
  /** Shares by member; whoever has none any more is not among them. */
  readonly holders: ReadonlyMap<string, number>
}

/** How it stands by all that is written, or by what happened through a day. */
export const ventureStanding = ({ lines }: Venture, through?: LocalDate): VentureStanding => {
  const told = lines.filter(({ on }) => through === undefined || on <= through)
  const cash = told.reduce((sum, line) => sum + line.cash, 0)
  const goods = told.reduce((sum, line) => sum + line.goods, 0)
  const held = new Map<string, number>()
  for (const { memberId, shares } of told.flatMap(({ parts = [] }) => parts))
    held.set(memberId, (held.get(memberId) ?? 0) + shares)
  const holders = new Map([...held].filter(([, shares]) => shares > 0))
  const shares = [...holders.values()].reduce((sum, own) => sum + own, 0)
  return { cash, goods, worth: cash + goods, shares, holders }
}

/**
 * Each count beside what the book said of its day: when it was made, or where that was as counted, as the book says it now. A
 * line of an earlier day that is written after a count, and one that is taken back, cannot make a difference unseen; what
 * moved on the day itself after they had counted is no difference.
 */
export const countsBeside = ({ lines, counts = [] }: Venture): readonly VentureCount[] =>
  counts.map((count, i) => {
    const known = lines.filter(({ on, counts: before = 0 }) =>
      before <= i ? on <= count.on : on < count.on,
    )
    const besides = (of: 'cash' | 'goods'): number =>
      count.book[of] === count[of] ? known.reduce((sum, line) => sum + line[of], 0) : count.book[of]
    return { ...count, book: { cash: besides('cash'), goods: besides('goods') } }
  })

/** Shares are sold until its money first moves: whoever came later would pay for what others bore, or get what they earned. */
export const isSelling = ({ lines }: Venture): boolean =>
  lines.every(({ what }) => what === 'shares')

export const isClosed = ({ lines }: Venture): boolean => lines.some(({ what }) => what === 'closed')

/** What its book says that a share is worth, in whole units; never less than nothing. */
export const shareWorth = ({ worth, shares }: VentureStanding): number =>
  shares === 0 ? 0 : Math.max(0, Math.floor(worth / shares))

/** What whoever leaves is paid for a share. Rounded down, so that those who stay lose nothing by it. */
export const leavingWorth = (venture: Venture, standing: VentureStanding): number => {
  const worth = shareWorth(standing)
  return venture.leavingValue === 'book-value' ? worth : Math.min(worth, venture.sharePrice)
}

/** The most that can be shared as profit: what it has beyond all that was paid for the shares, as far as it is cash. */
export const profitOf = ({ sharePrice }: Venture, standing: VentureStanding): number =>
  Math.max(0, Math.min(standing.cash, standing.worth - standing.shares * sharePrice))

/** Ventures in which somebody has or had shares. */
export const venturesOf = (ventures: readonly Venture[], memberId: string): readonly Venture[] =>
  ventures.filter(({ lines }) =>
    lines.some(({ parts = [] }) => parts.some((part) => part.memberId === memberId)),
  )

/** What was paid to somebody of a venture so far: profit, for leaving, and at its end. */
export const paidTo = ({ lines }: Venture, memberId: string): number =>
  lines
    .flatMap(({ parts = [] }) => parts)
    .filter((part) => part.memberId === memberId)
    .reduce((sum, { paid }) => sum + paid, 0)
