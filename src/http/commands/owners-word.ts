import type { Command } from '#domain/village.ts'
import type { Answer } from '#src/app/record.ts'
import { ownersRefusal } from '#src/app/members/owners-word.ts'
import type { HttpContext } from '#src/http/env.ts'

/** Whether private money goes out by a command: its owner's word is asked for first. */
export const needsOwner = (command: Command): boolean =>
  command.type === 'RecordPrivateSavings' && command.direction === 'out'

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
