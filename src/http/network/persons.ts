import { rolesOfMember } from '#domain/access/roles.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { type Staff, holdsOn, staffRolesOn } from '#domain/network.ts'
import type { User } from '#domain/ports.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { memberOf } from '#src/app/identity/persons.ts'
import { isAlive } from '#src/app/identity/sessions.ts'
import { mainRoles } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type NamedFund, fundsByName } from '#src/http/network/fund-list.ts'
import type { FundSummary, PersonSummary, ReadingSummary } from '#src/pages/network/people-pages.ts'

/** What an administrator's pages are made from: the network, its funds by name, who is signed in. */
type Office = {
  readonly funds: readonly NamedFund[]
  readonly fundNames: ReadonlyMap<string, string>
  readonly staff: ReadonlyMap<string, Staff>
  readonly here: ReadonlySet<string>
}

export const networkOffice = async (context: HttpContext): Promise<Office> => {
  const { store, clock } = context.get('needs')
  const { networkId } = context.get('network')
  const network = await networkBookOf(store, networkId)
  const funds = await fundsByName(context)
  const now = clock()
  const open = (await store.openSessions(networkId)).filter((one) => isAlive(one, now))
  return {
    funds,
    fundNames: new Map(funds.map(({ fundId, said }) => [fundId, said])),
    staff: new Map((network?.staff ?? []).map((one) => [one.userId, one])),
    here: new Set(open.flatMap(({ userId }) => userId ?? [])),
  }
}

/** Funds of the network with what is kept of their books, and whether the books still hold it: one question for all of them. */
export const fundSummaries = async (
  context: HttpContext,
  funds: readonly NamedFund[],
): Promise<readonly FundSummary[]> => {
  const places = funds.flatMap(({ fundId, witnessed }) =>
    witnessed ? [{ fundId, seq: witnessed.seq }] : [],
  )
  const hashes = await context.get('needs').store.hashesAt(places)
  return funds.map(({ fundId, said, witnessed: kept, summary }) => ({
    name: said,
    kept,
    isChanged: hashes.get(fundId) !== kept?.hash,
    writtenOn: summary?.writtenOn,
  }))
}

type Lasting = { readonly until: LocalDate }

const latest = (terms: readonly Lasting[]): LocalDate =>
  terms.map(({ until }) => until).reduce((a, b) => (a > b ? a : b))

const tasksOf = (staff: Staff | undefined, day: LocalDate): PersonSummary['tasks'] =>
  staffRolesOn(staff, day).map((role) => ({
    role,
    until: latest(staff!.appointments.filter((one) => one.role === role && holdsOn(one, day))),
  }))

/** Somebody as the administrator's pages tell of them. */
export const personSummary = async (
  context: HttpContext,
  office: Office,
  { userId, login, secret, disabledAt }: User,
): Promise<PersonSummary> => {
  const { store, today } = context.get('needs')
  const day = today()
  const own = await store.memberships(context.get('network').networkId, userId)
  const members = await Promise.all(
    own.map(async ({ fundId, memberId }) => {
      const member = await memberOf(store, fundId, memberId)
      if (!member) return []
      const held = rolesOfMember(member, day)
      const offices = held.length > 1 ? mainRoles(held) : []
      return [{ fundName: office.fundNames.get(fundId) ?? '', card: member.card, offices }]
    }),
  )
  return {
    userId,
    login,
    tasks: tasksOf(office.staff.get(userId), day),
    memberOf: members.flat(),
    hasSecret: secret !== undefined,
    isHere: office.here.has(userId),
    isShutOut: disabledAt !== undefined,
  }
}

/** Through which day a fund lets a network's auditors in, looked at from a day; an older version wrote that in the book alone. */
const letInUntil = async (
  context: HttpContext,
  { fundId, summary }: NamedFund,
  day: LocalDate,
): Promise<LocalDate | undefined> => {
  const { networkId } = context.get('network')
  const row = summary ? undefined : await context.get('needs').store.subject(fundId, 'fund', 'fund')
  const { auditors = [] } = summary ?? (row ? (JSON.parse(row.data) as Fund) : {})
  const open = auditors.filter((one) => one.networkId === networkId && holdsOn(one, day))
  return open.length === 0 ? undefined : latest(open)
}

/** The funds that somebody is put to work on today, by name. */
export const assignedTo = (
  context: HttpContext,
  { funds, staff }: Office,
  userId: string,
): readonly NamedFund[] => {
  const day = context.get('needs').today()
  const terms = (staff.get(userId)?.assignments ?? []).filter((one) => holdsOn(one, day))
  const fundIds = new Set(terms.map(({ fundId }) => fundId))
  return funds.filter(({ fundId }) => fundIds.has(fundId))
}

/** Some of them with the two halves of the right. */
export const readingsOf = async (
  context: HttpContext,
  { office: { staff }, userId }: { readonly office: Office; readonly userId: string },
  funds: readonly NamedFund[],
): Promise<readonly ReadingSummary[]> => {
  const day = context.get('needs').today()
  const terms = Map.groupBy(
    (staff.get(userId)?.assignments ?? []).filter((one) => holdsOn(one, day)),
    ({ fundId }) => fundId,
  )
  return Promise.all(
    funds.map(async (fund) => ({
      fundId: fund.fundId,
      fundName: fund.said,
      until: latest(terms.get(fund.fundId)!),
      letIn: await letInUntil(context, fund, day),
    })),
  )
}
