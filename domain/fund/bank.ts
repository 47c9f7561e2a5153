import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, isAmount, isAmountOrNought } from '#domain/kernel/money.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import { type Posting, transfer } from '#domain/ledger/posting.ts'

/** Where the fund's cash can lie. */
export const cashPlaces = ['box', 'bank', 'wallet'] as const
export type CashPlace = (typeof cashPlaces)[number]

/** Where money lies that somebody else holds for the fund, and gives statements of. */
export type HeldElsewhere = Exclude<CashPlace, 'box'>

const accounts = {
  box: 'asset:cash-box',
  bank: 'asset:bank',
  wallet: 'asset:wallet',
} as const satisfies Readonly<Record<CashPlace, AccountId>>

/** The account of a place. */
export const accountOfPlace = (place: CashPlace): AccountId => accounts[place]

/** Money is moved in the names of two members, so that nobody alone can reach what the bank holds. */
const namesNeeded = 2

type TransferFlag = 'not-in-two-names' | 'more-than-held'

export type TransferRecorded = {
  readonly type: 'TransferRecorded'
  readonly v: 1
  readonly amount: number
  readonly from: CashPlace
  readonly to: CashPlace
  /** Members who went, each by id. */
  readonly names: readonly string[]
  /** SHA-256 of the slip, which is kept on paper. */
  readonly slipHash?: string
  readonly flags: readonly TransferFlag[]
  readonly postings: readonly Posting[]
}

export type RecordTransfer = Envelope & {
  readonly type: 'RecordTransfer'
  readonly amount: number
  readonly from: CashPlace
  readonly to: CashPlace
  readonly names: readonly string[]
  readonly slipHash?: string
}

export type StatementRecorded = {
  readonly type: 'StatementRecorded'
  readonly v: 1
  readonly place: HeldElsewhere
  readonly balance: number
  readonly flags: readonly 'statement-differs'[]
  readonly postings: readonly never[]
}

/** What the bank or the wallet says it holds on a day. It moves nothing: the books are compared with it. */
export type RecordStatement = Envelope & {
  readonly type: 'RecordStatement'
  readonly place: HeldElsewhere
  readonly balance: number
}

export type BankBody = TransferRecorded | StatementRecorded
export type BankCommand = RecordTransfer | RecordStatement

/** What the books are asked: `held` is the balance of a place through a day, or of all days. */
export type Held = {
  readonly isMember: (memberId: string) => boolean
  readonly held: (place: CashPlace, through?: LocalDate) => number
  readonly currency: Currency
}

const isPlace = (word: unknown): word is CashPlace => cashPlaces.some((place) => place === word)

const transferFault = (
  { amount, from, to, names, slipHash }: RecordTransfer,
  { isMember }: Held,
) => {
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (!isPlace(from)) return invalid('place-of-cash-unknown', '/from')
  if (!isPlace(to)) return invalid('place-of-cash-unknown', '/to')
  if (from === to) return invalid('moved-nowhere', '/to')
  const stranger = names.findIndex((memberId) => !isMember(memberId))
  if (stranger >= 0) return invalid('member-unknown', `/names/${stranger}`)
  if (slipHash !== undefined && !/^[0-9a-f]{64}$/.test(slipHash))
    return invalid('slip-not-a-hash', '/slipHash')
  return undefined
}

/** Money taken from the box to the bank or a wallet, or back: it has moved, whoever took it. */
const recordTransfer = (held: Held, command: RecordTransfer): Decision<TransferRecorded, never> => {
  const fault = transferFault(command, held)
  if (fault) return fault
  const { amount, from, to, names, slipHash, effectiveOn: on } = command
  const flags: readonly TransferFlag[] = [
    ...(new Set(names).size < namesNeeded ? (['not-in-two-names'] as const) : []),
    ...(from !== 'box' && amount > held.held(from) ? (['more-than-held'] as const) : []),
  ]
  return recorded({
    type: 'TransferRecorded',
    v: 1,
    amount,
    from,
    to,
    names,
    ...(slipHash === undefined ? {} : { slipHash }),
    flags,
    postings: transfer({
      from: accounts[from],
      to: accounts[to],
      amount,
      currency: held.currency,
      on,
    }),
  })
}

const recordStatement = (
  { held }: Held,
  { place, balance, effectiveOn: on }: RecordStatement,
): Decision<StatementRecorded, never> => {
  if (!isPlace(place) || (place as CashPlace) === 'box')
    return invalid('place-of-cash-unknown', '/place')
  if (!isAmountOrNought(balance)) return invalid('amount-not-whole', '/balance')
  const differs = held(place, on) !== balance
  const flags = differs ? (['statement-differs'] as const) : []
  return recorded({ type: 'StatementRecorded', v: 1, place, balance, flags, postings: [] })
}

/** One decision a command about what lies outside the box. */
export const decideBank = (held: Held, command: BankCommand): Decision<BankBody, never> =>
  command.type === 'RecordTransfer' ? recordTransfer(held, command) : recordStatement(held, command)

/** A statement as the fund keeps it, to be compared with the books whenever they are read. */
export type Statement = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly place: HeldElsewhere
  readonly balance: number
}

/** The fund after a statement; the same whichever came first. */
export const fundAfterStatement = (
  fund: Fund,
  { place, balance }: StatementRecorded,
  { entryId, on }: { readonly entryId: EntryId; readonly on: LocalDate },
): Fund => ({
  ...fund,
  statements: [...(fund.statements ?? []), { entryId, on, place, balance }].toSorted((a, b) =>
    `${a.on} ${a.entryId}` < `${b.on} ${b.entryId}` ? -1 : 1,
  ),
})
