import { type Role, rolesOfMember } from '#domain/access/roles.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { staffRolesOn } from '#domain/network.ts'
import type { ActivityLog, ActivityRow, NetworkViews, People } from '#domain/ports.ts'
import type { LogPage } from '#domain/access/log-page.ts'
import { ownSubject } from '#src/app/activity.ts'
import { type NamingNeeds, keyedName } from '#src/app/identity/identity.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { type FollowedViews, keptSubjectsOf } from '#src/app/kept-books.ts'
import { memberOf } from '#src/app/identity/persons.ts'
import { villageTimeOf } from '#src/app/village-time.ts'

type Watched = FollowedViews & NetworkViews & People & ActivityLog

/** What the log writes of one member: the member, and each of the member's loans. */
const subjectsOf = async (
  store: FollowedViews,
  fundId: string,
  memberId: string,
): Promise<readonly string[]> => {
  // Those that were taken back too: whoever looked at one looked at hers.
  const loans = (await keptSubjectsOf(store, fundId, 'loan')) as readonly Loan[]
  const own = loans.filter((loan) => loan.memberId === memberId)
  return [`member:${memberId}`, ...own.map(({ loanId }) => `loan:${loanId}`)]
}

/**
 * What the log writes of a member's own word at the table: for her eyes alone as all that begins so, and by a name that
 * only this service can make. Beside an entry of the same moment hers would name whose it is.
 */
export const wordSubject = (
  needs: NamingNeeds,
  { fundId, memberId }: { readonly fundId: string; readonly memberId: string },
): string => ownSubject(keyedName(needs, fundId, ['own-word', memberId]))

/** Lines of the log about a member, the newest first. */
export const linesAbout = async (
  { store, ...needs }: NamingNeeds & { readonly store: Watched },
  { fundId, memberId }: { readonly fundId: string; readonly memberId: string },
  page: Pick<LogPage, 'before' | 'doneOf' | 'limit'>,
): Promise<readonly ActivityRow[]> => {
  const word = wordSubject(needs, { fundId, memberId })
  const subjects = [...(await subjectsOf(store, fundId, memberId)), word]
  const about = await store.activitiesAbout(fundId, { subjects, ...page })
  const own = await store.activities(fundId, { ownOf: memberId, ...page })
  return [...about, ...own]
    .map((line) => (line.subject === word ? { ...line, subject: ownSubject(memberId) } : line))
    .toSorted((a, b) => (a.activityId < b.activityId ? 1 : -1))
    .slice(0, page.limit)
}

/** The members behind users of a network who are members of the fund, by user id. */
const membersOfUsers = async (
  store: Watched,
  networkId: string,
  fundId: string,
): Promise<ReadonlyMap<string, Member>> => {
  const members = new Map<string, Member>()
  for (const { userId, memberId } of await store.membershipsOfFund(networkId, fundId)) {
    const member = await memberOf(store, fundId, memberId)
    if (member) members.set(userId, member)
  }
  return members
}

/** The card of the member behind each user of a network who is a member of the fund. */
export const cardsOfUsers = async (
  store: Watched,
  networkId: string,
  fundId: string,
): Promise<(userId: string) => string | undefined> => {
  const members = await membersOfUsers(store, networkId, fundId)
  return (userId) => members.get(userId)?.card
}

/** What each user was on the day of a line: offices in the fund, posts of the network. Never who. */
export const rolesAtTheTime = async (
  store: Watched,
  networkId: string,
  fundId: string,
): Promise<(row: ActivityRow) => readonly Role[]> => {
  const members = await membersOfUsers(store, networkId, fundId)
  const network = await networkBookOf(store, networkId)
  return ({ actor, at }) => {
    const { day } = villageTimeOf(at)
    const member = members.get(actor)
    const staff = network?.staff.find(({ userId }) => userId === actor)
    return [...(member ? rolesOfMember(member, day) : []), ...staffRolesOn(staff, day)]
  }
}
