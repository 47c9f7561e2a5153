import type { EntityManager } from '@mikro-orm/sqlite'
import type { Budget, Budgets } from '#domain/ports.ts'
import { type Runs, fromColumns, putRows, tables, toColumns } from '#infra/db/tables.ts'

/** A change that waits for its turn. What `apply` gives is called once the change is committed. */
type Change = {
  readonly apply: (em: EntityManager) => Promise<() => void>
  readonly fail: (error: unknown) => void
}

/** So many in one transaction end well within the time that a call may take. */
const togetherMax = 500

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

/**
 * Changes that come while the store is busy are written in one transaction, because a storm of guesses
 * with a commit each would keep everybody else waiting for as long as it lasts.
 */
export const budgets = ({ transaction }: Runs): Budgets => {
  const waiting: Change[] = []

  const take = (): readonly Change[] => {
    const taken = waiting.splice(0, togetherMax)
    if (waiting.length > 0) void runTogether()
    return taken
  }

  const runTogether = async (): Promise<void> => {
    let taken: readonly Change[] | undefined
    try {
      const told = await transaction(async (em) => {
        // A transaction that was given up already must not take the changes of the next one.
        if (taken !== undefined) throw new Error('this transaction comes too late')
        taken = take()
        const done: (() => void)[] = []
        for (const change of taken) done.push(await change.apply(em))
        return done
      })
      for (const tell of told) tell()
    } catch (error) {
      taken ??= take()
      for (const { fail } of taken) fail(error)
    }
  }

  return {
    changeBudget: (scope, subject, after) =>
      new Promise((resolve, reject) => {
        const apply = async (em: EntityManager): Promise<() => void> => {
          const before = await readBudget(em, scope, subject)
          let changed: ReturnType<typeof after>
          try {
            changed = after(before)
          } catch (error) {
            // Nothing of this one is written; those that go with it have done nothing wrong.
            return () => reject(error)
          }
          const row = { scope, subject, ...toColumns(changed.budget) }
          await putRows(em, 'budget', ['scope', 'subject'], [row])
          return () => resolve(changed.answer)
        }
        waiting.push({ apply, fail: reject })
        if (waiting.length === 1) void runTogether()
      }),
  }
}
