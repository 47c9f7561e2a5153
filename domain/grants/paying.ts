import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import { isAmount } from '#domain/kernel/money.ts'
import { type CashPlace, accountOfPlace, cashPlaces } from '#domain/fund/bank.ts'
import { isWindowId } from '#domain/grants/grants.ts'
import type { Granting, RecordSupportPart, ReturnDonation } from '#domain/grants/deciding.ts'
import {
  type DonationReturned,
  type GrantAccount,
  type GrantPosting,
  type PartFlag,
  type Support,
  type SupportPartPaid,
  isAwarded,
  paidOn,
} from '#domain/grants/support.ts'

const outOf = (
  { currency }: Pick<Granting, 'currency'>,
  {
    windowId,
    amount,
    from,
    on,
  }: {
    readonly windowId: string
    readonly amount: number
    readonly from: CashPlace
    readonly on: string
  },
): readonly GrantPosting[] => {
  const place = accountOfPlace(from) as GrantAccount
  const window = `liability:grant-window:${windowId}` as const
  return [
    { account: window, amount, currency, on },
    { account: place, amount: -amount, currency, on },
  ]
}

const placeFault = (from: CashPlace): boolean => !cashPlaces.includes(from)

/** Rules that a payment breaks; it has happened, so they are told and stop nothing. */
const flagsOf = (
  { held, meetings }: Pick<Granting, 'held' | 'meetings'>,
  support: Support,
  { amount, effectiveOn: on }: RecordSupportPart,
): PartFlag[] => {
  const sum = paidOn(support) + amount
  const isLast = sum >= support.amount
  const checks: readonly (readonly [PartFlag, boolean])[] = [
    ['window-overspent', amount > held(support.windowId)],
    ['paid-without-decision', !isAwarded(support)],
    ['above-award', sum > support.amount],
    // Where there are parts, something is to be shown before the last of them.
    [
      'conditions-open',
      isLast && support.parts > 1 && !support.conditionsMetOn && isAwarded(support),
    ],
    // What the team brought is handed to the team, whatever it is for, and not where everybody looks on.
    ['paid-at-a-meeting', support.broughtBy === 'team' && meetings.get(on)?.opening !== undefined],
  ]
  return checks.filter(([, isBroken]) => isBroken).map(([flag]) => flag)
}

/** A part of a grant was paid out. */
export const recordSupportPart = (
  granting: Pick<Granting, 'supports' | 'held' | 'meetings' | 'currency'>,
  command: RecordSupportPart,
): Decision<SupportPartPaid, never> => {
  const { code, amount, from = 'box', effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (placeFault(from)) return invalid('place-unknown', '/from')
  const support = granting.supports.get(code)
  if (!support) return invalid('support-unknown', '/code')
  const { windowId } = support
  return recorded({
    type: 'SupportPartPaid',
    v: 1,
    code,
    windowId,
    amount,
    from,
    flags: flagsOf(granting, support, command),
    postings: outOf(granting, { windowId, amount, from, on }),
  })
}

/** Money of a window went back to its donor. */
export const returnDonation = (
  granting: Pick<Granting, 'held' | 'currency'>,
  command: ReturnDonation,
): Decision<DonationReturned, never> => {
  const { windowId, amount, from = 'box', effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (placeFault(from)) return invalid('place-unknown', '/from')
  if (!isWindowId(windowId)) return invalid('window-not-a-code', '/windowId')
  return recorded({
    type: 'DonationReturned',
    v: 1,
    windowId,
    amount,
    from,
    flags: amount > granting.held(windowId) ? (['window-overspent'] as const) : [],
    postings: outOf(granting, { windowId, amount, from, on }),
  })
}
