import { html } from 'hono/html'
import { publicKeyOf, enrol, passphraseMax, passphraseMin, unlocked } from '#src/app/cases/team.ts'
import type { ActNeeds } from '#src/app/cases/cases.ts'
import { makePracticeCases, practicePassphrase } from '#src/app/practice/practice-cases.ts'
import { type Field, secretField } from '#src/desk/fields.ts'
import {
  caseNeeds,
  casePath,
  deskRefusal,
  keepOpen,
  officesOf,
  openDesk,
  shutDesk,
} from '#src/http/cases/place.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { caseWords } from '#src/words/words.ts'

type OpeningVisit = {
  readonly context: HttpContext
  readonly needs: ActNeeds
  readonly userId: string
}

const wordsOf = ({ context }: { readonly context: HttpContext }) =>
  caseWords.in(context.get('language'))

const passphrase = (visit: OpeningVisit, name: 'passphrase' | 'again', isNew: boolean): Field =>
  secretField({
    name,
    label: wordsOf(visit)[name],
    autocomplete: isNew ? 'new-password' : 'current-password',
    ...(isNew && name === 'passphrase' ? { hint: wordsOf(visit).passphraseHint } : {}),
  })

/** Whoever may not open a key here is told why, before a passphrase is typed. */
const visitOf = async (context: HttpContext): Promise<OpeningVisit | Response> => {
  const needs = await caseNeeds(context)
  if (needs instanceof Response) return needs
  const why = await deskRefusal(context)
  // Here and not at the start: whoever never comes here does not wait for it.
  if (context.get('needs').isPractice) await makePracticeCases(context.get('needs'), needs)
  if (why === undefined) return { context, needs, userId: context.get('caller')!.session.userId! }
  const words = caseWords.in(context.get('language'))
  const page = messagePage(await frameOf(context), {
    shown: 'stop',
    heading: words.shutHere,
    lines: [words[why]],
    links: [{ href: '/team', label: words.toTeam }],
  })
  return context.html(page, 403)
}

const frame = ({ context }: OpeningVisit) =>
  frameOf(context, {
    isLeftAtOnce: true,
    back: { href: '/team', label: caseWords.in(context.get('language')).toTeam },
  })

/** The passphrase of whoever tries this out among invented people; nothing on a page that is none of practice. */
const practiceTold = async ({ context, needs, userId }: OpeningVisit): Promise<Html | string> => {
  if (!context.get('needs').isPractice) return ''
  const login = (await context.get('needs').store.user(needs.networkId, userId))?.login ?? ''
  const passphrase = practicePassphrase(login)
  if (passphrase === undefined) return ''
  return html`<p class="mark">${wordsOf({ context }).practiceKey(passphrase)}</p>`
}

/** Opens somebody's own key by the passphrase. */
const opening: FormOf<OpeningVisit> = {
  path: casePath.open,
  rule: 'open-cases',
  find: async (context) => {
    const visit = await visitOf(context)
    if (visit instanceof Response) return visit
    return (await publicKeyOf(visit.needs, visit.userId)) === undefined
      ? context.redirect(casePath.first, 303)
      : visit
  },
  frame,
  form: async (visit) => ({
    shown: 'key',
    heading: wordsOf(visit).openHeading,
    told: html`<p>${wordsOf(visit).openTold}</p>
      ${await practiceTold(visit)}`,
    action: casePath.open,
    fields: [passphrase(visit, 'passphrase', false)],
    submit: wordsOf(visit).open,
    back: { href: '/team', label: wordsOf(visit).toTeam },
  }),
  take: async (visit, of): Promise<Taken> => {
    const { context, needs, userId } = visit
    const words = wordsOf(visit)
    const desk = await unlocked(needs, { userId, passphrase: of('passphrase') })
    if (desk === 'wrong')
      return { status: 401, faults: new Map([['passphrase', words.wrongPassphrase]]) }
    if ('may' in desk)
      return { status: 429, fault: desk.may === 'wait' ? words.waitALittle : words.askHolders }
    await keepOpen(context, needs, desk)
    return { next: casePath.list }
  },
}

/** Somebody's first key, with a passphrase that nobody else has ever seen. */
const first: FormOf<OpeningVisit> = {
  path: casePath.first,
  rule: 'open-cases',
  find: async (context) => {
    const visit = await visitOf(context)
    if (visit instanceof Response) return visit
    return (await publicKeyOf(visit.needs, visit.userId)) === undefined
      ? visit
      : context.redirect(casePath.open, 303)
  },
  frame,
  form: (visit) => ({
    shown: 'key',
    heading: wordsOf(visit).firstHeading,
    told: html`<p>${wordsOf(visit).firstTold}</p>
      <p>${wordsOf(visit).firstForgotten}</p>`,
    action: casePath.first,
    fields: [passphrase(visit, 'passphrase', true), passphrase(visit, 'again', true)],
    submit: wordsOf(visit).makeKey,
    back: { href: '/team', label: wordsOf(visit).toTeam },
  }),
  take: async (visit, of): Promise<Taken> => {
    const { context, needs, userId } = visit
    const words = wordsOf(visit)
    const typed = of('passphrase')
    if (typed.length < passphraseMin || typed.length > passphraseMax)
      return { faults: new Map([['passphrase', words.passphraseHint]]) }
    if (typed !== of('again')) return { faults: new Map([['again', words.notTheSame]]) }
    const desk = await enrol(needs, { userId, passphrase: typed })
    if (desk === 'has-a-key') return { fault: words.hasAKey }
    await keepOpen(context, needs, desk)
    return { next: casePath.list }
  },
}

/** Opening and shutting the desk of cases. */
export const openingPages = (pages: Pages): void => {
  formPages(pages, opening)
  formPages(pages, first)
  pages.post('/cases/shut', 'open-cases', (context) => {
    shutDesk(context)
    return context.redirect('/team', 303)
  })
}

export type DeskVisit = {
  readonly context: HttpContext
  readonly needs: ActNeeds
  readonly desk: { readonly userId: string; readonly privateKey: string }
}

/** The desk of whoever has opened it; else the way to open it. Each sign of life keeps it open a while. */
export const deskVisit = async (context: HttpContext): Promise<DeskVisit | Response> => {
  const needs = await caseNeeds(context)
  if (needs instanceof Response) return needs
  const desk = await openDesk(context, needs)
  const isPractice = context.get('needs').isPractice
  // Whoever has been given an office since opens nothing more.
  const isOfficer = desk && !isPractice && (await officesOf(context, desk.userId)).length > 0
  if (!desk || isOfficer) return context.redirect(casePath.open, 303)
  await keepOpen(context, needs, desk)
  return { context, needs, desk }
}
