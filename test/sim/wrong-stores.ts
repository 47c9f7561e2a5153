import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { Answer } from '#src/app/answer.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Sabotage } from '#test/sim/desk.ts'

export const keeping =
  (wrong: (journal: Journal) => Partial<Journal>): (() => Sabotage) =>
  () => ({ journal: (journal) => ({ ...journal, ...wrong(journal) }) })

export const asking =
  (wrong: (record: Recorder, now: () => number) => Recorder): (() => Sabotage) =>
  () => ({ record: wrong })

/** Tells that a batch is kept before it is; what nobody wrote after it is gone with the process. */
export const withoutSync = (): Sabotage => {
  let pending: { readonly fundId: string; readonly rows: readonly JournalRow[] } | undefined
  let keep = async (): Promise<unknown> => undefined
  return {
    journal: (inner) => ({
      ...inner,
      read: async (fundId, after, limit) => {
        const rows = await inner.read(fundId, after, limit)
        const more = pending?.fundId === fundId ? pending.rows : []
        return [...rows, ...more.filter(({ seq }) => seq > after)].slice(0, limit)
      },
      append: async (...batch) => {
        await keep()
        const [fundId, rows] = batch
        const last = (await inner.read(fundId, 0, 10_000)).at(-1)
        if ((last?.seq ?? 0) + 1 !== rows[0]!.seq) return 'stale'
        pending = { fundId, rows }
        keep = async () => {
          pending = undefined
          keep = async () => undefined
          return inner.append(...batch)
        }
        return 'appended'
      },
    }),
    crashed: () => {
      pending = undefined
      keep = async () => undefined
    },
  }
}

/** Asks under another id and answers under the one that was asked. */
const renamed = async (
  record: Recorder,
  [fundId, commands, options]: Parameters<Recorder>,
  isNew: (command: Command) => boolean,
): Promise<readonly Answer[]> => {
  const other = (id: string): string => id.replace('-7', '-8')
  const asked = commands.map((command) =>
    isNew(command) ? { ...command, id: other(command.id) } : command,
  )
  const answers = await record(fundId, asked, options)
  return answers.map((answer, i) => ({ ...answer, id: commands[i]!.id }))
}

const monthOfMinutes = 30 * 1440

export const expiringKeys = asking((record, now) => {
  const seen = new Map<string, number>()
  return async (fundId, commands, options) => {
    const isOld = ({ id, type }: Command): boolean =>
      type === 'RecordRepayment' && now() - (seen.get(id) ?? now()) > monthOfMinutes
    const answers = await renamed(record, [fundId, commands, options], isOld)
    for (const { id } of commands) if (!seen.has(id)) seen.set(id, now())
    return answers
  }
})

export const newIdAfterSilence = asking((record) => {
  const unheard = new Set<string>()
  return async (fundId, commands, options) => {
    try {
      return await renamed(record, [fundId, commands, options], ({ id }) => unheard.has(id))
    } catch (error) {
      for (const { id } of commands) unheard.add(id)
      throw error
    }
  }
})

export const everywhere = (journal: Journal): Partial<Journal> => ({
  find: async (_, ids) => {
    const funds = await journal.fundIds()
    return (await Promise.all(funds.map((fundId) => journal.find(fundId, ids)))).flat()
  },
})

export const rewritesHistory = (journal: Journal): Partial<Journal> => ({
  append: async (...batch) => {
    const outcome = await journal.append(...batch)
    const [first] = await journal.read(batch[0], 0, 1)
    if (batch[1][0]!.seq > 5) Object.assign(first!, { recordedBy: 'nobody' })
    return outcome
  },
})
