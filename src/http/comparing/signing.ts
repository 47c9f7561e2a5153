import type { ComparePaper } from '#domain/fund/comparing.ts'
import { note } from '#src/app/activity.ts'
import { type Approval, approvalRefusal } from '#src/app/approvals.ts'
import { type ItemAnswer, submit } from '#src/app/submit.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { noteItems } from '#src/http/commands/log.ts'
import type { Room } from '#src/http/desk/record.ts'

/** Hands a comparison in, with the second officer's word; a dry run asks for none. */
export const signed = async (
  { context, at, today }: Room,
  command: ComparePaper,
  { second, dryRun }: { readonly second: Approval | undefined; readonly dryRun: boolean },
): Promise<ItemAnswer> => {
  const needs = context.get('needs')
  const { fundId, held } = context.get('fund')
  const caller = context.get('caller')!
  const refuse = approvalRefusal(needs, {
    fundId,
    caller,
    day: today,
    dryRun,
    approvalOf: () => second,
    isTaken: async (id) => (await needs.store.find(at.fundId, [id])).length > 0,
  })
  const { by } = caller
  const options = { journalId: fundId, held, today, by, dryRun, refuse }
  const [answer] = await submit(needs.record, [{ command }], options)
  if (!dryRun && isAccepted(answer!)) {
    const types = [command.type]
    await noteItems(needs, { scope: fundId, by, types, answers: [answer!] })
  }
  return answer!
}

/** A second officer's word that was none is written down, as everywhere. */
export const noteRefused = async ({ context }: Room, { id, type }: ComparePaper): Promise<void> => {
  const { fundId: scope } = context.get('fund')
  const { device } = context.get('caller')!.by
  const line = { scope, actor: 'nobody', device, action: type, subject: `entry:${id}` }
  await note(context.get('needs'), { ...line, outcome: 'refused' })
}
