import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { EntryBody, Envelope, JournalRow, Sealed } from '#domain/ledger/entry.ts'
import { type ActivityRow, StorageUnavailable } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { Answer } from '#src/app/answer.ts'
import {
  type Asked,
  type Call,
  type Decided,
  type Told,
  type Waiter,
  answersIn,
  isNothing,
  linesOf,
  partsOf,
  stoodBefore,
  tellAll,
  unavailable,
} from '#src/app/calls.ts'
import {
  type Held,
  type Realm,
  type Refuses,
  type World,
  foldOf,
  fundRealm,
  inTurnOf,
} from '#src/app/realm.ts'
import { accepted, answerTo, instantAfterLast, opened, seal } from '#src/app/rows.ts'
import { type Session, notTheirsCode } from '#src/app/standing.ts'
import { lastKept, pauses, turnsByName } from '#src/app/turns.ts'
import { besideOthers, toAppend } from '#src/app/writing.ts'

export type RecorderOf<C> = (
  journalId: string,
  commands: readonly C[],
  options: Asked,
) => Promise<readonly Answer[]>
export type Recorder = RecorderOf<Command>

const triesMax = 5
/** Of a longer list so many are written at a time: between two parts others of the same fund have their turn. */
const partMax = 100

type RecorderLimits = {
  /** Folds that are kept in memory; of those beyond, the one that was used longest ago is read again. */
  readonly foldsMax?: number
  /** Calls that may wait, of all journals together; whoever comes then is told to come again. */
  readonly waitingMax?: number
  /** Commands of lists that are written in one commit; one where each list is to have a commit of its own. */
  readonly togetherMax?: number
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
  const entries: Sealed<B>[] = []

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
    const entry = opened<B>(last)
    realm.evolve(state, entry)
    known.set(command.id, last)
    batch.push(last)
    entries.push(entry)
    return accepted(last, entry.body.flags)
  }

  /** A list is judged by the fold at its turn, which those before it may have changed. */
  const isTheirs = ({ standing }: Asked): boolean =>
    standing === undefined || realm.stands(state, fundId, standing)

  return { answerOf, isTheirs, batch, entries, now: (): Held<S> => ({ state, last }) }
}

/** What becomes of lists of commands, one after another, by the fold that they begin at and what is known outside of the journal. */
const decidedOf = async <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  {
    fundId,
    calls,
    start,
  }: { readonly fundId: string; readonly calls: readonly Call<C>[]; readonly start: Held<S> },
): Promise<Decided<C, S, B>> => {
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
  return { calls, answers, batch: of.batch, entries: of.entries, lines, now: of.now() }
}

type Written = readonly Told[] | 'stale'

/**
 * Writes what is decided in the journal's turn, in one commit with its lines in the log. Its fold is kept as it is then; on any
 * failure it is kept by nobody, and read again.
 */
const writingOf = <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  keep: (fundId: string, now: Held<S>) => void,
) => {
  const inTurn = inTurnOf(world)
  return async (
    fundId: string,
    decide: (here: World) => Promise<Decided<C, S, B> | 'stale'>,
  ): Promise<Written> => {
    let told: Decided<C, S, B> | 'stale' | undefined
    try {
      const done = await inTurn(fundId, async (here) => {
        told = await decide(here)
        if (told === 'stale') return told
        const [rows, changes, lines] = toAppend(realm, told)
        if (rows.length + lines.length === 0) return 'appended'
        return here.journal.append(fundId, rows, changes, lines)
      })
      if (done === 'stale') return done
    } catch (error) {
      const why = unavailable(error)
      if (told === undefined || told === 'stale' || isNothing(told)) throw why
      return stoodBefore(told, why)
    }
    const kept = told as unknown as Decided<C, S, B>
    if (!isNothing(kept)) keep(fundId, kept.now)
    return kept.answers
  }
}

