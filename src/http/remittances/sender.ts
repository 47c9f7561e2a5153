import { html } from 'hono/html'
import { bookOf } from '#src/app/queries.ts'
import { renewReference } from '#src/app/remittances/references.ts'
import { senderViewOf } from '#src/app/remittances/sender-view.ts'
import {
  drawDigits,
  endSender,
  opensBy,
  senderByCode,
  senderCodeIn,
} from '#src/app/remittances/senders.ts'
import { secretField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, emptyForm, formPages, sentForm } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import {
  type SenderVisit,
  dropSender,
  keepSenderOpen,
  noSender,
  openSender,
  senderFrame,
  senderNeedsOf,
  senderVisit,
  sentWords,
} from '#src/http/remittances/place.ts'
import { ruleForm, sendingForm } from '#src/http/remittances/sender-forms.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { layout } from '#src/pages/layout.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { senderPage } from '#src/pages/remittances/sender-page.ts'
import { reportPath } from '#src/pages/watch/intake-pages.ts'

/** Draws the digits of a card that nobody has opened yet; else asks for them. */
const digits: FormOf<SenderVisit> = {
  path: remittancePath.sent,
  rule: 'public',
  find: senderVisit,
  frame: senderFrame,
  form: (visit) => {
    const words = sentWords(visit)
    const isNew = visit.sender.digits === undefined
    return {
      shown: 'key',
      heading: isNew ? words.drawHeading : words.sentHeading,
      ...(isNew ? { told: html`<p>${words.drawLead}</p>` } : {}),
      action: remittancePath.sent,
      fields: isNew ? [] : [secretField({ name: 'pin', label: words.pin, isPin: true })],
      submit: isNew ? words.draw : words.open,
      back: { href: remittancePath.prices, label: words.prices },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { context, needs, code, sender } = visit
    const words = sentWords(visit)
    if (sender.digits === undefined) {
      const pin = await drawDigits(needs, code)
      if (pin === undefined) return { next: remittancePath.sent }
      await keepSenderOpen(context, needs, { code, isOpen: true })
      return context.html(
        layout({
          ...(await senderFrame(visit)),
          isShownOnce: true,
          content: html`<div class="desk">
            <h1>${words.drawHeading}</h1>
            ${goodBox(words.drawn)}
            <p class="figure pin">${pin.slice(0, 3)} ${pin.slice(3)}</p>
            <p><a class="button" href="${remittancePath.sent}">${words.goOn}</a></p>
          </div>`,
        }),
      )
    }
    const opened = await opensBy(needs, code, of('pin').replaceAll(/\s/g, ''))
    if (opened === 'wrong') return { status: 401, faults: new Map([['pin', words.digitsWrong]]) }
    if (opened !== 'open')
      return { status: 429, fault: opened.may === 'wait' ? words.waitALittle : words.newCard }
    await keepSenderOpen(context, needs, { code, isOpen: true })
    return { next: remittancePath.sent }
  },
}

const said = ['rule', 'renewed'] as const

/** What a card shows, once its digits were typed. */
const show = async (context: HttpContext): Promise<Response> => {
  const needs = senderNeedsOf(context)
  const scanned = senderCodeIn(context.req.query('c') ?? '')
  if (needs && scanned) {
    // The address of the card stays in no list of pages that were looked at.
    if (!(await senderByCode(needs, scanned))) return noSender(context)
    await keepSenderOpen(context, needs, { code: scanned, isOpen: false })
    return context.redirect(remittancePath.sent, 303)
  }
  const visit = await senderVisit(context)
  if (visit instanceof Response) return visit
  if (!visit.isOpen) return emptyForm(digits)(context)
  const { code, sender } = visit
  const all = context.get('needs')
  const book = await bookOf(all.store, code.fundId)
  if (!book) return noSender(context)
  const words = sentWords(visit)
  const done = said.find((one) => one === context.req.query('said'))
  return context.html(
    senderPage(await senderFrame(visit), {
      view: await senderViewOf(all, code, { sender, book, today: all.today() }),
      done: done === undefined ? undefined : done === 'rule' ? words.ruleKept : words.renewed,
      lostAt: reportPath.about(sender.networkId, 'money-lost'),
    }),
  )
}

/** Another reference in the place of the own one. */
const renewing: FormOf<SenderVisit> = {
  path: remittancePath.sentRenew,
  rule: 'public',
  find: openSender,
  frame: senderFrame,
  form: (visit) => {
    const words = sentWords(visit)
    return {
      shown: 'key',
      heading: words.renew,
      told: html`<p>${words.renewMeaning}</p>`,
      action: remittancePath.sentRenew,
      fields: [],
      submit: words.renew,
      back: { href: remittancePath.sent, label: words.leave },
    }
  },
  take: async ({ context, code: { fundId, senderId } }) => {
    const { store } = context.get('needs')
    await renewReference({ store }, fundId, { kind: 'sender', key: senderId })
    return { next: `${remittancePath.sent}?said=renewed` }
  },
}

/** Ends the own card for good: whoever has lost it elsewhere, or wants to be in no book any more, gives the digits once more. */
const ending: FormOf<SenderVisit> = {
  path: remittancePath.sentEnd,
  rule: 'public',
  find: openSender,
  frame: senderFrame,
  form: (visit) => {
    const words = sentWords(visit)
    return {
      shown: 'key',
      heading: words.endCard,
      told: html`<p>${words.endCardMeaning}</p>`,
      action: remittancePath.sentEnd,
      fields: [secretField({ name: 'pin', label: words.pin, isPin: true })],
      submit: words.endCard,
      back: { href: remittancePath.sent, label: words.leave },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { context, needs, code } = visit
    const words = sentWords(visit)
    const opened = await opensBy(needs, code, of('pin').replaceAll(/\s/g, ''))
    if (opened === 'wrong') return { status: 401, faults: new Map([['pin', words.digitsWrong]]) }
    if (opened !== 'open')
      return { status: 429, fault: opened.may === 'wait' ? words.waitALittle : words.newCard }
    await endSender(needs, code)
    dropSender(context)
    return context.html(
      layout({
        ...(await senderFrame(visit)),
        content: html`<div class="desk">
          <h1>${words.endCard}</h1>
          ${goodBox(words.cardEnded)}
          <p><a class="button" href="${remittancePath.prices}">${words.prices}</a></p>
        </div>`,
      }),
    )
  },
}

/** What somebody abroad sees and says of the money they send, by a card of their own. */
export const senderPages = (pages: Pages): void => {
  pages.get(remittancePath.sent, 'public', show)
  pages.post(remittancePath.sent, 'public', sentForm(digits))
  formPages(pages, ruleForm)
  for (const one of [sendingForm, renewing, ending]) formPages(pages, one)
}
