import type { FundBook } from '#domain/health/book.ts'
import { charterOf } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { GrantWindow } from '#domain/grants/grants.ts'
import { type SupportKind, supportMax } from '#domain/grants/kinds.ts'
import type { PotSupport, PotWindow } from '#domain/grants/pot.ts'
import { type PotMoveRow, potLines } from '#domain/grants/pot-report.ts'
import type { WindowLine } from '#domain/grants/report.ts'
import type { Support } from '#domain/grants/support.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { takesBack } from '#domain/ledger/rows.ts'
import type { FundViews, NetworkViews } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { PotCommand } from '#domain/operations/network.ts'
import { bookOf } from '#src/app/queries.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import type { Recorder } from '#src/app/record.ts'

/*
 * Where a grant comes from: a fund's windows, or the network's own pot. Whoever asks, keeps a file or tells of
 * grants looks at either in the same way; a grant of the pot is kept under the network's id, where a fund's is
 * kept under the fund's.
 */

type Kind = { readonly kind: SupportKind; readonly withChildren: boolean }

export type GrantSource = {
  /** The journal that it stands in: a fund's id, or the network's. */
  readonly scope: string
  readonly isPot: boolean
  readonly windows: readonly Pick<GrantWindow, 'windowId' | 'terms'>[]
  readonly supports: readonly Support[]
  /** The fund's; the pot has none. */
  readonly members: FundBook['members']
  readonly currencyOf: (windowId: string, day: LocalDate) => Currency
  /** The most that one grant of a kind gives on a day. */
  readonly limitOf: (windowId: string, what: Kind, day: LocalDate) => number
  /** Movements of windows; one that takes something back belongs to what it takes back. */
  readonly lines: (windowIds: readonly string[]) => Promise<readonly WindowLine[]>
}

const fundLines =
  (store: Pick<FundViews, 'postings'>, { fundId, book }: { fundId: string; book: FundBook }) =>
  async (windowIds: readonly string[]): Promise<readonly WindowLine[]> => {
    const accounts = windowIds.map((id): AccountId => `liability:grant-window:${id}`)
    if (accounts.length === 0) return []
    const rows = await store.postings(fundId, { accounts })
    const typeOf = new Map(rows.map(({ seq, entryType }) => [seq, entryType]))
    const back = new Map(
      book.flags
        .filter(({ flag }) => flag === takesBack)
        .map(({ seq, subject }) => [seq, Number(subject.slice('entry:'.length))]),
    )
    return rows.map(({ on, amount, seq, entryType }) => ({
      on,
      amount,
      entryType: typeOf.get(back.get(seq) ?? seq) ?? entryType,
    }))
  }

/** A fund's windows and grants. */
export const fundSource = (
  store: Pick<FundViews, 'postings'>,
  { fundId, book }: { readonly fundId: string; readonly book: FundBook },
): GrantSource => ({
  scope: fundId,
  isPot: false,
  windows: book.windows,
  supports: book.supports,
  members: book.members,
  currencyOf: (_, day) => charterOf(book, day).currency,
  limitOf: (_, what, day) => supportMax(charterOf(book, day), what),
  lines: fundLines(store, { fundId, book }),
})

export type PotBook = {
  readonly windows: readonly PotWindow[]
  readonly supports: readonly PotSupport[]
  /** In the order of the journal. */
  readonly moves: readonly PotMoveRow[]
}

/** The network's own pot, from its views. */
export const potBookOf = async (
  store: Pick<NetworkViews, 'potSubjects'>,
  networkId: string,
): Promise<PotBook> => {
  const rows = await store.potSubjects(networkId)
  const of = <T>(kind: string): T[] =>
    rows.filter((row) => row.kind === kind).map(({ data }) => JSON.parse(data) as T)
  return { windows: of('pot-window'), supports: of('pot-grant'), moves: of('pot-move') }
}

/** The pot's windows and grants. Its limits are those that a fund begins with, in the window's currency. */
export const potSource = (
  networkId: string,
  { windows, supports, moves }: PotBook,
): GrantSource => {
  const currencyOf = (windowId: string): Currency =>
    windows.find((one) => one.windowId === windowId)?.currency ?? 'KHR'
  return {
    scope: networkId,
    isPot: true,
    windows,
    supports,
    members: [],
    currencyOf,
    limitOf: (windowId, what) => supportMax({ currency: currencyOf(windowId) }, what),
    lines: async (windowIds) => windowIds.flatMap((windowId) => potLines(moves, windowId)),
  }
}

/** What grants of a place come from; undefined where there is no such fund. */
export const sourceOf = async (
  store: FundViews & NetworkViews,
  { fundId, networkId }: { readonly fundId: string; readonly networkId: string },
): Promise<GrantSource | undefined> => {
  if (fundId === networkId) return potSource(networkId, await potBookOf(store, networkId))
  const book = await bookOf(store, fundId)
  return book && fundSource(store, { fundId, book })
}

const inPot = (command: Command, askedBy: string): PotCommand => {
  if (command.type === 'TakeSupportStep') return { ...command, type: 'TakePotStep' }
  if (command.type !== 'AskForSupport') throw new Error('no such act of the pot')
  const { broughtBy: _, ...asked } = command
  return { ...asked, type: 'AskFromPot', askedBy }
}

/**
 * Writes what is said of grants into the network's journal, where it is said of the pot. Whoever asked is named, also where
 * another one hands it over: neither decides.
 */
export const potRecorder =
  (recordNetwork: NetworkRecorder, askedBy?: string): Recorder =>
  (networkId, commands, options) =>
    recordNetwork(
      networkId,
      commands.map((command) => inPot(command, askedBy ?? options.actor)),
      options,
    )
