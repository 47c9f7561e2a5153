import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Budget, Budgets } from '#domain/ports.ts'
import { type Runs, fromColumns, putRows, tables, toColumns } from '#infra/db/tables.ts'

const readBudget = async (
  em: EntityManager,
  scope: string,
  subject: string,
): Promise<Budget | undefined> => {
  const found = await tables(em)
    .selectFrom('budget')
    .select(['failures', 'since', 'locked_until'])
    .where('scope', '=', scope)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return found && fromColumns<Budget>(found)
}

const keepBudget = (
  em: EntityManager,
  {
    scope,
    subject,
    budget,
  }: { readonly scope: string; readonly subject: string; readonly budget: Budget },
): Promise<void> =>
  putRows(em, 'budget', ['scope', 'subject'], [{ scope, subject, ...toColumns(budget) }])

/** The rows themselves, for a store that lets a budget be decided elsewhere while nobody else may. */
export const budgetRows = ({ read, transaction }: Runs) => ({
  budget: (scope: string, subject: string): Promise<Budget | undefined> =>
    read(scope, (em) => readBudget(em, scope, subject)),
  keepBudget: (scope: string, subject: string, budget: Budget): Promise<void> =>
    transaction(scope, (em) => keepBudget(em, { scope, subject, budget })),
})

export const budgets = ({ transaction }: Runs): Budgets => ({
  changeBudget: (scope, subject, after) =>
    transaction(scope, async (em) => {
      const { budget, answer } = after(await readBudget(em, scope, subject))
      await keepBudget(em, { scope, subject, budget })
      return answer
    }),
})
