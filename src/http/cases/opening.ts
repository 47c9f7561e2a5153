import { html } from 'hono/html'
import { daysAfter } from '#domain/kernel/dates.ts'
import { keyLogOf } from '#src/app/cases/key-log.ts'
import { publicKeyOf, unlocked } from '#src/app/cases/team.ts'
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
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

export type OpeningVisit = {
  readonly context: HttpContext
  readonly needs: ActNeeds
  readonly userId: string
}

const wordsOf = ({ context }: { readonly context: HttpContext }) =>
  caseWords.in(context.get('language'))

export const passphraseField = (
  visit: OpeningVisit,
  name: 'passphrase' | 'again',
  isNew: boolean,
  label: string = wordsOf(visit)[name],
): Field =>
  secretField({
    name,
    label,
    autocomplete: isNew ? 'new-password' : 'current-password',
    ...(isNew && name === 'passphrase' ? { hint: wordsOf(visit).passphraseHint } : {}),
  })

/** Whoever may not open a key here is told why, before a passphrase is typed. */
export const openingVisit = async (context: HttpContext): Promise<OpeningVisit | Response> => {
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

export const behindTeam = ({ context }: Pick<OpeningVisit, 'context'>) =>
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

/** So many days somebody is told that their key is another one. */
const toldDays = 30

/** Whose key was renewed of late hears of it here and on the list, with by whom: it may not have been they who asked. */
export const renewedTold = async ({
  context,
  needs,
  userId,
}: OpeningVisit): Promise<Html | string> => {
  const last = (await keyLogOf(needs)).findLast(
    (line) => line.userId === userId && line.what !== 'made',
  )
  if (last === undefined || last.on < daysAfter(needs.today, -toldDays)) return ''
  const { store } = context.get('needs')
  const users = await Promise.all(last.by.map((one) => store.user(needs.networkId, one)))
  const day = dateInWords(last.on, context.get('language'))
  const words = wordsOf({ context })
  const who = users.map((user) => user?.login ?? '').join(', ')
  return html`<p class="mark">
    ${last.what === 'renewed' ? words.keyWasRenewed(day, who) : words.keyWasAsked(day)}
  </p>`
}

/** Somebody of the team who has a key; whoever has none is led to choose the first one. */
export const visitWithKey = async (context: HttpContext): Promise<OpeningVisit | Response> => {
  const visit = await openingVisit(context)
  if (visit instanceof Response) return visit
  return (await publicKeyOf(visit.needs, visit.userId)) === undefined
    ? context.redirect(casePath.first, 303)
    : visit
}

/** Opens somebody's own key by the passphrase. */
const opening: FormOf<OpeningVisit> = {
  path: casePath.open,
  rule: 'open-cases',
  find: visitWithKey,
  frame: behindTeam,
  form: async (visit) => ({
    shown: 'key',
    heading: wordsOf(visit).openHeading,
    told: html`<p>${wordsOf(visit).openTold}</p>
      ${await renewedTold(visit)} ${await practiceTold(visit)}
      <p><a class="button" href="${casePath.newKey}">${wordsOf(visit).lostIt}</a></p>`,
    action: casePath.open,
    fields: [passphraseField(visit, 'passphrase', false)],
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

/** Opening and shutting the desk of cases. */
export const openingPages = (pages: Pages): void => {
  formPages(pages, opening)
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
