import { html } from 'hono/html'
import { askRenewal, finishRenewal, giveToRenewal, renewalsOf } from '#src/app/cases/renewing.ts'
import { enrol, passphraseMax, passphraseMin, publicKeyOf, teamOf } from '#src/app/cases/team.ts'
import { note } from '#src/app/activity.ts'
import { type Field, tickField } from '#src/desk/fields.ts'
import { candidateOf } from '#src/http/cases/candidates.ts'
import {
  type DeskVisit,
  type OpeningVisit,
  behindTeam,
  deskVisit,
  openingVisit,
  visitWithKey,
  passphraseField,
} from '#src/http/cases/opening.ts'
import { behindCases, casePath, keepOpen } from '#src/http/cases/place.ts'
import { isAtWork, secondOfTeam, secondOfTeamFields } from '#src/http/cases/second.ts'
import { refusedTo } from '#src/http/cases/spare.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, type Wrong, formPages } from '#src/http/form-pages.ts'
import { staffWord } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import { secondOfStaffFields } from '#src/pages/forms/second.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

const wordsOf = ({ context }: { readonly context: HttpContext }) =>
  caseWords.in(context.get('language'))

const passphraseFields = (visit: OpeningVisit, label?: string): readonly Field[] => [
  passphraseField(visit, 'passphrase', true, label),
  passphraseField(visit, 'again', true),
]

/** What is wrong with a passphrase that somebody chooses; undefined where nothing is. */
const passphraseFault = (visit: OpeningVisit, of: Typed): Wrong | undefined => {
  const words = wordsOf(visit)
  const { length } = of('passphrase')
  if (length < passphraseMin || length > passphraseMax)
    return { faults: new Map([['passphrase', words.passphraseHint]]) }
  return of('passphrase') === of('again')
    ? undefined
    : { faults: new Map([['again', words.notTheSame]]) }
}

/** Whether anybody else who works in the team has a key of the own. */
const hasColleague = async ({ context, needs, userId }: OpeningVisit): Promise<boolean> => {
  for (const other of await teamOf(needs))
    if (other !== userId && (await isAtWork({ context, needs }, other))) return true
  return false
}

/**
 * Whoever stands behind a first key: a colleague by the own passphrase, and before there is one somebody of the network's
 * deciding staff. Else whoever gets at a login first would be the worker for all others.
 */
const behindKey = async (visit: OpeningVisit, of: Typed): Promise<string | undefined> => {
  const { context, needs, userId } = visit
  if (await hasColleague(visit)) return secondOfTeam({ context, needs, desk: { userId } }, of)
  const word = { login: of('secondLogin').slice(0, 200), secret: of('secret').slice(0, 200) }
  const told = await staffWord(context, word, { about: userId, isPower: true })
  if ('userId' in told) return told.userId
  const { by, session } = context.get('caller')!
  const turnedAway = { action: 'open-cases', outcome: 'refused' } as const
  await note(context.get('needs'), { ...by, scope: session.networkId, ...turnedAway })
  return undefined
}

