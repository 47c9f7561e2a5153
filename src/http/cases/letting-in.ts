import { html } from 'hono/html'
import { caseOf, isCaseCode } from '#src/app/cases/cases.ts'
import type { OpenCase } from '#src/app/cases/covers.ts'
import { assign, assignedTo, eraseCase, leave } from '#src/app/cases/team-work.ts'
import { teamOf } from '#src/app/cases/team.ts'
import { type Choice, type Field, choiceField, tickField } from '#src/desk/fields.ts'
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

export const saidWhy = (visit: OneVisit, code: string): Taken => {
  const words = wordsOf(visit) as Readonly<Record<string, unknown>>
  const said = words[`why_${code}`]
  return { status: 409, fault: typeof said === 'string' ? said : wordsOf(visit).whyNot }
}

export const oneFrame = ({ context, found }: OneVisit) =>
  behindCases(context, {
    back: {
      href: casePath.one(found.file.code),
      label: codeNameIn(context.get('language'), found.file),
    },
  })

export const shownOf = (visit: OneVisit, action: string) => ({
  shown: 'person' as const,
  whose: html`<p><b>${codeNameIn(visit.context.get('language'), visit.found.file)}</b></p>`,
  action,
  back: { href: casePath.one(visit.found.file.code), label: wordsOf(visit).keepAsIs },
})

type Passing = {
  readonly way: 'let-in' | 'let-out'
  readonly said: (visit: OneVisit) => { readonly heading: string; readonly told: string }
  /** Who can be chosen: by whether they are in the case, and at work in the team. */
  readonly isOffered: (isWithin: boolean, isThere: boolean) => boolean
  readonly more: (visit: OneVisit) => readonly Field[]
  readonly take: FormOf<OneVisit>['take']
}

/** Somebody comes in or goes out: who, whether they are kin, and what else is asked of it. */
const passing = ({ way, said, isOffered, more, take }: Passing): FormOf<OneVisit> => ({
  path: `/cases/${way}/:code`,
  rule: 'open-cases',
  find: oneVisit,
  frame: oneFrame,
  form: async (visit) => {
    const words = wordsOf(visit)
    const within = new Set(assignedTo(visit.found))
    const { heading, told } = said(visit)
    const choices = await teamChoices(visit, (userId, isThere) =>
      isOffered(within.has(userId), isThere),
    )
    return {
      ...shownOf(visit, `/cases/${way}/${visit.found.file.code}`),
      heading,
      told: html`<p>${told}</p>`,
      fields: [
        choiceField({ name: 'userId', label: words.whom, choices, fault: words.chooseWhom }),
        tickField({ name: 'isKin', label: words.isKin, said: words.isKin }),
        ...more(visit),
      ],
      submit: heading,
    }
  },
  take,
})

const lettingIn = passing({
  way: 'let-in',
  said: (visit) => ({ heading: wordsOf(visit).letIn, told: wordsOf(visit).letInTold }),
  isOffered: (isWithin, isThere) => isThere && !isWithin,
  more: (visit) => {
    const { personAgrees, personMustAgree: fault } = wordsOf(visit)
    return [tickField({ name: 'isAgreed', label: personAgrees, said: personAgrees, fault })]
  },
  take: async (visit, of) => {
    const userId = of('userId')
    const candidate = await candidateOf(visit, userId, of('isKin') === 'yes')
    const { code } = visit.found.file
    const told = await assign(visit.needs, visit.desk, { code, userId, candidate })
    return told.outcome === 'recorded' ? { next: casePath.one(code) } : saidWhy(visit, told.code)
  },
})

const lettingOut = passing({
  way: 'let-out',
  said: (visit) => ({ heading: wordsOf(visit).letOut, told: wordsOf(visit).letOutTold }),
  isOffered: (isWithin) => isWithin,
  more: (visit) => secondOfTeamFields(visit, wordsOf(visit).unlessYourself),
  take: async (visit, of) => {
    const { code } = visit.found.file
    const userId = of('userId')
    const isOwn = userId === visit.desk.userId
    if (!isOwn && (await secondOfTeam(visit, of)) === undefined)
      return { status: 401, faults: new Map([['secondPassphrase', wordsOf(visit).secondWrong]]) }
    const isKin = of('isKin') === 'yes'
    const told = await leave(visit.needs, visit.desk, { code, userId, isKin })
    if (told.outcome !== 'recorded') return saidWhy(visit, told.code)
    return { next: isOwn ? casePath.list : casePath.one(code) }
  },
})

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
