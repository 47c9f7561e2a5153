import { daysAfter } from '#domain/kernel/dates.ts'
import { afterSuccess, failuresMax, sharedFailuresMax } from '#domain/access/lockout.ts'
import type { Card, Device, SessionRow, User } from '#domain/ports.ts'
import { areOwnDigits, sealedDigits } from '#src/app/identity/cards.ts'
import {
  type Door,
  type NotLetIn,
  allDoors,
  cardDoor,
  giveBack,
  guessAt,
  mayGuess,
} from '#src/app/identity/doors.ts'
import {
  type IdentityNeeds,
  loginKeyOf,
  scopeOfToken,
  typedSecret,
} from '#src/app/identity/identity.ts'
import { sealCardAnew, sealUserAnew } from '#src/app/identity/sealed-anew.ts'
import { type OpenedSession, isAlive, openSession, steppedUp } from '#src/app/identity/sessions.ts'

/** A login can be a phone number, and the table of budgets must not tell it. */
const loginSubject = ({ hash }: IdentityNeeds, networkId: string, loginKey: string): string =>
  `login:${hash(`${networkId} ${loginKey}`)}`

/**
 * The door of a name on one phone: whoever guesses at it on another phone shuts nobody out here. How many phones there are is
 * the network's to say, and what all of them guess in a day is counted too.
 */
const userDoor = (
  needs: IdentityNeeds,
  { networkId, deviceId }: Pick<Device, 'networkId' | 'deviceId'>,
  loginKey: string,
): Door => ({
  scope: networkId,
  subject: `${loginSubject(needs, networkId, loginKey)}:${deviceId}`,
  shared: [
    // Before the network's own: one lost phone must not shut everybody out.
    { scope: networkId, subject: `device:${deviceId}`, max: sharedFailuresMax.device },
    { scope: networkId, subject: allDoors, max: sharedFailuresMax.network },
  ],
})

/** So many wrong words of others a day one writer may type; what they cost is no guess of those whose words they are. */
const wrongWordsMax = 30

/** Where somebody who writes asks for another's word: a lock of those two, so that nobody shuts others out by wrong words. */
const wordDoor = (
  needs: IdentityNeeds,
  { networkId, deviceId }: Pick<Device, 'networkId' | 'deviceId'>,
  { asker, loginKey }: { readonly asker: string; readonly loginKey: string },
): Door => {
  const { scope, shared } = userDoor(needs, { networkId, deviceId }, loginKey)
  return {
    scope,
    subject: `word:${asker}:${loginSubject(needs, networkId, loginKey)}`,
    shared: [{ scope, subject: `words:${asker}`, max: wrongWordsMax }, ...shared],
  }
}

/** The enrolled device of a token, unless it was revoked. */
export const deviceOf = async (
  { store, hash }: IdentityNeeds,
  token: string,
): Promise<Device | undefined> => {
  const networkId = scopeOfToken(token)
  if (networkId === undefined) return undefined
  const device = await store.deviceByToken(networkId, hash(token))
  return device?.revokedAt === undefined ? device : undefined
}

/** Whether the digits are the card's, at a door where a guess was taken. */
const fitsCard = async (needs: IdentityNeeds, card: Card, pin: string): Promise<boolean> => {
  const typed = typedSecret(pin)
  const sealed = sealedDigits(card)
  if (!(await needs.secrets.fits(sealed, typed, card.cardId))) return false
  if (needs.secrets.isOld?.(sealed)) await sealCardAnew(needs, card, typed)
  return true
}

/**
 * Whether a login and a secret belong together, at the cost of a guess. It opens no session: the second
 * person who vouches for an act on the same device is asked like this.
 */