/** How a journal is written to by whoever has its turn: its fold is taken out of what is kept, and kept again as it is then. */
const stepsOf = <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  foldsMax: number,
) => {
  const held = lastKept<Held<S>>(foldsMax)
  const fold = foldOf(realm)
  const written = writingOf(world, realm, (fundId, now) => held.keep(fundId, now))

  /** The fold as it is now, which is nobody's until it is kept again. */
  const begun = ({ journal }: World, fundId: string): Promise<Held<S>> =>
    fold(journal, fundId, held.take(fundId))

  /** The fold of the journal as it is now, which goes on by itself. */
  const copied = async (fundId: string): Promise<Held<S>> => {
    const current = await begun(world, fundId)
    held.keep(fundId, current)
    return { ...current, state: realm.copy(current.state) }
  }

  /** A whole book is taken in before others have to wait for whoever goes on with it. */
  const warmed = async (fundId: string): Promise<void> => {
    if (world.journal.inTurn && !held.get(fundId)) held.keep(fundId, await begun(world, fundId))
  }

  /** Which lists there are is asked when the journal's turn has come: whoever came while it was waited for is among them. */
  const attempt = async (fundId: string, calls: () => readonly Call<C>[]): Promise<Written> => {
    await warmed(fundId)
    return written(fundId, async (here) => {
      const start = await begun(here, fundId)
      return decidedOf(here, realm, { fundId, calls: calls(), start })
    })
  }

  /** Writes what was decided on a copy, where the journal is still as it was copied. */
  const writtenIfStill = (
    fundId: string,
    { last }: Held<S>,
    told: Decided<C, S, B>,
  ): Promise<Written> =>
    written(fundId, async (here) => {
      if (isNothing(told)) return told
      const current = await begun(here, fundId)
      if (current.last?.hash === last?.hash) return told
      held.keep(fundId, current)
      return 'stale'
    })

  const decidedOn = (fundId: string, call: Call<C>, start: Held<S>): Promise<Decided<C, S, B>> =>
    decidedOf(world, realm, { fundId, calls: [call], start })

  return { attempt, copied, decidedOn, writtenIfStill }
}

/**
 * The one way in: decides commands in turn, appends what was accepted, answers each. With `atomic` all are recorded in
 * one batch or none; with `dryRun` the answers are the same and nothing is written. Lists that wait for the same journal are
 * written in one commit, each answered by itself.
 */
export const recorderOf = <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  { foldsMax = 500, waitingMax = 1000, togetherMax = partMax }: RecorderLimits = {},
): RecorderOf<C> => {
  const steps = stepsOf(world, realm, foldsMax)
  const record = async (fundId: string, calls: () => readonly Call<C>[]) => {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const answers = await steps.attempt(fundId, calls)
      if (answers !== 'stale') return answers
    }
    throw new StorageUnavailable('the fund is too busy')
  }

  const { inTurn, togetherBy } = turnsByName(waitingMax)

  /** Where a group failed as a whole, and not for want of the store, each is tried by itself: one must not stop the others. */
  const each = async (fundId: string, group: readonly Waiter<C>[], close?: () => void) => {
    const calls = () => {
      close?.()
      return group.map(({ ask }) => ask)
    }
    try {
      tellAll(group, await record(fundId, calls))
    } catch (error) {
      close?.()
      if (error instanceof StorageUnavailable || group.length === 1)
        for (const { fail } of group) fail(error)
      else for (const one of group) await each(fundId, [one])
    }
  }
  const together = togetherBy<Call<C>, readonly Answer[]>({
    work: each,
    weightOf: ({ commands }) => commands.length,
    most: togetherMax,
    staysOpen: true,
  })
  const { inTurn: inTurnBeside } = turnsByName(waitingMax)
  const beside = besideOthers({ ...steps, inTurn })

  const alone = async (fundId: string, call: Call<C>): Promise<readonly Answer[]> =>
    answersIn((await inTurn(fundId, () => record(fundId, () => [call])))[0]!)
  // One at a time a journal: two folds of one in one process would only race for the same seq.
  return async (fundId, commands, asked) => {
    const call = { commands, asked }
    const isLong = commands.length > partMax
    if (asked.dryRun || (asked.atomic && isLong)) {
      const answers = await inTurnBeside(fundId, () => beside(fundId, call))
      return answers === 'stale' ? alone(fundId, call) : answers
    }
    if (asked.atomic && commands.length > 1) return alone(fundId, call)
    const answers: Answer[] = []
    for (const part of partsOf(call, partMax)) answers.push(...(await together(fundId, part)))
    return answers
  }
}

/** `record` for funds. */
export const recorder = (world: World, limits?: RecorderLimits): Recorder =>
  recorderOf(world, fundRealm, limits)
