import { scopeFor } from '#domain/access/table.ts'
import { isClosed } from '#domain/ventures/venture.ts'
import { ventureActs } from '#src/desk/ventures/acts.ts'
import { placeOf } from '#src/desk/places.ts'
import { type Visit, notFound, onVisit } from '#src/http/desk/visit.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import type { Pages } from '#src/http/page.ts'
import { ventureBookPage, venturesPage } from '#src/pages/ventures/book-page.ts'
import { seldomWords } from '#src/words/words.ts'

const shownOf = ({ book, today, context }: Visit) => {
  const { held } = context.get('fund')
  // Where none is open there is nothing to write down before the meeting founds one.
  const isOpen = book.ventures.some((one) => !isClosed(one))
  const acts = ventureActs
    .filter(({ name, rule }) => scopeFor(rule, held) === 'all' && (isOpen || name === 'venture'))
    .map(({ name }) => name)
  return { book, today, acts }
}

const all = onVisit((visit) => {
  const { at } = visit
  const back = { href: placeOf.money(at), label: seldomWords.in(at.language).backToMoney }
  return venturesPage({ ...at, back }, shownOf(visit))
})

const one = onVisit(async (visit) => {
  const { at, book, context } = visit
  const asked = context.req.param('ventureId')
  const found = book.ventures.find(({ ventureId }) => ventureId === asked)
  if (!found) return notFound(context)
  context.set('script', 'print')
  const printedFor = await fundNameIn(context, at.fundId)
  return ventureBookPage({ ...at, printedFor }, { ...shownOf(visit), one: found })
})

/** Pots for one purpose: which there are, and the book of each. */
export const venturePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/ventures', 'read-members', all)
  pages.get('/funds/:fundId/ventures/:ventureId', 'read-members', one)
}
