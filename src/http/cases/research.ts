import { html } from 'hono/html'
import { scopeFor } from '#domain/access/table.ts'
import { monthlyDay } from '#domain/kernel/dates.ts'
import { rowsAsCsv } from '#src/exchange/list-files.ts'
import { makeExtract, openResearch, releaseResearch, researchOf } from '#src/app/cases/research.ts'
import { researchPath } from '#src/desk/cases/places.ts'
import { choiceField, lineField } from '#src/desk/fields.ts'
import { type DeskVisit, deskVisit } from '#src/http/cases/opening.ts'
import { behindCases } from '#src/http/cases/place.ts'
import { secondOfTeam, secondOfTeamFields } from '#src/http/cases/second.ts'
import { loginsOf } from '#src/http/cases/supervising.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import { notHere } from '#src/http/network/place.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import {
  dictionaryColumns,
  dictionaryRows,
  extractColumns,
  extractRows,
} from '#src/lists/research.ts'
import type { ListColumn, ListRow } from '#src/lists/column.ts'
import { researchPage } from '#src/pages/cases/research-page.ts'
import { caseResearchWords } from '#src/words/research-words.ts'

const wordsOf = ({ context }: Pick<DeskVisit, 'context'>) =>
  caseResearchWords.in(context.get('language'))

const behindResearch = ({ context }: Pick<DeskVisit, 'context'>) =>
  behindCases(context, { back: { href: researchPath.all, label: wordsOf({ context }).heading } })

const list = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const logins = await loginsOf(visit)
  return researchPage(await behindCases(context), {
    all: await researchOf(visit.needs),
    today: visit.needs.today,
    loginOf: (userId) => logins.get(userId) ?? '',
    maySupervise: scopeFor('supervise-cases', context.get('network').held) === 'all',
  })
}

/** So many months at most answers are taken in, and an extract lies here. */
const monthsOffered = [3, 6, 12] as const

const secondOr = async (
  visit: DeskVisit,
  of: (name: string) => string,
  then: (second: string) => Promise<Taken>,
): Promise<Taken> => {
  const second = await secondOfTeam(visit, of)
  return second === undefined
    ? { status: 401, faults: new Map([['secondPassphrase', wordsOf(visit).secondWrong]]) }
    : then(second)
}

const lineMax = 80
const oneLine = (text: string): string | undefined =>
  text.length > 0 && text.length <= lineMax && !/\p{Cc}/u.test(text) ? text : undefined

/** A supervisor and another one of the team stand behind what a researcher asks for. */
const releasing: FormOf<DeskVisit> = {
  path: researchPath.release,
  rule: 'supervise-cases',
  find: deskVisit,
  frame: behindResearch,
  form: (visit) => {
    const words = wordsOf(visit)
    return {
      shown: 'glass',
      heading: words.ask,
      told: html`<p>${words.askLead}</p>`,
      action: researchPath.release,
      fields: [
        lineField({
          name: 'purpose',
          label: words.purpose,
          rule: oneLine,
          fault: words.purposeFault,
          lengthMax: lineMax,
        }),
        lineField({
          name: 'receiver',
          label: words.receiver,
          hint: words.receiverHint,
          rule: oneLine,
          fault: words.receiverFault,
          lengthMax: lineMax,
        }),
        choiceField({
          name: 'months',
          label: words.until,
          choices: monthsOffered.map((count) => ({
            value: String(count),
            label: words.months(count),
          })),
          fault: words.chooseFault,
        }),
        ...secondOfTeamFields(visit),
      ],
      submit: words.askYes,
      back: { href: researchPath.all, label: words.leave },
    }
  },
  take: (visit, of) =>
    secondOr(visit, of, async (second) => {
      const { needs, desk } = visit
      const { today } = needs
      const told = await releaseResearch(needs, {
        purpose: of('purpose'),
        receiver: of('receiver'),
        until: monthlyDay(today, Number(of('months')), Number(today.slice(8))),
        by: [desk.userId, second],
      })
      return told === 'released'
        ? { next: researchPath.all }
        : { status: 409, fault: wordsOf(visit).tooMany }
    }),
}

type MakingVisit = DeskVisit & {
  readonly research: { readonly wish: string; readonly purpose: string; readonly receiver: string }
}

const makingVisit = async (context: HttpContext): Promise<MakingVisit | Response> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const wish = context.req.param('item')
  const research = (await openResearch(visit.needs)).find((one) => one.wish === wish)
  return research ? { ...visit, research } : notHere(context)
}

const making: FormOf<MakingVisit> = {
  path: researchPath.make(':item'),
  rule: 'supervise-cases',
  find: makingVisit,
  frame: behindResearch,
  form: (visit) => {
    const words = wordsOf(visit)
    const { wish, purpose, receiver } = visit.research
    return {
      shown: 'glass',
      heading: words.make,
      whose: html`<p>
        <b><bdi>${receiver}</bdi></b
        ><br /><bdi>${purpose}</bdi>
      </p>`,
      told: html`<p>${words.makeLead}</p>`,
      action: researchPath.make(wish),
      fields: secondOfTeamFields(visit),
      submit: words.makeYes,
      back: { href: researchPath.all, label: words.leave },
    }
  },
  take: (visit, of) =>
    secondOr(visit, of, async (second) => {
      const { needs, desk, research } = visit
      const by = [desk.userId, second] as const
      const told = await makeExtract(needs, { research: research.wish, by })
      return told === 'made'
        ? { next: researchPath.all }
        : { status: 409, fault: wordsOf(visit)[`why_${told}`] }
    }),
}

const asFile = async (
  context: HttpContext,
  name: string,
  columns: readonly ListColumn[],
  rows: readonly ListRow[],
): Promise<Response> => {
  const parts: string[] = []
  for await (const part of rowsAsCsv(columns, rows)) parts.push(part)
  return context.body(parts.join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}

const extract = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const wish = context.req.param('item')
  const one = (await researchOf(visit.needs)).find(({ research }) => research.wish === wish)
  if (!one || one.rows.length === 0) return notHere(context)
  const rows = extractRows(one.rows.map(({ row }) => row))
  return asFile(context, 'research-extract', extractColumns, rows)
}

const dictionary = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  return asFile(context, 'research-columns', dictionaryColumns, dictionaryRows)
}

/** What researchers ask for, and the tables that are made for them. */
export const researchPages = (pages: Pages): void => {
  pages.get(researchPath.all, 'open-cases', list)
  formPages(pages, releasing)
  formPages(pages, making)
  pages.get(researchPath.extract(':item'), 'supervise-cases', extract)
  pages.get(researchPath.dictionary, 'open-cases', dictionary)
}
