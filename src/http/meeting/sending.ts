import type { Placed } from '#src/app/meeting/sheet-commands.ts'
import { type ItemAnswer, submit } from '#src/app/submit.ts'
import { noteItems } from '#src/http/commands/log.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import type { Room } from '#src/http/desk/record.ts'

/** Hands the commands of a page in, all or none; what was written is noted, as everything that is sent. */
export const sendAll = async (
  { context, today }: Pick<Room, 'context' | 'today'>,
  placed: readonly Pick<Placed, 'command'>[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<readonly ItemAnswer[]> => {
  const needs = context.get('needs')
  const { fundId, held } = context.get('fund')
  const { by } = context.get('caller')!
  const answers = await submit(
    needs.record,
    placed.map(({ command }) => ({ command })),
    {
      journalId: fundId,
      held,
      today,
      by,
      dryRun,
      atomic: true,
      refuse: async () => undefined,
    },
  )
  if (!dryRun && answers.every(isAccepted)) {
    const types = placed.map(({ command }) => command.type)
    await noteItems(needs, { scope: fundId, by, types, answers })
  }
  return answers
}
