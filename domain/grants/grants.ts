import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, isAmount } from '#domain/kernel/money.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type Posting, transfer } from '#domain/ledger/posting.ts'
import type { DonationReturned, SupportBody } from '#domain/grants/support.ts'
import type { WindowTerms, WindowTermsSet } from '#domain/grants/terms.ts'

/**
 * A donor's restricted money. Every grant, of every kind, is a number and a sum here: no payee and no
 * kind, so that none of them marks a survivor.
 */
export type GrantWindow = {
  readonly windowId: string
  readonly grants: readonly {
    readonly grantNumber: string
    readonly amount: number
    readonly paidOn: LocalDate
  }[]
  /** What the donor has agreed, where it was written down. */
  readonly terms?: WindowTerms
}

export type DonationReceived = {
  readonly type: 'DonationReceived'
  readonly v: 1
  readonly windowId?: string
  readonly amount: number
  readonly flags: readonly never[]
  readonly postings: readonly Posting[]
}

export type GrantPaid = {
  readonly type: 'GrantPaid'
  readonly v: 1
  readonly windowId: string
  readonly grantNumber: string
  readonly amount: number
  readonly flags: readonly 'window-overspent'[]
  readonly postings: readonly Posting[]
}

/** Without a window the money is for running costs, and is income. */
export type RecordDonation = Envelope & {
  readonly type: 'RecordDonation'
  readonly windowId?: string
  readonly amount: number
}

export type RecordGrantPayout = Envelope & {
  readonly type: 'RecordGrantPayout'
  readonly windowId: string
  readonly grantNumber: string
  readonly amount: number
}

export const isWindowId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(value)

export const recordDonation = (
  currency: Currency,
  command: RecordDonation,
): Decision<DonationReceived, never> => {
  const { windowId, amount, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (windowId !== undefined && !isWindowId(windowId))
    return invalid('window-not-a-code', '/windowId')
  const from =
    windowId === undefined ? 'income:donations' : (`liability:grant-window:${windowId}` as const)
  const postings = transfer({ from, to: 'asset:cash-box', amount, currency, on })
  const window = windowId === undefined ? {} : { windowId }
  return recorded({ type: 'DonationReceived', v: 1, ...window, amount, flags: [], postings })
}

export const recordGrantPayout = (
  { held, currency }: { readonly held: number; readonly currency: Currency },
  command: RecordGrantPayout,
): Decision<GrantPaid, never> => {
  const { windowId, grantNumber, amount, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (!isWindowId(windowId)) return invalid('window-not-a-code', '/windowId')
  return recorded({
    type: 'GrantPaid',
    v: 1,
    windowId,
    grantNumber,
    amount,
    flags: amount > held ? (['window-overspent'] as const) : [],
    postings: transfer({
      from: 'asset:cash-box',
      to: `liability:grant-window:${windowId}`,
      amount,
      currency,
      on,
    }),
  })
}

/** A window after one more entry about it. */
export const windowAfter = (
  before: GrantWindow | undefined,
  body: DonationReceived | GrantPaid | DonationReturned | WindowTermsSet,
  on: LocalDate,
): GrantWindow => {
  const window = before ?? { windowId: body.windowId!, grants: [] }
  if (body.type === 'WindowTermsSet') {
    const { from, until, lines, unspent } = body
    return { ...window, terms: { from, until, lines, unspent } }
  }
  if (body.type !== 'GrantPaid') return window
  const { grantNumber, amount } = body
  const place = (grant: GrantWindow['grants'][number]): string =>
    `${grant.grantNumber} ${grant.paidOn} ${grant.amount}`
  const grants = [...window.grants, { grantNumber, amount, paidOn: on }]
  return { ...window, grants: grants.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)) }
}

/** Everything that can be recorded about donors' money. */
export type GrantBody =
  | DonationReceived
  | GrantPaid
  | DonationReturned
  | WindowTermsSet
  | SupportBody

/** The window as if one of its grants had never been written down. */
export const windowWithout = (window: GrantWindow, body: GrantPaid, on: LocalDate): GrantWindow => {
  const { grantNumber, amount } = body
  const i = window.grants.findIndex(
    (grant) => grant.grantNumber === grantNumber && grant.amount === amount && grant.paidOn === on,
  )
  return { ...window, grants: window.grants.filter((_, place) => place !== i) }
}
