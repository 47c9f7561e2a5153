import { html } from 'hono/html'
import { dueKinds } from '#domain/cases/dues.ts'
import { isCaseCode } from '#src/app/cases/cases.ts'
import { type Cover, coversOf, holdersOf } from '#src/app/cases/covers.ts'
import {
  type Holders,
  type OpeningReason,
  askOpening,
  finishOpening,
  giveHalf,
  nameHolders,
  openingReasons,
  openingsOf,
} from '#src/app/cases/spare-keys.ts'
import { destroyedOf, sweep, workLoads } from '#src/app/cases/team-work.ts'
import { teamOf } from '#src/app/cases/team.ts'
import { type Choice, choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { type DeskVisit, deskVisit } from '#src/http/cases/opening.ts'
import { behindCases } from '#src/http/cases/place.ts'
import { candidateOf } from '#src/http/cases/candidates.ts'
import { secondOfTeam, secondOfTeamFields } from '#src/http/cases/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { table } from '#src/pages/table.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

const wordsOf = ({ context }: Pick<DeskVisit, 'context'>) => caseWords.in(context.get('language'))

const loginsOf = async ({ context, needs }: DeskVisit): Promise<ReadonlyMap<string, string>> => {
  const users = await context.get('needs').store.users(needs.networkId)
  return new Map(users.map(({ userId, login }) => [userId, login] as const))
}

/** Who of the team has how much to do; what was destroyed last. Contents are not there to be shown. */
const work = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const { needs } = visit
  await sweep(needs)
  const [words, logins] = [wordsOf(visit), await loginsOf(visit)]
  const rows = await workLoads(needs, await teamOf(needs))
  const [destroyed, language] = [await destroyedOf(needs), context.get('language')]
  const nobodys = (await coversOf(needs)).filter(
    ({ cover }) => !Object.keys(cover.wraps).some((userId) => logins.has(userId)),
  )
  return layout({
    ...(await behindCases(context)),
    content: html`<div class="desk">
      ${heading('glass', words.work)}
      <p>${words.workTold}</p>
      ${table({
        rows,
        look: 'sheet',
        columns: [
          {
            heading: words.worker,
            of: ({ userId }) => html`<bdi>${logins.get(userId) ?? ''}</bdi>`,
          },
          { heading: words.openCases, of: ({ open }) => String(open) },
          ...dueKinds.map((kind) => ({
            heading: `${words.late}: ${words[`due_${kind}`]}`,
            of: ({ late }: (typeof rows)[number]) => String(late[kind]),
          })),
        ],
      })}
      ${nobodys.length === 0 ? '' : html`<p>${words.nobodys(nobodys.length)}</p>`}
      <h2>${words.destroyed}</h2>
      ${
        destroyed.length === 0
          ? html`<p class="quiet">${words.noneDestroyed}</p>`
          : html`<ul>
              ${destroyed
                .toReversed()
                .map(
                  ({ code, on, why }) =>
                    html`<li>${code} · ${dateInWords(on, language)} · ${words[`gone_${why}`]}</li>`,
                )}
            </ul>`
      }
      <div class="buttons">
        <a class="button" href="/cases/holders">${words.nameHolders}</a>
        <a class="button" href="/cases/spare">${words.spare}</a>
      </div>
    </div>`,
  })
}

const teamFields = async (visit: DeskVisit): Promise<readonly Choice[]> => {
  const [logins, team] = [await loginsOf(visit), await teamOf(visit.needs)]
  return team.map((userId) => ({ value: userId, label: logins.get(userId) ?? '' }))
}

const holderNames = ['first', 'second', 'third'] as const

const naming: FormOf<DeskVisit> = {
  path: '/cases/holders',
  rule: 'supervise-cases',
  find: deskVisit,
  frame: ({ context }) => behindCases(context),
  form: async (visit) => {
    const words = wordsOf(visit)
    const choices = await teamFields(visit)
    const [first = '', second = '', third = ''] = await holdersOf(visit.needs)
    return {
      shown: 'key',
      heading: words.nameHolders,
      told: html`<p>${words.holdersTold}</p>`,
      action: '/cases/holders',
      fields: [
        ...holderNames.map((name) =>
          choiceField({ name, label: words[`holder_${name}`], choices, fault: words.chooseWhom }),
        ),
        ...secondOfTeamFields(visit),
      ],
      prefilled: { first, second, third },
      submit: words.nameHolders,
      back: { href: '/cases/work', label: words.keepAsIs },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const words = wordsOf(visit)
    const second = await secondOfTeam(visit, of)
    const holders = await holdersOf(visit.needs)
    // Who holds spare keys is changed by one who holds one, or all of the team could be replaced behind their backs.
    const isOfThem = holders.length === 0 || (second !== undefined && holders.includes(second))
    if (second === undefined || !isOfThem) {
      const fault = second === undefined ? words.secondWrong : words.secondHoldsNone
      return { status: 401, faults: new Map([['secondPassphrase', fault]]) }
    }
    for (const userId of holderNames.map(of)) {
      const { isOfTeam, officerOf } = await candidateOf(visit, userId)
      if (!isOfTeam || officerOf.length > 0)
        return { status: 409, fault: words['why_not-to-be-let-in'] }
    }
    const named = await nameHolders(visit.needs, holderNames.map(of) as unknown as Holders)
    return named === 'named' ? { next: '/cases/work' } : { status: 409, fault: words[named] }
  },
}

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

const spare = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const [words, logins] = [wordsOf(visit), await loginsOf(visit)]
  const holders = await holdersOf(visit.needs)
  const isHolder = holders.includes(visit.desk.userId)
  const openings = isHolder ? await openingsOf(visit.needs) : []
  return layout({
    ...(await behindCases(context)),
    content: html`<div class="desk">
      ${heading('key', words.spare)}
      <p>${isHolder ? words.spareTold : words.notAHolder}</p>
      <p>${words.whoHolds(holders.map((one) => logins.get(one) ?? '').join(', '))}</p>
      <ul class="queue rows">
        ${openings.map((cover) => openingLine(visit, cover, logins))}
      </ul>
      ${isHolder ? html`<a class="button" href="/cases/ask-opening">${words.askOpening}</a>` : ''}
    </div>`,
  })
}

const refusedTo = (visit: DeskVisit, code: string): Taken => {
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

/** Work of the team, spare keys, and what two who hold them open. */
export const supervisingPages = (pages: Pages): void => {
  pages.get('/cases/work', 'supervise-cases', work)
  pages.get('/cases/spare', 'hold-spare-keys', spare)
  formPages(pages, naming)
  formPages(pages, asking)
  formPages(pages, giving)
}
