import { html } from 'hono/html'
import type { Filled } from '#src/desk/asking.ts'
import { request } from '#src/desk/loans/request.ts'
import type { Content } from '#src/desk/content.ts'
import { type Sent, formAgain, sentIn } from '#src/http/desk/record.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type Pages, asPage } from '#src/http/page.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import type { Html } from '#src/pages/layout.ts'
import { askingWords } from '#src/words/words.ts'

/** A price can be told before it is said what the loan is for, and of a day that cannot be, as of today. */
const laterOn: readonly string[] = ['purpose', 'day']

/** What has been typed so far, where a price can be made of it. */
const typedSoFar = ({ id, visit, filling: { texts, faults } }: Sent): Filled => {
  const usual = new Map([['purpose', 'family-need']])
  const of = (name: string): string => texts.get(name) ?? usual.get(name) ?? ''
  return { id, day: faults.has('day') ? visit.today : of('day'), of }
}

type Priced = {
  readonly faults: ReadonlyMap<string, string>
  /** Nothing where it cannot be counted. */
  readonly price: Content
}

const pricedOf = (sent: Sent): Priced => {
  const { form, filling } = sent
  const own = new Map([...filling.faults].filter(([name]) => !laterOn.includes(name)))
  if (own.size > 0) return { faults: own, price: [] }
  const filled = typedSoFar(sent)
  const faults = form.check(filled)
  return { faults, price: faults.size > 0 ? [] : form.price!(filled) }
}

/** The place of the price alone, which the page's script puts into the page; nothing else is asked of it. */
const partOf = ({ price }: Priced, { visit: { at } }: Sent): Html => {
  const waits = html`<p class="quiet">${askingWords.in(at.language).priceWaits}</p>`
  return html`<!doctype html>
    <html lang="${at.language}">
      <title>·</title>
      <section id="price">${price.length === 0 ? waits : contentPart(at, price)}</section>
    </html>`
}

/**
 * What a request that is being typed would cost: the same form again with its price, or its price alone
 * where a script asks. Nothing is recorded, and it looks at no savings.
 */
const price = async (context: HttpContext): Promise<Html | Response> => {
  const sent = await sentIn(request, context)
  if (sent instanceof Response) return sent
  const priced = pricedOf(sent)
  if (context.req.query('part') === 'price') return partOf(priced, sent)
  const day = [...sent.filling.faults].filter(([name]) => name === 'day')
  const filling = { ...sent.filling, faults: new Map([...priced.faults, ...day]) }
  // Whoever may see a price may not see what somebody has saved: the limits are the record-keeper's.
  const form = { ...sent.form, told: [] }
  const page = await formAgain({ ...sent, form, filling }, { price: priced.price })
  return priced.faults.size === 0 ? page : asPage(context, page, 400)
}

export const pricePages = (pages: Pages): void => {
  pages.post('/funds/:fundId/record/request/price', 'read-loans', price)
}
