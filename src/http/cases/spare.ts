import { html } from 'hono/html'
import { isCaseCode } from '#src/app/cases/cases.ts'
import { type Cover, coversOf } from '#src/app/cases/covers.ts'
import { holdersOf } from '#src/app/cases/holders.ts'
import { type Renewal, renewalsOf } from '#src/app/cases/renewing.ts'
import {
  type OpeningReason,
  askOpening,
  finishOpening,
  giveHalf,
  openingReasons,
  openingsOf,
} from '#src/app/cases/spare-keys.ts'
import { choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { candidateOf } from '#src/http/cases/candidates.ts'
import { type DeskVisit, deskVisit } from '#src/http/cases/opening.ts'
import { behindCases, casePath } from '#src/http/cases/place.ts'
import { isAtWork } from '#src/http/cases/second.ts'
import { loginsOf, teamFields } from '#src/http/cases/supervising.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

const wordsOf = ({ context }: Pick<DeskVisit, 'context'>) => caseWords.in(context.get('language'))

const openingLine = (
  visit: DeskVisit,
  { code, opening, holders }: Cover,
  logins: ReadonlyMap<string, string>,
): Html => {
  const words = wordsOf(visit)
  const { userId } = visit.desk
  const isSecond = holders.some(({ pair }) => pair[1] === userId)
  const isFirst = opening?.halves?.some(({ of }) => of === userId)
  return html`<li>
    <span>
      <b>${code}</b> · <bdi>${logins.get(opening!.to) ?? ''}</bdi>
      <span class="quiet"
        >${words[`opening_${opening!.why as OpeningReason}`]} ·
        ${dateInWords(opening!.on, visit.context.get('language'))}</span
      >
    </span>
    ${
      opening!.halves === undefined
        ? isSecond
          ? html`<a class="button" href="/cases/half/${code}">${words.giveHalf}</a>`
          : html`<span class="quiet">${words.waitsForHalf}</span>`
        : isFirst
          ? html`<a class="button" href="/cases/half/${code}">${words.finish}</a>`
          : html`<span class="quiet"
              >${words.waitsFor(opening!.halves.map(({ of }) => logins.get(of) ?? '').join(', '))}</span
            >`
    }
  </li>`
}

const renewalLine = (
  { context, desk }: DeskVisit,
  { userId, on, given }: Renewal,
  logins: ReadonlyMap<string, string>,
): Html => {
  const words = caseWords.in(context.get('language'))
  const day = dateInWords(on, context.get('language'))
  return html`<li>
    <span>
      <b>${words.newKeyFor}</b> <bdi>${logins.get(userId) ?? ''}</bdi>
      <span class="quiet">${day}</span>
    </span>
    ${
      given.includes(desk.userId) || userId === desk.userId
        ? html`<span class="quiet">${words.waitsForHalf}</span>`
        : html`<a class="button" href="${casePath.renewal(userId)}">${words.readRenewal}</a>`
    }
  </li>`
}

/** Cases of which nobody who is assigned works in the team any more: a holder has to know which. */
const nobodysOf = async (visit: DeskVisit): Promise<readonly string[]> => {
  const covers = (await coversOf(visit.needs)).filter(({ cover }) => cover.isOpen)
  const ids = new Set(covers.flatMap(({ cover }) => Object.keys(cover.wraps)))
  const atWork = new Set<string>()
  for (const userId of ids) if (await isAtWork(visit, userId)) atWork.add(userId)
  return covers
    .filter(({ cover }) => !Object.keys(cover.wraps).some((userId) => atWork.has(userId)))
    .map(({ cover }) => cover.code)
}

const nobodysLine = (visit: DeskVisit, code: string): Html => {
  const words = wordsOf(visit)
  return html`<li>
    <span><b>${code}</b> <span class="quiet">${words.nobodys}</span></span>
    <a class="button" href="/cases/ask-opening?code=${code}">${words.askOpening}</a>
  </li>`
}

const spare = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const [words, logins] = [wordsOf(visit), await loginsOf(visit)]
  const holders = await holdersOf(visit.needs)
  const isHolder = holders.includes(visit.desk.userId)
  const openings = isHolder ? await openingsOf(visit.needs) : []
  const renewals = isHolder ? await renewalsOf(visit.needs) : []
  const nobodys = isHolder ? await nobodysOf(visit) : []
  return layout({
    ...(await behindCases(context)),
    content: html`<div class="desk">
      ${heading('key', words.spare)}
      <p>${isHolder ? words.spareTold : words.notAHolder}</p>
      <p>${words.whoHolds(holders.map((one) => logins.get(one) ?? '').join(', '))}</p>
      ${
        isHolder && renewals.length + openings.length + nobodys.length === 0
          ? html`<p class="quiet">${words.nothingWaits}</p>`
          : ''
      }
      <ul class="queue rows">
        ${renewals.map((one) => renewalLine(visit, one, logins))}
        ${openings.map((cover) => openingLine(visit, cover, logins))}
        ${nobodys.map((code) => nobodysLine(visit, code))}
      </ul>
      ${
        isHolder
          ? html`<div class="buttons">
              <a class="button" href="/cases/ask-opening">${words.askOpening}</a>
            </div>`
          : ''
      }
    </div>`,
  })
}

