import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { type Currency, isAmount, isCurrency } from '#domain/kernel/money.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import { type CashPlace, accountOfPlace, cashPlaces } from '#domain/fund/bank.ts'
import { recordSupportPart, returnDonation } from '#domain/grants/operations/paying.ts'
import { askForSupport, takeSupportStep } from '#domain/grants/operations/support.ts'
import { setWindowTerms } from '#domain/grants/operations/windows.ts'
import {
  type Pot,
  type PotBody,
  type PotEntryReversed,
  type PotMoneyBody,
  type PotReceived,
  type PotReversalReason,
  type PotSupportDecided,
  type PotWindowOpened,
  potReversalReasons,
} from '#domain/grants/pot.ts'
import { isWindowId } from '#domain/grants/grants.ts'
import {
  type GrantAccount,
  type GrantPosting,
  type Support,
  type SupportStep,
  promisedOf,
} from '#domain/grants/support.ts'
import type { WindowTerms } from '#domain/grants/terms.ts'
import { operationsOf } from '#domain/operations/operation.ts'

/**
 * Opens a window of the pot in one currency for ever. Opened again its terms stand in place of those before; where
 * none are said, those before still hold.
 */
type OpenPotWindow = Envelope & {
  readonly type: 'OpenPotWindow'
  readonly windowId: string
  readonly currency: Currency
  readonly terms?: WindowTerms
}
type RecordPotDonation = Envelope & {
  readonly type: 'RecordPotDonation'
  readonly windowId: string
  readonly amount: number
  /** Where it came to; the network's bank where nothing is said. */
  readonly to?: CashPlace
}
type ReturnPotDonation = Envelope & {
  readonly type: 'ReturnPotDonation'
  readonly windowId: string
  readonly amount: number
  readonly from?: CashPlace
}
type AskFromPot = Envelope &
  Pick<Support, 'code' | 'windowId' | 'amount' | 'parts' | 'fileHash'> & {
    readonly type: 'AskFromPot'
    /** The login that asks: the service writes it down from the session. */
    readonly askedBy: string
  }
type TakePotStep = Envelope & {
  readonly type: 'TakePotStep'
  readonly code: string
  readonly step: SupportStep
}
type DecideFromPot = Envelope & {
  readonly type: 'DecideFromPot'
  readonly code: string
  readonly isApproved: boolean
  /** Whoever writes it down, and another one of the staff whose secret stands behind it. */
  readonly deciders: readonly [string, string]
}
type RecordPotPart = Envelope & {
  readonly type: 'RecordPotPart'
  readonly code: string
  readonly amount: number
  readonly from?: CashPlace
}
type ReversePotEntry = Envelope & {
  readonly type: 'ReversePotEntry'
  readonly reverses: EntryId
  readonly reason: PotReversalReason
  /** One of the staff who decide, and not the one who writes this down. */
  readonly approvedBy: string
}

export type PotCommand =
  | OpenPotWindow
  | RecordPotDonation
  | ReturnPotDonation
  | AskFromPot
  | TakePotStep
  | DecideFromPot
  | RecordPotPart
  | ReversePotEntry

const commands: Readonly<Record<PotCommand['type'], true>> = {
  OpenPotWindow: true,
  RecordPotDonation: true,
  ReturnPotDonation: true,
  AskFromPot: true,
  TakePotStep: true,
  DecideFromPot: true,
  RecordPotPart: true,
  ReversePotEntry: true,
}
export const isPotCommand = (command: { readonly type: string }): command is PotCommand =>
  Object.hasOwn(commands, command.type)

/** What decisions about the pot look at; `mayDecide` is whether a login is of the staff who decide that day. */
type Potting = { readonly pot: Pot; readonly mayDecide: (userId: string) => boolean }

/* What a fund's operations decide of the same in the pot. */
const settingTerms = operationsOf([setWindowTerms])
const asking = operationsOf([askForSupport])
const steps = operationsOf([takeSupportStep])
const parts = operationsOf([recordSupportPart])
const returns = operationsOf([returnDonation])

const openWindow = (pot: Pot, command: OpenPotWindow): Decision<PotWindowOpened, string> => {
  const { windowId, currency, terms } = command
  if (!isWindowId(windowId)) return invalid('window-not-a-code', '/windowId')
  if (!isCurrency(currency)) return invalid('currency-unknown', '/currency')
  const known = pot.windows.get(windowId)
  // What was received in one currency is never counted in another.
  if (known && known.currency !== currency) return refused('window-of-another-currency')
  const opened = {
    type: 'PotWindowOpened',
    v: 1,
    windowId,
    currency,
    flags: [],
    postings: [],
  } as const
  if (terms === undefined) return recorded(opened)
  const judged = settingTerms.decide({}, { ...command, type: 'SetWindowTerms', ...terms })
  if (judged.outcome === 'invalid') return invalid(judged.code, `/terms${judged.at}`)
  const { from, until, lines, unspent } = terms
  return recorded({ ...opened, terms: { from, until, lines, unspent } })
}

const placeFault = (place: CashPlace): boolean => !cashPlaces.includes(place)

