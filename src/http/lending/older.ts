import { behindDesk } from '#src/pages/desk/parts.ts'
import { onVisit } from '#src/http/desk/visit.ts'
import { scopeFor } from '#domain/access/table.ts'
import { charterOf } from '#domain/health/book.ts'
import { tasksOf } from '#domain/health/tasks.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { cardOf } from '#src/desk/desk.ts'
import { tasksPage } from '#src/pages/older/tasks-page.ts'

/** What the committee has still to do about loans of an older book. */
export const tasks = onVisit(({ at, book, today, context }) => {
  const asOf = dayToShow(book, today)
  const mayRecord = scopeFor('ReturnSecurity', context.get('fund').held) === 'all'
  return tasksPage(behindDesk(at), {
    tasks: tasksOf(book, asOf).map((task) => ({ ...task, card: cardOf(book, task.memberId) })),
    currency: charterOf(book, asOf).currency,
    asOf,
    mayRecord,
  })
})
