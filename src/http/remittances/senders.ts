import { html } from 'hono/html'
import { makeSender, senderCodeText } from '#src/app/remittances/senders.ts'
import { placeOf } from '#src/desk/places.ts'
import { atOf } from '#src/http/desk/visit.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { FormOf } from '#src/http/form-pages.ts'
import { senderNeedsOf } from '#src/http/remittances/place.ts'
import { heading } from '#src/pages/desk/parts.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { squareCode } from '#src/pages/entrance/square-code.ts'
import { layout } from '#src/pages/layout.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'

type MakingVisit = { readonly context: HttpContext; readonly at: At }

const behindMoney = (at: At): At => ({
  ...at,
  back: { href: placeOf.money(at), label: remittanceWords.in(at.language).senderBack },
})

/**
 * A card for somebody abroad. An officer prints it alone: it opens nothing until whoever holds it has drawn the digits, it
 * shows nothing of any member, and a card that was opened before is seen at once by whoever it was for.
 */
export const makingSender: FormOf<MakingVisit> = {
  path: '/funds/:fundId/senders',
  rule: 'manage-cards',
  find: async (context) => ({ context, at: await atOf(context) }),
  frame: async ({ at }) => behindMoney(at),
  form: ({ at }) => {
    const words = remittanceWords.in(at.language)
    return {
      shown: 'card',
      heading: words.sendersHeading,
      told: html`<p>${words.sendersLead}</p>`,
      action: remittancePath.senders(at.fundId),
      fields: [],
      submit: words.senderMake,
      back: { href: placeOf.money(at), label: words.leave },
    }
  },
  take: async ({ context, at }) => {
    const words = remittanceWords.in(at.language)
    const needs = senderNeedsOf(context)
    if (!needs) return { fault: words.sendersOff, status: 503 }
    const { publicUrl, today } = context.get('needs')
    const { networkId } = context.get('caller')!.session
    const code = await makeSender(needs, { networkId, fundId: at.fundId, today: today() })
    const address = new URL(remittancePath.sent, publicUrl ?? context.req.url)
    address.search = new URLSearchParams({ c: senderCodeText(code) }).toString()
    return context.html(
      layout({
        ...behindMoney(at),
        isShownOnce: true,
        content: html`<div class="screen-only">
            ${heading('card', words.sendersHeading)}
            <p>${words.senderMade}</p>
          </div>
          <div class="on-paper on-a6">
            <div data-code="${senderCodeText(code)}">
              ${squareCode(address.href, words.senderCode)}
            </div>
            <p>${words.senderScan}</p>
          </div>`,
      }),
    )
  },
}
