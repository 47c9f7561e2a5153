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

export const budgets = ({ transaction }: Runs): Budgets => ({
  changeBudget: (scope, subject, after) =>
    transaction(scope, async (em) => {
      const { budget, answer } = after(await readBudget(em, scope, subject))
      await putRows(em, 'budget', ['scope', 'subject'], [{ scope, subject, ...toColumns(budget) }])
      return answer
    }),
})
