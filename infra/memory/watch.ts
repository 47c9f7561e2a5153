import { saidByHouseholds } from '#domain/access/actions.ts'
import type { LogPage } from '#domain/access/log-page.ts'
import type { ActivityLog, ActivityRow, Budget, Budgets } from '#domain/ports.ts'

export const budgets = (): Budgets => {
  const kept = new Map<string, Budget>()
  return {
    changeBudget: async (scope, subject, after) => {
      const key = JSON.stringify([scope, subject])
      const { budget, answer } = after(kept.get(key))
      if (!Number.isSafeInteger(budget.failures)) throw new Error('failures are not whole')
      kept.set(key, budget)
      return answer
    },
  }
}

const said: readonly string[] = saidByHouseholds

/** The newest of some lines that a page asks for. */
const linesIn = (
  lines: ReadonlyMap<string, ActivityRow>,
  { before, ownOf, isWithoutOwn, doneOf, limit }: LogPage,
  isAbout: (row: ActivityRow) => boolean,
): readonly ActivityRow[] =>
  [...lines.values()]
    .filter(
      (row) =>
        isAbout(row) &&
        (before === undefined || row.activityId < before) &&
        (doneOf === undefined || (row.outcome === 'done' && doneOf.includes(row.action))) &&
        (ownOf === undefined || `${row.subject}:`.startsWith(`own:${ownOf}:`)) &&
        (isWithoutOwn !== true || !(row.subject.startsWith('own:') || said.includes(row.action))),
    )
    .toSorted((a, b) => (a.activityId < b.activityId ? 1 : -1))
    .slice(0, limit)

/** A log that says beforehand whether it takes lines, for whoever writes something together with them. */
export type LogInMemory = ActivityLog & {
  /** Throws where a line is there already. */
  readonly assertNew: (rows: readonly ActivityRow[]) => void
  readonly add: (rows: readonly ActivityRow[]) => void
}

export const activityLog = (): LogInMemory => {
  const scopes = new Map<string, Map<string, ActivityRow>>()
  const of = (scope: string): Map<string, ActivityRow> => scopes.get(scope) ?? new Map()
  const assertNew: LogInMemory['assertNew'] = (rows) => {
    const ids = new Set(rows.map(({ scope, activityId }) => JSON.stringify([scope, activityId])))
    const isKnown = rows.some(({ scope, activityId }) => of(scope).has(activityId))
    if (isKnown || ids.size < rows.length) throw new Error('the log has this line already')
  }
  const add: LogInMemory['add'] = (rows) => {
    for (const row of rows) scopes.set(row.scope, of(row.scope).set(row.activityId, row))
  }
  return {
    assertNew,
    add,
    noteActivity: async (rows) => {
      assertNew(rows)
      add(rows)
    },
    activities: async (scope, { subject, ...page }) =>
      linesIn(of(scope), page, (row) => subject === undefined || row.subject === subject),
    activitiesAbout: async (scope, { subjects, ...page }) =>
      linesIn(of(scope), page, (row) => subjects.includes(row.subject)),
  }
}
