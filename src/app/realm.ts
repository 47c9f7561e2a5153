import type { Decision } from '#domain/kernel/decision.ts'
import type { EntryBody, Envelope, JournalRow, Sealed } from '#domain/ledger/entry.ts'
import type { Clock, Hasher, Journal, ViewChanges } from '#domain/ports.ts'
import {
  type Body,
  type Command,
  type Village,
  copyOf,
  decide,
  emptyVillage,
  evolve,
} from '#domain/village.ts'
import { opened } from '#src/app/rows.ts'
import { type Standing, standsInFund } from '#src/app/standing.ts'
import { viewChanges } from '#src/app/views.ts'
import { type KnowsKin, type SaidOutside, knownOfKin } from '#src/app/word-of-kin.ts'

export type World = {
  /** A store that keeps who is kin is asked before each vote; a journal alone knows nothing of kin. */
  readonly journal: Journal & Partial<KnowsKin>
  readonly clock: Clock
  readonly hash: Hasher
}

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

export type Refuses<C, S> = (state: S, command: C) => SaidOutside
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

/** A journal's fold, and the row through which it was taken in. */
export type Held<S> = { readonly state: S; readonly last: JournalRow | undefined }

const readMax = 5000

/**
 * The fold and last row of a journal, caught up by `seq`. The last known row is read again: a journal that was put back to an
 * older state, or in whose place another one lies, is taken in from its beginning.
 */
export const foldOf =
  <C extends Envelope, B extends EntryBody, S>({ empty, evolve: takeIn }: Realm<C, B, S>) =>
  async (journal: Journal, journalId: string, held?: Held<S>): Promise<Held<S>> => {
    let { state, last }: Held<S> = held ?? { state: empty(), last: undefined }
    for (;;) {
      const rows = await journal.read(journalId, Math.max((last?.seq ?? 0) - 1, 0), readMax)
      if (last && rows[0]?.hash !== last.hash) {
        state = empty()
        last = undefined
        continue
      }
      for (const row of last ? rows.slice(1) : rows) takeIn(state, opened<B>(row))
      last = rows.at(-1) ?? last
      if (rows.length < readMax) return { state, last }
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

/** A world in which nobody else writes into a journal until the work is over, and what it wrote is kept. */
export const inTurnOf =
  (world: World) =>
  <T>(journalId: string, work: (here: World) => Promise<T>): Promise<T> =>
    world.journal.inTurn
      ? world.journal.inTurn(journalId, (journal) => work({ ...world, journal }))
      : work(world)
