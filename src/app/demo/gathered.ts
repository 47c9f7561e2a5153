import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Clock, Hasher, Journal } from '#domain/ports.ts'
import type { Village } from '#domain/village.ts'
import { fundRealm } from '#src/app/realm.ts'
import { type Recorder, recorderOf } from '#src/app/record.ts'
import { opened } from '#src/app/rows.ts'
import { viewChanges } from '#src/app/views.ts'

/** The journal of a fund that is being written, until all of it goes into a store in one commit. */
export type Gathered = {
  /** Decides as for any fund. */
  readonly record: Recorder
  /** The fold of what was recorded; undefined before the first entry. */
  readonly village: () => Village | undefined
  readonly entries: () => number
  readonly writeTo: (store: Journal) => Promise<void>
}

const nothing = { postings: [], flags: [], subjects: [] }

/** What is recorded is decided and sealed as everything is; rows and views are written once, at the end. */
export const gathering = (fundId: string, clock: Clock, hash: Hasher): Gathered => {
  const rows: JournalRow[] = []
  const byId = new Map<string, JournalRow>()
  let village: Village | undefined
  const journal: Journal = {
    fundIds: async () => [fundId],
    read: async (_, after, limit) => rows.slice(after, after + limit),
    find: async (_, ids) => ids.flatMap((id) => byId.get(id) ?? []),
    append: async (_, more) => {
      rows.push(...more)
      for (const row of more) byId.set(row.id, row)
      return 'appended'
    },
  }
  const changes = (state: Village) => {
    village = state
    return nothing
  }
  return {
    record: recorderOf({ journal, clock, hash }, { ...fundRealm, changes }),
    village: () => village,
    entries: () => rows.length,
    writeTo: async (store) => {
      const done = await store.append(
        fundId,
        rows,
        viewChanges(
          village!,
          rows.map((row) => opened(row)),
        ),
      )
      if (done === 'stale') throw new Error('this fund is here already')
    },
  }
}
