import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { EntryBody, Envelope, JournalRow } from '#domain/ledger/entry.ts'
import type { ActivityRow } from '#domain/ports.ts'
import { lineOf } from '#src/app/activity.ts'
import { type Answer, isAccepted } from '#src/app/answer.ts'
import type { Held, Realm, Refuses, World } from '#src/app/realm.ts'
import { answerTo, instantAfterLast, opened, seal } from '#src/app/rows.ts'
import { type Session, notTheirsCode } from '#src/app/standing.ts'
import { pauses } from '#src/app/turns.ts'

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

/** Decides commands in turn on a fold that evolves in place; nothing is written here. */
const decider = <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  {
    fundId,
    start,
    known,
    refuses,
  }: {
    readonly fundId: string
    readonly start: Held<S>
    readonly known: Map<string, JournalRow>
    readonly refuses: Refuses<C, S>
  },
) => {
  const { state } = start
  let { last } = start
  const batch: JournalRow[] = []

  const answerOf = (command: C, session: Session): Answer => {
    const before = known.get(command.id)
    if (before) return answerTo(before, world.hash(canonicalJson(command as unknown as Json)))
    // An entry is for ever: one whose id is none would fail every audit after it.
    if (!isUuid(command.id))
      return { id: command.id, outcome: 'invalid', code: 'id-not-an-id', at: '/id' }
    const recordedAt = instantAfterLast(world.clock(), last)
    const decision = realm.decide(state, command, { at: recordedAt, by: session.actor })
    if (decision.outcome !== 'recorded') return { id: command.id, ...decision }
    const said = refuses(state, command)
    if (typeof said === 'string') return { id: command.id, outcome: 'refused', code: said }
    const flags = [...new Set([...decision.body.flags, ...(said?.flags ?? [])])]
    const body = { ...decision.body, flags }
    last = seal(world, command, { fundId, body, last, recordedAt, ...session })
    realm.evolve(state, opened<B>(last))
    known.set(command.id, last)
    batch.push(last)
    return answerTo(last, last.commandHash)
  }

  /** A list is judged by the fold at its turn, which those before it may have changed. */
  const isTheirs = ({ standing }: Asked): boolean =>
    standing === undefined || realm.stands(state, fundId, standing)

  return { answerOf, isTheirs, batch, now: (): Held<S> => ({ state, last }) }
}

/** What becomes of lists of commands, one after another, by the fold that they begin at and what is known outside of the journal. */
export const decidedOf = async <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  {
    fundId,
    calls,
    start,
  }: { readonly fundId: string; readonly calls: readonly Call<C>[]; readonly start: Held<S> },
): Promise<Decided<S>> => {
  const commands = calls.flatMap((call) => call.commands)
  const ids = commands.map(({ id }) => id)
  const known = new Map((await world.journal.find(fundId, ids)).map((row) => [row.id, row]))
  const refuses = (await realm.outside?.(world, fundId, commands)) ?? (() => undefined)
  const of = decider(world, realm, { fundId, start, known, refuses })
  const pause = pauses()
  const answers: Answer[][] = []
  const lines: ActivityRow[] = []
  for (const call of calls) {
    const own: Answer[] = []
    const mayWrite = of.isTheirs(call.asked)
    for (const command of call.commands) {
      await pause()
      const { id } = command
      own.push(
        mayWrite
          ? of.answerOf(command, call.asked)
          : { id, outcome: 'refused', code: notTheirsCode },
      )
    }
    answers.push(own)
    lines.push(...linesOf(world, fundId, call, own))
  }
  return { answers, batch: of.batch, lines, now: of.now() }
}
