import { html } from 'hono/html'
import { notFound, visitOf } from '#src/http/desk/visit.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { type Action, scopeFor } from '#domain/access/table.ts'
import { isAwayCountDue } from '#domain/fund/meeting/away.ts'
import {
  type AwayFigures,
  awayMax,
  awayFault,
  awayTableNames,
  awayTables,
  sumOfTable,
} from '#domain/fund/meeting/away-figures.ts'
import { moreFields, moreIn, moreFaultAt } from '#src/http/meeting/away-more.ts'
import type { FundBook } from '#domain/health/book.ts'
import {
  type AwayCount,
  awayCommandOf,
  awayCountsOf,
  eraseAwayCount,
  figuresOfCommittee,
  safeFigures,
} from '#src/app/meeting/away-counts.ts'
import { type Field, type Named, countField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { meetingStep } from '#src/http/meeting/step.ts'
import type { Pages } from '#src/http/page.ts'
import type { At } from '#src/pages/desk/parts.ts'
import {
  type AwayListed,
  type AwayWords,
  awayPage,
  awayPart,
  awayWordsAt,
  erasePlace,
  nameOfLine,
  nameOfTable,
} from '#src/pages/meeting/away.ts'
import { behindMeetings } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'

const may = (context: HttpContext, action: Action): boolean =>
  scopeFor(action, context.get('fund').held) === 'all'

/** What of a count somebody is told: the village's committee all of it, everybody else what points at nobody. */
const awayListedFor = (isSafe: boolean, { figures, ...count }: AwayCount): AwayListed => {
  if (figures === undefined) return { ...count, figures }
  const told = isSafe
    ? { isSafe, told: safeFigures(figures) }
    : { isSafe, told: figuresOfCommittee(figures) }
  return { ...count, figures: told }
}

const list = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await visitOf(context)
  if (!visit) return notFound(context)
  const { at, book, today } = visit
  const counts = await awayCountsOf(context.get('needs'), { book, fundId: at.fundId })
  const isSafe = !may(context, 'read-away-count')
  return awayPage(at, {
    counts: counts.map((count) => awayListedFor(isSafe, count)),
    isDue: isAwayCountDue(book.fund, today),
    isSafe,
    mayCount: may(context, 'RecordAwayCount'),
    mayErase: may(context, 'erase-away-count'),
    today,
  })
}

/** A line of the form: a number of people. */
const peopleField = (words: AwayWords, named: Named, isOptional: boolean): Field =>
  countField({
    ...named,
    isOptional,
    mayBeZero: true,
    max: awayMax,
    faults: {
      missing: words.totalMissing,
      'not-digits': words.digits,
      zero: words.digits,
      'too-large': words.tooMany,
    },
  })

const fieldsOf = (words: AwayWords): readonly Field[] => [
  peopleField(words, { name: 'total', label: words.total, hint: words.totalHint }, false),
  ...awayTableNames.flatMap((table) =>
    awayTables[table].map((line) => {
      const label = nameOfLine(words, table, line)
      const group = nameOfTable(words, table)
      return peopleField(words, { name: `${table}-${line}`, label, group }, true)
    }),
  ),
  ...moreFields(words, peopleField),
]

/** An empty line is nobody. */
const figuresIn = (of: Typed): AwayFigures => {
  const tables = awayTableNames.map((table) => [
    table,
    Object.fromEntries(awayTables[table].map((line) => [line, Number(of(`${table}-${line}`))])),
  ])
  const more = moreIn(of)
  return {
    total: Number(of('total')),
    ...Object.fromEntries(tables),
    ...(more && { more }),
  } as AwayFigures
}

/** Tables that do not come to the total, each told at its heading. */
const notTotal = (words: AwayWords, figures: AwayFigures): ReadonlyMap<string, string> =>
  new Map(
    awayTableNames
      .filter((table) => sumOfTable(figures, table) !== figures.total)
      .map((table) => [
        nameOfTable(words, table),
        words.notTotal(String(sumOfTable(figures, table)), String(figures.total)),
      ]),
  )

/** Figures and salt are kept before the entry that vouches for them. */
const counting = meetingStep({
  act: 'away',
  rule: 'RecordAwayCount',
  more: async (visit) => visit,
  form: ({ at }) => {
    const words = awayWordsAt(at)
    return {
      shown: 'away',
      heading: words.formHeading,
      told: html`<p>${words.formMeaning}</p>`,
      fields: fieldsOf(words),
      beside: 'grouped',
      submit: words.check,
    }
  },
  ready: async ({ context, at, on }, of) => {
    const words = awayWordsAt(at)
    const figures = figuresIn(of)
    const faults = notTotal(words, figures)
    if (faults.size > 0) return { faults }
    const wrong = awayFault(figures)
    if (wrong) return { faults: moreFaultAt(words, wrong) }
    const asked = { fundId: at.fundId, id: of('id'), on, figures }
    const { command, keep } = await awayCommandOf(context.get('needs'), asked)
    return {
      placed: [{ command }],
      keep,
      readBack: () => ({
        shown: 'away',
        heading: words.question,
        told: awayPart(at, on, figures),
        change: words.noChange,
        submit: words.yes,
      }),
    }
  },
  next: ({ at }) => meetingPlace.away(at),
})

type Counted = {
  readonly context: HttpContext
  readonly at: At
  readonly count: NonNullable<FundBook['fund']['awayCounts']>[number]
}

/** Whether the figures of a count are to be gone for good. */
const erasing: FormOf<Counted> = {
  path: '/funds/:fundId/away/:entryId/erase',
  rule: 'erase-away-count',
  find: async (context) => {
    const visit = await visitOf(context)
    const entryId = context.req.param('entryId')
    const count = visit?.book.fund.awayCounts?.find((one) => one.entryId === entryId)
    return visit && count ? { context, at: visit.at, count } : notFound(context)
  },
  frame: async ({ at }) => behindMeetings(at),
  form: ({ at, count: { entryId, on } }) => {
    const words = awayWordsAt(at)
    return {
      shown: 'stop',
      heading: words.eraseHeading,
      told: html`<p><b>${words.countedOn(dateInWords(on, at.language))}</b></p>
        <p>${words.eraseMeaning}</p>`,
      action: erasePlace(at, entryId),
      fields: [],
      submit: words.yesErase,
      back: { href: meetingPlace.away(at), label: words.keepThem },
    }
  },
  take: async ({ context, at, count: { entryId } }) => {
    await eraseAwayCount(context.get('needs'), { fundId: at.fundId, entryId })
    return { next: meetingPlace.away(at) }
  },
}

/** Who is away: counted at a meeting, read by the village, and by others only where it points at nobody. */
export const awayPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/away', 'read-reports', list)
  formPages(pages, counting)
  formPages(pages, erasing)
}
