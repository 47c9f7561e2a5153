import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { ActivityLog, ActivityRow, Cards, People, SessionRow } from '#domain/ports.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { type OwnDoor, loginDoors, loginsOf, ownDoors } from '#src/app/identity/own-doors.ts'

/**
 * Whoever had a hand in somebody's login could be that person: the link of a new PIN goes through their hands. So the
 * two stand behind nothing together, whichever of them is signed in, until the owner has had a week to find out.
 */
const waitingDays = 7

/** What gives or takes power waits longer: of the two neither has got the other one's word for a month of days. */
const powerDays = 30

/** How much the two are to stand behind together. */
export type Standing = { readonly isPower?: boolean | undefined }

type Store = Pick<People, 'memberships' | 'membershipsOfFund' | 'device' | 'user'> & ActivityLog

/**
 * A new login that a network's administrator makes takes nothing from anybody; everything else might. Whoever stands
 * behind a new secret has the other half of it.
 */
type Given = 'give-login' | 'stand-behind-login' | 'give-secret' | 'stand-behind-secret'

const seconds: readonly string[] = ['stand-behind-login', 'stand-behind-secret']
const firsts: readonly string[] = ['give-login', 'stand-behind-login']

const isGiven = ({ action }: ActivityRow): boolean =>
  firsts.includes(action) || action === 'give-secret' || action === 'stand-behind-secret'

/** Whoever came by a card, as the log bears it: that card is what was given, and nobody has added it to anything. */
const byCard = 'card'

const linesAtATime = 200

/** Lines of their own subject, so that no other lines about the same person stand before them. */
const subjectOf = (userId: string): string => `secret:${userId}`

const linesOf = async (
  store: ActivityLog,
  networkId: string,
  userId: string,
): Promise<readonly ActivityRow[]> => {
  const found: ActivityRow[] = []
  for (;;) {
    const before = found.at(-1)?.activityId
    const page = { subject: subjectOf(userId), ...(before ? { before } : {}), limit: linesAtATime }
    const lines = await store.activities(networkId, page)
    found.push(...lines)
    if (lines.length < linesAtATime) return found
  }
}

type Whose = { readonly networkId: string; readonly userId: string }

/** Writes down who had a hand in what somebody signs in with: before it is given, or it is not given. */
export const noteHands = async (
  {
    store,
    clock,
    ids,
  }: Pick<IdentityNeeds, 'clock' | 'ids'> & { readonly store: Pick<ActivityLog, 'noteActivity'> },
  { networkId, userId }: Whose,
  {
    action,
    by,
    second,
    device,
  }: {
    readonly action: 'give-login' | 'give-secret'
    readonly by: string
    readonly second?: string | undefined
    readonly device: string
  },
): Promise<void> => {
  const at = clock()
  const where = { scope: networkId, at, device, subject: subjectOf(userId) }
  const line = (actor: string, done: Given): ActivityRow => ({
    ...where,
    activityId: ids(),
    actor,
    action: done,
    outcome: 'done',
  })
  const own = line(by, action)
  await store.noteActivity(
    second === undefined
      ? [own]
      : [own, line(second, action === 'give-login' ? 'stand-behind-login' : 'stand-behind-secret')],
  )
}

/** Who stood behind what was given last to somebody, or to a card: the other half is that one's to draw. */
export const secondBehind = async (
  store: ActivityLog,
  whose: Whose,
): Promise<string | undefined> => {
  const given = (await linesOf(store, whose.networkId, whose.userId)).filter(isGiven)
  const last = given.reduce((at, line) => (line.at > at ? line.at : at), '')
  return given.find((line) => line.at === last && seconds.includes(line.action))?.actor
}

/**
 * When the network's staff, one or two of them, let somebody in who has been given nothing since; undefined where the login
 * was given otherwise.
 */
export const letInByStaffAt = async (
  store: Pick<People, 'memberships'> & ActivityLog,
  whose: Whose,
): Promise<string | undefined> => {
  const given = (await linesOf(store, whose.networkId, whose.userId)).filter(isGiven)
  const [line] = given
  if (!line || given.some(({ action, at }) => !firsts.includes(action) || at !== line.at))
    return undefined
  for (const { actor } of given)
    // Whoever has a place in a fund may be its officer.
    if ((await store.memberships(whose.networkId, actor)).length > 0) return undefined
  return line.at
}

type Hand = {
  readonly by: string
  readonly at: string
  readonly action: Given
  readonly of: OwnDoor
}

type Seen = Pick<ActivityRow, 'at' | 'actor' | 'device'> & { readonly door: OwnDoor }

/**
 * Where something may be seen that was done to a door at a time: at those that there were before. What is new sees nothing
 * of itself, because it may not be hers; where it is the first one there is no other.
 */
const whereSeen = (doors: readonly OwnDoor[], at: string): readonly OwnDoor[] => {
  const older = doors.filter(({ since }) => since !== undefined && since < at)
  return older.length > 0 ? older : doors
}

