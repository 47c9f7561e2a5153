import { afterSuccess, takeGuess } from '#domain/access/lockout.ts'
import { instantAfter } from '#domain/kernel/dates.ts'
import type { Card, SessionRow } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import { drawCardPin, drawerOf } from '#src/app/identity/cards.ts'
import { secondBehind } from '#src/app/identity/hands.ts'
import { type IdentityNeeds, typedDigits } from '#src/app/identity/identity.ts'
import { hourMs, keyHours } from '#src/app/identity/one-time-keys.ts'

/*
 * A new secret comes in two halves. Whoever asks for it holds the link or the printed card. Whoever stood behind it draws
 * the other half signed in as themself, on a page of their own: a number that the owner types beside the link, or the
 * digits of a card. So neither of the two could be the owner, and no screen shows both.
 */

/** What somebody may draw for another: the number beside a link, or the digits of a card. */
export type Half = {
  /** The login or the card that it belongs to. */
  readonly id: string
  /** Whose it is, where it is a member's. */
  readonly memberOf: { readonly fundId: string; readonly memberId: string } | undefined
  readonly drawn: 'number' | 'pin'
  readonly card: Card | undefined
}

/** As many digits as on a paper for topping up a phone: nobody guesses them, and everybody has typed some. */
const eightDigits = 100_000_000

const keyHashOf = (
  { hash }: Pick<IdentityNeeds, 'hash'>,
  {
    networkId,
    of,
    half,
  }: { readonly networkId: string; readonly of: string; readonly half: string },
): string => hash(`half ${networkId} ${of} ${half}`)

const guessesOf = (of: string): string => `half:${of}`

/** Whether a typed half is the one that was drawn for this login or card, at the cost of a guess. */
export const fitsHalf = async (
  needs: IdentityNeeds,
  {
    networkId,
    of,
    half = '',
  }: { readonly networkId: string; readonly of: string; readonly half: string | undefined },
): Promise<boolean> => {
  const { store, clock } = needs
  const at = clock()
  const guess = await store.changeBudget(networkId, guessesOf(of), (before) =>
    takeGuess(before, at),
  )
  if (guess.may !== 'guess') return false
  const keyHash = keyHashOf(needs, { networkId, of, half: typedDigits(half) })
  const key = await store.key(networkId, keyHash)
  const isGood = key?.purpose === 'half' && key.usedAt === undefined && at < key.endsAt
  if (!isGood || !(await store.takeKey(networkId, keyHash, at))) return false
  await store.changeBudget(networkId, guessesOf(of), () => afterSuccess(at))
  return true
}

/** What waits for somebody to draw: of logins without a secret and of cards without their digits, behind which they stood. */
export const halvesOf = async (
  { store, clock }: IdentityNeeds,
  { networkId, userId }: Pick<SessionRow, 'networkId' | 'userId'>,
): Promise<readonly Half[]> => {
  if (userId === undefined) return []
  const found: Half[] = []
  const isMine = async (id: string): Promise<boolean> =>
    (await secondBehind(store, { networkId, userId: id })) === userId
  const now = clock()
  // A link that was used or is too old opens nothing, with whatever half: it waits for nobody.
  const isLinkGood = async (id: string): Promise<boolean> =>
    (await store.keysOf(networkId, id)).some(
      ({ purpose, usedAt, endsAt }) => purpose === 'by-two' && usedAt === undefined && now < endsAt,
    )
  for (const user of await store.users(networkId)) {
    if (user.secret !== undefined || user.disabledAt !== undefined) continue
    if (!(await isMine(user.userId)) || !(await isLinkGood(user.userId))) continue
    const [memberOf] = await store.memberships(networkId, user.userId)
    found.push({ id: user.userId, memberOf, drawn: 'number', card: undefined })
  }
  for (const { fundId } of await store.memberships(networkId, userId))
    for (const card of await store.cards(fundId)) {
      const drawer = drawerOf(card, now)
      if (drawer === undefined || !(await isMine(card.cardId))) continue
      const drawn = drawer === 'second' ? 'pin' : 'number'
      found.push({ id: card.cardId, memberOf: card, drawn, card })
    }
  return found
}

/** Draws a half for whoever stood behind it, shown once; another one that is drawn opens as well, until one was used. */
export const drawHalf = async (
  needs: IdentityNeeds,
  session: SessionRow,
  id: string,
): Promise<(Half & { readonly digits: string }) | undefined> => {
  const half = (await halvesOf(needs, session)).find((one) => one.id === id)
  if (!half) return undefined
  const { store, clock, random } = needs
  const { networkId, userId = '', deviceId: device } = session
  await note(needs, {
    scope: networkId,
    actor: userId,
    device,
    action: 'draw-half',
    subject: `secret:${id}`,
    outcome: 'done',
  })
  if (half.card && half.drawn === 'pin') {
    const made = await drawCardPin(needs, half.card)
    return made && { ...half, digits: made.pin }
  }
  const eight = (): string => String(random.below(eightDigits)).padStart(8, '0')
  const digits = `${eight()}${eight()}`
  const at = clock()
  await store.changeBudget(networkId, guessesOf(id), () => afterSuccess(at))
  await store.keepKey({
    networkId,
    keyHash: keyHashOf(needs, { networkId, of: id, half: digits }),
    purpose: 'half',
    userId: half.card ? undefined : id,
    madeBy: userId,
    endsAt: instantAfter(at, keyHours['half'] * hourMs),
    usedAt: undefined,
  })
  return { ...half, digits }
}
