import { canonicalJson } from '#domain/kernel/canonical.ts'
import type { Command } from '#domain/village.ts'
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

/** The refusal of private money that goes out without its owner's PIN; what was recorded already is answered again. */
export const withoutOwner = async (
  context: HttpContext,
  command: Command,
  { memberId, secret }: { readonly memberId: string; readonly secret: string },
): Promise<Answer | undefined> => {
  if (!needsOwner(command)) return undefined
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const [row] = await needs.store.find(fundId, [command.id])
  if (row) return undefined
  const { session } = context.get('caller')!
  const code = await ownersRefusal(needs, session, {
    fundId,
    memberId,
    secret,
    day: needs.today(),
  })
  return code && { id: command.id, outcome: 'refused', code }
}