export const checkSecret = async (
  needs: IdentityNeeds,
  {
    networkId,
    deviceId,
    login,
    secret,
    asker,
    at,
  }: {
    networkId: string
    deviceId: string
    login: string
    secret: string
    /** Whose act it is, where somebody else's word is asked for. */
    asker?: string | undefined
    /** Where a member's own word is typed at the table. */
    at?: Door
  },
): Promise<{ readonly userId: string } | NotLetIn> => {
  const { store, secrets } = needs
  const loginKey = loginKeyOf(login)
  const asked =
    asker === undefined
      ? userDoor(needs, { networkId, deviceId }, loginKey)
      : wordDoor(needs, { networkId, deviceId }, { asker, loginKey })
  const door = at ?? asked
  const refusal = await mayGuess(needs, door)
  if (refusal) return refusal
  const typed = typedSecret(secret)
  const user = await store.userByLogin(networkId, loginKey)
  if (user?.secret === undefined) {
    // As long as a wrong secret takes, so that the clock does not tell who exists.
    await secrets.seal(typed, networkId)
    return { code: 'sign-in-failed' }
  }
  const isRight = await secrets.fits(user.secret, typed, user.userId)
  // Stretching takes long enough for an administrator to shut the person out meanwhile.
  const current = await store.user(networkId, user.userId)
  if (!isRight || current?.secret !== user.secret || current.disabledAt !== undefined)
    return { code: 'sign-in-failed' }
  await giveBack(needs, door)
  if (secrets.isOld?.(user.secret))
    await sealUserAnew(needs, { networkId, userId: user.userId, secret: user.secret }, typed)
  return { userId: user.userId }
}

/** Opens a session for a user on an enrolled device. */
export const signIn = async (
  needs: IdentityNeeds,
  {
    deviceToken,
    login,
    secret,
  }: { deviceToken: string | undefined; login: string; secret: string },
): Promise<OpenedSession | NotLetIn> => {
  const device = deviceToken === undefined ? undefined : await deviceOf(needs, deviceToken)
  if (!device) return { code: 'device-not-enrolled' }
  const { networkId, deviceId } = device
  const checked = await checkSecret(needs, { networkId, deviceId, login, secret })
  return 'code' in checked
    ? checked
    : openSession(needs, { networkId, deviceId, whose: { userId: checked.userId } })
}

/** Gives the secret again, for a dangerous act. */
export const stepUp = async (
  needs: IdentityNeeds,
  session: SessionRow,
  secret: string,
): Promise<SessionRow | NotLetIn> => {
  const { networkId, userId, deviceId } = session
  const user = userId === undefined ? undefined : await needs.store.user(networkId, userId)
  if (!user) return { code: 'sign-in-failed' }
  const checked = await checkSecret(needs, { networkId, deviceId, login: user.login, secret })
  if ('code' in checked) return checked
  const current = (await needs.store.signedIn(networkId, session.tokenHash))?.session
  if (!current || !isAlive(current, needs.clock())) return { code: 'sign-in-failed' }
  return steppedUp(needs, current)
}

/** Whether the digits are those of a card, at the cost of a guess at its own door. */
export const pinAtDoor = (
  needs: IdentityNeeds,
  networkId: string,
  card: Card,
  pin: string,
): Promise<'right' | 'wrong' | NotLetIn> =>
  guessAt(needs, cardDoor(networkId, card.fundId, card.cardId), () => fitsCard(needs, card, pin))

/**
 * Whether the secret is that of whoever has the session, at the cost of a guess: asked before what is the
 * owner's alone is shown, because a household's phone may be left open. Nothing of it is kept.
 */
export const isOwnSecret = async (
  needs: IdentityNeeds,
  { networkId, userId, deviceId, card: own }: SessionRow,
  secret: string,
): Promise<boolean> => {
  if (own === undefined) {
    const user = userId === undefined ? undefined : await needs.store.user(networkId, userId)
    if (!user) return false
    const checked = await checkSecret(needs, { networkId, deviceId, login: user.login, secret })
    return !('code' in checked)
  }
  const card = (await needs.store.cards(own.fundId)).find(({ cardId }) => cardId === deviceId)
  if (!card || card.revokedAt !== undefined) return false
  return (await pinAtDoor(needs, networkId, card, secret)) === 'right'
}

