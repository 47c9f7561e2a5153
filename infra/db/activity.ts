import type { Kysely, SelectQueryBuilder } from 'kysely'
import { saidByHouseholds } from '#domain/access/actions.ts'
import type { LogPage, LogPageAbout } from '#domain/access/log-page.ts'
import { type ActivityLog, type ActivityRow, StorageUnavailable } from '#domain/ports.ts'
import { type KnownMarks, counted, withMark, withoutMark } from '#infra/db/marked.ts'
import type { Known } from '#infra/db/register.ts'
import { atMost } from '#infra/db/statement.ts'
import { eachOf, writeRows } from '#infra/db/many-rows.ts'
import {
  type Runs,
  type Statements,
  type Tables,
  type WithMark,
  fromColumns,
  tables,
  toColumns,
} from '#infra/db/tables.ts'

/** Lines about one fund or network, in the transaction of what they tell of. */
export const writeLines = async (
  em: Statements,
  marks: KnownMarks,
  scope: string,
  rows: readonly ActivityRow[],
  known?: Known,
): Promise<void> => {
  if (rows.length === 0) return
  const lines = rows.map((row) => withMark(marks, 'activity', toColumns(row)))
  const change = { gone: [], come: lines.map(({ mark }) => String(mark)) }
  await counted(em, marks, { table: 'activity', scope, change }, known)
  await writeRows(em, 'activity', lines)
}

/** So many lines go together at most. */
const gatheredMax = 500

type MarkedRuns = Runs & { readonly marks: KnownMarks }

/**
 * Lines about one fund that wait for the same turn are one piece of work, and not one each. Where they cannot be kept for the
 * sake of one of them, each is tried by itself.
 */
const gathering = ({ transaction, marks }: MarkedRuns) => {
  type Gathered = { readonly rows: ActivityRow[]; readonly written: Promise<void> }
  const open = new Map<string, Gathered>()
  const write = (scope: string, rows: readonly ActivityRow[]): Promise<void> =>
    transaction(scope, (em) => writeLines(em, marks, scope, rows))

  const begin = (scope: string): Gathered => {
    const rows: ActivityRow[] = []
    const isTaken = (): void => {
      if (open.get(scope)?.rows === rows) open.delete(scope)
    }
    const written = transaction(scope, (em) => {
      isTaken()
      return writeLines(em, marks, scope, rows)
    }).finally(isTaken)
    const begun = { rows, written }
    open.set(scope, begun)
    return begun
  }

  return async (scope: string, own: readonly ActivityRow[]): Promise<void> => {
    const waiting = open.get(scope)
    const hasRoom = waiting !== undefined && waiting.rows.length + own.length <= gatheredMax
    const { rows, written } = hasRoom ? waiting : begin(scope)
    rows.push(...own)
    try {
      await written
    } catch (error) {
      if (error instanceof StorageUnavailable || rows.length === own.length) throw error
      await write(scope, own)
    }
  }
}

type AskedLines = SelectQueryBuilder<Tables, 'activity', WithMark<ActivityRow>>
type Lines = Omit<LogPage, 'subject'>

/** The newest lines of a fund or network that a page asks for, whatever they are about. */
const linesIn = (
  db: Kysely<Tables>,
  scope: string,
  { before, ownOf, isWithoutOwn, doneOf, limit }: Lines,
) => {
  let query = db.selectFrom('activity').selectAll().where('scope', '=', scope)
  // As ranges of the index: a semicolon is the sign after a colon, in every order of bytes.
  if (ownOf !== undefined)
    query = query.where((is) =>
      is.or([
        is('subject', '=', `own:${ownOf}`),
        is.and([is('subject', '>=', `own:${ownOf}:`), is('subject', '<', `own:${ownOf};`)]),
      ]),
    )
  if (isWithoutOwn === true)
    query = query
      .where((is) => is.or([is('subject', '<', 'own:'), is('subject', '>=', 'own;')]))
      .where('action', 'not in', saidByHouseholds)
  if (doneOf !== undefined)
    query = query.where('action', 'in', doneOf).where('outcome', '=', 'done')
  if (before !== undefined) query = query.where('activity_id', '<', before)
  return query.orderBy('activity_id', 'desc').limit(atMost(limit))
}

/** The newest lines about each of some subjects: asked for one by one, a member's loans take as long as the fund is old. */
const linesOfEach = async (
  em: Statements,
  scope: string,
  { subjects, before, doneOf, limit }: LogPageAbout,
): Promise<WithMark<ActivityRow>[]> => {
  const since = before === undefined ? [] : [before]
  const found = await eachOf<WithMark<ActivityRow>>(em, [...new Set(subjects)], {
    name: `activity ${since.length} ${doneOf?.length ?? 'all'}`,
    shared: [scope, limit, ...since, ...(doneOf ?? [])],
    of: (db, subject, [whose, most, ...others]) => {
      const lines = linesIn(db, whose!, {
        limit: most!,
        ...(before !== undefined && { before: others[0]! }),
        ...(doneOf && { doneOf: others.slice(since.length) }),
      }).where('subject', '=', subject)
      // A part of several has an order and a limit of its own only as a table.
      return db.selectFrom(lines.as('newest')).selectAll() as unknown as AskedLines
    },
  })
  return found.toSorted((a, b) => (a.activity_id < b.activity_id ? 1 : -1)).slice(0, limit)
}

/** A line that another program wrote is shown as it stands: the audit tells it, and hiding it would hide what it did. */
const toLine = (line: WithMark<ActivityRow>): ActivityRow =>
  fromColumns<ActivityRow>(withoutMark(line))

export const activityLog = ({ read, ...runs }: MarkedRuns): ActivityLog => {
  const writeTogether = gathering({ read, ...runs })
  return {
    noteActivity: async (rows) => {
      for (const [scope, own] of Map.groupBy(rows, (row) => row.scope))
        await writeTogether(scope, own)
    },
    activities: (scope, { subject, ...page }) =>
      read(scope, async (em) => {
        const lines = linesIn(tables(em), scope, page)
        const asked = subject === undefined ? lines : lines.where('subject', '=', subject)
        return (await asked.execute()).map(toLine)
      }),
    activitiesAbout: (scope, page) =>
      read(scope, async (em) => (await linesOfEach(em, scope, page)).map(toLine)),
  }
}
