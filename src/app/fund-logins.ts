import type { LocalDate } from '#domain/kernel/dates.ts'
import { rolesOfMember } from '#domain/access/roles.ts'
import { scopeFor } from '#domain/access/table.ts'
import type { FundViews, Membership, People } from '#domain/ports.ts'
import { memberOf } from '#src/app/persons.ts'

type Asked = {
  readonly networkId: string
  readonly fundId: string
  readonly day: LocalDate
  /** The person whom it is about does not count. */
  readonly except?: string
}

const worksAt = async ({ user }: People, { networkId, userId }: Membership): Promise<boolean> => {
  const found = await user(networkId, userId)
  return found?.secret !== undefined && found.disabledAt === undefined
}

/**
 * Whether a fund's own officers can give and reset logins: one who may, and another officer who vouches,
 * each able to sign in. From then on nobody else may, or an NGO's administrator could make himself the
 * fund's record-keeper.
 */
export const helpsItself = async (
  store: FundViews & People,
  { networkId, fundId, day, except }: Asked,
): Promise<boolean> => {
  let officers = 0
  let managers = 0
  for (const membership of await store.membershipsOfFund(networkId, fundId)) {
    if (membership.userId === except || !(await worksAt(store, membership))) continue
    const member = await memberOf(store, fundId, membership.memberId)
    const roles = member ? rolesOfMember(member, day) : []
    if (roles.length > 1) officers += 1
    if (scopeFor('manage-logins', roles) === 'all') managers += 1
  }
  return managers >= 1 && officers >= 2
}

/** Whether somebody's login is the matter of a fund whose officers can help themselves. */
export const isFundsMatter = async (
  store: FundViews & People,
  { networkId, userId, day }: { networkId: string; userId: string; day: LocalDate },
): Promise<boolean> => {
  for (const { fundId } of await store.memberships(networkId, userId)) {
    if (await helpsItself(store, { networkId, fundId, day, except: userId })) return true
  }
  return false
}
