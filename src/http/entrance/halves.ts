import { html } from 'hono/html'
import { type Half, drawHalf, halvesOf } from '#src/app/identity/halves.ts'
import { memberOf } from '#src/app/identity/persons.ts'
import { type Field, choiceField, lineField } from '#src/desk/fields.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { askSecretAgain } from '#src/http/entrance/secret-again.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { stepUpTo } from '#src/http/network/place.ts'
import { halfPage } from '#src/pages/entrance/half-page.ts'
import { entranceWords } from '#src/words/words.ts'

export const halvesPlace = '/me/halves'

const wordsOf = (context: HttpContext) => entranceWords.in(context.get('language'))

/** The number that the second one has drawn, where a link opens only with it. */
export const halfField = (context: HttpContext): Field => {
  const { halfNumber: label, halfHint: hint, halfWrong: fault } = wordsOf(context)
  const rule = (text: string): string | undefined => text || undefined
  return lineField({ name: 'half', label, hint, rule, fault, lengthMax: 40, isRequired: true })
}

/** What is said at its field; what was typed otherwise is kept. */
export const halfWrong = (context: HttpContext): Taken => ({
  faults: new Map([['half', wordsOf(context).halfWrong]]),
})

/** Whose half it is, as the number of a card; a login of the staff has none. */
const whoseIs = async (context: HttpContext, { memberOf: whose, drawn }: Half): Promise<string> => {
  const words = wordsOf(context)
  const { store } = context.get('needs')
  const member = whose && (await memberOf(store, whose.fundId, whose.memberId))
  return words.halfOf(drawn, member?.card)
}

type HalvesVisit = { readonly context: HttpContext; readonly halves: readonly Half[] }

/** What the second one draws for another, on a page of their own: neither of the two has seen both halves. */
const drawing: FormOf<HalvesVisit> = {
  path: halvesPlace,
  rule: 'signed-in',
  find: async (context) => {
    const { session } = context.get('caller')!
    return { context, halves: await halvesOf(context.get('needs'), session) }
  },
  frame: ({ context }) => frameOf(context, { at: halvesPlace }),
  form: async ({ context, halves }) => {
    const words = wordsOf(context)
    const choices = await Promise.all(
      halves.map(async (one) => ({ value: one.id, label: await whoseIs(context, one) })),
    )
    const field = choiceField({
      name: 'of',
      label: words.halfWhose,
      choices,
      fault: words.halfGone,
      as: 'radios',
    })
    return {
      shown: 'key',
      heading: words.halvesHeading,
      told: html`<p>${halves.length === 0 ? words.halvesNone : words.halvesLead}</p>`,
      action: halvesPlace,
      fields: halves.length === 0 ? [] : [field],
      secretFirst: halves.length === 0 ? undefined : stepUpTo(context, halvesPlace),
      submit: halves.length === 0 ? words.noticeGoOn : words.halfDraw,
      back: { href: '/', label: words.toStart },
    }
  },
  take: async ({ context, halves }, of) => {
    if (halves.length === 0) return { next: '/' }
    // A session that stands open on the committee's phone draws nothing for whoever sits down at it.
    if (stepUpTo(context, halvesPlace) !== undefined) return askSecretAgain(context)
    const { session } = context.get('caller')!
    const drawn = await drawHalf(context.get('needs'), session, of('of'))
    if (!drawn) return { faults: new Map([['of', wordsOf(context).halfGone]]), status: 409 }
    const { digits } = drawn
    const whose = await whoseIs(context, drawn)
    return context.html(halfPage(await frameOf(context), { ...drawn, whose, digits }))
  },
}

export const halvesPages = (pages: Pages): void => formPages(pages, drawing)
