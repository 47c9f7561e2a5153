import { isUuid } from '#domain/kernel/ids.ts'
import type { Action } from '#domain/access/actions.ts'
import type { SupportFile } from '#domain/grants/files.ts'
import type { SessionRow } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import type { Answer } from '#src/app/answer.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { type Wanted, askForSomebody } from '#src/app/support/asking.ts'
import {
  type Change,
  type Step,
  type Who,
  areTheTwo,
  change,
  eraseFile,
  isUrgent,
  openedFor,
  takeStep,
} from '#src/app/support/keeping.ts'
import { potRecorder, sourceOf } from '#src/app/support/grant-source.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import { checkSecret } from '#src/app/identity/sign-in.ts'
import { type NotVouched, vouch } from '#src/app/identity/vouching.ts'
import { toldOf } from '#src/http/commands/answers.ts'
import { noteItems } from '#src/http/commands/log.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendForService } from '#src/http/gate.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { problem } from '#src/http/problem.ts'
import { askerIn, sealedNeeds, whoIn } from '#src/http/support/rows.ts'

type Approver = { readonly login: string; readonly secret: string }

/** Through which door somebody comes: into which fund, and as whom there. */
export type Door = { readonly fundId: string; readonly memberId: string | undefined }

const future = (id: string): ItemAnswer => ({
  id,
  outcome: 'invalid',
  code: 'date-in-the-future',
  at: '/effectiveOn',
})

const isPotAt = (context: HttpContext, fundId: string): boolean =>
  fundId === context.get('caller')!.session.networkId

/** The windows and grants of a door: a fund's, or those of the caller's network where the door is its own pot. */
export const sourceIn = (context: HttpContext, fundId: string) => {
  const { networkId } = context.get('caller')!.session
  return sourceOf(context.get('needs').store, { fundId, networkId })
}

/** What is needed at a door: of the pot everything is written into the network's journal, as asked by whoever asked. */
export const needsAt = (context: HttpContext, fundId: string, askedBy?: string) => {
  const needs = sealedNeeds(context)
  if (needs instanceof Response) return needs
  return isPotAt(context, fundId)
    ? { ...needs, journal: needs.store.networks, record: potRecorder(needs.recordNetwork, askedBy) }
    : { ...needs, journal: needs.store }
}

/** Asks for somebody; a Response where the service cannot. */
export const ask = async (
  context: HttpContext,
  { fundId, memberId }: Door,
  wanted: Wanted,
): Promise<ItemAnswer | Response> => {
  const needs = needsAt(context, fundId)
  if (needs instanceof Response) return needs
  if (wanted.effectiveOn > needs.today()) return future(wanted.id)
  const book = await sourceIn(context, fundId)
  if (!book) return { id: wanted.id, outcome: 'invalid', code: 'window-unknown', at: '/windowId' }
  const strangers = (['memberId', 'checker'] as const).filter(
    (name) => memberId !== undefined && !book.members.some((one) => one.memberId === wanted[name]),
  )
  if (strangers.length > 0) {
    const at = strangers[0] === 'checker' ? '/checkerId' : '/memberId'
    return { id: wanted.id, outcome: 'invalid', code: 'member-unknown', at }
  }
  const asker = askerIn(context, memberId)
  return askForSomebody(needs, book, { fundId, asker, wanted })
}

/** A file that is open to the caller, at the door through which it was opened. */
export type OpenFile = {
  readonly context: HttpContext
  readonly door: Door
  readonly needs: Exclude<ReturnType<typeof needsAt>, Response>
  readonly file: SupportFile
}

/** The file under the code of the path, opened for the caller and written down as a look; else undefined. */
export const opened = async (
  context: HttpContext,
  door: Door,
): Promise<OpenFile | Response | undefined> => {
  const { fundId, memberId } = door
  const needs = needsAt(context, fundId)
  if (needs instanceof Response) return needs
  const code = context.req.param('code') ?? ''
  const file = await openedFor(needs, { fundId, code, who: whoIn(context, memberId) })
  const { by } = context.get('caller')!
  const known = /^S-[A-Z0-9]{8}$/.test(code) ? `support:${code}` : 'support:?'
  await note(needs, {
    ...by,
    scope: fundId,
    action: 'read-support-file',
    subject: known,
    outcome: file ? 'read' : 'refused',
  })
  return file && { context, door, needs, file }
}

/** Does something about the file under the code of the path, once it is open to the caller; undefined where it is not. */
export const inFile = async <Done>(
  context: HttpContext,
  door: Door,
  act: (open: OpenFile) => Promise<Done>,
): Promise<Done | Response | undefined> => {
  const open = await opened(context, door)
  return !open || open instanceof Response ? open : act(open)
}

/** Takes a step of a grant whose file is open. */
export const step = async (
  { context, door, needs, file }: OpenFile,
  taken: Omit<Step, 'code'>,
): Promise<ItemAnswer> => {
  if (taken.effectiveOn > needs.today()) return future(taken.id)
  const { by } = context.get('caller')!
  const { fundId, memberId } = door
  const who = whoIn(context, memberId)
  return takeStep(needs, file, { fundId, step: { ...taken, code: file.code }, who, by })
}

/** The other officer of the two who know a file, by name and secret; a code says why not. */
const otherOfTheTwo = async (
  needs: AppNeeds,
  file: SupportFile,
  {
    caller,
    session,
    ...asked
  }: {
    readonly fundId: string
    readonly caller: Who
    readonly session: SessionRow
    readonly approver: Approver
  },
): Promise<string | { readonly code: string }> => {
  const second = await vouch(needs, { ...asked, caller: session, day: needs.today() })
  if ('code' in second) return second
  const { memberId } = second
  return memberId !== undefined && areTheTwo(file, [caller, second])
    ? memberId
    : { code: 'approval-of-another' }
}

