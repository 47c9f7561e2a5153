import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { type Role, rolesOfMember } from '#domain/access/roles.ts'
import { scopeFor } from '#domain/access/table.ts'
import { type Member, isOfficerOn } from '#domain/fund/people/members.ts'
import type { ActivityLog, Card, Journal, People, SessionRow, User } from '#domain/ports.ts'
import { type Standing, couldBeOne, letInByStaffAt } from '#src/app/identity/hands.ts'
import { tableWord } from '#src/app/identity/cards.ts'
import { type Door, type NotLetIn, tableDoor } from '#src/app/identity/doors.ts'
import type { IdentityNeeds, NamingNeeds } from '#src/app/identity/identity.ts'
import { loginsOfMember } from '#src/app/identity/own-doors.ts'
import { isPinOfMember, isShutOut } from '#src/app/identity/sign-in.ts'
import { followed } from '#src/app/followed.ts'
import { opened } from '#src/app/rows.ts'
import { emptyVillage, evolve } from '#domain/village.ts'

type LoginQuery = {
  readonly networkId: string
  readonly fundId: string
  readonly day: LocalDate
  /** Persons whom it is about, or who are counted already. */
  readonly except?: readonly string[]
}

type Store = People & Journal

/** Without these two no meeting can be written down. */
const leaders: readonly Role[] = ['chair', 'record-keeper']

type Officer = { readonly user: User; readonly mayGive: boolean }

/** Members by the journal: an office that somebody took out of a view for a moment lets no administrator in. */
const membersOf = async (journal: Journal, fundId: string): Promise<ReadonlyMap<string, Member>> =>
  (await villageOf(journal, fundId)).members

/** One, since it is a whole village; whoever gives logins is at one fund for a while. */
const villageOf = followed({
  begin: emptyVillage,
  take: (village, row) => evolve(village, opened(row)),
  most: 1,
})

/**
 * Officers of a fund who have a secret, and whether they may give logins. Who was disabled counts too:
 * an administrator must not take a fund over by shutting its officers out first.
 */
const officersOf = async (
  store: Store,
  { networkId, fundId, day, except = [] }: LoginQuery,
): Promise<readonly Officer[]> => {
  const found: Officer[] = []
  const members = await membersOf(store, fundId)
  for (const { userId, memberId } of await store.membershipsOfFund(networkId, fundId)) {
    if (except.includes(userId)) continue
    const user = await store.user(networkId, userId)
    const member = members.get(memberId)
    // A key-holder may read, and stands behind nothing.
    if (user?.secret === undefined || !member || !isOfficerOn(member, day)) continue
    const mayGive = scopeFor('manage-logins', rolesOfMember(member, day)) === 'all'
    found.push({ user, mayGive })
  }
  return found
}

/** How long a fund's first officers come in one after another. */
const beginningDays = 30

/**
 * Whether a fund has only begun: a single officer can sign in, by a login that the network's staff made within the last
 * days. Two officers cannot stand together yet, and for a month that one and whoever let her in stand behind
 * nothing together; so the network lets the others in too, as it would have if the first had waited (ADR 194).
 */
const hasOnlyBegun = async (
  store: Store & ActivityLog,
  { networkId, fundId, day }: LoginQuery,
): Promise<boolean> => {
  const officers = await officersOf(store, { networkId, fundId, day })
  const [first] = officers
  if (!first || officers.length > 1 || first.user.disabledAt !== undefined) return false
  const at = await letInByStaffAt(store, first.user)
  return at !== undefined && at.slice(0, 10) >= daysAfter(day, -beginningDays)
}

/**
 * Whether an officer of the fund can give and reset logins there. From then on nobody else may do it
 * alone, or an NGO's administrator could make himself the fund's record-keeper.
 */
export const helpsItself = async (
  store: Store & ActivityLog,
  asked: LoginQuery,
): Promise<boolean> =>
  (await officersOf(store, asked)).some(({ mayGive }) => mayGive) &&
  !(await hasOnlyBegun(store, asked))

/** Those who lead a fund and whom the network still has to let in, by card; nobody once its officers do that themselves. */
export const leadersToLetIn = async (
  store: Store & ActivityLog,
  asked: LoginQuery,
): Promise<readonly Member[]> => {
  const { networkId, fundId, day } = asked
  const memberships = await store.membershipsOfFund(networkId, fundId)
  const users = await Promise.all(memberships.map(({ userId }) => store.user(networkId, userId)))
  // Where two come in already, whole books need not be read to know that somebody goes on.
  if (users.filter((user) => user?.secret !== undefined).length > 1) return []
  if (await helpsItself(store, asked)) return []
  const have = new Set(memberships.map(({ memberId }) => memberId))
  return [...(await membersOf(store, fundId)).values()].filter(
    (member) =>
      !have.has(member.memberId) &&
      rolesOfMember(member, day).some((role) => leaders.includes(role)),
  )
}

