import type { Action } from '#domain/access/table.ts'
import type { ActivityRow, Clock, Ids } from '#domain/ports.ts'
import { lineOf } from '#src/app/activity.ts'
import { isAccepted } from '#src/app/answer.ts'
import type { Session } from '#src/app/standing.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import type { HttpContext } from '#src/http/env.ts'

/** What was sent, by its type where that is known, and what it was answered. */
type SentItem = { readonly type: Action | undefined; readonly answer: ItemAnswer }

type SentItems = {
  readonly scope: string
  readonly by: Session
  readonly items: readonly SentItem[]
  /** Nothing was written, because one of them was not taken: the others were tried. */
  readonly isStopped?: boolean
  /** Something that was sent with them stands in the journal. */
  readonly isDone?: boolean
}

const rowsOf = (
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  { scope, by, items, isStopped }: SentItems,
): readonly ActivityRow[] =>
  items.map(({ type, answer }) => ({
    scope,
    activityId: ids(),
    at: clock(),
    actor: by.actor,
    device: by.device,
    action: type ?? 'commands',
    ...lineOf(answer, isStopped === true),
  }))

/**
 * Writes down what became of items that were answered without `record`, or before their lines could be written with it.
 * Once an entry stands in the journal a failure here is passed over: to answer "failed" to something done would be false,
 * and the entry holds who and on which device. With nothing done, nothing is answered before it is written down.
 */
export const noteItems = async (context: HttpContext, told: SentItems): Promise<void> => {
  const needs = context.get('needs')
  const { scope, items, isStopped = false } = told
  const isDone = told.isDone ?? items.some(({ answer }) => isAccepted(answer))
  context.set('told', scope)
  try {
    await needs.store.noteActivity(rowsOf(needs, told))
  } catch (error) {
    if (isStopped || !isDone) throw error
  }
}
