import type { LocalDate } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { scopeFor } from '#domain/access/table.ts'
import { type FundBook, charterOf, periodOf } from '#domain/health/book.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { taskCounts, tasksOf } from '#domain/health/tasks.ts'
import { healthSumsOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import { dayTyped } from '#src/desk/typed-day.ts'
import { note } from '#src/app/activity.ts'
import { boxCheckOf } from '#src/app/box-check.ts'
import { concentrationOf, kinVotedIn } from '#src/app/health/concentration.ts'
import {
  type FigureKey,
  accountsOf,
  figureDetail,
  figureKeys,
  isFigureKey,
  valueOf,
} from '#src/app/health/figure-rows.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { bySexFor, financeSplitFor, isOfVillage } from '#src/app/health/by-sex.ts'
import { trendOf } from '#src/app/health/trend.ts'
import { bookOf } from '#src/app/queries.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { nothingHere } from '#src/http/household.ts'
import type { Pages } from '#src/http/page.ts'
import { concentrationKey, concentrationPage } from '#src/pages/health/concentration.ts'
import { figurePage } from '#src/pages/health/figure.ts'
import type { HealthPlace } from '#src/pages/health/parts.ts'
import type { DayFault } from '#src/pages/health/day-form.ts'
import { signPage, signsKey } from '#src/pages/health/warnings.ts'
import { partOf } from '#src/pages/list-parts.ts'
import { reportPage, wrongDayPage } from '#src/pages/health/report.ts'
import type { Html } from '#src/pages/layout.ts'

type Day = { readonly askedFor: LocalDate | undefined } | { readonly fault: DayFault }

/** The day that a reader asks for, in digits of either script; nothing asked is today. */
export const dayInQuery = (
  text: string | undefined,
  { today, openedOn }: { readonly today: LocalDate; readonly openedOn: LocalDate },
): Day => {
  if (!text?.trim()) return { askedFor: undefined }
  const day = dayTyped(text)
  if (day === undefined) return { fault: { kind: 'wrong' } }
  if (day < openedOn) return { fault: { kind: 'early', bound: openedOn } }
  // A fund that opens tomorrow shows its first day, which is ahead.
  const last = today > openedOn ? today : openedOn
  return day > last ? { fault: { kind: 'ahead', bound: last } } : { askedFor: day }
}

type HealthVisit = {
  readonly book: FundBook
  readonly place: HealthPlace
  readonly asOf: LocalDate
}

/** The fund's book on the day asked; a page that says what is wrong with the day; or nothing. */
export const healthVisit = async (context: HttpContext): Promise<HealthVisit | Response> => {
  const { store, today } = context.get('needs')
  const { fundId } = context.get('fund')
  const book = await bookOf(store, fundId)
  if (!book) return nothingHere(context)
  const frame = await frameOf(context)
  const fundName = await fundNameIn(context, fundId)
  const day = dayInQuery(context.req.query('asOf'), {
    today: today(),
    openedOn: book.fund.openedOn,
  })
  const place = { ...frame, fundId, fundName }
  if ('fault' in day)
    return context.html(wrongDayPage(day.fault, { ...place, askedFor: undefined }), 400)
  const { askedFor } = day
  return { book, place: { ...place, askedFor }, asOf: askedFor ?? dayToShow(book, today()) }
}

const idsByNumber = whileSame(
  (loans: FundBook['loans']): ReadonlyMap<string, string> =>
    new Map(loans.map(({ number, loanId }) => [number, loanId])),
)

const loanIdsOf = ({ loans }: FundBook): ReadonlyMap<string, string> => idsByNumber(loans)

const kinOf = (context: HttpContext) =>
  context.get('needs').store.kinships(context.get('fund').fundId)

const report = async (context: HttpContext, { book, place, asOf }: HealthVisit): Promise<Html> => {
  const isInside = isOfVillage(context.get('fund').held)
  const health = healthSumsOf(book, asOf)
  const more = moreHealthOf(book, health)
  const values = Object.fromEntries(
    figureKeys.map((key) => [key, valueOf(key, { health, more })]),
  ) as Record<FigureKey, number | null>
  return reportPage(
    {
      asOf,
      currency: charterOf(book, asOf).currency,
      period: periodOf(book, asOf),
      values,
      grade: more.grade,
      box: boxCheckOf(book, asOf),
      shares: concentrationOf(book, await kinOf(context), asOf),
      findings: findingsOf(book, asOf),
      tasks: taskCounts(tasksOf(book, asOf)),
      loanIds: loanIdsOf(book),
      trend: trendOf(book, asOf),
      bySex: {
        figures: bySexFor(book, periodOf(book, asOf), isInside),
        isKeptBack: !isInside,
      },
      split: financeSplitFor(book, periodOf(book, asOf), isInside),
    },
    place,
  )
}

const figure = async (context: HttpContext, key: FigureKey): Promise<Html | Response> => {
  const visit = await healthVisit(context)
  if (visit instanceof Response) return visit
  const { book, place, asOf } = visit
  const { store } = context.get('needs')
  const health = healthSumsOf(book, asOf)
  const more = moreHealthOf(book, health)
  const accounts = accountsOf(key)
  const postings = accounts.length === 0 ? [] : await store.postings(place.fundId, { accounts })
  const { currency } = charterOf(book, asOf)
  const detail = figureDetail(key, { book, health, more, postings })
  return figurePage({ detail, asOf, currency, loanIds: loanIdsOf(book) }, place)
}

/** What is lent to few; who lives with whom is shown to those who may know it. */
const concentration = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await healthVisit(context)
  if (visit instanceof Response) return visit
  const { book, place, asOf } = visit
  const kin = await kinOf(context)
  const isFamilyShown = scopeFor('read-family', context.get('fund').held) === 'all'
  if (isFamilyShown) {
    const { by } = context.get('caller')!
    await note(context.get('needs'), {
      ...by,
      scope: place.fundId,
      action: 'read-family',
      outcome: 'read',
    })
  }
  const shown = {
    shares: concentrationOf(book, kin, asOf),
    currency: charterOf(book, asOf).currency,
    kinVoted: kinVotedIn(book, kin, asOf),
    isFamilyShown,
  }
  return concentrationPage(shown, place)
}

/** All that one warning sign is seen in, for whoever follows each of them. */
const sign = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await healthVisit(context)
  if (visit instanceof Response) return visit
  const { book, place, asOf } = visit
  const asked = context.req.query('sign')
  const found = findingsOf(book, asOf).filter(({ code }) => code === asked)
  const code = found[0]?.code
  if (code === undefined) return nothingHere(context)
  const { currency } = charterOf(book, asOf)
  const part = partOf(found.toReversed(), context.req.query('part'))
  const shown = { code, count: found.length, asOf, currency, loanIds: loanIdsOf(book), ...part }
  return signPage(shown, place)
}

/** The NGO's door: the report, and each figure down to its rows. */
export const healthPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/health', 'read-reports', async (context) => {
    const visit = await healthVisit(context)
    return visit instanceof Response ? visit : report(context, visit)
  })
  pages.get('/funds/:fundId/health/:figure', 'read-reports', (context) => {
    const key = context.req.param('figure') ?? ''
    if (key === concentrationKey) return concentration(context)
    if (key === signsKey) return sign(context)
    return isFigureKey(key) ? figure(context, key) : nothingHere(context)
  })
}