/**
 * Whether the fund has no second officer who could vouch for the caller, so that the network's administrator may: none at
 * all, or none whose word the caller may borrow yet.
 */
export const needsHelp = async (
  store: Store & ActivityLog,
  {
    caller,
    about,
    isPower,
    isOfDays = false,
    ...asked
  }: Omit<LoginQuery, 'except'> &
    Standing & {
      readonly caller: string | undefined
      readonly about: string | undefined
      /** Only where there is another one, and it is days that stand between the two. */
      readonly isOfDays?: boolean | undefined
    },
): Promise<boolean> => {
  const { networkId, day } = asked
  const except = [caller, about].filter((userId) => userId !== undefined)
  const others = await officersOf(store, { ...asked, except })
  if (isOfDays && others.length === 0) return false
  for (const {
    user: { userId },
  } of others) {
    const userIds = [caller ?? userId, userId] as const
    if (caller === undefined || !(await couldBeOne(store, { networkId, userIds, day, isPower })))
      return false
  }
  return true
}

/**
 * Who resets a login of a fund's member: its officers; two of the network's staff where so many officers are shut out at
 * their own doors by wrong guesses that no two are left who could; and anybody of the staff where there is none.
 */
type Matter = 'officers' | 'two-of-staff' | 'anybody'

type Resetting = IdentityNeeds & { readonly store: Journal & ActivityLog }

const matterIn = async (needs: Resetting, asked: LoginQuery): Promise<Matter> => {
  const officers = await officersOf(needs.store, asked)
  if (!officers.some(({ mayGive }) => mayGive)) return 'anybody'
  // Whose first link was lost before it was opened gets another one as the first was made.
  if (await hasOnlyBegun(needs.store, asked)) return 'anybody'
  const able = []
  for (const one of officers) if (!(await isShutOut(needs, one.user))) able.push(one)
  const areEnough = able.length === officers.length || able.length > 1
  return areEnough && able.some(({ mayGive }) => mayGive) ? 'officers' : 'two-of-staff'
}

/** Whose matter somebody's login is, over all funds of the person's. */
export const whoseMatter = async (
  needs: Resetting,
  { networkId, userId, day }: { networkId: string; userId: string; day: LocalDate },
): Promise<Matter> => {
  const found = new Set<Matter>()
  for (const { fundId } of await needs.store.memberships(networkId, userId))
    found.add(await matterIn(needs, { networkId, fundId, day, except: [userId] }))
  if (found.has('officers')) return 'officers'
  return found.has('two-of-staff') ? 'two-of-staff' : 'anybody'
}

type OfMember = { readonly networkId: string; readonly fundId: string; readonly memberId: string }

export type NoFurtherLogin =
  | { readonly code: 'has-a-login' }
  | { readonly code: 'card-pin-needed' }
  | { readonly code: 'card-pin-wrong' }
  | Exclude<NotLetIn, { readonly code: 'sign-in-failed' }>

/** Whether a member signs in by a name already: nobody gets a second one, which its owner would hear nothing of. */
export const hasLogin = async (
  store: Pick<People, 'membershipsOfFund'>,
  of: OfMember,
): Promise<boolean> => (await loginsOfMember(store, of)).length > 0

/**
 * Why a member gets no login; undefined where she does. One who has a login gets that one reset. One who has a card types its
 * PIN herself, at the cost of a guess: a login that is made behind her back would open what only her PIN opens.
 */
export const noFurtherLogin = async (
  needs: IdentityNeeds & NamingNeeds,
  { pin, by, ...of }: OfMember & { readonly pin: string; readonly by: SessionRow },
): Promise<NoFurtherLogin | undefined> => {
  if (await hasLogin(needs.store, of)) return { code: 'has-a-login' }
  const cards = await needs.store.cards(of.fundId)
  if (!cards.some((one) => one.memberId === of.memberId && one.revokedAt === undefined))
    return undefined
  if (pin === '') return { code: 'card-pin-needed' }
  // Whoever types it here shuts the own hand out by wrong ones, and no card.
  const at = (card: Card): Door => tableDoor(needs, by, tableWord(card))
  const fits = await isPinOfMember(needs, { ...of, pin }, at)
  if (fits === 'right') return undefined
  return fits === 'wrong' || fits.code === 'sign-in-failed' ? { code: 'card-pin-wrong' } : fits
}