export const refusedTo = (visit: DeskVisit, code: string): Taken => {
  const said = (wordsOf(visit) as Readonly<Record<string, unknown>>)[`why_${code}`]
  return { status: 409, fault: typeof said === 'string' ? said : wordsOf(visit).whyNot }
}

const asking: FormOf<DeskVisit> = {
  path: '/cases/ask-opening',
  rule: 'hold-spare-keys',
  find: deskVisit,
  frame: ({ context }) => behindCases(context),
  form: async (visit) => {
    const words = wordsOf(visit)
    return {
      shown: 'key',
      heading: words.askOpening,
      told: html`<p>${words.askOpeningTold}</p>`,
      action: '/cases/ask-opening',
      fields: [
        lineField({
          name: 'code',
          label: words.caseCode,
          rule: (text) => (isCaseCode(text.toUpperCase()) ? text.toUpperCase() : undefined),
          fault: words.noCode,
          lengthMax: 10,
        }),
        choiceField({
          name: 'to',
          label: words.openTo,
          choices: await teamFields(visit),
          fault: words.chooseWhom,
        }),
        choiceField({
          name: 'why',
          label: words.whyOpened,
          choices: choicesOf(openingReasons, (why) => words[`opening_${why}`]),
          fault: words.chooseWhom,
        }),
      ],
      prefilled: { code: visit.context.req.query('code') ?? '' },
      submit: words.askOpening,
      back: { href: '/cases/spare', label: words.keepAsIs },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const to = of('to')
    const candidate = await candidateOf(visit, to)
    const asked = { code: of('code'), to, why: of('why') as OpeningReason, candidate }
    const told = await askOpening(visit.needs, visit.desk, asked)
    return told.outcome === 'recorded' ? { next: '/cases/spare' } : refusedTo(visit, told.code)
  },
}

const giving: FormOf<DeskVisit> = {
  path: '/cases/half/:code',
  rule: 'hold-spare-keys',
  find: deskVisit,
  frame: ({ context }) => behindCases(context),
  form: async (visit, of) => {
    const words = wordsOf(visit)
    const code = visit.context.req.param('code') ?? ''
    const [openings, logins] = [await openingsOf(visit.needs), await loginsOf(visit)]
    const open = openings.find((one) => one.code === code)?.opening
    const nameOf = (userId: string): string => logins.get(userId) ?? ''
    const why = words[`opening_${open?.why as OpeningReason}`]
    return {
      shown: 'key',
      heading: words.giveHalf,
      told: html`<p>${words.giveHalfTold}</p>
        ${
          open
            ? html`<p><b>${words.halfFor(nameOf(open.to), why, nameOf(open.askedBy))}</b></p>`
            : ''
        }`,
      action: `/cases/half/${isCaseCode(code) ? code : ''}`,
      // What was read goes with the yes: another wish that came meanwhile gets none.
      hidden: { to: of('to') || (open?.to ?? ''), why: of('why') || (open?.why ?? '') },
      fields: [],
      submit: words.giveHalf,
      back: { href: '/cases/spare', label: words.keepAsIs },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { context, needs, desk } = visit
    const read = { to: of('to'), why: of('why') }
    const code = context.req.param('code') ?? ''
    if (!isCaseCode(code)) return refusedTo(visit, 'not-found')
    const open = (await openingsOf(needs)).find((one) => one.code === code)
    const told =
      open?.opening?.halves?.some(({ of: first }) => first === desk.userId) === true
        ? await finishOpening(needs, desk, code, {
            ...read,
            candidate: await candidateOf(visit, read.to),
          })
        : await giveHalf(needs, desk, code, read)
    return told.outcome === 'recorded' ? { next: '/cases/spare' } : refusedTo(visit, told.code)
  },
}

/** Spare keys, and what two who hold them open. */
export const sparePages = (pages: Pages): void => {
  pages.get('/cases/spare', 'hold-spare-keys', spare)
  formPages(pages, asking)
  formPages(pages, giving)
}
