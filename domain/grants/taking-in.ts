import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { GrantWindow } from '#domain/grants/grants.ts'
import type { GrantBody } from '#domain/grants/operations.ts'
import type { Support, SupportState, SupportStep } from '#domain/grants/support.ts'

type Of<Type extends GrantBody['type']> = Extract<GrantBody, { type: Type }>
type WindowBody = Of<'DonationReceived' | 'GrantPaid' | 'DonationReturned' | 'WindowTermsSet'>
type SupportBody = Exclude<GrantBody, WindowBody>

const stateAfterStep = (before: SupportState, step: SupportStep): SupportState =>
  step === 'conditions-met' ? before : step

const stateAfterVote: Readonly<Record<Of<'SupportDecided'>['outcome'], SupportState>> = {
  approved: 'approved',
  refused: 'refused',
  ratified: 'approved',
  'not-ratified': 'not-ratified',
}

type PartPaid = Support['paid'][number]

const inOrder = (a: PartPaid, b: PartPaid): number => (a.on + a.entryId < b.on + b.entryId ? -1 : 1)

/** A grant after one more entry about it. */
export const supportAfter = (
  before: Support | undefined,
  body: SupportBody,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): Support => {
  if (body.type === 'SupportAsked') {
    const { code, windowId, amount, parts, broughtBy, fileHash } = body
    const asked = { code, windowId, amount, parts, broughtBy, fileHash, askedOn: on }
    return { ...asked, state: 'asked', paid: [] }
  }
  const support = before!
  switch (body.type) {
    case 'SupportStepTaken': {
      const met = body.step === 'conditions-met' ? { conditionsMetOn: on } : {}
      return { ...support, ...met, state: stateAfterStep(support.state, body.step) }
    }
    case 'SupportDecided':
      return { ...support, state: stateAfterVote[body.outcome], decidedOn: on }
    case 'SupportAwardedAtOnce':
      return { ...support, state: 'awarded-at-once', decidedOn: on }
    case 'SupportPartPaid': {
      const part = { entryId: id, on, amount: body.amount }
      return { ...support, paid: [...support.paid, part].toSorted(inOrder) }
    }
  }
}

/** A grant as if one of its parts had never been written down. */
export const supportWithout = (support: Support, entryId: EntryId): Support => ({
  ...support,
  paid: support.paid.filter((part) => part.entryId !== entryId),
})

/** A window after one more entry about it. */
const windowAfter = (
  before: GrantWindow | undefined,
  body: WindowBody,
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

/** The window as if one of its grants had never been written down. */
const windowWithout = (
  window: GrantWindow,
  { grantNumber, amount }: Of<'GrantPaid'>,
  on: LocalDate,
): GrantWindow => {
  const i = window.grants.findIndex(
    (grant) => grant.grantNumber === grantNumber && grant.amount === amount && grant.paidOn === on,
  )
  return { ...window, grants: window.grants.filter((_, place) => place !== i) }
}

export type GrantState = {
  readonly windows: Map<string, GrantWindow>
  readonly supports: Map<string, Support>
}

/** Takes in what an entry says of donors' money, in place. */
export const takeInGrants = (
  { windows, supports }: GrantState,
  body: GrantBody,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void => {
  switch (body.type) {
    case 'DonationReceived':
    case 'GrantPaid':
    case 'DonationReturned':
    case 'WindowTermsSet':
      if (body.windowId === undefined) return
      windows.set(body.windowId, windowAfter(windows.get(body.windowId), body, on))
      return
    default:
      supports.set(body.code, supportAfter(supports.get(body.code), body, { id, on }))
  }
}

/** Takes an entry back out of what is known of donors' money, in place. */
export const takeOutGrants = (
  { windows, supports }: GrantState,
  body: GrantBody,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void => {
  if (body.type === 'GrantPaid')
    windows.set(body.windowId, windowWithout(windows.get(body.windowId)!, body, on))
  if (body.type === 'SupportPartPaid')
    supports.set(body.code, supportWithout(supports.get(body.code)!, id))
}