/** Hands whose owner has not seen them yet, on a device that is not theirs: with days to wait, or without. */
const handsIn = async (
  store: Store,
  networkId: string,
  { doors, since }: { readonly doors: readonly OwnDoor[]; readonly since?: LocalDate },
): Promise<readonly Hand[]> => {
  const lines = await Promise.all(
    doors.map(async (door) =>
      (await linesOf(store, networkId, door.id)).map((line) => ({ ...line, door })),
    ),
  )
  const seen: readonly Seen[] = lines
    .flat()
    .filter(
      ({ action, actor, door }) => action === 'see-notice' && [door.id, byCard].includes(actor),
    )
  const enrollers = new Map<string, string | undefined>()
  for (const { device } of seen)
    enrollers.set(device, (await store.device(networkId, device))?.enrolledBy)
  const open: Hand[] = []
  for (const { actor: by, at, action, door: of } of lines.flat().filter(isGiven)) {
    const own = await loginsOf(store, { networkId, userId: by })
    const places = whereSeen(doors, at)
    const isSeen = seen.some(
      (one) =>
        one.at > at &&
        places.includes(one.door) &&
        (one.actor === byCard || !own.includes(enrollers.get(one.device) ?? by)),
    )
    const isYoung = since !== undefined && at.slice(0, 10) >= since
    if (!isSeen || isYoung) open.push({ by, at, action: action as Given, of })
  }
  return open
}

/**
 * Every login of whoever could be signing in by one now: its owner, whoever had a hand in any login of the owner, in theirs,
 * and so on.
 */
const couldBe = async (
  store: Store,
  { networkId, userId }: Whose,
  { since, isCounted }: { since: LocalDate; isCounted: (hand: Hand) => boolean },
): Promise<ReadonlySet<string>> => {
  const found = new Set(await loginsOf(store, { networkId, userId }))
  // A set is walked to its end, with what was added on the way.
  for (const one of found) {
    const doors = await loginDoors(store, { networkId, userId: one })
    for (const hand of await handsIn(store, networkId, { doors, since }))
      if (isCounted(hand))
        for (const login of await loginsOf(store, { networkId, userId: hand.by })) found.add(login)
  }
  return found
}

/**
 * Whether two logins could be one hand: one of them had a hand in the other one's, whoever is signed in now, or a third
 * one in both. Those whom the network's administrator has let in first are not one for that alone: a fund would begin
 * with a week in which nothing can be done by two.
 */
export const couldBeOne = async (
  store: Store,
  {
    networkId,
    userIds: [first, second],
    day,
    isPower = false,
  }: Standing & {
    readonly networkId: string
    readonly userIds: readonly [string, string]
    readonly day: LocalDate
  },
): Promise<boolean> => {
  const since = daysAfter(day, -(isPower ? powerDays : waitingDays))
  const all = { since, isCounted: () => true }
  if ((await couldBe(store, { networkId, userId: first }, all)).has(second)) return true
  if ((await couldBe(store, { networkId, userId: second }, all)).has(first)) return true
  const anew = { since, isCounted: ({ action }: Hand) => !firsts.includes(action) }
  const [one, other] = [
    await couldBe(store, { networkId, userId: first }, anew),
    await couldBe(store, { networkId, userId: second }, anew),
  ]
  return [...one].some((userId) => other.has(userId))
}

/** Something that was done to an own login, card or phone, not yet seen where its makers cannot have seen it instead. */
export type Notice = {
  readonly at: string
  /** To what. */
  readonly of: OwnDoor['kind']
  /** Whether it was done to what the owner is signed in by. */
  readonly isHere: boolean
  readonly isReset: boolean
  readonly by: readonly string[]
}

/** What somebody signs in with: a login, or a card. */
const givenOf = ({ userId, deviceId }: Pick<SessionRow, 'userId' | 'deviceId'>): string =>
  userId ?? deviceId

/** What somebody is to be told about the own logins, card and phone, the newest first. */
export const noticesFor = async (
  store: Store & Cards,
  session: Pick<SessionRow, 'networkId' | 'userId' | 'deviceId'> & Partial<SessionRow>,
): Promise<readonly Notice[]> => {
  const doors = await ownDoors(store, session)
  const hands = await handsIn(store, session.networkId, { doors })
  const groups = Map.groupBy(hands, ({ at, of }) => `${at} ${of.id}`)
  return [...groups.values()]
    .map((ofThem): Notice => {
      const { at, of } = ofThem[0]!
      return {
        at,
        of: of.kind,
        isHere: of.id === givenOf(session),
        isReset: ofThem.some(({ action }) => action === 'give-secret'),
        by: ofThem.map((hand) => hand.by).toReversed(),
      }
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

/** That the owner has seen it, and where. */
export const noteSeen = async (
  { store, clock, ids }: Pick<IdentityNeeds, 'store' | 'clock' | 'ids'>,
  session: SessionRow,
): Promise<void> => {
  const { networkId: scope, userId: actor = byCard, deviceId: device } = session
  const line = { scope, actor, device, subject: subjectOf(givenOf(session)) }
  const row = { ...line, activityId: ids(), at: clock(), action: 'see-notice', outcome: 'done' }
  await store.noteActivity([row as ActivityRow])
}
