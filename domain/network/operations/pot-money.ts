import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { currencyCodes } from '#domain/kernel/money.ts'
import { group, id, optional, sum, uuid, word } from '#domain/kernel/shape.ts'
import { isBeyond } from '#domain/ledger/limits.ts'
import { accountOfPlace } from '#domain/fund/bank.ts'
import { windowId } from '#domain/grants/grants.ts'
import { recordSupportPart, returnDonation } from '#domain/grants/operations/paying.ts'
import { type PotMoneyBody, grantingOf, potReversalReasons } from '#domain/grants/pot.ts'
import {
  type GrantAccount,
  type GrantPosting,
  placeOfMoney,
  supportCode,
} from '#domain/grants/support.ts'
import { termsFault, windowTerms } from '#domain/grants/terms.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import { type Network, mayDecide } from '#domain/network/state.ts'
import { administrator } from '#domain/operations/may.ts'
import { asSaid, flagsOf, networkOperation } from '#domain/operations/operation.ts'

const byOne = { may: administrator, second: 'none' } as const

const aboutWindow = (entry: { readonly windowId: string }) =>
  [{ kind: 'pot-window', key: entry.windowId }] as const

/**
 * Opens a window of the pot in one currency for ever. Opened again its terms stand in place of those before; where
 * none are said, those before still hold.
 */
export const openPotWindow = networkOperation({
  may: administrator,
  second: approverOf,
  command: 'OpenPotWindow',
  entry: 'PotWindowOpened',
  oneHand: 'sight',
  asks: {
    windowId,
    currency: word(currencyCodes, 'currency-unknown'),
    terms: optional(group(windowTerms)),
    approvedBy,
  },
  keeps: ['windowId', 'currency', 'terms', 'approvedBy'],
  decide: (network: Network, command) => {
    const known = network.pot.windows.get(command.windowId)
    // What was received in one currency is never counted in another.
    if (known && known.currency !== command.currency) return refused('window-of-another-currency')
    if (command.terms !== undefined) {
      const fault = termsFault(command.terms)
      if (fault) return invalid(fault.code, `/terms${fault.at}`)
    }
    return approverFault(network, command) ?? asSaid
  },
  about: aboutWindow,
})

/** Money that moved is never refused, only told where it broke a rule. */
export const recordPotDonation = networkOperation({
  ...byOne,
  command: 'RecordPotDonation',
  entry: 'DonationReceived',
  oneHand: 'sight',
  asks: {
    windowId,
    amount: sum,
    /** Where it came to; the network's bank where nothing is said. */
    to: optional(placeOfMoney),
  },
  keeps: ['windowId', 'amount'],
  decide: ({ pot }: Network, { windowId: into, amount, to = 'bank', effectiveOn: on }) => {
    const window = pot.windows.get(into)
    if (!window) return invalid('window-unknown', '/windowId')
    const { currency, held } = window
    const others = [...pot.windows.values()].filter((one) => one !== window).map((one) => one.held)
    if (isBeyond([...others, held], [...others, held + amount]))
      return refused('more-than-books-hold')
    const postings: readonly GrantPosting[] = [
      { account: accountOfPlace(to) as GrantAccount, amount, currency, on },
      { account: `liability:grant-window:${into}`, amount: -amount, currency, on },
    ]
    return recorded({ flags: [], postings })
  },
  about: aboutWindow,
})

/** Money of a donor leaves by two, as it leaves by two where it is given. */
export const returnPotDonation = networkOperation({
  may: administrator,
  second: approverOf,
  command: 'ReturnPotDonation',
  entry: 'DonationReturned',
  oneHand: 'money',
  asks: { windowId, amount: sum, from: optional(placeOfMoney), approvedBy },
  keeps: ['windowId', 'amount', 'approvedBy'],
  decide: (network: Network, command) => {
    const { pot } = network
    const { windowId: outOf, from = 'bank' } = command
    if (!pot.windows.has(outOf)) return invalid('window-unknown', '/windowId')
    const unseconded = approverFault(network, command)
    if (unseconded) return unseconded
    const returned = returnDonation.decide(grantingOf(pot, outOf), { ...command, from })
    if (returned.outcome !== 'recorded') return returned
    // It has happened where one is left alone to do it too, and is shown to whoever audits.
    const alone = flagsOf({ 'returned-by-one': command.approvedBy === undefined })
    return recorded({ ...returned.body, flags: [...returned.body.flags, ...alone] })
  },
  about: aboutWindow,
})

export const recordPotPart = networkOperation({
  ...byOne,
  command: 'RecordPotPart',
  entry: 'SupportPartPaid',
  oneHand: 'carries-out',
  asks: { code: supportCode, amount: sum, from: optional(placeOfMoney) },
  keeps: ['code', 'amount'],
  decide: ({ pot }: Network, command) => {
    const { code, from = 'bank' } = command
    const support = pot.supports.get(code)
    if (!support) return invalid('support-unknown', '/code')
    const granting = grantingOf(pot, support.windowId)
    return recordSupportPart.decide(granting, { ...command, from })
  },
  about: (entry) => [...aboutWindow(entry), { kind: 'pot-grant', key: entry.code }],
})

const backOf = ({ postings }: PotMoneyBody): readonly GrantPosting[] =>
  postings.map((one) => ({ ...one, amount: -one.amount }))

/** An entry that was wrong is answered by one that takes it back, by two people. */
export const reversePotEntry = networkOperation({
  command: 'ReversePotEntry',
  entry: 'PotEntryReversed',
  oneHand: 'decision',
  asks: {
    reverses: id('entry'),
    reason: word(potReversalReasons, 'reason-unknown'),
    /** One of the staff who decide, and not the one who writes this down. */
    approvedBy: uuid('user'),
  },
  keeps: ['reverses', 'reason', 'approvedBy'],
  may: administrator,
  second: ({ approvedBy }) => approvedBy,
  decide: (network: Network, { reverses, approvedBy, effectiveOn: on }) => {
    const { moves, windows } = network.pot
    const move = moves.get(reverses)
    if (!move) return invalid('entry-unknown', '/reverses')
    if (move.reversedBy !== undefined) return refused('already-reversed')
    if (!mayDecide(network, approvedBy, on)) return refused('not-of-the-deciding-staff')
    const { body } = move
    const isGone =
      body.type === 'DonationReceived' && body.amount > windows.get(body.windowId)!.held
    return recorded({ flags: flagsOf({ 'window-overspent': isGone }), postings: backOf(body) })
  },
  // What it takes back is known to the pot alone: its window and grant are found there.
  about: () => [],
})
