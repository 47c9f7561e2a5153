import { behindDesk } from '#src/pages/desk/parts.ts'
import { onVisit } from '#src/http/desk/visit.ts'
import { placeOf } from '#src/desk/places.ts'
import { scopeFor } from '#domain/access/table.ts'
import { lendingQueueOf } from '#src/app/lending/lending-queue.ts'
import { lastFirst, loanRegisterOf } from '#src/app/lending/loan-register.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { type EventState, eventsOf } from '#src/app/relief-view.ts'
import { withNames } from '#src/http/desk/names.ts'
import { searchIn } from '#src/http/desk/search.ts'
import { agreement } from '#src/http/lending/agreement.ts'
import { loan } from '#src/http/lending/loan.ts'
import { pricePages } from '#src/http/lending/pricing.ts'
import { tasks } from '#src/http/lending/older.ts'
import type { Pages } from '#src/http/page.ts'
import { type ListPart, partOf } from '#src/pages/list-parts.ts'
import { isShownState, registerPage } from '#src/pages/lending/register.ts'
import { queuePage } from '#src/pages/lending/queue-page.ts'
import { lendingWords } from '#src/words/words.ts'

/** An event about which something may still be decided. */
const running: readonly EventState[] = ['declared', 'given', 'waiting', 'missed']

const register = onVisit(async (bare) => {
  const visit = await withNames(bare)
  const { at, book, today, context } = visit
  const { held } = context.get('fund')
  const mayRecord = scopeFor('RequestLoan', held) === 'all'
  const asked = context.req.query('show')
  const only = isShownState(asked) ? asked : undefined
  const day = dayToShow(book, today)
  const events = eventsOf(book, day).filter(({ state }) => running.includes(state))
  const { isNarrowed, isByName, isFound } = searchIn(visit)
  const found = new Set(book.members.filter(isFound).map(({ card }) => card))
  // Most loans of an old fund are paid off: they have pages of their own, but for those of somebody who is looked for.
  let part: ListPart<unknown> = partOf([], undefined)
  const register = loanRegisterOf(book, day, {
    isShown: ({ card }) => !isNarrowed || found.has(card),
    closed: (all) => {
      const rows = lastFirst(only === 'closed' || isNarrowed ? all : [])
      const asked = partOf(rows, context.req.query('part'))
      part = asked
      return asked.rows
    },
  })
  return registerPage(behindDesk(at), {
    register,
    part,
    isNarrowed,
    isByName,
    isFound: found.size > 0,
    only,
    mayRecord,
    events: events.map(({ eventId }) => eventId),
  })
})

const queue = onVisit(async (bare) => {
  const { at, book, today, context } = await withNames(bare)
  const { held } = context.get('fund')
  const { store } = context.get('needs')
  const back = { href: placeOf.loans(at), label: lendingWords.in(at.language).backToRegister }
  const waits = await lendingQueueOf(
    book,
    (accounts) => store.postings(at.fundId, { accounts }),
    dayToShow(book, today),
  )
  const mayRecord = scopeFor('DecideLoan', held) === 'all'
  return queuePage({ ...at, back }, { queue: waits, mayRecord })
})

/** The life of loans: the register, each loan or request, and everything that is written down of them. */
export const lendingPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/loans', 'read-loans', register)
  pages.get('/funds/:fundId/queue', 'read-loans', queue)
  pages.get('/funds/:fundId/tasks', 'read-loans', tasks)
  pages.get('/funds/:fundId/loans/:loanId', 'read-loan', loan)
  pages.get('/funds/:fundId/loans/:loanId/agreement', 'read-loan', agreement)
  pricePages(pages)
}
