import { html } from 'hono/html'
import { dueKinds } from '#domain/cases/dues.ts'
import { destroyedOf } from '#src/app/cases/destroying.ts'
import { holdersOf } from '#src/app/cases/holders.ts'
import { keyLogOf } from '#src/app/cases/key-log.ts'
import { type Holders, nameHolders } from '#src/app/cases/spare-keys.ts'
import { workLoads } from '#src/app/cases/team-work.ts'
import { teamOf } from '#src/app/cases/team.ts'
import { type Choice, choiceField } from '#src/desk/fields.ts'
import { type DeskVisit, deskVisit } from '#src/http/cases/opening.ts'
import { behindCases } from '#src/http/cases/place.ts'
import { isAtWork, secondOfTeam, secondOfTeamFields } from '#src/http/cases/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import { keyLines } from '#src/pages/cases/key-lines.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { layout } from '#src/pages/layout.ts'
import { table } from '#src/pages/table.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

const wordsOf = ({ context }: Pick<DeskVisit, 'context'>) => caseWords.in(context.get('language'))

export const loginsOf = async ({
  context,
  needs,
}: DeskVisit): Promise<ReadonlyMap<string, string>> => {
  const users = await context.get('needs').store.users(needs.networkId)
  return new Map(users.map(({ userId, login }) => [userId, login] as const))
}

/** Who of the team has how much to do; what was destroyed last. Contents are not there to be shown. */
const work = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const { needs } = visit
  const [words, logins] = [wordsOf(visit), await loginsOf(visit)]
  const rows = await workLoads(needs, await teamOf(needs))
  const [destroyed, language] = [await destroyedOf(needs), context.get('language')]
  const keys = await keyLogOf(needs)
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
          // Money for the family is its supporter's to know alone.
          ...dueKinds
            .filter((kind) => kind !== 'left-behind')
            .map((kind) => ({
              heading: `${words.late}: ${words[`due_${kind}`]}`,
              of: ({ late }: (typeof rows)[number]) => String(late[kind]),
            })),
        ],
      })}
      <h2>${words.keysTold}</h2>
      ${keyLines({ language, lines: keys, nameOf: (userId) => logins.get(userId) ?? '' })}
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

export const teamFields = async (visit: DeskVisit): Promise<readonly Choice[]> => {
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
    for (const userId of holderNames.map(of))
      if (!(await isAtWork(visit, userId)))
        return { status: 409, fault: words['why_not-to-be-let-in'] }
    const named = await nameHolders(visit.needs, holderNames.map(of) as unknown as Holders)
    return named === 'named' ? { next: '/cases/work' } : { status: 409, fault: words[named] }
  },
}

/** Work of the team, and who holds spare keys. */
export const supervisingPages = (pages: Pages): void => {
  pages.get('/cases/work', 'supervise-cases', work)
  formPages(pages, naming)
}
