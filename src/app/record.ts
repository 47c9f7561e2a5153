import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { EntryBody, Envelope, JournalRow, Sealed } from '#domain/ledger/entry.ts'
import {
  type Clock,
  type Hasher,
  type Journal,
  StorageUnavailable,
  type ViewChanges,
} from '#domain/ports.ts'
import {
  type Body,
  type Command,
  type Village,
  copyOf,
  decide,
  emptyVillage,
  evolve,
} from '#domain/village.ts'
import type { Answer } from '#src/app/answer.ts'
import { answerTo, instantAfterLast, opened, seal } from '#src/app/rows.ts'
import { type Session, type Standing, notTheirsCode, standsInFund } from '#src/app/standing.ts'
import { lastKept, letOthersIn, turnsByName } from '#src/app/turns.ts'
import { viewChanges } from '#src/app/views.ts'
import { type KnowsKin, type SaidOutside, knownOfKin } from '#src/app/word-of-kin.ts'

export type { Session } from '#src/app/standing.ts'
export type { Answer } from '#src/app/answer.ts'
export { opened } from '#src/app/rows.ts'

export type World = {
  /** A store that keeps who is kin is asked before each vote; a journal alone knows nothing of kin. */
  readonly journal: Journal & Partial<KnowsKin>
  readonly clock: Clock
  readonly hash: Hasher
}
type RecordOptions = { readonly atomic?: boolean; readonly dryRun?: boolean }
export type RecorderOf<C> = (
  journalId: string,
  commands: readonly C[],
  options: Session & RecordOptions,
) => Promise<readonly Answer[]>
export type Recorder = RecorderOf<Command>

/** What a journal is about: how its commands are decided and its entries taken in. */
export type Realm<C extends Envelope, B extends EntryBody, S> = {
  readonly empty: () => S
  /** The same state, which can go on by itself. */
  readonly copy: (state: S) => S
  /** `written` is the time by the clock and the hand, which no command says. */
  readonly decide: (
    state: S,
    command: C,
    written?: { readonly at: string; readonly by: string },
  ) => Decision<B, string>
  /** What must be known from outside of the journal before some commands may stand, and its refusal or flags. */
  readonly outside?: Outside<C, S>
  /** Whether the journal gives its writer what the views say. */
  readonly stands: (state: S, journalId: string, standing: Standing) => boolean
  readonly evolve: (state: S, entry: Sealed<B>) => void
  readonly changes: (state: S, entries: readonly Sealed<B>[]) => ViewChanges
}

type Refuses<C, S> = (state: S, command: C) => SaidOutside
type Outside<C, S> = (
  world: World,
  journalId: string,
  commands: readonly C[],
) => Promise<Refuses<C, S>>

export type FundRealm = Realm<Command, Body, Village>
/** How a fund's commands are decided and its entries taken in. */
export const fundRealm: FundRealm = {
  empty: emptyVillage,
  copy: copyOf,
  decide,
  outside: knownOfKin,
  stands: standsInFund,
  evolve,
  changes: viewChanges,
}

type Asked = Session & RecordOptions
type Held<S> = { readonly state: S; readonly last: JournalRow | undefined }

const triesMax = 5
/** Of a longer list so many are written at a time: between two parts others of the same fund have their turn. */
const partMax = 100
const readMax = 5000

type RecorderLimits = {
  /** Folds that are kept in memory; of those beyond, the one that was used longest ago is read again. */
  readonly foldsMax?: number
  /** Calls that may wait, of all journals together; whoever comes then is told to come again. */
  readonly waitingMax?: number
}

const isAccepted = ({ outcome }: Answer): boolean => outcome === 'recorded' || outcome === 'flagged'

/** The fold and last row of a journal, caught up by `seq`. */
const foldOf =
  <C extends Envelope, B extends EntryBody, S>({ empty, evolve: takeIn }: Realm<C, B, S>) =>
  async (journal: Journal, journalId: string, held?: Held<S>): Promise<Held<S>> => {
    const state = held?.state ?? empty()
    let last = held?.last
    for (;;) {
      const news = await journal.read(journalId, last?.seq ?? 0, readMax)
      for (const row of news) takeIn(state, opened<B>(row))
      last = news.at(-1) ?? last
      if (news.length < readMax) return { state, last }
    }
  }

/** The village and last row of a fund. */
export const caughtUp = async (
  journal: Journal,
  fundId: string,
): Promise<{ readonly village: Village; readonly last: JournalRow | undefined }> => {
  const { state, last } = await foldOf(fundRealm)(journal, fundId)
  return { village: state, last }
}

