import { html } from 'hono/html'
import { caseOf, isCaseCode } from '#src/app/cases/cases.ts'
import type { OpenCase } from '#src/app/cases/covers.ts'
import { assign, assignedTo, eraseCase, leave } from '#src/app/cases/team-work.ts'
import { teamOf } from '#src/app/cases/team.ts'
import { type Choice, choiceField, tickField } from '#src/desk/fields.ts'
import { type DeskVisit, deskVisit } from '#src/http/cases/opening.ts'
import { candidateOf } from '#src/http/cases/candidates.ts'
import { behindCases, casePath } from '#src/http/cases/place.ts'
import { secondOfTeam, secondOfTeamFields } from '#src/http/cases/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import { notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { codeNameIn } from '#src/desk/cases/words.ts'
import { caseWords } from '#src/words/words.ts'

export type OneVisit = DeskVisit & { readonly found: OpenCase }

const wordsOf = ({ context }: Pick<OneVisit, 'context'>) => caseWords.in(context.get('language'))

export const oneVisit = async (context: HttpContext): Promise<OneVisit | Response> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const code = context.req.param('code') ?? ''
  const found = isCaseCode(code) ? await caseOf(visit.needs, visit.desk, code) : undefined
  return found ? { ...visit, found } : notHere(context)
}

/** The people of the team by login, without some. */
const teamChoices = async (
  { context, needs }: DeskVisit,
  isIn: (userId: string, isThere: boolean) => boolean,
): Promise<readonly Choice[]> => {
  const users = await context.get('needs').store.users(needs.networkId)
  const team = new Set(await teamOf(needs))
  return users
    .filter(({ userId, disabledAt }) => isIn(userId, team.has(userId) && disabledAt === undefined))
    .map(({ userId, login }) => ({ value: userId, label: login }))
}

const saidWhy = (visit: OneVisit, code: string): Taken => {
  const words = wordsOf(visit) as Readonly<Record<string, unknown>>
  const said = words[`why_${code}`]
  return { status: 409, fault: typeof said === 'string' ? said : wordsOf(visit).whyNot }
}

const oneFrame = ({ context, found }: OneVisit) =>
  behindCases(context, {
    back: {
      href: casePath.one(found.file.code),
      label: codeNameIn(context.get('language'), found.file),
    },
  })

const shownOf = (visit: OneVisit, action: string) => ({
  shown: 'person' as const,
  whose: html`<p><b>${codeNameIn(visit.context.get('language'), visit.found.file)}</b></p>`,
  action,
  back: { href: casePath.one(visit.found.file.code), label: wordsOf(visit).keepAsIs },
})

const lettingIn: FormOf<OneVisit> = {
  path: '/cases/let-in/:code',
  rule: 'open-cases',
  find: oneVisit,
  frame: oneFrame,
  form: async (visit) => {
    const words = wordsOf(visit)
    const within = new Set(assignedTo(visit.found))
    return {
      ...shownOf(visit, `/cases/let-in/${visit.found.file.code}`),
      heading: words.letIn,
      told: html`<p>${words.letInTold}</p>`,
      fields: [
        choiceField({
          name: 'userId',
          label: words.whom,
          choices: await teamChoices(visit, (userId, isThere) => isThere && !within.has(userId)),
          fault: words.chooseWhom,
        }),
        tickField({ name: 'isKin', label: words.isKin, said: words.isKin }),
        tickField({
          name: 'isAgreed',
          label: words.personAgrees,
          said: words.personAgrees,
          fault: words.personMustAgree,
        }),
      ],
      submit: words.letIn,
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const userId = of('userId')
    const candidate = await candidateOf(visit, userId, of('isKin') === 'yes')
    const { code } = visit.found.file
    const told = await assign(visit.needs, visit.desk, { code, userId, candidate })
    return told.outcome === 'recorded' ? { next: casePath.one(code) } : saidWhy(visit, told.code)
  },
}

const lettingOut: FormOf<OneVisit> = {
  path: '/cases/let-out/:code',
  rule: 'open-cases',
  find: oneVisit,
  frame: oneFrame,
  form: async (visit) => {
    const words = wordsOf(visit)
    const within = new Set(assignedTo(visit.found))
    return {
      ...shownOf(visit, `/cases/let-out/${visit.found.file.code}`),
      heading: words.letOut,
      told: html`<p>${words.letOutTold}</p>`,
      fields: [
        choiceField({
          name: 'userId',
          label: words.whom,
          choices: await teamChoices(visit, (userId) => within.has(userId)),
          fault: words.chooseWhom,
        }),
        tickField({ name: 'isKin', label: words.isKin, said: words.isKin }),
        ...secondOfTeamFields(visit, words.unlessYourself),
      ],
      submit: words.letOut,
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { code } = visit.found.file
    const userId = of('userId')
    const isOwn = userId === visit.desk.userId
    if (!isOwn && (await secondOfTeam(visit, of)) === undefined)
      return { status: 401, faults: new Map([['secondPassphrase', wordsOf(visit).secondWrong]]) }
    const told = await leave(visit.needs, visit.desk, {
      code,
      userId,
      isKin: of('isKin') === 'yes',
    })
    if (told.outcome !== 'recorded') return saidWhy(visit, told.code)
    return { next: userId === visit.desk.userId ? casePath.list : casePath.one(code) }
  },
}

const erasing: FormOf<OneVisit> = {
  path: '/cases/erase/:code',
  rule: 'open-cases',
  find: oneVisit,
  frame: oneFrame,
  form: (visit) => ({
    ...shownOf(visit, `/cases/erase/${visit.found.file.code}`),
    heading: wordsOf(visit).erase,
    warning: wordsOf(visit).eraseTold,
    fields: secondOfTeamFields(visit),
    submit: wordsOf(visit).eraseYes,
  }),
  take: async (visit, of): Promise<Taken> => {
    const second = await secondOfTeam(visit, of)
    if (second === undefined)
      return { status: 401, faults: new Map([['secondPassphrase', wordsOf(visit).secondWrong]]) }
    const told = await eraseCase(visit.needs, visit.desk, visit.found.file.code)
    return told.outcome === 'recorded' ? { next: casePath.list } : saidWhy(visit, told.code)
  },
}

/** Who works on a case, and its end for ever. */
export const lettingInPages = (pages: Pages): void => {
  formPages(pages, lettingIn)
  formPages(pages, lettingOut)
  formPages(pages, erasing)
}
