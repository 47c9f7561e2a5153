import { instantAfter } from '#domain/kernel/dates.ts'
import type { Device, SessionRow, SignedIn } from '#domain/ports.ts'
import {
  type IdentityNeeds,
  lifetimes,
  newToken,
  scopeOfToken,
} from '#src/app/identity/identity.ts'

/** Whose session it is to be: a user's, or a member's who came by a printed card. */
export type Whose =
  | { readonly userId: string }
  | { readonly card: { readonly fundId: string; readonly memberId: string } }

export type OpenedSession = { readonly token: string; readonly session: SessionRow }

/** Opens a session. The token is told once; the table keeps its hash. */
export const openSession = async (
  needs: IdentityNeeds,
  {
    networkId,
    deviceId,
    whose,
  }: Pick<Device, 'networkId' | 'deviceId'> & { readonly whose: Whose },
): Promise<OpenedSession> => {
  const now = needs.clock()
  const token = newToken(networkId, needs)
  const { wholeMs } = 'card' in whose ? lifetimes.card : lifetimes.user
  const session: SessionRow = {
    networkId,
    sessionId: needs.ids(),
    tokenHash: needs.hash(token),
    userId: 'userId' in whose ? whose.userId : undefined,
    card: 'card' in whose ? whose.card : undefined,
    deviceId,
    startedAt: now,
    seenAt: now,
    endsAt: instantAfter(now, wholeMs),
    // The secret has just been given.
    steppedUpAt: 'userId' in whose ? now : undefined,
    endedAt: undefined,
  }
  await needs.store.keepSession(session)
  return { token, session }
}

/** Whether an instant is less than so many milliseconds after another one, as the clock writes both. */
const isWithin = (ms: number, since: string, now: string): boolean =>
  Date.parse(now) - Date.parse(since) < ms

/** Whether a session is open at an instant: not ended, not too old, not without a sign of life for long. */
export const isAlive = ({ endedAt, endsAt, seenAt, card }: SessionRow, now: string): boolean => {
  const { idleMs } = card ? lifetimes.card : lifetimes.user
  return endedAt === undefined && now < endsAt && isWithin(idleMs, seenAt, now)
}

/** A sign of life is written at most this often: a page of six pictures is one sign. */
const seenEveryMs = 60_000

/** The session of a token while it lives, its user is not shut out and its device not revoked, and what funds its user is in. */
export const signedInOf = async (
  needs: IdentityNeeds,
  token: string,
): Promise<Pick<SignedIn, 'session' | 'memberships' | 'networkHead'> | undefined> => {
  const { store, hash, clock } = needs
  const networkId = scopeOfToken(token)
  if (networkId === undefined) return undefined
  const found = await store.signedIn(networkId, hash(token))
  const now = clock()
  if (!found || !isAlive(found.session, now)) return undefined
  if (!(await isStillWelcome(needs, found))) return undefined
  const { session } = found
  if (isWithin(seenEveryMs, session.seenAt, now)) return found
  await store.changeOpenSession(networkId, session.sessionId, { seenAt: now })
  return { ...found, session: { ...session, seenAt: now } }
}

const isStillWelcome = async (
  { store }: IdentityNeeds,
  { session: { card, deviceId }, device, user }: SignedIn,
): Promise<boolean> => {
  if (card) {
    const own = await store.card(card.fundId, deviceId)
    return own !== undefined && own.revokedAt === undefined
  }
  return (
    device !== undefined &&
    device.revokedAt === undefined &&
    user !== undefined &&
    user.disabledAt === undefined
  )
}

export const endSession = async (
  { store, clock }: IdentityNeeds,
  { networkId, sessionId }: SessionRow,
): Promise<void> => store.changeOpenSession(networkId, sessionId, { endedAt: clock() })

/** Ends every session that fits: of a user who was shut out, of a device that was lost. */
export const endSessionsOf = async (
  needs: IdentityNeeds,
  networkId: string,
  fits: (session: SessionRow) => boolean,
): Promise<number> => {
  const found = (await needs.store.openSessions(networkId)).filter(fits)
  for (const session of found) await endSession(needs, session)
  return found.length
}

/** Notes that whoever has a session gave the secret now. */
export const steppedUp = async (
  { store, clock }: IdentityNeeds,
  session: SessionRow,
): Promise<SessionRow> => {
  const now = { steppedUpAt: clock() }
  await store.changeOpenSession(session.networkId, session.sessionId, now)
  return { ...session, ...now }
}

/** Whether the secret was given so lately that a dangerous act may go on. */
export const isSteppedUp = ({ clock }: IdentityNeeds, { steppedUpAt }: SessionRow): boolean =>
  steppedUpAt !== undefined && isWithin(lifetimes.stepUpMs, steppedUpAt, clock())
