import type { EntryBody, Envelope, JournalRow } from '#domain/ledger/entry.ts'
import type { ActivityRow, ViewChanges } from '#domain/ports.ts'
import type { Answer } from '#src/app/answer.ts'
import { type Call, type Decided, type Told, answersIn, isNothing } from '#src/app/calls.ts'
import type { Held, Realm } from '#src/app/realm.ts'
import type { turnsByName } from '#src/app/turns.ts'

const nothing: ViewChanges = { postings: [], flags: [], subjects: [] }

/** What is to be appended of what was decided; of an atomic list that was stopped its lines in the log alone. */
export const toAppend = <C extends Envelope, B extends EntryBody, S>(
  realm: Realm<C, B, S>,
  told: Decided<C, S, B>,
): readonly [readonly JournalRow[], ViewChanges, readonly ActivityRow[]] => {
  const { batch, entries, lines, now } = told
  const rows = isNothing(told) ? [] : batch
  return [rows, rows.length === 0 ? nothing : realm.changes(now.state, entries), lines]
}

type Steps<C, S, B extends EntryBody> = Pick<ReturnType<typeof turnsByName>, 'inTurn'> & {
  readonly copied: (fundId: string) => Promise<Held<S>>
  readonly decidedOn: (fundId: string, call: Call<C>, start: Held<S>) => Promise<Decided<C, S, B>>
  readonly writtenIfStill: (
    fundId: string,
    before: Held<S>,
    told: Decided<C, S, B>,
  ) => Promise<readonly Told[] | 'stale'>
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
