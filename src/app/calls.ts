import type { EntryBody, Envelope, JournalRow, Sealed } from '#domain/ledger/entry.ts'
import { type ActivityRow, StorageUnavailable } from '#domain/ports.ts'
import { lineOf } from '#src/app/activity.ts'
import { type Answer, isAccepted } from '#src/app/answer.ts'
import type { Held, World } from '#src/app/realm.ts'
import type { Session } from '#src/app/standing.ts'
import type { Waiting } from '#src/app/turns.ts'

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
export type Decided<C, S, B extends EntryBody = EntryBody> = {
  readonly calls: readonly Call<C>[]
  /** A list of answers for each call. */
  readonly answers: readonly (readonly Answer[])[]
  readonly batch: readonly JournalRow[]
  /** The rows of the batch as the domain reads them. */
  readonly entries: readonly Sealed<B>[]
  readonly lines: readonly ActivityRow[]
  readonly now: Held<S>
}

/** A list of which each command stands by itself, in parts of so many. */
export const partsOf = <C>({ commands, asked }: Call<C>, most: number): readonly Call<C>[] =>
  Array.from({ length: Math.ceil(commands.length / most) }, (_, i) => {
    const [from, to] = [i * most, (i + 1) * most]
    const lineIds = asked.lineIds?.slice(from, to)
    const part = { ...asked, atomic: false, ...(lineIds ? { lineIds } : {}) }
    return { commands: commands.slice(from, to), asked: part }
  })

/** What a list is told; or, where the store took nothing of it, why. */
export type Told = readonly Answer[] | StorageUnavailable

export const answersIn = (told: Told): readonly Answer[] => {
  if (told instanceof StorageUnavailable) throw told
  return told
}

/** That the store can take nothing now; any other fault is thrown on. */
export const unavailable = (error: unknown): StorageUnavailable => {
  if (error instanceof StorageUnavailable) return error
  throw error
}

/**
 * What lists are told of which nothing could be written. To answer "failed" to what is done would be false, and a phone asks
 * until it is told: what stands is told so all the same, as long as nothing is told by an entry that was not kept.
 */
export const stoodBefore = (
  { calls, answers, batch }: Decided<unknown, unknown>,
  why: StorageUnavailable,
): readonly Told[] => {
  const fresh = new Set(batch.map(({ id }) => id))
  return answers.map((own, i) => {
    const isToldByNew = fresh.size > 0 && !own.every((one) => isAccepted(one) && !fresh.has(one.id))
    const isNothing = calls[i]!.asked.lineIds !== undefined && !own.some(isAccepted)
    return isToldByNew || isNothing ? why : own
  })
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

/** An atomic list is stopped by itself, and never with others: what was decided of it is nothing. */
export const isNothing = ({ calls, answers }: Decided<unknown, unknown>): boolean =>
  isStopped(calls[0]!.asked, answers[0]!)

export type Waiter<C> = Waiting<Call<C>, readonly Answer[]>

export const tellAll = <C>(group: readonly Waiter<C>[], told: readonly Told[]): void => {
  for (const [i, { done, fail }] of group.entries()) {
    const own = told[i]!
    if (own instanceof StorageUnavailable) fail(own)
    else done(own)
  }
}