/** Somebody's first key, with a passphrase that nobody else has ever seen, and another one behind it. */
const first: FormOf<OpeningVisit> = {
  path: casePath.first,
  rule: 'open-cases',
  find: async (context) => {
    const visit = await openingVisit(context)
    if (visit instanceof Response) return visit
    return (await publicKeyOf(visit.needs, visit.userId)) === undefined
      ? visit
      : context.redirect(casePath.open, 303)
  },
  frame: behindTeam,
  form: async (visit) => {
    const words = wordsOf(visit)
    const isBesideColleague = await hasColleague(visit)
    return {
      shown: 'key',
      heading: words.firstHeading,
      told: html`<p>${words.firstTold}</p>
        <p>${words.firstForgotten}</p>
        <p>${isBesideColleague ? words.firstBehind : words.firstOfAll}</p>`,
      action: casePath.first,
      fields: [
        ...passphraseFields(visit),
        ...(isBesideColleague
          ? secondOfTeamFields(visit)
          : secondOfStaffFields(visit.context.get('language'), undefined)),
      ],
      submit: words.makeKey,
      back: { href: '/team', label: words.toTeam },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { context, needs, userId } = visit
    const words = wordsOf(visit)
    const fault = passphraseFault(visit, of)
    if (fault) return fault
    const behind = await behindKey(visit, of)
    if (behind === undefined) return { status: 401, fault: words.firstNotBehind }
    const desk = await enrol(needs, { userId, passphrase: of('passphrase'), behind })
    if (desk === 'has-a-key') return { fault: words.hasAKey }
    await keepOpen(context, needs, desk)
    return { next: casePath.list }
  },
}

/** Another key, for whoever has lost the passphrase: it opens nothing until two holders have opened the cases for it. */
const another: FormOf<OpeningVisit> = {
  path: casePath.newKey,
  rule: 'open-cases',
  find: visitWithKey,
  frame: behindTeam,
  form: (visit) => ({
    shown: 'key',
    heading: wordsOf(visit).newKeyHeading,
    told: html`<p>${wordsOf(visit).newKeyTold}</p>`,
    action: casePath.newKey,
    fields: passphraseFields(visit, wordsOf(visit).newPassphrase),
    submit: wordsOf(visit).newKeyAsk,
    back: { href: casePath.open, label: wordsOf(visit).keepAsIs },
  }),
  take: async (visit, of): Promise<Taken> => {
    const fault = passphraseFault(visit, of)
    if (fault) return fault
    const { needs, userId } = visit
    const told = await askRenewal(needs, { userId, passphrase: of('passphrase') })
    const words = wordsOf(visit)
    if (told.outcome === 'recorded') return { next: casePath.open }
    const why = told.code === 'no-holders' ? words['why_no-holders'] : words.whyNot
    return { status: 409, fault: why }
  },
}

/** A holder reads who asks for another key, and gives the own half or finishes. */
const renewal: FormOf<DeskVisit> = {
  path: casePath.renewal(':whose'),
  rule: 'hold-spare-keys',
  find: deskVisit,
  frame: ({ context }) => behindCases(context),
  form: async (visit, of) => {
    const { context, needs } = visit
    const words = wordsOf(visit)
    const userId = context.req.param('whose') ?? ''
    const one = (await renewalsOf(needs)).find((each) => each.userId === userId)
    const user = one && (await context.get('needs').store.user(needs.networkId, userId))
    return {
      shown: 'key',
      heading: `${words.newKeyFor} ${user?.login ?? ''}`.trim(),
      told: html`<p>${words.renewalTold}</p>
        ${
          one && user
            ? html`<p class="quiet">
                ${words.newKeyAskedOn(dateInWords(one.on, context.get('language')))}
              </p>`
            : html`<p>${words['why_not-found']}</p>`
        }`,
      action: casePath.renewal(one ? userId : ''),
      // What was read goes with the yes: a key that was asked for meanwhile gets none.
      hidden: { publicKey: of('publicKey') || (one?.publicKey ?? '') },
      fields: [
        tickField({
          name: 'isSpokenWith',
          label: words.spokenWith,
          said: words.spokenWith,
          fault: words.speakFirst,
        }),
      ],
      submit: words.giveHalf,
      back: { href: '/cases/spare', label: words.keepAsIs },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { context, needs, desk } = visit
    const userId = context.req.param('whose') ?? ''
    const one = (await renewalsOf(needs)).find((each) => each.userId === userId)
    if (!one) return refusedTo(visit, 'not-found')
    const read = { userId, publicKey: of('publicKey') }
    const isSecond = one.given.some((giver) => giver !== desk.userId)
    const candidate = await candidateOf(visit, userId)
    const finished = isSecond ? await finishRenewal(needs, desk, { ...read, candidate }) : undefined
    if (finished?.outcome === 'recorded')
      return finished.left === 0
        ? { next: '/cases/spare' }
        : { told: html`<p>${wordsOf(visit).renewedBut(finished.left ?? 0)}</p>`, status: 200 }
    if (finished && finished.code !== 'not-of-this-pair') return refusedTo(visit, finished.code)
    const told = await giveToRenewal(needs, desk, read)
    return told.outcome === 'recorded' ? { next: '/cases/spare' } : refusedTo(visit, told.code)
  },
}

/** Keys of the team: the first one, another one where the passphrase is lost. */
export const teamKeyPages = (pages: Pages): void => {
  formPages(pages, first)
  formPages(pages, another)
  formPages(pages, renewal)
}
