import type { LocalDate } from '#domain/kernel/dates.ts'
import { type AccountId, type AccountKind, kindOf } from '#domain/ledger/accounts.ts'
import {
  type Running,
  copyOfRunning,
  move,
  movesIn,
  nothingRunning,
  sumThrough,
} from '#domain/ledger/running.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/**
 * What was posted, by account and by kind of account; smallest units, debit positive. What a day's balance costs does not
 * depend on how many entries there are.
 */
export type Posted = {
  readonly accounts: ReadonlyMap<AccountId, Running>
  readonly kinds: ReadonlyMap<AccountKind, Running>
}

/** The same where more is posted to it. */
export type PostedOn = {
  readonly accounts: Map<AccountId, Running>
  readonly kinds: Map<AccountKind, Running>
}

export const nothingPosted = (): PostedOn => ({ accounts: new Map(), kinds: new Map() })

const copied = <Key>(lines: ReadonlyMap<Key, Running>): Map<Key, Running> =>
  new Map([...lines].map(([key, line]) => [key, copyOfRunning(line)]))

export const copyOfPosted = ({ accounts, kinds }: Posted): PostedOn => ({
  accounts: copied(accounts),
  kinds: copied(kinds),
})

const lineOf = <Key>(lines: Map<Key, Running>, key: Key): Running => {
  const line = lines.get(key) ?? nothingRunning()
  lines.set(key, line)
  return line
}

/** Adds a posting, in place. */
export const post = (
  { accounts, kinds }: PostedOn,
  { account, on, amount }: Pick<Posting, 'account' | 'on' | 'amount'>,
): void => {
  move(lineOf(accounts, account), on, amount)
  move(lineOf(kinds, kindOf(account)), on, amount)
}

/** Every account that was ever posted to, of some kinds where they are named. */
export const accountsIn = (
  { accounts }: Posted,
  isAsked: (kind: AccountKind) => boolean = () => true,
): AccountId[] => [...accounts.keys()].filter((account) => isAsked(kindOf(account)))

/** An account's balance through a day, or of all that was ever posted. */
export const balanceOf = (
  { accounts }: Posted,
  account: AccountId,
  through?: LocalDate,
): number => {
  const line = accounts.get(account)
  return line ? sumThrough(line, through) : 0
}

/** What moved on an account, day by day. */
export const movesOf = ({ accounts }: Posted, account: AccountId): ReturnType<typeof movesIn> =>
  movesIn(accounts.get(account) ?? nothingRunning())

/** What a member has saved through a day, or in all. */
export const savedBy = (posted: Posted, memberId: string, through?: LocalDate): number =>
  0 - balanceOf(posted, `liability:savings:${memberId}`, through)

/** What waits for a member's word on a day, and has not been given out since. */
export const waitingFor = (posted: Posted, memberId: string, on: LocalDate): number => {
  const account = `liability:suspense:${memberId}` as const
  return 0 - Math.max(balanceOf(posted, account, on), balanceOf(posted, account))
}

/** What all accounts of a kind come to through a day, or in all. */
export const balanceOfKind = (
  { kinds }: Posted,
  kind: AccountKind,
  through?: LocalDate,
): number => {
  const line = kinds.get(kind)
  return line ? sumThrough(line, through) : 0
}

/** The members' own on a day or in all: equity, results and savings, those in private among them where they are asked for. */
export const ownIn = (
  { kinds }: Posted,
  through: LocalDate | undefined,
  isOwn: (kind: AccountKind) => boolean,
): number => {
  let own = 0
  for (const [kind, line] of kinds) if (isOwn(kind)) own -= sumThrough(line, through)
  return own
}
