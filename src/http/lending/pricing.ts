import { html } from 'hono/html'
import { type Filled, type Sent, sentIn } from '#src/http/desk/record.ts'
import type { HttpContext } from '#src/http/env.ts'
import { priceTyped } from '#src/http/lending/cost.ts'
import { askedIn, faultsAmong } from '#src/http/lending/request-typed.ts'
import { request } from '#src/http/lending/requesting.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { askingWords } from '#src/words/words.ts'

/** What has been typed so far, where a price can be made of it: what it is for may come later. */
const typedSoFar = ({ entered, room }: Sent): Filled => {
  const { id, texts, day } = entered
  const purpose = texts.get('purpose') ?? 'family-need'
  const of = (name: string): string => (name === 'purpose' ? purpose : (texts.get(name) ?? ''))
  return { id, day: day ?? room.today, of }
}

type Priced = {
  readonly faults: ReadonlyMap<string, string>
  readonly price: Html | undefined
}

const pricedOf = (sent: Sent): Priced => {
  const { room, entered, subjectId } = sent
  const own = new Map([...entered.faults].filter(([name]) => name !== 'purpose'))
  if (own.size > 0) return { faults: own, price: undefined }
  const filled = typedSoFar(sent)
  const among = faultsAmong(room, subjectId, filled)
  if (among.size > 0) return { faults: among, price: undefined }
  const price = priceTyped(room, askedIn(room, subjectId, filled), filled.day)
  return { faults: among, price }
}

/** The place of the price alone, which the page's script puts into the page; nothing else is asked of it. */
const partOf = ({ price }: Priced, { room }: Sent): Html => {
  const { language } = room.at
  const waits = html`<p class="quiet">${askingWords.in(language).priceWaits}</p>`
  return html`<!doctype html>
    <html lang="${language}">
      <title>·</title>
      <section id="price">${price ?? waits}</section>
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
  const { entered, about } = sent
  const page = about.form({ entered: { ...entered, faults: priced.faults }, price: priced.price })
  return priced.faults.size === 0 ? page : context.html(page, 400)
}

export const pricePages = (pages: Pages): void => {
  pages.post('/funds/:fundId/record/request/price', 'read-loans', price)
}