/**
 * Whether a PIN is that of the card a member has, at the cost of a guess at the door that is asked for. A member without a
 * card has no PIN, and is told what a wrong one is told; so is one for whose digits money is asked for and whose digits
 * somebody else drew, or the answer would tell who has drawn digits of her own, that is who has private money to take out.
 */
export const isPinOfMember = async (
  needs: IdentityNeeds,
  {
    fundId,
    memberId,
    pin,
    isForMoney = false,
  }: {
    readonly fundId: string
    readonly memberId: string
    readonly pin: string
    readonly isForMoney?: boolean
  },
  doorOf: (card: Card) => Door,
): Promise<'right' | 'wrong' | NotLetIn> => {
  const card = (await needs.store.cards(fundId)).find(
    (one) => one.memberId === memberId && one.revokedAt === undefined,
  )
  if (!card) return 'wrong'
  const isWord = !isForMoney || areOwnDigits(card)
  return guessAt(needs, doorOf(card), async () => (await fitsCard(needs, card, pin)) && isWord)
}

/** Opens a short session for a member who has a printed card and knows its PIN. */
export const signInByCard = async (
  needs: IdentityNeeds,
  {
    cardToken,
    pin,
    networkOfFund,
  }: {
    cardToken: string
    pin: string
    networkOfFund: (fundId: string) => Promise<string | undefined>
  },
): Promise<OpenedSession | NotLetIn> => {
  const fundId = scopeOfToken(cardToken)
  const card =
    fundId === undefined ? undefined : await needs.store.cardByToken(fundId, needs.hash(cardToken))
  const networkId = fundId === undefined ? undefined : await networkOfFund(fundId)
  if (!card || card.revokedAt !== undefined || networkId === undefined)
    return { code: 'sign-in-failed' }
  const fits = await pinAtDoor(needs, networkId, card, pin)
  if (fits !== 'right') return fits === 'wrong' ? { code: 'sign-in-failed' } : fits
  const { memberId, cardId } = card
  return openSession(needs, {
    networkId,
    deviceId: cardId,
    whose: { card: { fundId: card.fundId, memberId } },
  })
}

/** Opens a user's locked door again on every phone; whoever has a card gets a new one, whose door nobody has tried. */
export const resetGuesses = async (
  needs: IdentityNeeds,
  { networkId, login }: { readonly networkId: string; readonly login: string },
): Promise<void> => {
  const at = needs.clock()
  for (const { deviceId } of await needs.store.devices(networkId)) {
    const { subject } = userDoor(needs, { networkId, deviceId }, loginKeyOf(login))
    await needs.store.changeBudget(networkId, subject, () => afterSuccess(at))
  }
}

const linesSeen = 200

/** For so many days a phone that was shut out counts as one on which its people could still come in: shutting it was no guess. */
const revokedDays = 30

/**
 * Whether nobody gets in by a name any more but by a reset: its door is shut on every phone on which its owner has come in.
 * A lock that somebody wrote into the database, or took out of it, says nothing of that, nor does a phone that the network's
 * administrator has shut lately.
 */
export const isShutOut = async (
  needs: IdentityNeeds,
  { networkId, userId, loginKey }: Pick<User, 'networkId' | 'userId' | 'loginKey'>,
): Promise<boolean> => {
  const { store, clock } = needs
  const page = { subject: `user:${userId}`, doneOf: ['sign-in'], limit: linesSeen }
  const used = new Set((await store.activities(networkId, page)).map(({ device }) => device))
  const since = daysAfter(clock().slice(0, 10), -revokedDays)
  const own = (await store.devices(networkId)).filter(
    ({ deviceId, revokedAt = since }) => revokedAt >= since && used.has(deviceId),
  )
  const isShut = ({ deviceId }: Device): Promise<boolean> => {
    const { subject } = userDoor(needs, { networkId, deviceId }, loginKey)
    return store.changeBudget(networkId, subject, (before) => ({
      budget: before ?? afterSuccess(clock()).budget,
      answer: before?.failures === failuresMax,
    }))
  }
  for (const device of own) if (!(await isShut(device))) return false
  return own.length > 0
}
