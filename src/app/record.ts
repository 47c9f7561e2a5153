import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import {
  type EntryBody,
  type Envelope,
  type JournalRow,
  type Sealed,
  canonicalEntry,
} from '#domain/ledger/entry.ts'
import { assertSound } from '#domain/ledger/posting.ts'
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
import { type Session, type Standing, notTheirsCode, standsInFund } from '#src/app/standing.ts'
import { lastKept, letOthersIn, turnsByName } from '#src/app/turns.ts'
import { viewChanges } from '#src/app/views.ts'
import { type KnowsKin, type SaidOutside, knownOfKin } from '#src/app/word-of-kin.ts'

export type { Session } from '#src/app/standing.ts'
export type { Answer } from '#src/app/answer.ts'

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

type Held<S> = { readonly state: S; readonly last: JournalRow | undefined }

const triesMax = 5
const readMax = 5000

type RecorderLimits = {
  /** Folds that are kept in memory; of those beyond, the one that was used longest ago is read again. */
  readonly foldsMax?: number
  /** Calls that may wait, of all journals together; whoever comes then is told to come again. */
  readonly waitingMax?: number
}

/** A row of a journal as the domain reads it. */
export const opened = <B extends EntryBody = Body>(row: JournalRow): Sealed<B> => ({
  id: row.id,
  seq: row.seq,
  effectiveOn: row.effectiveOn,
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
  hash: row.hash,
  body: { type: row.type, v: row.v, ...(JSON.parse(row.data) as object) } as B,
})

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

/** A clock that was set back makes no entry older than the one before it: what was known when is read by these times. */
const instantAfterLast = (now: string, last: JournalRow | undefined): string =>
  last !== undefined && now < last.recordedAt ? last.recordedAt : now

const seal = (
  { hash }: World,
  command: Envelope,
  {
    fundId,
    body,
    last,
    recordedAt,
    actor,
    device,
  }: {
    readonly fundId: string
    readonly body: EntryBody
    readonly last: JournalRow | undefined
    readonly recordedAt: string
  } & Session,
): JournalRow => {
  assertSound(body.postings)
  const { type, v, ...data } = body
  const row = {
    fundId,
    seq: (last?.seq ?? 0) + 1,
    id: command.id,
    type,
    v,
    effectiveOn: command.effectiveOn,
    recordedAt,
    recordedBy: actor,
    device,
    commandHash: hash(canonicalJson(command as unknown as Json)),
    reverses: command.reverses,
    data: canonicalJson(data as unknown as Json),
    prevHash: last?.hash ?? '',
  }
  return { ...row, hash: hash(canonicalEntry(row)) }
}

const answerTo = (row: JournalRow, commandHash: string): Answer => {
  const { id, seq, hash } = row
  if (row.commandHash !== commandHash)
    return { id, outcome: 'conflict', code: 'id-used-for-another-command' }
  const { flags } = opened(row).body
  return { id, outcome: flags.length > 0 ? 'flagged' : 'recorded', seq, hash, flags }
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

/**
 * The one way in: decides commands in turn, appends what was accepted as one batch, answers each. With
 * `atomic` all are recorded or none; with `dryRun` the answers are the same and nothing is written.
 */
export const recorderOf = <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  { foldsMax = 500, waitingMax = 1000 }: RecorderLimits = {},
): RecorderOf<C> => {
  const held = lastKept<Held<S>>(foldsMax)
  const inTurn = turnsByName(waitingMax)
  const fold = foldOf(realm)

  const attempt = async (
    fundId: string,
    commands: readonly C[],
    { atomic, dryRun, actor, device, standing }: Session & RecordOptions,
  ): Promise<readonly Answer[] | 'stale'> => {
    // Until the append has succeeded the fold is nobody's: on any failure it is read again.
    const current = await fold(world.journal, fundId, held.take(fundId))
    if (standing && !realm.stands(current.state, fundId, standing)) {
      held.keep(fundId, current)
      return commands.map(({ id }): Answer => ({ id, outcome: 'refused', code: notTheirsCode }))
    }
    const ids = commands.map(({ id }) => id)
    const known = new Map((await world.journal.find(fundId, ids)).map((row) => [row.id, row]))
    const start = dryRun ? { ...current, state: realm.copy(current.state) } : current
    const refuses = (await realm.outside?.(world, fundId, commands)) ?? (() => undefined)
    const { answers, batch, now } = await decideAll(
      { world, realm },
      { fundId, commands },
      { start, session: { actor, device }, known, refuses },
    )
    if (dryRun) held.keep(fundId, current)
    if (dryRun || (atomic && !answers.every(isAccepted))) return answers
    if (batch.length > 0) {
      const changes = realm.changes(
        now.state,
        batch.map((row) => opened<B>(row)),
      )
      if ((await world.journal.append(fundId, batch, changes)) === 'stale') return 'stale'
    }
    held.keep(fundId, now)
    return answers
  }

  const record: RecorderOf<C> = async (fundId, commands, options) => {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const answers = await attempt(fundId, commands, options)
      if (answers !== 'stale') return answers
    }
    throw new StorageUnavailable('the fund is too busy')
  }

  // One at a time a journal: two folds of one in one process would only race for the same seq.
  return (fundId, commands, options) => inTurn(fundId, () => record(fundId, commands, options))
}

/** `record` for funds. */
export const recorder = (world: World, limits?: RecorderLimits): Recorder =>
  recorderOf(world, fundRealm, limits)