/** Two officers who know what it is for help at once: whoever asked, and whoever was to look at it. */
export const awardNow = async (
  { context, door: { fundId, memberId }, needs, file }: OpenFile,
  {
    id,
    effectiveOn,
    approver,
  }: { readonly id: string; readonly effectiveOn: string; readonly approver: Approver },
): Promise<ItemAnswer | Response> => {
  if (effectiveOn > needs.today()) return future(id)
  const refuse = (code: string): Answer => ({ id, outcome: 'refused', code })
  if (!isUrgent(file) || memberId === undefined) return refuse('can-wait-for-a-meeting')
  const caller = context.get('caller')!
  const [row] = await needs.store.find(fundId, [id])
  const told = row && (JSON.parse(row.data) as { readonly officers?: readonly string[] })
  const second =
    told?.officers?.[1] ??
    (await otherOfTheTwo(needs, file, {
      fundId,
      caller: whoIn(context, memberId),
      session: caller.session,
      approver,
    }))
  if (typeof second !== 'string') return refuse(second.code)
  const officers = [memberId, second] as const
  const { code } = file
  const command = { id, type: 'AwardAtOnce' as const, v: 1 as const, effectiveOn, code, officers }
  return sendForService(context, fundId, command)
}

/** Whose secret was given: another officer's in a fund, anybody's of the network where the team asks. */
const secondIn = async (
  context: HttpContext,
  { fundId, memberId }: Door,
  approver: Approver,
): Promise<Who | NotVouched> => {
  const needs = context.get('needs')
  const { session } = context.get('caller')!
  if (memberId !== undefined)
    return vouch(needs, { fundId, caller: session, approver, day: needs.today() })
  const { networkId, deviceId } = session
  const asker = context.get('caller')!.by.actor
  const checked = await checkSecret(needs, { networkId, deviceId, ...approver, asker })
  if ('code' in checked) return checked
  const { userId } = checked
  const userIds = [context.get('caller')!.by.actor, userId] as const
  const areOne = await couldBeOne(needs.store, { networkId, userIds, day: needs.today() })
  return areOne ? { code: 'approver-reset-lately' } : { userId, memberId: undefined }
}

/** Erases what stands beside a grant, where both who know it are there; a code says why not. */
export const eraseNow = async (
  { context, door, needs, file }: OpenFile,
  approver: Approver,
): Promise<'erased' | { readonly code: string }> => {
  const { fundId, memberId } = door
  const { by } = context.get('caller')!
  const subject = `support:${file.code}`
  const line = { ...by, scope: fundId, action: 'erase-support-file', subject } as const
  const refused = async (code: string) => {
    await note(needs, { ...line, outcome: 'refused' })
    return { code }
  }
  const second = await secondIn(context, door, approver)
  if ('code' in second) return refused(second.code)
  const book = await sourceIn(context, fundId)
  const support = book?.supports.find(({ code }) => code === file.code)
  const both = [whoIn(context, memberId), second] as const
  const done = await eraseFile(needs, fundId, { file, support, both })
  if (done !== 'erased') return refused(done)
  // Both have done it, and stand so in the log.
  for (const actor of [by.actor, second.userId])
    await note(needs, { ...line, actor, outcome: 'done' })
  return done
}

/** Writes something into a file that is open. */
export const write = ({ door, needs, file }: OpenFile, made: Change) =>
  change(needs, door.fundId, { file, made })

type SupportCommand = 'AskForSupport' | 'TakeSupportStep' | 'AwardAtOnce'

/** What an act is called where it is about the pot, which is never given from at once. */
const inPotAs = {
  AskForSupport: 'AskFromPot',
  TakeSupportStep: 'TakePotStep',
  AwardAtOnce: undefined,
} as const satisfies Readonly<Record<SupportCommand, Action | undefined>>

/** The answer to one command of the service's own, with its receipt, written into the fund's log. */
export const answered = async (
  context: HttpContext,
  { fundId }: Door,
  { type, answer }: { readonly type: SupportCommand; readonly answer: ItemAnswer },
) => {
  const needs = context.get('needs')
  const { by } = context.get('caller')!
  const isPot = isPotAt(context, fundId)
  const items = [{ type: isPot ? inPotAs[type] : type, answer }]
  await noteItems(context, { scope: fundId, by, items })
  return { answers: toldOf([answer], fundId, needs.signer), isDryRun: false }
}

/** A fund of the network in the path, or its own pot, which stands under the network's id; undefined for any other, which is told as if there were none. */
export const fundOfNetwork = async (
  context: HttpContext,
  fundId = context.req.param('fundId') ?? '',
): Promise<Door | undefined> => {
  const { networkId } = context.get('network')
  if (!isUuid(fundId)) return undefined
  if (fundId === networkId) return { fundId, memberId: undefined }
  const rows = await context.get('needs').store.networkSubjects(networkId)
  const isOurs = rows.some(({ kind, key }) => kind === 'fund' && key === fundId)
  return isOurs ? { fundId, memberId: undefined } : undefined
}

/** Why nothing was erased. */
export const notErased = (done: { readonly code: string } | Response): Response =>
  done instanceof Response ? done : problem(422, done.code as 'support-not-closed')