/** Decides commands in turn on a fold that evolves in place; nothing is written here. */
const decideAll = async <C extends Envelope, B extends EntryBody, S>(
  { world, realm }: { readonly world: World; readonly realm: Realm<C, B, S> },
  { fundId, commands }: { readonly fundId: string; readonly commands: readonly C[] },
  {
    start,
    session,
    known,
    refuses,
  }: {
    readonly start: Held<S>
    readonly refuses: Refuses<C, S>
    readonly session: Session
    readonly known: Map<string, JournalRow>
  },
) => {
  const { state } = start
  let { last } = start
  const batch: JournalRow[] = []
  const answerOf = (command: C): Answer => {
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
  const answers: Answer[] = []
  for (const command of commands) {
    await letOthersIn(answers.length)
    answers.push(answerOf(command))
  }
  return { answers, batch, now: { state, last } }
}

/** What becomes of commands by the fold that they begin at, and by what is known outside of the journal. */
const decidedOf = async <C extends Envelope, B extends EntryBody, S>(
  { world, realm }: { readonly world: World; readonly realm: Realm<C, B, S> },
  { fundId, commands }: { readonly fundId: string; readonly commands: readonly C[] },
  { start, actor, device }: Session & { readonly start: Held<S> },
) => {
  const ids = commands.map(({ id }) => id)
  const known = new Map((await world.journal.find(fundId, ids)).map((row) => [row.id, row]))
  const refuses = (await realm.outside?.(world, fundId, commands)) ?? (() => undefined)
  const session = { actor, device }
  return decideAll({ world, realm }, { fundId, commands }, { start, session, known, refuses })
}

type Decided<S> = Awaited<ReturnType<typeof decideAll<Envelope, EntryBody, S>>>

const isStopped = ({ atomic }: Asked, { answers }: Decided<unknown>): boolean =>
  atomic === true && !answers.every(isAccepted)

const notTheirs = (commands: readonly Envelope[]): readonly Answer[] =>
  commands.map(({ id }) => ({ id, outcome: 'refused', code: notTheirsCode }))

/** How a journal is written to by whoever has its turn: its fold is taken out of what is kept, and kept again as it is then. */
const stepsOf = <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  foldsMax: number,
) => {
  const held = lastKept<Held<S>>(foldsMax)
  const fold = foldOf(realm)

  /** The fold as it is now, which is nobody's until it is kept again; none for whoever may not write at all. */
  const begun = async (fundId: string, { standing }: Asked): Promise<Held<S> | undefined> => {
    const current = await fold(world.journal, fundId, held.take(fundId))
    if (!standing || realm.stands(current.state, fundId, standing)) return current
    held.keep(fundId, current)
    return undefined
  }

  /** Writes what was decided of the fold, which is kept as it is then; on any failure it is read again. */
  const written = async (
    fundId: string,
    { answers, batch, now }: Decided<S>,
  ): Promise<readonly Answer[] | 'stale'> => {
    if (batch.length > 0) {
      const entries = batch.map((row) => opened<B>(row))
      const changes = realm.changes(now.state, entries)
      if ((await world.journal.append(fundId, batch, changes)) === 'stale') return 'stale'
    }
    held.keep(fundId, now)
    return answers
  }

  const attempt = async (fundId: string, commands: readonly C[], asked: Asked) => {
    const start = await begun(fundId, asked)
    if (!start) return notTheirs(commands)
    const told = await decidedOf({ world, realm }, { fundId, commands }, { ...asked, start })
    return isStopped(asked, told) ? told.answers : written(fundId, told)
  }

  /** The fold of the journal as it is now, which goes on by itself. */
  const copied = async (fundId: string, asked: Asked): Promise<Held<S> | undefined> => {
    const current = await begun(fundId, asked)
    if (!current) return undefined
    held.keep(fundId, current)
    return { ...current, state: realm.copy(current.state) }
  }

  /** Writes what was decided on a copy, where the journal is still as it was copied. */
  const writtenIfStill = async (fundId: string, { last }: Held<S>, told: Decided<S>) => {
    const current = await fold(world.journal, fundId, held.take(fundId))
    if (current.last?.hash === last?.hash) return written(fundId, told)
    held.keep(fundId, current)
    return 'stale'
  }

  return { attempt, copied, writtenIfStill }
}

/**
 * The one way in: decides commands in turn, appends what was accepted, answers each. With `atomic` all are recorded in
 * one batch or none; with `dryRun` the answers are the same and nothing is written.
 */
export const recorderOf = <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  { foldsMax = 500, waitingMax = 1000 }: RecorderLimits = {},
): RecorderOf<C> => {
  const inTurn = turnsByName(waitingMax)
  const inTurnBeside = turnsByName(waitingMax)
  const { attempt, copied, writtenIfStill } = stepsOf(world, realm, foldsMax)

  const record: RecorderOf<C> = async (fundId, commands, options) => {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const answers = await attempt(fundId, commands, options)
      if (answers !== 'stale') return answers
    }
    throw new StorageUnavailable('the fund is too busy')
  }

  /**
   * Decides on a fold of its own while others write to the journal: what is only tried, and a long list of which all is
   * written or nothing. Where somebody has written meanwhile, what was decided of such a list is nothing.
   */
  const beside = async (fundId: string, commands: readonly C[], asked: Asked) => {
    const start = await inTurn(fundId, () => copied(fundId, asked))
    if (!start) return notTheirs(commands)
    const before = { ...start }
    const told = await decidedOf({ world, realm }, { fundId, commands }, { ...asked, start })
    if (asked.dryRun || isStopped(asked, told)) return told.answers
    return inTurn(fundId, () => writtenIfStill(fundId, before, told))
  }

  // One at a time a journal: two folds of one in one process would only race for the same seq.
  return async (fundId, commands, options) => {
    const inOrder = (some: readonly C[]) => inTurn(fundId, () => record(fundId, some, options))
    const isLong = commands.length > partMax
    if (options.dryRun || (options.atomic && isLong)) {
      const answers = await inTurnBeside(fundId, () => beside(fundId, commands, options))
      return answers === 'stale' ? inOrder(commands) : answers
    }
    if (!isLong) return inOrder(commands)
    const answers: Answer[] = []
    for (let from = 0; from < commands.length; from += partMax)
      answers.push(...(await inOrder(commands.slice(from, from + partMax))))
    return answers
  }
}

/** `record` for funds. */
export const recorder = (world: World, limits?: RecorderLimits): Recorder =>
  recorderOf(world, fundRealm, limits)
