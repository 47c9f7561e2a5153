import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import type { WindowLine } from '#domain/grants/report.ts'

/** Rules of the pot that money broke when it moved. */
export const potFindingCodes = [
  'window-overspent',
  'paid-without-decision',
  'above-award',
  'conditions-open',
  'returned-by-one',
] as const

type PotFindingCode = (typeof potFindingCodes)[number]

/** A movement of the pot's money as a view keeps it, with the entry that made it. */
export type PotMoveRow = {
  readonly id: EntryId
  readonly seq: number
  readonly effectiveOn: LocalDate
  readonly recordedAt: string
  readonly entryType: string
  readonly flags: readonly string[]
  readonly postings: readonly Posting[]
  /** The grant that it is a part of. */
  readonly code?: string
  /** The entry that it takes back, by its number and type. */
  readonly takesBack?: number
  readonly takesBackType?: string
}

/** Movements of one window; one that takes something back belongs to what it takes back. */
export const potLines = (moves: readonly PotMoveRow[], windowId: string): readonly WindowLine[] => {
  const account: AccountId = `liability:grant-window:${windowId}`
  return moves.flatMap(({ postings, entryType, takesBackType }) =>
    postings
      .filter((one) => one.account === account)
      .map(({ on, amount }) => ({ on, amount, entryType: takesBackType ?? entryType })),
  )
}

/** An account of the network with its sum; debit is positive. */
export type PotBalance = {
  readonly account: AccountId
  readonly currency: Currency
  readonly amount: number
}

/** Every account that the network's money has touched, through a day; each currency sums to zero. */
export const potTrialBalance = (
  moves: readonly PotMoveRow[],
  through: LocalDate,
): readonly PotBalance[] => {
  const sums = new Map<string, PotBalance>()
  for (const { account, currency, amount, on } of moves.flatMap(({ postings }) => postings)) {
    if (on > through) continue
    const key = `${account} ${currency}`
    sums.set(key, { account, currency, amount: (sums.get(key)?.amount ?? 0) + amount })
  }
  const place = ({ account, currency }: PotBalance): string => `${currency} ${account}`
  return [...sums.values()]
    .filter(({ amount }) => amount !== 0)
    .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

/** A rule that a movement of the pot broke, with the sum that moved. It stays, also where the movement is taken back. */
export type PotFinding = {
  readonly code: PotFindingCode
  readonly seq: number
  readonly on: LocalDate
  readonly windowId: string
  /** The grant that was paid; null where it was none. */
  readonly support: string | null
  readonly amount: number
  readonly currency: Currency
  readonly isTakenBack: boolean
}

const windowPrefix = 'liability:grant-window:'

const isPotFinding = (flag: string): flag is PotFindingCode =>
  (potFindingCodes as readonly string[]).includes(flag)

/** What whoever audits the pot looks at, the newest first. */
export const potFindings = (moves: readonly PotMoveRow[]): readonly PotFinding[] => {
  const takenBack = new Set(moves.map(({ takesBack }) => takesBack))
  return moves.toReversed().flatMap(({ seq, effectiveOn: on, code, flags, postings }) => {
    const { account, currency, amount } = postings.find((one) =>
      one.account.startsWith(windowPrefix),
    )!
    const windowId = account.slice(windowPrefix.length)
    const isTakenBack = takenBack.has(seq)
    const about = { seq, on, windowId, support: code ?? null, amount: Math.abs(amount), currency }
    return flags.filter(isPotFinding).map((flag) => ({ code: flag, ...about, isTakenBack }))
  })
}
