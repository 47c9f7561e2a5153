import type { EntryBody, Envelope } from '#domain/ledger/entry.ts'
import { StorageUnavailable, type ViewChanges } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { Answer } from '#src/app/answer.ts'
import {
  type Asked,
  type Call,
  type Decided,
  decidedOf,
  isStopped,
  linesOf,
} from '#src/app/deciding.ts'
import { type Held, type Realm, type World, foldOf, fundRealm } from '#src/app/realm.ts'
import { opened } from '#src/app/rows.ts'
import { lastKept, turnsByName } from '#src/app/turns.ts'

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
}

type Written = readonly (readonly Answer[])[] | 'stale'

const nothing: ViewChanges = { postings: [], flags: [], subjects: [] }

/** How a journal is written to by whoever has its turn: its fold is taken out of what is kept, and kept again as it is then. */
const stepsOf = <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  foldsMax: number,
) => {
  const held = lastKept<Held<S>>(foldsMax)
  const fold = foldOf(realm)
  const { journal } = world

  /** The fold as it is now, which is nobody's until it is kept again. */
  const begun = (fundId: string): Promise<Held<S>> => fold(journal, fundId, held.take(fundId))

  /** Writes what was decided of the fold, which is kept as it is then; on any failure it is read again. */
  const written = async (
    fundId: string,
    { answers, batch, lines, now }: Decided<S>,
  ): Promise<Written> => {
    if (batch.length + lines.length > 0) {
      const entries = batch.map((row) => opened<B>(row))
      const changes = batch.length === 0 ? nothing : realm.changes(now.state, entries)
      if ((await journal.append(fundId, batch, changes, lines)) === 'stale') return 'stale'
    }
    held.keep(fundId, now)
    return answers
  }

  /** An atomic list is stopped by itself, and never with others: what was decided of it is nothing. */
  const stopped = async (fundId: string, call: Call<C>, answers: readonly Answer[]) => {
    const lines = linesOf(world, fundId, call, answers)
    if (lines.length > 0) await journal.append(fundId, [], nothing, lines)
    return answers
  }

  const attempt = async (fundId: string, calls: readonly Call<C>[]): Promise<Written> => {
    const told = await decidedOf(world, realm, { fundId, calls, start: await begun(fundId) })
    const [call, answers] = [calls[0]!, told.answers[0]!]
    return isStopped(call.asked, answers)
      ? [await stopped(fundId, call, answers)]
      : written(fundId, told)
  }

  /** The fold of the journal as it is now, which goes on by itself. */
  const copied = async (fundId: string): Promise<Held<S>> => {
    const current = await begun(fundId)
    held.keep(fundId, current)
    return { ...current, state: realm.copy(current.state) }
  }

  /** Writes what was decided on a copy, where the journal is still as it was copied. */
  const writtenIfStill = async (fundId: string, { last }: Held<S>, told: Decided<S>) => {
    const current = await begun(fundId)
    if (current.last?.hash === last?.hash) return written(fundId, told)
    held.keep(fundId, current)
    return 'stale'
  }

  return { attempt, copied, stopped, writtenIfStill }
}

/**
 * The one way in: decides commands in turn, appends what was accepted, answers each. With `atomic` all are recorded in
 * one batch or none; with `dryRun` the answers are the same and nothing is written. Lists that wait for the same journal are
 * written in one commit, each answered by itself.
 */
export const recorderOf = <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  { foldsMax = 500, waitingMax = 1000 }: RecorderLimits = {},
): RecorderOf<C> => {
  const { attempt, copied, stopped, writtenIfStill } = stepsOf(world, realm, foldsMax)

  const record = async (fundId: string, calls: readonly Call<C>[]) => {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const answers = await attempt(fundId, calls)
      if (answers !== 'stale') return answers
    }
    throw new StorageUnavailable('the fund is too busy')
  }

  const { inTurn, togetherBy } = turnsByName(waitingMax)
  const together = togetherBy<Call<C>, readonly Answer[]>({
    work: record,
    weightOf: ({ commands }) => commands.length,
    most: partMax,
  })
  const { inTurn: inTurnBeside } = turnsByName(waitingMax)

  /**
   * Decides on a fold of its own while others write to the journal: what is only tried, and a long list of which all is
   * written or nothing. Where somebody has written meanwhile, what was decided of such a list is nothing.
   */
  const beside = async (fundId: string, call: Call<C>): Promise<readonly Answer[] | 'stale'> => {
    const start = await inTurn(fundId, () => copied(fundId))
    const before = { ...start }
    const told = await decidedOf(world, realm, { fundId, calls: [call], start })
    const answers = told.answers[0]!
    if (call.asked.dryRun) return answers
    if (isStopped(call.asked, answers)) return stopped(fundId, call, answers)
    const done = await inTurn(fundId, () => writtenIfStill(fundId, before, told))
    return done === 'stale' ? done : done[0]!
  }

  const alone = async (fundId: string, call: Call<C>): Promise<readonly Answer[]> =>
    (await inTurn(fundId, () => record(fundId, [call])))[0]!

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
    for (let from = 0; from < commands.length; from += partMax) {
      const to = from + partMax
      const lineIds = asked.lineIds?.slice(from, to)
      const part = { ...asked, atomic: false, ...(lineIds ? { lineIds } : {}) }
      answers.push(...(await together(fundId, { commands: commands.slice(from, to), asked: part })))
    }
    return answers
  }
}

/** `record` for funds. */
export const recorder = (world: World, limits?: RecorderLimits): Recorder =>
  recorderOf(world, fundRealm, limits)
