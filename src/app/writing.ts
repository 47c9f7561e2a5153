import type { EntryBody, Envelope } from '#domain/ledger/entry.ts'
import type { ViewChanges } from '#domain/ports.ts'
import type { Answer } from '#src/app/answer.ts'
import {
  type Call,
  type Decided,
  type Told,
  answersIn,
  isNothing,
  stoodBefore,
  unavailable,
} from '#src/app/calls.ts'
import { type Held, type Realm, type World, inTurnOf } from '#src/app/realm.ts'
import type { turnsByName } from '#src/app/turns.ts'

export type Written = readonly Told[] | 'stale'

const nothing: ViewChanges = { postings: [], flags: [], subjects: [] }

/**
 * Writes what is decided in the journal's turn, in one commit with its lines in the log. Its fold is kept as it is then; on any
 * failure it is kept by nobody, and read again.
 */
export const writingOf = <C extends Envelope, B extends EntryBody, S>(
  world: World,
  realm: Realm<C, B, S>,
  keep: (fundId: string, now: Held<S>) => void,
) => {
  const inTurn = inTurnOf(world)
  const append = async (
    { journal }: World,
    fundId: string,
    told: Decided<C, S, B>,
  ): Promise<'appended' | 'stale'> => {
    const { batch, entries, lines, now } = told
    const rows = isNothing(told) ? [] : batch
    if (rows.length + lines.length === 0) return 'appended'
    const changes = rows.length === 0 ? nothing : realm.changes(now.state, entries)
    return journal.append(fundId, rows, changes, lines)
  }

  return async (
    fundId: string,
    decide: (here: World) => Promise<Decided<C, S, B> | 'stale'>,
  ): Promise<Written> => {
    let told: Decided<C, S, B> | 'stale' | undefined
    try {
      const done = await inTurn(fundId, async (here) => {
        told = await decide(here)
        return told === 'stale' ? told : append(here, fundId, told)
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

type Steps<C, S, B extends EntryBody> = Pick<ReturnType<typeof turnsByName>, 'inTurn'> & {
  readonly copied: (fundId: string) => Promise<Held<S>>
  readonly decidedOn: (fundId: string, call: Call<C>, start: Held<S>) => Promise<Decided<C, S, B>>
  readonly writtenIfStill: (
    fundId: string,
    before: Held<S>,
    told: Decided<C, S, B>,
  ) => Promise<Written>
}

/**
 * Decides on a fold of its own while others write to the journal: what is only tried, and a long list of which all is
 * written or nothing. Where somebody has written meanwhile, what was decided of such a list is nothing.
 */
export const besideOthers =
  <C, S, B extends EntryBody>({ copied, decidedOn, writtenIfStill, inTurn }: Steps<C, S, B>) =>
  async (fundId: string, call: Call<C>): Promise<readonly Answer[] | 'stale'> => {
    const start = await inTurn(fundId, () => copied(fundId))
    const before = { ...start }
    const told = await decidedOn(fundId, call, start)
    if (call.asked.dryRun) return told.answers[0]!
    const done = await inTurn(fundId, () => writtenIfStill(fundId, before, told))
    return done === 'stale' ? done : answersIn(done[0]!)
  }
