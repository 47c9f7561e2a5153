import { instantAfter } from '#domain/kernel/dates.ts'
import type { Notes, SessionRow } from '#domain/ports.ts'
import { type IdentityNeeds, lifetimes } from '#src/app/identity/identity.ts'

type Whose = { readonly fundId: string; readonly memberId: string }

const subjectOf = (memberId: string): string => `sums:${memberId}`
const leftOut = 'left-out'

/** Whether a member wants the own page to leave every sum out until it is asked for: on a phone that many use. */
export const leavesSumsOut = async (
  store: Pick<Notes, 'of'>,
  { fundId, memberId }: Whose,
): Promise<boolean> => (await store.of(fundId)).get(subjectOf(memberId)) === leftOut

export const keepSumsOut = (
  store: Pick<Notes, 'keep'>,
  { fundId, memberId }: Whose,
  isOut: boolean,
): Promise<void> =>
  store.keep(fundId, [{ subject: subjectOf(memberId), text: isOut ? leftOut : '' }])

/** Whether the secret was given again within the last five minutes; to sign in, users give it too, and that does not count. */
export const hasAskedAgain = (
  { clock }: Pick<IdentityNeeds, 'clock'>,
  { card, startedAt, steppedUpAt }: SessionRow,
): boolean =>
  steppedUpAt !== undefined &&
  (card !== undefined || steppedUpAt !== startedAt) &&
  clock() < instantAfter(steppedUpAt, lifetimes.stepUpMs)

/** Opens for five minutes what is shown only to whoever has just given the secret; the caller has looked at it. */
export const openForAWhile = (
  { store, clock }: Pick<IdentityNeeds, 'store' | 'clock'>,
  { networkId, sessionId }: SessionRow,
): Promise<void> => store.changeOpenSession(networkId, sessionId, { steppedUpAt: clock() })
