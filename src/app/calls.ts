import type { Envelope, JournalRow } from '#domain/ledger/entry.ts'
import type { ActivityRow } from '#domain/ports.ts'
import { lineOf } from '#src/app/activity.ts'
import { type Answer, isAccepted } from '#src/app/answer.ts'
import type { Held, World } from '#src/app/realm.ts'
import type { Session } from '#src/app/standing.ts'

/** By whom commands are sent, and how. */
export type Asked = Session & {
  /** All are recorded in one batch or none. */
  readonly atomic?: boolean
  /** The answers are the same, and nothing is written. */
  readonly dryRun?: boolean
  /** Ids of lines in the log, one a command: what became of each is written in the commit of what it changed. */
  readonly lineIds?: readonly string[]
}

/** One list of commands, as it was sent. */
export type Call<C> = { readonly commands: readonly C[]; readonly asked: Asked }

/** What became of lists that were decided one after another on one fold. */
export type Decided<S> = {
  /** A list of answers for each call. */
  readonly answers: readonly (readonly Answer[])[]
  readonly batch: readonly JournalRow[]
  readonly lines: readonly ActivityRow[]
  readonly now: Held<S>
}

/** Nothing of an atomic list is written of which one is not taken. */
export const isStopped = ({ atomic }: Asked, answers: readonly Answer[]): boolean =>
  atomic === true && !answers.every(isAccepted)

/** What the log says of a list: nothing where its sender asked for no lines. */
export const linesOf = <C extends Envelope>(
  { clock }: Pick<World, 'clock'>,
  scope: string,
  { commands, asked }: Call<C>,
  answers: readonly Answer[],
): readonly ActivityRow[] => {
  const { actor, device, lineIds } = asked
  const stopped = isStopped(asked, answers)
  return (lineIds ?? []).map((activityId, i) => {
    const outcome = lineOf(answers[i]!, stopped)
    const { type: action } = commands[i] as C & { readonly type: string }
    return { scope, activityId, at: clock(), actor, device, action, ...outcome }
  })
}