const receive = (pot: Pot, command: RecordPotDonation): Decision<PotReceived, never> => {
  const { windowId, amount, to = 'bank', effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (placeFault(to)) return invalid('place-unknown', '/to')
  const window = pot.windows.get(windowId)
  if (!window) return invalid('window-unknown', '/windowId')
  const { currency } = window
  const postings: readonly GrantPosting[] = [
    { account: accountOfPlace(to) as GrantAccount, amount, currency, on },
    { account: `liability:grant-window:${windowId}`, amount: -amount, currency, on },
  ]
  return recorded({ type: 'DonationReceived', v: 1, windowId, amount, flags: [], postings })
}

/** The pot as what a fund's rules about grants look at: there are no meetings, and each window has its currency. */
const grantingOf = ({ windows, supports }: Pot, windowId: string) => ({
  supports,
  windows,
  meetings: new Map<string, never>(),
  currency: windows.get(windowId)!.currency,
  held: (id: string): number => windows.get(id)?.held ?? 0,
})

const giveBack = (pot: Pot, command: ReturnPotDonation): Decision<PotBody, string> => {
  const { windowId, from = 'bank' } = command
  if (!pot.windows.has(windowId)) return invalid('window-unknown', '/windowId')
  return returns.decide(grantingOf(pot, windowId), { ...command, type: 'ReturnDonation', from })
}

const pay = (pot: Pot, command: RecordPotPart): Decision<PotBody, string> => {
  const { code, from = 'bank' } = command
  const support = pot.supports.get(code)
  if (!support) return invalid('support-unknown', '/code')
  const granting = grantingOf(pot, support.windowId)
  return parts.decide(granting, { ...command, type: 'RecordSupportPart', from })
}

const ask = (pot: Pot, command: AskFromPot): Decision<PotBody, string> => {
  const { windowId, askedBy } = command
  if (!isUuid(askedBy)) return invalid('user-not-an-id', '/askedBy')
  if (!pot.windows.has(windowId)) return invalid('window-unknown', '/windowId')
  const asked = { ...command, type: 'AskForSupport', broughtBy: 'team' } as const
  const decision = asking.decide(grantingOf(pot, windowId), asked)
  return decision.outcome === 'recorded' ? recorded({ ...decision.body, askedBy }) : decision
}

/** Two of the staff, neither of whom has asked, say yes or no to a code and a sum. */
const decideGrant = (
  { pot, mayDecide }: Potting,
  { code, isApproved, deciders }: DecideFromPot,
): Decision<PotSupportDecided, string> => {
  const [first, second] = deciders
  if (!deciders.every(isUuid)) return invalid('user-not-an-id', '/deciders')
  if (first === second) return invalid('decider-twice', '/deciders')
  if (typeof isApproved !== 'boolean') return invalid('not-true-or-false', '/isApproved')
  const support = pot.supports.get(code)
  if (!support) return refused('support-unknown')
  const { state, askedBy, windowId, amount } = support
  if (state === 'asked') return refused('not-checked')
  if (state !== 'checked') return refused('already-decided')
  if (!deciders.every(mayDecide)) return refused('not-of-the-deciding-staff')
  if (deciders.includes(askedBy)) return refused('asker-is-concerned')
  const { held } = pot.windows.get(windowId)!
  if (isApproved && held - promisedOf(pot.supports.values(), windowId) < amount)
    return refused('window-too-small')
  const outcome = isApproved ? 'approved' : 'refused'
  const decided = { v: 1, flags: [], postings: [], code, outcome } as const
  return recorded({ type: 'PotSupportDecided', ...decided, deciders: [first, second] })
}

const backOf = ({ postings }: PotMoneyBody): readonly GrantPosting[] =>
  (postings as readonly GrantPosting[]).map((one) => ({ ...one, amount: -one.amount }))

/** An entry that was wrong is answered by one that takes it back, by two people. */
const reverse = (
  { pot, mayDecide }: Potting,
  { reverses, reason, approvedBy }: ReversePotEntry,
): Decision<PotEntryReversed, string> => {
  if (!potReversalReasons.includes(reason)) return invalid('reason-unknown', '/reason')
  if (!isUuid(approvedBy)) return invalid('user-not-an-id', '/approvedBy')
  const move = pot.moves.get(reverses)
  if (!move) return invalid('entry-unknown', '/reverses')
  if (move.reversedBy !== undefined) return refused('already-reversed')
  if (!mayDecide(approvedBy)) return refused('not-of-the-deciding-staff')
  const { body } = move
  const isShort =
    body.type === 'DonationReceived' && body.amount > pot.windows.get(body.windowId)!.held
  return recorded({
    type: 'PotEntryReversed',
    v: 1,
    reverses,
    reason,
    approvedBy,
    flags: isShort ? (['window-overspent'] as const) : [],
    postings: backOf(body),
  })
}

/** Decides about the network's own pot. Money that moved is never refused, only told where it broke a rule. */
export const decidePot = (potting: Potting, command: PotCommand): Decision<PotBody, string> => {
  const { pot } = potting
  switch (command.type) {
    case 'OpenPotWindow':
      return openWindow(pot, command)
    case 'RecordPotDonation':
      return receive(pot, command)
    case 'ReturnPotDonation':
      return giveBack(pot, command)
    case 'AskFromPot':
      return ask(pot, command)
    case 'TakePotStep':
      return steps.decide(pot, { ...command, type: 'TakeSupportStep' })
    case 'DecideFromPot':
      return decideGrant(potting, command)
    case 'RecordPotPart':
      return pay(pot, command)
    case 'ReversePotEntry':
      return reverse(potting, command)
  }
}
