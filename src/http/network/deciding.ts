import type { Role } from '#domain/access/roles.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import { type Approval, approvalRefusal, staffApprovalRefusal } from '#src/app/approvals.ts'
import { powerRefusal } from '#src/app/powers.ts'
import type { RecorderOf } from '#src/app/record.ts'
import { isOfTwoStaff } from '#src/app/staff-second.ts'
import { type ItemAnswer, submit } from '#src/app/submit.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { noteItems } from '#src/http/commands/log.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { NetworkWords } from '#src/words/en/network.ts'

type Realm<C> = {
  readonly record: RecorderOf<C>
  readonly journalId: string
  readonly held: readonly Role[]
  /** Why a command of two people is not taken. */
  readonly approved?: (command: C) => Promise<string | undefined>
}

const decided = async <C extends Command | NetworkCommand>(
  context: HttpContext,
  { record, journalId, held, approved = async () => undefined }: Realm<C>,
  { command, dryRun }: { readonly command: C; readonly dryRun: boolean },
): Promise<ItemAnswer> => {
  const needs = context.get('needs')
  const caller = context.get('caller')!
  const { by } = caller
  const hasPower = powerRefusal(needs, caller, journalId)
  const refuse = async (one: C): Promise<string | undefined> =>
    (await hasPower(one)) ?? (await approved(one))
  const options = { journalId, held, today: needs.today(), by, dryRun, refuse }
  const answers = await submit(record, [{ command }], options)
  if (!dryRun) await noteItems(needs, { scope: journalId, by, types: [command.type], answers })
  return answers[0]!
}

/**
 * Hands a decision to the network's journal, with the caller as the one who made it; `second` is the word of whoever
 * stands behind it, where two must. Pages of the pot have asked the second one themselves.
 */
export const decideInNetwork = (
  context: HttpContext,
  command: NetworkCommand,
  { dryRun = false, second }: { readonly dryRun?: boolean; readonly second?: Approval } = {},
): Promise<ItemAnswer> => {
  const { networkId: journalId, held } = context.get('network')
  const needs = context.get('needs')
  const asked = staffApprovalRefusal(needs, {
    caller: context.get('caller')!,
    day: needs.today(),
    dryRun,
    approvalOf: () => second,
    isTaken: async (id) => (await needs.store.networks.find(journalId, [id])).length > 0,
  })
  const approved = async (one: NetworkCommand): Promise<string | undefined> =>
    isOfTwoStaff(one) ? asked(one) : undefined
  const realm = { record: needs.recordNetwork, journalId, held, approved }
  return decided<NetworkCommand>(context, realm, { command, dryRun })
}

/** The same for the journal of a fund; `second` is the word of whoever stands behind it, where two must. */
export const decideInFund = (
  context: HttpContext,
  command: Command,
  second?: Approval,
): Promise<ItemAnswer> => {
  const { fundId: journalId, held } = context.get('fund')
  const needs = context.get('needs')
  const approved = approvalRefusal(needs, {
    fundId: journalId,
    caller: context.get('caller')!,
    day: needs.today(),
    dryRun: false,
    approvalOf: () => second,
    isTaken: async (id) => (await needs.store.find(journalId, [id])).length > 0,
  })
  const realm = { record: needs.record, journalId, held, approved }
  return decided<Command>(context, realm, { command, dryRun: false })
}

/** What a command of today begins with; `id` is the one that was made with its form. */
export const envelopeOf = (context: HttpContext, id: string) => ({
  id,
  v: 1 as const,
  effectiveOn: context.get('needs').today(),
})

/** The id that a form was made with; undefined for what no form of ours sends. */
export const formIdIn = (of: (name: string) => string): string | undefined => {
  const id = of('id')
  return isUuid(id) ? id : undefined
}

/** What was answered instead of "recorded", in words; undefined where it was recorded. `more` is said by code, where a page can say it. */
export const refusalSaid = (
  words: NetworkWords,
  answer: ItemAnswer,
  more: Readonly<Record<string, string>> = {},
): string | undefined => {
  if (isAccepted(answer)) return undefined
  const said: Readonly<Record<string, string>> = {
    'last-administrator': words.lastAdministrator,
    'not-appointed': words.notAppointed,
    'not-an-auditor': words.notAnAuditor,
    'not-assigned': words.notAssigned,
    'fund-not-in-network': words.fundWrong,
    'not-oneself': words.notOneself,
    'member-of-a-fund': words.memberOfAFund,
    'step-up-needed': words.secretFirst,
    'id-used-for-another-command': words.sentBefore,
    ...more,
  }
  const { code } = answer as Extract<ItemAnswer, { readonly code: string }>
  return Object.hasOwn(said, code) ? said[code] : words.notTaken
}
