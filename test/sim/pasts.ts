import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Command } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { viewsKnownAt } from '#src/app/known-at.ts'
import { bookOf } from '#src/app/queries.ts'
import { fundRealm } from '#src/app/realm.ts'
import { recorderOf } from '#src/app/record.ts'
import type { StatementSource } from '#src/exchange/statements/source.ts'
import { type NaiveLine, naiveLines } from '#test/sim/naive-statements.ts'
import { fork, planOf } from '#test/sim/plan.ts'
import { carriedOver, flat } from '#test/support/older.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  idOf,
  paid,
  paidOut,
  relieved,
} from '#test/support/village.ts'

const looksMin = 3

export type Past = {
  readonly asked: StatementSource
  readonly lines: readonly NaiveLine[]
  readonly log: readonly Command[]
}

/** A fund as it was recorded: its journal, and the command of each entry. */
type Recorded = {
  readonly store: ReturnType<typeof memoryStore>
  readonly rows: readonly JournalRow[]
  readonly sent: ReadonlyMap<string, Command>
}

const firstMinute = Date.UTC(2025, 0, 10)
/** In minutes. */
const aYear = 365 * 24 * 60

/** What steps come to that are recorded one after another, each at its minute. */
const recordedOf = async (
  steps: readonly { readonly at: number; readonly commands: readonly Command[] }[],
): Promise<Recorded> => {
  const store = memoryStore()
  let minutes = 0
  const clock = (): string => new Date(firstMinute + minutes * 60_000).toISOString()
  // The second count is made of the facts alone and knows no clock.
  const decide: typeof fundRealm.decide = (village, fact) => fundRealm.decide(village, fact)
  const record = recorderOf({ journal: store, clock, hash: sha256 }, { ...fundRealm, decide })
  const sent = new Map<string, Command>()
  for (const { at, commands } of steps) {
    minutes = at
    const answers = await record('f', commands, { actor: 'a', device: 'd' })
    // Of two bodies under one id, the one that was taken is the one that has a place in the journal.
    answers.forEach((answer, i) => {
      if ('seq' in answer && !sent.has(commands[i]!.id)) sent.set(commands[i]!.id, commands[i]!)
    })
  }
  return { store, rows: await store.read('f', 0, 100_000), sent }
}

const bookAt = async ({ store }: Recorded, recordedAt: string) =>
  (await bookOf(await viewsKnownAt(store, 'f', recordedAt), 'f'))!

const lookedAt = async (
  fund: Recorded,
  { recordedAt, asOf }: { readonly recordedAt: string; readonly asOf: string },
): Promise<Past> => {
  const { store, rows, sent } = fund
  const views = await viewsKnownAt(store, 'f', recordedAt)
  const count = rows.findLastIndex((row) => row.recordedAt <= recordedAt) + 1
  return {
    asked: {
      book: await bookAt(fund, recordedAt),
      asOf,
      knownAt: recordedAt,
      notes: new Map(),
      postings: await views.postings('f', {}),
    },
    lines: naiveLines(rows, recordedAt),
    log: rows.slice(0, count).map(({ id }) => sent.get(id)!),
  }
}

/** What a plan's first fund wrote down, looked at on random days as it was known at random instants. */
export const pastsOf = async (seed: number): Promise<Past[]> => {
  const steps = planOf(seed).steps.filter(({ fund, how }) => fund === 0 && how !== 'dry')
  const recorded = await recordedOf(steps)
  const { rows } = recorded
  const chance = fork(seed, 'statements')
  const pasts: Past[] = []
  for (let look = 0; look < looksMin && rows.length > 0; look += 1) {
    const { recordedAt } = look === 0 ? rows.at(-1)! : chance.one(rows)
    const days = rows.map(({ effectiveOn }) => effectiveOn)
    const { openedOn } = (await bookAt(recorded, recordedAt)).fund
    const asOf = chance.one(days.filter((day) => day >= openedOn))
    pasts.push(await lookedAt(recorded, { recordedAt, asOf }))
  }
  return pasts
}

/** A year that is told, looked at on a day as it is known at its end. */
export const pastOf = async (told: readonly StoryCommand[], asOf: string): Promise<Past> => {
  const commands = told.map((one, i) => ({ id: idOf(i + 1), v: 1, ...one }) as Command)
  const recorded = await recordedOf([{ at: aYear, commands }])
  const missing = commands.filter(({ id }) => !recorded.sent.has(id))
  if (missing.length > 0) throw new Error(`not recorded: ${JSON.stringify(missing)}`)
  return lookedAt(recorded, { recordedAt: recorded.rows.at(-1)!.recordedAt, asOf })
}

/** What random villages do seldom: an older book's flat rate and papers, relief declared after its window, and a payment that came after its close. */
export const seldomYear: readonly StoryCommand[] = [
  founded({ opening: { cash: 3_000_000, reserve: 3_500_000 } }),
  admitted('m1'),
  admitted('m2'),
  carriedOver({ ...flat('3'), securities: ['land-title'] }, { owed: 500_000 }),
  paidOut({ on: '2025-01-20', principal: 600_000, months: 6, loanId: 'l2', memberId: 'm2' }),
  relieved('2025-02-10', { from: '2025-02-10', to: '2025-03-10' }, { loanIds: ['l2'] }),
  relieved('2025-04-10', { from: '2025-02-15', to: '2025-03-15' }, { eventId: 'E2' }),
  { type: 'ClosePeriod', effectiveOn: '2025-04-30' },
  paid('2025-03-20', [0, 100_000], 'l2'),
]
