import { codeIn, openOwnCard, ownViewBy, type OwnCode } from '#src/app/cases/own-card.ts'
import { say } from '#src/app/cases/own-line.ts'
import { numbersForAnybody } from '#src/app/network/numbers.ts'
import { homeCountry } from '#domain/network/places.ts'
import { lineField, secretField } from '#src/desk/fields.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, emptyForm, sentForm } from '#src/http/form-pages.ts'
import type { CasesService } from '#src/http/needs.ts'
import { dropOwn, keepOwn, keptOwn } from '#src/http/own/place.ts'
import type { Pages } from '#src/http/page.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { ownPath, ownViewPage } from '#src/pages/own/view-page.ts'
import { ownViewWords } from '#src/words/words.ts'

type Own = {
  readonly context: HttpContext
  readonly cases: CasesService
  readonly code: OwnCode
  readonly privateKey?: string
}

const wordsOf = ({ context }: { readonly context: HttpContext }) =>
  ownViewWords.in(context.get('language'))

/** Nothing of whoever else is signed in, and the way out on top. */
const frame = ({ context }: { readonly context: HttpContext }) =>
  frameOf(context, {
    isLeftAtOnce: true,
    house: undefined,
    who: undefined,
    sheet: 'own',
    at: ownPath.page,
  })

/** The same for a card that was never made, one that was replaced, and a browser that has scanned none. */
const nothing = async (context: HttpContext): Promise<Response> => {
  const words = wordsOf({ context })
  const page = messagePage(await frame({ context }), {
    shown: 'stop',
    heading: words.nothing,
    lines: [words.nothingMeaning],
    links: [],
  })
  return context.html(page, 404)
}

const ownOf = async (context: HttpContext): Promise<Own | Response> => {
  const { cases } = context.get('needs')
  const kept = cases && (await keptOwn(context, cases))
  return cases && kept ? { context, cases, ...kept } : nothing(context)
}

const needsOf = ({ context, cases }: Own) => ({ ...cases, clock: context.get('needs').clock })

/** The digits of the card that was scanned. */
const digits: FormOf<Own> = {
  path: ownPath.page,
  rule: 'public',
  find: ownOf,
  frame,
  form: (visit) => ({
    shown: 'key',
    heading: wordsOf(visit).heading,
    action: ownPath.page,
    fields: [
      secretField({
        name: 'pin',
        label: wordsOf(visit).pin,
        isPin: true,
      }),
    ],
    submit: wordsOf(visit).open,
    back: { href: '/numbers', label: wordsOf(visit).toNumbers },
  }),
  take: async (visit, of): Promise<Taken> => {
    const { context, cases, code } = visit
    const words = wordsOf(visit)
    const pin = of('pin').replaceAll(/\s/g, '')
    const opened = await openOwnCard(needsOf(visit), { code, pin })
    if (opened === 'wrong') return { status: 401, faults: new Map([['pin', words.pinWrong]]) }
    if ('may' in opened)
      return { status: 429, fault: opened.may === 'wait' ? words.waitALittle : words.newCard }
    await keepOwn(context, cases, { code, ...opened })
    return { next: ownPath.page }
  },
}

/** What the card shows, once its digits were typed; before that the digits are asked for. */
const show = async (context: HttpContext): Promise<Response> => {
  const { cases } = context.get('needs')
  const scanned = codeIn(context.req.query('c') ?? '')
  if (cases && scanned) {
    // The address of the card stays in no list of pages that were looked at.
    await keepOwn(context, cases, { code: scanned })
    return context.redirect(ownPath.page, 303)
  }
  const own = await ownOf(context)
  if (own instanceof Response) return own
  const { privateKey, code } = own
  if (privateKey === undefined) return emptyForm(digits)(context)
  const found = await ownViewBy(needsOf(own), { id: code.id, privateKey })
  if (!found) {
    dropOwn(context)
    return nothing(context)
  }
  const { view, networkId } = found
  const { store, today, isPractice } = context.get('needs')
  const all = await numbersForAnybody(store, { networkId, today: today() })
  const countries = new Set([view.country, homeCountry])
  return context.html(
    ownViewPage(await frame({ context }), {
      view,
      numbers: { numbers: all.filter(({ country }) => countries.has(country)), isPractice },
      isSaid: context.req.query('said') === '1',
    }),
  )
}

/** That all is well, with the agreed word, or that a call is wished for. */
const saying: FormOf<Own> = {
  path: ownPath.say,
  rule: 'public',
  find: async (context) => {
    const own = await ownOf(context)
    return own instanceof Response || own.privateKey !== undefined ? own : nothing(context)
  },
  frame,
  form: (visit) => ({
    shown: 'voice',
    heading: wordsOf(visit).iAmWell,
    action: ownPath.say,
    hidden: { what: 'well' },
    fields: [
      lineField({
        name: 'word',
        label: wordsOf(visit).ourWord,
        rule: (text) => text,
        fault: wordsOf(visit).wordMissing,
        isOptional: true,
        lengthMax: 40,
        isGivenAnew: true,
      }),
    ],
    submit: wordsOf(visit).iAmWell,
    back: { href: ownPath.page, label: wordsOf(visit).back },
  }),
  take: async (visit, of): Promise<Taken> => {
    const isCall = of('what') === 'call'
    if (!isCall && of('word') === '')
      return { faults: new Map([['word', wordsOf(visit).wordMissing]]) }
    await say(needsOf(visit), visit.code.id, { text: of('word'), isCall })
    return { next: `${ownPath.page}?said=1` }
  },
}

/** What somebody sees of what the team keeps for them, by a card of their own, and can say without anybody else. */
export const ownViewPages = (pages: Pages): void => {
  pages.get(ownPath.page, 'public', show)
  pages.post(ownPath.page, 'public', sentForm(digits))
  pages.post(ownPath.say, 'public', sentForm(saying))
}
