import type { Action } from '#domain/access/table.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { ActivityRow, Clock, Ids } from '#domain/ports.ts'
import type { Session } from '#src/app/record.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import type { HttpContext } from '#src/http/env.ts'

type SentItems = {
  readonly scope: string
  readonly by: Session
  /** The type of each item that was sent; none where it is not known. */
  readonly types: readonly (Action | undefined)[]
  readonly answers: readonly ItemAnswer[]
  /** Nothing was written, because one of them was not taken: the others were tried. */
  readonly isStopped?: boolean
}

const rowsOf = (
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  { scope, by, types, answers, isStopped }: SentItems,
): readonly ActivityRow[] =>
  answers.map((answer, i) => ({
    scope,
    activityId: ids(),
    at: clock(),
    actor: by.actor,
    device: by.device,
    action: types[i] ?? 'commands',
    // What was sent as an id and is none may say anything.
    subject: isUuid(answer.id) ? `entry:${answer.id}` : '',
    outcome: isAccepted(answer) ? (isStopped ? 'tried' : 'done') : 'refused',
  }))

/**
 * Writes down what became of each item. It comes after `record`, because only then is it known. Once
 * an entry stands in the journal a failure here is passed over: to answer "failed" to something done
 * would be false, and the entry holds who and on which device. With nothing done, nothing is answered
 * before it is written down.
 */
export const noteItems = async (context: HttpContext, told: SentItems): Promise<void> => {
  const needs = context.get('needs')
  context.set('told', told.scope)
  try {
    await needs.store.noteActivity(rowsOf(needs, told))
  } catch (error) {
    if (told.isStopped || !told.answers.some(isAccepted)) throw error
  }
}
