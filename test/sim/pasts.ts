import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Command } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { viewsKnownAt } from '#src/app/known-at.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import type { Asked } from '#src/exchange/statements/asked.ts'
import { type NaiveLine, naiveLines } from '#test/sim/naive-statements.ts'
import { fork, planOf } from '#test/sim/plan.ts'

const looksMin = 3

export type Past = {
  readonly asked: Asked
  readonly lines: readonly NaiveLine[]
  readonly log: readonly Command[]
}

/** What a plan's first fund wrote down, looked at on random days as it was known at random instants. */
export const pastsOf = async (seed: number): Promise<Past[]> => {
  const { steps } = planOf(seed)
  const store = memoryStore()
  let minutes = 0
  const clock = (): string => new Date(Date.UTC(2025, 0, 10) + minutes * 60_000).toISOString()
  const record = recorder({ journal: store, clock, hash: sha256 })
  const sent = new Map<string, Command>()
  for (const { at, commands, fund, how } of steps) {
    if (fund !== 0 || how === 'dry') continue
    minutes = at
    const answers = await record('f', commands, { actor: 'a', device: 'd' })
    // Of two bodies under one id, the one that was taken is the one that has a place in the journal.
    answers.forEach((answer, i) => {
      if ('seq' in answer && !sent.has(commands[i]!.id)) sent.set(commands[i]!.id, commands[i]!)
    })
  }
  const rows: readonly JournalRow[] = await store.read('f', 0, 100_000)
  const chance = fork(seed, 'statements')
  const pasts: Past[] = []
  for (let look = 0; look < looksMin && rows.length > 0; look += 1) {
    const { recordedAt } = look === 0 ? rows.at(-1)! : chance.one(rows)
    const days = rows.map(({ effectiveOn }) => effectiveOn)
    const book = (await bookOf(await viewsKnownAt(store, 'f', recordedAt), 'f'))!
    const asOf = chance.one(days.filter((day) => day >= book.fund.openedOn))
    const views = await viewsKnownAt(store, 'f', recordedAt)
    const lines = naiveLines(rows, recordedAt)
    const count = rows.findLastIndex((row) => row.recordedAt <= recordedAt) + 1
    pasts.push({
      asked: {
        book,
        asOf,
        knownAt: recordedAt,
        notes: new Map(),
        postings: await views.postings('f', {}),
      },
      lines,
      log: rows.slice(0, count).map(({ id }) => sent.get(id)!),
    })
  }
  return pasts
}
