import { canonicalJson } from '#domain/kernel/canonical.ts'
import type { Command } from '#domain/village.ts'
import type { Approval } from '#src/app/approvals.ts'
import { vouch } from '#src/app/identity/vouching.ts'
import type { Answer } from '#src/app/record.ts'
import { ownersRefusal } from '#src/app/members/owners-word.ts'
import type { HttpContext } from '#src/http/env.ts'

/** Whether private money goes out by a command: its owner's word is asked for first. */
export const needsOwner = (command: Command): boolean =>
  command.type === 'RecordPrivateSavings' && command.direction === 'out'

type PrivateData = { readonly mark: string }

/**
 * A command as it is sent. One under the id of a private line that stands in the book already is held against what the
 * journal shows, and never against whose the line is: the answer would tell it, name by name, to whoever sends it again.
 */
export const sentAgainst = async (context: HttpContext, command: Command): Promise<Command> => {
  if (command.type !== 'RecordPrivateSavings') return command
  const needs = context.get('needs')
  const [row] = await needs.store.find(context.get('fund').fundId, [command.id])
  if (row?.type !== 'PrivateSavingsMoved') return command
  const { mark } = JSON.parse(row.data) as PrivateData
  const plain = { ...command, mark }
  // As an earlier version sent it, which said in the command what only the owner is told now.
  const beyond = { ...plain, isMoreThanOwn: true } as const
  return row.commandHash === needs.hash(canonicalJson(beyond)) ? beyond : plain
}

/** Whether whoever writes private money out is its owner: then the PIN is nobody else's word. */
export const isForOneself = (context: HttpContext, memberId: string): boolean =>
  context.get('fund').ownMemberId === memberId

/** Why another officer does not stand behind it. Nobody is named in the entry, or it would tell whose money it is. */
const withoutAnother = async (
  context: HttpContext,
  approver: Approval | undefined,
): Promise<string | undefined> => {
  if (!approver) return 'approval-needed'
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const caller = context.get('caller')!.session
  const found = await vouch(needs, { fundId, caller, approver, day: needs.today() })
  return 'code' in found ? found.code : undefined
}

/**
 * The refusal of private money that goes out without its owner's PIN, or for whoever writes it down without another officer's
 * word: nobody is told whether it is hers. What was recorded already is answered again.
 */
export const withoutOwner = async (
  context: HttpContext,
  command: Command,
  {
    memberId,
    secret,
    approver,
  }: {
    readonly memberId: string
    readonly secret: string
    readonly approver?: Approval | undefined
  },
): Promise<Answer | undefined> => {
  if (!needsOwner(command)) return undefined
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const [row] = await needs.store.find(fundId, [command.id])
  if (row) return undefined
  const { session } = context.get('caller')!
  const notOwner = await ownersRefusal(needs, session, {
    fundId,
    memberId,
    secret,
    day: needs.today(),
  })
  const code =
    notOwner ??
    (isForOneself(context, memberId) ? await withoutAnother(context, approver) : undefined)
  return code === undefined ? undefined : { id: command.id, outcome: 'refused', code }
}
