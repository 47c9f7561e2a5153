import { html } from 'hono/html'
import type { Member } from '#domain/fund/people/members.ts'
import type { Card } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import { awaitedCard, drawCardPin } from '#src/app/identity/cards.ts'
import { fitsHalf } from '#src/app/identity/halves.ts'
import { currencyOfFund, voidCodes } from '#src/app/identity/paper-codes.ts'
import { networkOf } from '#src/app/identity/persons.ts'
import { practiceBeside } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { type Field, choiceField } from '#src/desk/fields.ts'
import { note as told } from '#src/desk/content.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { numbersFor } from '#src/http/numbers/public.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { halfField, halfWrong } from '#src/http/entrance/halves.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { makeCard, printedFor } from '#src/http/identity/card-acts.ts'
import type { Pages } from '#src/http/page.ts'
import { afarLinkPage, printedCardPage, printedCodesPage } from '#src/pages/entrance/cards-pages.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import type { Language } from '#src/words/catalogue.ts'
import { deskWords, entranceWords, networkWords, ownWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { behindFirstPage } from '#src/pages/layout.ts'

/** Members of the fund by card. */
export const membersOf = async (context: HttpContext): Promise<readonly Member[]> => {
  const { fundId } = context.get('fund')
  const book = await bookOf(context.get('needs').store, fundId)
  return (book?.members ?? []).toSorted((a, b) => (a.card < b.card ? -1 : 1))
}

/** Whose card is to be made; of whoever has one, on which day it was made. */
const memberField = async (context: HttpContext, members: readonly Member[]): Promise<Field> => {
  const { store, timeZone } = context.get('needs')
  const language = context.get('language')
  const words = entranceWords.in(language)
  const cards = await store.cards(context.get('fund').fundId)
  const choices = members.map(({ memberId, card }) => {
    const good = cards.find((one) => one.memberId === memberId && one.revokedAt === undefined)
    const on = good && dateInWords(villageTimeOf(good.issuedAt, timeZone).day, language)
    return { value: memberId, label: words.memberChoice(card, on) }
  })
  return choiceField({
    name: 'memberId',
    label: words.chooseMember,
    choices,
    fault: words.memberWrong,
  })
}

/** Whether it is given by hand, or sent to somebody far away. */
const wayField = (language: Language): Field => {
  const {
    afarChoice: label,
    afarHint: meaning,
    byHand,
    afar,
    codes,
    codesHint,
  } = ownWords.in(language)
  const choices = [
    { value: 'by-hand', label: byHand },
    { value: 'afar', label: afar, meaning },
    { value: 'codes', label: codes, meaning: codesHint },
  ]
  const fault = deskWords.in(language).oddForm
  return choiceField({ name: 'way', label, choices, fault, isOptional: true, as: 'radios' })
}

type CardVisit = { readonly context: HttpContext; readonly members: readonly Member[] }

/** Two officers make a card for a member. */
const issuing: FormOf<CardVisit> = {
  path: '/funds/:fundId/cards',
  rule: 'manage-cards',
  find: async (context) => ({ context, members: await membersOf(context) }),
  frame: ({ context }) => frameOf(context, { back: behindFirstPage }),
  form: async ({ context, members }) => {
    const language = context.get('language')
    const words = entranceWords.in(language)
    const others = networkWords.in(language)
    const { fundId, held } = context.get('fund')
    const practice = context.get('needs').isPractice ? practiceBeside(held) : undefined
    const second = secondQuestion(language, practice)
    const place = `/funds/${fundId}/cards`
    return {
      shown: 'card',
      heading: words.cardsHeading,
      told: contentPart({ language, isPractice: false, fundId }, [
        ...(context.req.query('done') === '1' ? [told(others.cardStopped, 'good')] : []),
        told(words.cardsLead),
        ...second.told,
      ]),
      after: contentPart({ language, isPractice: false, fundId }, [
        { is: 'link', href: `${place}/stop`, label: others.toLostCard },
      ]),
      action: place,
      fields: [await memberField(context, members), wayField(language), ...second.fields],
      prefilled: { way: 'by-hand' },
      submit: words.issueButton,
      back: { href: '/', label: words.toStart },
    }
  },
  take: async ({ context, members }, of) => {
    const { fundId } = context.get('fund')
    const memberId = of('memberId')
    const second = await askSecond(context, of, { action: 'manage-cards', memberId })
    if ('fault' in second) return { ...second, status: 403 }
    const frame = await frameOf(context)
    const { card } = members.find((one) => one.memberId === memberId)!
    if (of('way') === 'codes') {
      const codes = await printedFor(context, memberId, second.userId)
      const language = context.get('language')
      const { hasOwnWord } = ownWords.in(language)
      if (!codes) return { faults: new Map([['memberId', hasOwnWord]]), status: 409 }
      const words = entranceWords.in(language)
      const currency = await currencyOfFund(context.get('needs'), fundId)
      const links = [
        { href: '/', label: words.toStart },
        { href: `/funds/${fundId}/cards`, label: words.nextCard },
      ]
      return context.html(printedCodesPage(frame, { card, codes, currency, links }))
    }
    const isAfar = of('way') === 'afar'
    const drawer = isAfar ? 'owner' : 'second'
    const whose = { fundId, memberId }
    const { token } = await makeCard(context, whose, { drawer, second: second.userId })
    const address = addressOf(context, isAfar ? '/card/first' : '/card', token)
    const paper = { fundId, card, address }
    return context.html(
      isAfar
        ? afarLinkPage(frame, paper)
        : printedCardPage(frame, { ...paper, token, numbers: await numbersFor(context) }),
    )
  },
}

const addressOf = (context: HttpContext, path: string, token: string): string => {
  const address = new URL(path, context.get('needs').publicUrl ?? context.req.url)
  address.search = new URLSearchParams({ c: token }).toString()
  return address.href
}

const goneAfar = async (context: HttpContext): Promise<Response> => {
  const language = context.get('language')
  const words = ownWords.in(language)
  const page = messagePage(await frameOf(context, { at: '/' }), {
    shown: 'stop',
    heading: words.firstGone,
    lines: [words.firstGoneMeaning],
    links: [{ href: '/', label: entranceWords.in(language).toStart }],
  })
  return context.html(page, 404)
}

type FirstVisit = {
  readonly context: HttpContext
  readonly token: string
  readonly card: Card
}

/** What somebody far away reads who opens the link that was sent: a preview of a message must not use it up. */
const drawing: FormOf<FirstVisit> = {
  path: '/card/first',
  rule: 'public',
  find: async (context, of) => {
    const token = context.req.method === 'POST' ? of('c') : (context.req.query('c') ?? '')
    const card = await awaitedCard(context.get('needs'), token)
    return card ? { context, token, card } : goneAfar(context)
  },
  frame: ({ context }) => frameOf(context),
  form: ({ context, token }) => {
    const words = ownWords.in(context.get('language'))
    return {
      shown: 'card',
      heading: words.firstHeading,
      told: html`<p>${words.firstLead}</p>`,
      after: html`<p>${words.firstMeaning}</p>`,
      action: '/card/first',
      query: { c: token },
      hidden: { c: token },
      fields: [halfField(context)],
      submit: words.draw,
      back: { href: '/', label: words.notNow },
    }
  },
  take: async ({ context, token, card: sent }, of) => {
    const needs = context.get('needs')
    const networks = await needs.store.networks.fundIds()
    const networkId = (await networkOf(needs.store, networks, sent.fundId)) ?? ''
    if (!(await fitsHalf(needs, { networkId, of: sent.cardId, half: of('half') })))
      return halfWrong(context)
    const drawn = await drawCardPin(needs, sent)
    if (!drawn) return goneAfar(context)
    const { pin, card: made } = drawn
    const { fundId, memberId, cardId } = made
    // A sheet that officers printed for her is her word no more: she has one of her own.
    await voidCodes(needs, { networkId, fundId, memberId })
    await note(needs, {
      scope: fundId,
      actor: 'card',
      device: cardId,
      action: 'manage-cards',
      subject: `member:${memberId}`,
      outcome: 'done',
    })
    const book = await bookOf(needs.store, fundId)
    const card = book?.members.find((member) => member.memberId === memberId)?.card ?? ''
    const address = addressOf(context, '/card', token)
    const numbers = await numbersFor(context, networkId)
    const told = { fundId, card, address, token, pin, isAfar: true, numbers }
    return context.html(printedCardPage(await frameOf(context), told))
  },
}

export const cardPages = (pages: Pages): void => {
  formPages(pages, issuing)
  formPages(pages, drawing)
}
