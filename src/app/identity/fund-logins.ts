import type { LocalDate } from '#domain/kernel/dates.ts'
import { rolesOfMember } from '#domain/access/roles.ts'
import { scopeFor } from '#domain/access/table.ts'
import { isOfficerOn } from '#domain/fund/people/members.ts'
import type { ActivityLog, FundViews, People } from '#domain/ports.ts'
import { type Standing, couldBeOne } from '#src/app/identity/hands.ts'
import { memberOf } from '#src/app/identity/persons.ts'

type LoginQuery = {
  readonly networkId: string
  readonly fundId: string
  readonly day: LocalDate
  /** Persons whom it is about, or who are counted already. */
  readonly except?: readonly string[]
}

/**
 * Officers of a fund who have a secret, and whether they may give logins. Who was shut out counts too:
 * an administrator must not take a fund over by shutting its officers out first.
 */
const officersOf = async (
  store: FundViews & People,
  { networkId, fundId, day, except = [] }: LoginQuery,
): Promise<readonly { readonly userId: string; readonly mayGive: boolean }[]> => {
  const found = []
  for (const { userId, memberId } of await store.membershipsOfFund(networkId, fundId)) {
    if (except.includes(userId)) continue
    const user = await store.user(networkId, userId)
    const member = user?.secret === undefined ? undefined : await memberOf(store, fundId, memberId)
    // A key-holder may read, and stands behind nothing.
    if (!member || !isOfficerOn(member, day)) continue
    const mayGive = scopeFor('manage-logins', rolesOfMember(member, day)) === 'all'
    found.push({ userId, mayGive })
  }
  return found
}

/**
 * Whether an officer of the fund can give and reset logins there. From then on nobody else may do it
 * alone, or an NGO's administrator could make himself the fund's record-keeper.
 */
export const helpsItself = async (store: FundViews & People, asked: LoginQuery): Promise<boolean> =>
  (await officersOf(store, asked)).some(({ mayGive }) => mayGive)

/**
 * Whether the fund has no second officer who could vouch for the caller, so that the network's administrator may: none at
 * all, or none whose word the caller may borrow yet.
 */
export const needsHelp = async (
  store: FundViews & People & ActivityLog,
  {
    caller,
    about,
    isPower,
    ...asked
  }: Omit<LoginQuery, 'except'> &
    Standing & {
      readonly caller: string | undefined
      readonly about: string | undefined
    },
): Promise<boolean> => {
  const { networkId, day } = asked
  const except = [caller, about].filter((userId) => userId !== undefined)
  for (const { userId } of await officersOf(store, { ...asked, except })) {
    const userIds = [caller ?? userId, userId] as const
    if (caller === undefined || !(await couldBeOne(store, { networkId, userIds, day, isPower })))
      return false
  }
  return true
}

/** Whether somebody's login is the matter of a fund whose officers can help themselves. */
export const isFundsMatter = async (
  store: FundViews & People,
  { networkId, userId, day }: { networkId: string; userId: string; day: LocalDate },
): Promise<boolean> => {
  for (const { fundId } of await store.memberships(networkId, userId)) {
    if (await helpsItself(store, { networkId, fundId, day, except: [userId] })) return true
  }
  return false
}
