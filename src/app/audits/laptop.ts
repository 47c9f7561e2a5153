import { isAssignedOn, staffRolesOn } from '#domain/access/staff.ts'
import type { Sealed } from '#domain/ledger/entry.ts'
import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import type { Audit } from '#domain/network/audits/audit.ts'
import type { AuditBody, NetworkBody, NetworkCommand } from '#domain/network.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { Journal, Notes } from '#domain/ports.ts'
import type { Answer } from '#src/app/answer.ts'
import { isAccepted } from '#src/app/answer.ts'
import { type FoundingNeeds, appoint } from '#src/app/identity/first-administrator.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { addUser } from '#src/app/identity/users.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { opened } from '#src/app/rows.ts'
import type { Session } from '#src/app/standing.ts'

/*
 * An audit on a laptop without a line: a book of its own with the fund's archive in it, the network's number and the plan that the
 * network has drawn. The same pages write the same commands, and these go back.
 */

/** What the network gives out of a plan. */
export type TakenPlan = Pick<
  Audit,
  'auditId' | 'fundId' | 'from' | 'visitOn' | 'why' | 'head' | 'seed' | 'plannedOn'
> & { readonly networkId: string }

const assertDone = (answers: readonly Answer[]): void => {
  const failed = answers.find((one) => !isAccepted(one))
  if (failed) throw new Error(`the laptop does not take this: ${JSON.stringify(failed)}`)
}

const yearsFrom = (day: LocalDate, years: number): LocalDate =>
  monthlyDay(day, 12 * years, Number(day.slice(8)))

/** Lets the auditor into a fund here for a year, where this day's book does not. */
const letIn = async (
  needs: FoundingNeeds,
  { networkId, userId, fundId }: { networkId: string; userId: string; fundId: string },
  by: Session,
): Promise<void> => {
  const day = needs.today()
  const book = await networkBookOf(needs.store, networkId)
  const staff = book?.staff.find((one) => one.userId === userId)
  if (!staffRolesOn(staff, day).includes('auditor'))
    await appoint(needs, { networkId, userId, role: 'auditor', by })
  if (isAssignedOn(staff, fundId, day)) return
  const command = { id: needs.ids(), v: 1, type: 'AssignStaff', userId, fundId } as const
  const days = { effectiveOn: day, until: yearsFrom(day, 1) }
  assertDone(await needs.recordNetwork(networkId, [{ ...command, ...days }], by))
}

/** Makes the network of the plan here, with the fund and one auditor, or adds the fund to it; again it changes nothing. Gives the auditor's login. */
export const openPlan = async (
  needs: FoundingNeeds,
  { networkId, plannedOn, ...plan }: TakenPlan,
  { login, by }: { readonly login: string; readonly by: Session },
) => {
  const { store, recordNetwork, ids } = needs
  const { fundId } = plan
  const on = () => ({ id: ids(), v: 1 as const, effectiveOn: plannedOn })
  const send = async (command: NetworkCommand): Promise<void> =>
    assertDone(await recordNetwork(networkId, [command], by))
  // A plan that was drawn earlier may be opened after this one.
  if (!(await store.networks.fundIds()).includes(networkId))
    await send({ ...on(), effectiveOn: yearsFrom(plannedOn, -1), type: 'FoundNetwork' })
  const funds = (await networkBookOf(store, networkId))?.funds ?? []
  if (!funds.some((one) => one.fundId === fundId)) await send({ ...on(), type: 'JoinFund', fundId })
  const known = await store.networks.find(networkId, [plan.auditId])
  if (known.length === 0) await send({ ...on(), id: plan.auditId, type: 'TakeAuditPlan', ...plan })
  const there = await store.userByLogin(networkId, loginKeyOf(login))
  const user = there ?? (await addUser(needs, { networkId, login }))
  if (!('code' in user)) await letIn(needs, { networkId, userId: user.userId, fundId }, by)
  return user
}

const commandOf: ReadonlyMap<string, string> = new Map(
  networkOperations.list.map(({ entry, command }) => [entry, command]),
)

const readMax = 5000

/** Words of an audit among the commands: kept beside the book where they come in. */
export type CarriedWords = {
  readonly type: 'AuditWords'
  readonly subject: string
  readonly text: string
}

/** Where the words of an act lie beside the book; undefined where it has none. */
const wordsOf = (body: AuditBody): string | undefined => {
  if (body.type === 'AuditFindingRaised') return `audit-finding:${body.findingId}`
  return body.type === 'AuditOpinionGiven' ? `audit-opinion:${body.auditId}` : undefined
}

/** The acts of an audit by the number that each was sent under, in their order. */
const actsOf = async (
  networks: Pick<Journal, 'read'>,
  { networkId, auditId }: Pick<TakenPlan, 'networkId' | 'auditId'>,
): Promise<readonly Sealed<AuditBody>[]> => {
  const own: Sealed<AuditBody>[] = []
  for (let after = 0; ;) {
    const rows = await networks.read(networkId, after, readMax)
    for (const row of rows) {
      const entry = opened<NetworkBody>(row)
      if ('auditId' in entry.body && entry.body.auditId === auditId)
        own.push(entry as Sealed<AuditBody>)
    }
    if (rows.length < readMax) return own
    after = rows.at(-1)!.seq
  }
}

/** Where words may lie of what stands in the book of an audit: of an act that was not taken none are kept. */
export const placesOfWords = async (
  networks: Pick<Journal, 'read'>,
  of: Pick<TakenPlan, 'networkId' | 'auditId'>,
): Promise<ReadonlySet<string>> =>
  new Set((await actsOf(networks, of)).flatMap(({ body }) => wordsOf(body) ?? []))

/** What was written about an audit here: each act as it was sent, under its own id, and the words beside it. */
export const papersOf = async (
  store: Notes & { readonly networks: Pick<Journal, 'read'> },
  { networkId, fundId, auditId }: Pick<TakenPlan, 'networkId' | 'fundId' | 'auditId'>,
): Promise<readonly (object | CarriedWords)[]> => {
  const acts = await actsOf(store.networks, { networkId, auditId })
  const own = acts.filter(({ body }) => body.type !== 'AuditPlanTaken')
  const commands = own.map(({ id, effectiveOn, body }) => {
    const { type, v: _v, flags: _f, postings: _p, ...said } = body
    return { id, v: 1, effectiveOn, type: commandOf.get(type)!, ...said }
  })
  const subjects = own.flatMap(({ body }) => wordsOf(body) ?? [])
  const words: CarriedWords[] = []
  for (const subject of subjects) {
    const text = await store.noteOf(fundId, subject)
    if (text !== undefined && text !== '') words.push({ type: 'AuditWords', subject, text })
  }
  return [...commands, ...words]
}
