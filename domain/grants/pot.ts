import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { GrantPosting, Support } from '#domain/grants/support.ts'
import type { WindowTerms } from '#domain/grants/terms.ts'

/*
 * The network's own pot: donors' money that the network itself holds and gives. What is said of it is said in
 * the words of a fund's windows, in the network's journal, so that no fund's journal knows of any of it.
 */

/** A window of the pot. `held` is what it holds through all days, in smallest units of its currency. */
export type PotWindow = {
  readonly windowId: string
  readonly currency: Currency
  readonly terms?: WindowTerms
  readonly held: number
}

/** A grant of the pot, with the login that asked for it: whoever asks does not decide. */
export type PotSupport = Support & { readonly askedBy: string }

/** As much as the pot keeps of what moved its money and may turn out never to have happened so. */
export type PotMoneyBody = {
  readonly windowId: string
  readonly amount: number
  readonly postings: readonly GrantPosting[]
} & (
  | { readonly type: 'DonationReceived' | 'DonationReturned' }
  | { readonly type: 'SupportPartPaid'; readonly code: string }
)

type PotMove = {
  readonly seq: number
  readonly on: LocalDate
  readonly body: PotMoneyBody
  readonly reversedBy?: EntryId
}

export const potReversalReasons = [
  'wrong-amount',
  'wrong-day',
  'entered-twice',
  'did-not-happen',
] as const

/** The pot as the network's journal tells it. */
export type Pot = {
  readonly windows: Map<string, PotWindow>
  readonly supports: Map<string, PotSupport>
  /** By entry. */
  readonly moves: Map<EntryId, PotMove>
}

export const emptyPot = (): Pot => ({ windows: new Map(), supports: new Map(), moves: new Map() })

/** The pot as what a fund's rules about grants look at: there are no meetings, and each window has its currency. */
export const grantingOf = ({ windows, supports }: Pot, windowId: string) => ({
  supports,
  windows,
  meetings: new Map<string, never>(),
  currency: windows.get(windowId)!.currency,
  held: (id: string): number => windows.get(id)?.held ?? 0,
})
