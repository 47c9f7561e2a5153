import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { EntryBody, Envelope, JournalRow } from '#domain/ledger/entry.ts'
import type { ActivityRow } from '#domain/ports.ts'
import type { Answer } from '#src/app/answer.ts'
import { type Asked, type Call, type Decided, linesOf } from '#src/app/calls.ts'
import type { Held, Realm, Refuses, World } from '#src/app/realm.ts'
import { answerTo, instantAfterLast, opened, seal } from '#src/app/rows.ts'
import { type Session, notTheirsCode } from '#src/app/standing.ts'
import { pauses } from '#src/app/turns.ts'

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
): Promise<Decided<C, S>> => {
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
  return { calls, answers, batch: of.batch, lines, now: of.now() }
}
