import { placeOf } from '#src/desk/places.ts'
import { onVisit } from '#src/http/desk/visit.ts'
import { scopeFor } from '#domain/access/table.ts'
import { charterOf } from '#domain/health/book.ts'
import { tasksOf } from '#domain/health/tasks.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { cardOf } from '#src/desk/desk.ts'
import { tasksPage } from '#src/pages/older/tasks-page.ts'
import { deskWords } from '#src/words/words.ts'

/** What the committee has still to do about loans of an older book. */
export const tasks = onVisit(({ at, book, today, context }) => {
  const asOf = dayToShow(book, today)
  const mayRecord = scopeFor('ReturnSecurity', context.get('fund').held) === 'all'
  const words = deskWords.in(at.language)
  const back = mayRecord
    ? { href: placeOf.today(at), label: words.backToToday }
    : { href: '/', label: words.backToFund }
  return tasksPage(
    { ...at, back },
    {
      tasks: tasksOf(book, asOf).map((task) => ({ ...task, card: cardOf(book, task.memberId) })),
      currency: charterOf(book, asOf).currency,
      asOf,
      mayRecord,
    },
  )
})
