import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { inOrder } from '#domain/fund/people/life.ts'

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

/** A statement as the fund keeps it, to be compared with the books whenever they are read. */
export type Statement = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly place: HeldElsewhere
  readonly balance: number
  /** What the books said when it came, where that was something else. */
  readonly booked?: number
}

/** The fund after a statement; of two of one day the one that was written down last comes last. */
export const fundAfterStatement = <Of extends { readonly statements?: readonly Statement[] }>(
  fund: Of,
  {
    place,
    balance,
    flags,
  }: Pick<Statement, 'place' | 'balance'> & { readonly flags: readonly string[] },
  {
    entryId,
    on,
    booked,
  }: { readonly entryId: EntryId; readonly on: LocalDate; readonly booked: number },
): Of => ({
  ...fund,
  statements: inOrder([
    ...(fund.statements ?? []),
    {
      entryId,
      on,
      place,
      balance,
      ...(flags.includes('statement-differs') ? { booked } : {}),
    },
  ]),
})
