import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { GrantBody } from '#domain/grants/operations.ts'
import type { GrantPosting, Support } from '#domain/grants/support.ts'
import { supportAfter, supportWithout } from '#domain/grants/taking-in.ts'
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

type OfFund<Type extends GrantBody['type']> = Extract<GrantBody, { type: Type }>

export type PotReceived = OfFund<'DonationReceived'> & {
  readonly windowId: string
  readonly postings: readonly GrantPosting[]
}

/** What moved money of the pot and may turn out never to have happened so. */
export type PotMoneyBody = PotReceived | OfFund<'DonationReturned' | 'SupportPartPaid'>

type PotMove = {
  readonly seq: number
  readonly on: LocalDate
  readonly body: PotMoneyBody
  readonly reversedBy?: EntryId
}

type Bare = { readonly v: 1; readonly flags: readonly never[]; readonly postings: readonly never[] }

export type PotWindowOpened = Bare & {
  readonly type: 'PotWindowOpened'
  readonly windowId: string
  readonly currency: Currency
  readonly terms?: WindowTerms
}
type PotAsked = OfFund<'SupportAsked'> & { readonly askedBy: string }
export type PotSupportDecided = Bare & {
  readonly type: 'PotSupportDecided'
  readonly code: string
  readonly outcome: 'approved' | 'refused'
  /** Whoever wrote it down, and whoever stood behind it: two logins of the staff. */
  readonly deciders: readonly [string, string]
}

export const potReversalReasons = [
  'wrong-amount',
  'wrong-day',
  'entered-twice',
  'did-not-happen',
] as const
export type PotReversalReason = (typeof potReversalReasons)[number]

export type PotEntryReversed = {
  readonly type: 'PotEntryReversed'
  readonly v: 1
  readonly reverses: EntryId
  readonly reason: PotReversalReason
  readonly approvedBy: string
  readonly flags: readonly 'window-overspent'[]
  readonly postings: readonly GrantPosting[]
}

export type PotBody =
  | PotWindowOpened
  | PotMoneyBody
  | PotAsked
  | OfFund<'SupportStepTaken'>
  | PotSupportDecided
  | PotEntryReversed

const bodies: Readonly<Record<PotBody['type'], true>> = {
  PotWindowOpened: true,
  DonationReceived: true,
  DonationReturned: true,
  SupportAsked: true,
  SupportStepTaken: true,
  PotSupportDecided: true,
  SupportPartPaid: true,
  PotEntryReversed: true,
}
export const isPotBody = (body: { readonly type: string }): body is PotBody =>
  Object.hasOwn(bodies, body.type)

/** The pot as the network's journal tells it. */
export type Pot = {
  readonly windows: Map<string, PotWindow>
  readonly supports: Map<string, PotSupport>
  /** By entry. */
  readonly moves: Map<EntryId, PotMove>
}

export const emptyPot = (): Pot => ({ windows: new Map(), supports: new Map(), moves: new Map() })

/** What an entry puts into a window, or takes out of it where it is below nought. */
const intoWindow = ({ type, amount }: PotMoneyBody): number =>
  type === 'DonationReceived' ? amount : -amount

const hold = ({ windows }: Pot, windowId: string, amount: number): void => {
  const window = windows.get(windowId)!
  windows.set(windowId, { ...window, held: window.held + amount })
}

type Entered = { readonly id: EntryId; readonly seq: number; readonly on: LocalDate }

const takeInMoney = (pot: Pot, body: PotMoneyBody, { id, seq, on }: Entered): void => {
  hold(pot, body.windowId, intoWindow(body))
  pot.moves.set(id, { seq, on, body })
  if (body.type !== 'SupportPartPaid') return
  const support = pot.supports.get(body.code)!
  pot.supports.set(body.code, { ...support, ...supportAfter(support, body, { id, on }) })
}

const takeBack = (pot: Pot, { reverses }: PotEntryReversed, id: EntryId): void => {
  const move = pot.moves.get(reverses)!
  pot.moves.set(reverses, { ...move, reversedBy: id })
  const { body } = move
  hold(pot, body.windowId, -intoWindow(body))
  if (body.type !== 'SupportPartPaid') return
  const support = pot.supports.get(body.code)!
  pot.supports.set(body.code, { ...support, ...supportWithout(support, reverses) })
}

/** Takes in what an entry says of the pot, in place. */
export const takeInPot = (pot: Pot, body: PotBody, entered: Entered): void => {
  const { windows, supports } = pot
  switch (body.type) {
    case 'PotWindowOpened': {
      const { windowId, currency, terms } = body
      const before = windows.get(windowId)
      // Opened again without terms, what its donor said before still holds.
      const said = terms ?? before?.terms
      const held = before?.held ?? 0
      windows.set(windowId, { windowId, currency, ...(said ? { terms: said } : {}), held })
      return
    }
    case 'DonationReceived':
    case 'DonationReturned':
    case 'SupportPartPaid':
      takeInMoney(pot, body, entered)
      return
    case 'SupportAsked':
      supports.set(body.code, {
        ...supportAfter(undefined, body, entered),
        askedBy: body.askedBy,
      })
      return
    case 'SupportStepTaken': {
      const support = supports.get(body.code)!
      supports.set(body.code, { ...support, ...supportAfter(support, body, entered) })
      return
    }
    case 'PotSupportDecided': {
      const support = supports.get(body.code)!
      supports.set(body.code, { ...support, state: body.outcome, decidedOn: entered.on })
      return
    }
    case 'PotEntryReversed':
      takeBack(pot, body, entered.id)
      return
  }
}

/** Whether what an entry names came before it. */
export const isKnownToPot = ({ windows, supports, moves }: Pot, body: PotBody): boolean => {
  switch (body.type) {
    case 'PotWindowOpened':
      return true
    case 'PotEntryReversed': {
      const move = moves.get(body.reverses)
      return move !== undefined && move.reversedBy === undefined
    }
    case 'SupportPartPaid':
      return windows.has(body.windowId) && supports.has(body.code)
    case 'SupportStepTaken':
    case 'PotSupportDecided':
      return supports.has(body.code)
    case 'DonationReceived':
    case 'DonationReturned':
    case 'SupportAsked':
      return windows.has(body.windowId)
  }
}
