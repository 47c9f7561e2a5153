import type { Role } from '#domain/access/roles.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import { type Approval, approvalRefusal, staffApprovalRefusal } from '#src/app/approvals.ts'
import { type GivenWords, settleGiven } from '#src/app/members/owners-word.ts'
import { askerRefusal } from '#src/app/health/asking-members.ts'
import { household } from '#src/app/meeting/disputes.ts'
import { releaseRefusal } from '#src/app/figures/confirming.ts'
import { auditorRefusal } from '#src/app/audits/auditor.ts'
import { agencyRefusal } from '#src/app/network/agency-guard.ts'
import { officeRefusal } from '#src/app/identity/offices.ts'
import { checkerRefusal } from '#src/app/network/numbers.ts'
import { checkRefusal } from '#src/app/watch/checked.ts'
import { confirmerRefusal, lateLetterRefusal } from '#src/app/watch/confirming.ts'
import { unreadRefusal } from '#src/app/watch/read-first.ts'
import { powerRefusal } from '#src/app/powers.ts'
import { type Answer, isAccepted } from '#src/app/answer.ts'
import type { Recorder, RecorderOf } from '#src/app/record.ts'
import type { Standing } from '#src/app/standing.ts'
import { type Item, type ItemAnswer, submit } from '#src/app/submit.ts'
import { note } from '#src/app/activity.ts'
import { noteItems } from '#src/http/commands/log.ts'
import type { HttpContext } from '#src/http/env.ts'
import { bandRefusal } from '#src/http/lending/band.ts'
import { disclosureRefusal } from '#src/http/lending/disclosed.ts'

type Refusal<C> = (command: C) => string | undefined | Promise<string | undefined>

/** How commands are sent. */
export type Sending = {
  readonly dryRun?: boolean
  /** All are written or none. */
  readonly atomic?: boolean
  /** The word of whoever stands behind a command, by the command's id. */
  readonly secondOf?: (commandId: string) => Approval | undefined
  /** The member whose word the page has heard itself, once for all that it stands behind. */
  readonly vouchedFor?: string | undefined
  /** The service has made the commands itself, for somebody whom the access table lets ask for them. */
  readonly isOfService?: boolean
}

type Realm<C> = {
  readonly journalId: string
  readonly held: readonly Role[]
  readonly record: RecorderOf<C>
  readonly refusals: readonly Refusal<C>[]
  readonly isTaken: (commandId: string) => Promise<boolean>
}

/** By what right the caller writes, so that it is held against the journal when it is written. */
const standingOf = (context: HttpContext, held: readonly Role[]): Standing => {
  const { person, session } = context.get('caller')!
  return { person, userId: session.userId, held, day: context.get('needs').today() }
}

const typeOf = <C extends Command | NetworkCommand>(item: Item<C>) =>
  'fault' in item ? item.fault.type : item.command.type

const through = async <C extends Command | NetworkCommand>(
  context: HttpContext,
  { journalId, held, record, refusals, isTaken }: Realm<C>,
  items: readonly Item<C>[],
  { dryRun = false, atomic = false, isOfService = false }: Sending,
): Promise<readonly ItemAnswer[]> => {
  const needs = context.get('needs')
  const caller = context.get('caller')!
  const by = { ...caller.by, standing: standingOf(context, held) }
  const refuse = async (command: C): Promise<string | undefined> => {
    for (const refusal of [powerRefusal(needs, caller, journalId), ...refusals]) {
      const code = await refusal(command)
      if (code !== undefined) return code
    }
    return undefined
  }
  const today = needs.today()
  const lineId = needs.ids
  const asked = { journalId, held, today, by, dryRun, atomic, refuse, isTaken, isOfService, lineId }
  const told = await submit(record, items, asked)
  const answers = told.map(({ answer }) => answer)
  if (dryRun) return answers
  const isStopped = atomic && !answers.every(isAccepted)
  const isDone = !isStopped && answers.some(isAccepted)
  const others = told.flatMap(({ answer, isNoted }, i) =>
    isNoted ? [] : [{ type: typeOf(items[i]!), answer }],
  )
  await noteItems(context, { scope: journalId, by, items: others, isStopped, isDone })
  return answers
}

const nobody = (): undefined => undefined

/**
 * Sends commands of the caller to the fund of the path, each answered in its place: what roles, power and the second
 * person allow is recorded, and what was sent in earnest stands in the log, also where it was refused.
 */
