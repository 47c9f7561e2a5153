import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { failuresMax } from '#domain/access/lockout.ts'
import type { Budget, Budgets } from '#domain/ports.ts'
import { type KnownMarks, ownCells, putMarked } from '#infra/db/marked.ts'
import { nothing, registerAt, sumOf } from '#infra/db/register.ts'
import { type Runs, tables, toColumns } from '#infra/db/tables.ts'

type MarkedRuns = Runs & { readonly marks: KnownMarks }

/** A lock that another program wrote stays shut: whoever can open it has it opened in person. */
const shut = failuresMax * 1000

/** Of a lock that was taken away nobody knows how many guesses it had: it is shut like one that was altered. */
const missed: Budget = {
  failures: shut,
  since: '9000-01-01T00:00:00.000Z',
  lockedUntil: undefined,
}

/** Whether locks that are counted are not there: then one that is not there may be one of them. */
const isOneMissed = async (
  em: EntityManager,
  marks: KnownMarks,
  scope: string,
): Promise<boolean> => {
  const counted = marks && (await registerAt(em, scope, 'budget'))
  if (!marks || !counted) return false
  const rows = await tables(em)
    .selectFrom('budget')
    .selectAll()
    .where('scope', '=', scope)
    .execute()
  const own = rows.flatMap((row) => (ownCells(marks, 'budget', row) ? [String(row.mark)] : []))
  return sumOf(nothing.digest, { gone: [], come: own }) !== counted.digest
}

const readBudget = async (
  em: EntityManager,
  marks: KnownMarks,
  { scope, subject }: { readonly scope: string; readonly subject: string },
): Promise<Budget | undefined> => {
  const found = await tables(em)
    .selectFrom('budget')
    .selectAll()
    .where('scope', '=', scope)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (!found) return (await isOneMissed(em, marks, scope)) ? missed : undefined
  const own = ownCells(marks, 'budget', found)
  return {
    failures: own ? own.failures : shut,
    since: found.since,
    lockedUntil: own?.locked_until ?? undefined,
  }
}

const keepBudget = (
  em: EntityManager,
  marks: KnownMarks,
  {
    scope,
    subject,
    budget: { failures, since, lockedUntil },
  }: { readonly scope: string; readonly subject: string; readonly budget: Budget },
): Promise<void> =>
  // What is shut stays as it is found, so that it opens again where the rows are put right.
  failures >= shut
    ? Promise.resolve()
    : putMarked(em, marks, 'budget', [
        { scope, subject, ...toColumns<Budget>({ failures, since, lockedUntil }) },
      ])

/** The rows themselves, for a store that lets a budget be decided elsewhere while nobody else may. */
export const budgetRows = ({ read, transaction, marks }: MarkedRuns) => ({
  budget: (scope: string, subject: string): Promise<Budget | undefined> =>
    read(scope, (em) => readBudget(em, marks, { scope, subject })),
  keepBudget: (scope: string, subject: string, budget: Budget): Promise<void> =>
    transaction(scope, (em) => keepBudget(em, marks, { scope, subject, budget })),
})

export const budgets = ({ transaction, marks }: MarkedRuns): Budgets => ({
  changeBudget: (scope, subject, after) =>
    transaction(scope, async (em) => {
      const { budget, answer } = after(await readBudget(em, marks, { scope, subject }))
      await keepBudget(em, marks, { scope, subject, budget })
      return answer
    }),
})
