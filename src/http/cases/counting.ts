import { html } from 'hono/html'
import { dayAfter, dayBefore } from '#domain/kernel/dates.ts'
import {
  type Period,
  daysOf,
  periodOf,
  releaseDayOf,
  stillCounted,
} from '#domain/statistics/calendar.ts'
import { type ToCount, countReferrals, toCount } from '#src/app/cases/counted-referrals.ts'
import { type DeskVisit, deskVisit } from '#src/http/cases/opening.ts'
import { behindCases, casePath } from '#src/http/cases/place.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { periodSaid } from '#src/pages/figures/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { caseCountingWords } from '#src/words/counting-words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

type CountingVisit = DeskVisit & { readonly quarter: Period; readonly found: ToCount }

const behindUnanswered = ({ context }: Pick<DeskVisit, 'context'>) =>
  behindCases(context, {
    back: { href: casePath.unanswered, label: caseWords.in(context.get('language')).unanswered },
  })

/** Where no quarter is counted today, or there is nobody to count, the page says so. */
const countingVisit = async (context: HttpContext): Promise<CountingVisit | Response> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const { needs, desk } = visit
  const language = context.get('language')
  const words = caseCountingWords.in(language)
  const said = async (lines: readonly string[], status: 200 | 409): Promise<Response> => {
    const links = [{ href: casePath.unanswered, label: words.leave }]
    const message = { shown: 'book', heading: words.heading, lines, links } as const
    return context.html(messagePage(await behindUnanswered(visit), message), status)
  }
  const isRead = context.req.method === 'GET'
  const quarter = stillCounted(needs.today, 'quarter')
  if (quarter === undefined) {
    const next = dayAfter(daysOf(periodOf(needs.today, 'quarter')).to)
    const lines = [words.notNow, words.notNowHow(dateInWords(next, language))]
    return said(lines, isRead ? 200 : 409)
  }
  const found = await toCount(needs, desk, quarter)
  if (found.people === 0 && isRead)
    return said([words.nobody, ...(found.unasked > 0 ? [words.leftOutHow] : [])], 200)
  return { ...visit, quarter, found }
}

const told = ({ context, quarter, found }: CountingVisit): Html => {
  const language = context.get('language')
  const words = caseCountingWords.in(language)
  const { people, unanswered, unasked, counted } = found
  const until = dateInWords(dayBefore(releaseDayOf(quarter)), language)
  return html`<p><b>${words.when(periodSaid(quarter, language), until)}</b></p>
    <p>${words.lead}</p>
    <dl class="facts">
      ${fact(words.goesIn, String(people))} ${fact(words.waiting, String(unanswered))}
      ${unasked === 0 ? '' : fact(words.leftOut, String(unasked))}
    </dl>
    ${unasked === 0 ? '' : html`<p>${words.leftOutHow}</p>`}
    ${counted === 0 ? '' : html`<p>${counted === people ? words.done : words.partly(String(counted))}</p>`}`
}

/** A worker counts the own referrals of the quarter that is over. */
const counting: FormOf<CountingVisit> = {
  path: casePath.count,
  rule: 'open-cases',
  find: countingVisit,
  frame: behindUnanswered,
  form: (visit) => {
    const words = caseCountingWords.in(visit.context.get('language'))
    return {
      shown: 'book',
      heading: words.heading,
      told: told(visit),
      action: casePath.count,
      fields: [],
      submit: words.yes,
      back: { href: casePath.unanswered, label: words.leave },
    }
  },
  take: async ({ needs, desk, quarter }): Promise<Taken> => {
    await countReferrals(needs, desk, quarter)
    return { next: casePath.count }
  },
}

/** How the team counts whom it sent to others. */
export const countedReferralPages = (pages: Pages): void => formPages(pages, counting)