export const sendToFund = async (
  context: HttpContext,
  items: readonly Item<Command>[],
  sending: Sending = {},
): Promise<readonly ItemAnswer[]> => {
  const needs = context.get('needs')
  const { fundId, held } = context.get('fund')
  const caller = context.get('caller')!
  const { dryRun = false, secondOf = nobody } = sending
  const isTaken = async (id: string) => (await needs.store.find(fundId, [id])).length > 0
  const isBound = sending.atomic === true && items.length > 1
  const given: GivenWords = new Map()
  const refusals = [
    askerRefusal(caller.person, { fundId, held, isBound }),
    disclosureRefusal(needs, fundId, items),
    bandRefusal(needs, fundId, dryRun),
    agencyRefusal(needs, { networkId: caller.session.networkId, fundId, today: needs.today() }),
    approvalRefusal(needs, {
      fundId,
      caller,
      day: needs.today(),
      dryRun,
      approvalOf: secondOf,
      vouchedFor: sending.vouchedFor,
      isTaken,
      given,
    }),
  ]
  const realm = { journalId: fundId, held, record: needs.record, refusals, isTaken }
  try {
    return await through(context, realm, items, sending)
  } finally {
    await settleGiven(needs.store, fundId, given)
  }
}

/** The same for the network of the path; `isVouched` where the page has asked the second person itself. */
export const sendToNetwork = (
  context: HttpContext,
  items: readonly Item<NetworkCommand>[],
  { isVouched = false, ...sending }: Sending & { readonly isVouched?: boolean } = {},
): Promise<readonly ItemAnswer[]> => {
  const needs = context.get('needs')
  const { networkId, held } = context.get('network')
  const { dryRun = false, secondOf = nobody } = sending
  const isTaken = async (id: string) =>
    (await needs.store.networks.find(networkId, [id])).length > 0
  const { session, person } = context.get('caller')!
  const day = needs.today()
  const vouched = staffApprovalRefusal(needs, {
    caller: { session },
    day,
    dryRun,
    approvalOf: secondOf,
    isTaken,
  })
  const { recordNetwork: record } = needs
  const beside = [
    checkerRefusal(needs, { session, day }),
    confirmerRefusal(needs, { session, day }),
    lateLetterRefusal(day),
    checkRefusal(needs, networkId),
    unreadRefusal(needs, { networkId, userId: session.userId ?? '' }),
    releaseRefusal(needs, { session, day }),
    auditorRefusal(needs, { person, day }),
  ]
  const office = officeRefusal(needs, { person, day })
  const refusals = isVouched ? [office, ...beside] : [office, vouched, ...beside]
  return through(context, { journalId: networkId, held, record, refusals, isTaken }, items, sending)
}

/** One command to the fund of the path, with the second person's word where there is one. */
export const sendOne = async (
  context: HttpContext,
  command: Command,
  {
    second,
    ...sending
  }: Omit<Sending, 'secondOf'> & { readonly second?: Approval | undefined } = {},
): Promise<ItemAnswer> =>
  (await sendToFund(context, [{ command }], { ...sending, secondOf: () => second }))[0]!

/**
 * A command that the service has made of what somebody asked who may not send it: a household's word on its own record, a
 * step of a grant. Whether they may ask, the path has judged; the entry itself says who asked, so that no log repeats it.
 */
export const sendForService = async (
  context: HttpContext,
  fundId: string,
  command: Command,
): Promise<Answer> => {
  const { record } = context.get('needs')
  const { by } = context.get('caller')!
  const { held } = context.get('fund')
  const standing = standingOf(context, held)
  return (await record(fundId, [command], { ...by, standing }))[0]!
}

/**
 * What a household says of itself. A dispute does not tell who said it (a neighbour may, for somebody who does not dare),
 * so that its entry bears no hand; any other names the member anyhow. The household's own log has it with its number.
 */
export const sendForHousehold = async (
  context: HttpContext,
  fundId: string,
  command: Command,
): Promise<Answer> => {
  const needs = context.get('needs')
  const { by } = context.get('caller')!
  const session = command.type === 'RaiseDispute' ? household : by
  const answer = (await needs.record(fundId, [command], session))[0]!
  const tried = context.get('tried')
  if (tried) {
    const isDone = isAccepted(answer)
    const subject = isDone ? `${tried.subject}:entry:${answer.id}` : tried.subject
    const line = { ...tried, subject, outcome: isDone ? 'done' : 'refused' } as const
    context.set('told', fundId)
    // It has happened: that it could not be written down as well makes it no less true.
    await note(needs, { ...by, ...line }).catch(() => undefined)
  }
  return answer
}

/** The same for the network of the path. */
export const sendForServiceToNetwork = async (
  context: HttpContext,
  command: NetworkCommand,
): Promise<Answer> => {
  const { recordNetwork } = context.get('needs')
  const { by } = context.get('caller')!
  return (await recordNetwork(context.get('network').networkId, [command], by))[0]!
}

/** A recorder for what is brought in whole, by the caller's hand: what becomes of each entry in earnest is logged. */
export const recorderFor =
  (context: HttpContext): Recorder =>
  async (fundId, commands, options) => {
    const { record, ids } = context.get('needs')
    if (options.dryRun) return record(fundId, commands, options)
    const answers = await record(fundId, commands, { ...options, lineIds: commands.map(ids) })
    context.set('told', fundId)
    return answers
  }
