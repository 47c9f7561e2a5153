import { html } from 'hono/html'
import type { Member } from '#domain/fund/members.ts'
import type { Card } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import { awaitedCard, drawFirstPin, issueCard, issueCardAfar } from '#src/app/cards.ts'
import { practiceBeside } from '#src/app/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { textsOf } from '#src/http/form.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { noteOnCard, stopCard } from '#src/http/identity/card-acts.ts'
import { notHere, stepUpTo } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import {
  type CardHolder,
  afarLinkPage,
  cardsPage,
  firstPinPage,
  printedCardPage,
} from '#src/pages/entrance/cards-pages.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { lostCardPage } from '#src/pages/network/logins-pages.ts'
import { formPage as confirmPage } from '#src/pages/network/parts.ts'
import { entranceWords, networkWords, ownWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

const membersOf = async (context: HttpContext): Promise<readonly Member[]> => {
  const { fundId } = context.get('fund')
  const book = await bookOf(context.get('needs').store, fundId)
  return (book?.members ?? []).toSorted((a, b) => (a.card < b.card ? -1 : 1))
}

const holdersOf = async (
  context: HttpContext,
  members: readonly Member[],
): Promise<readonly CardHolder[]> => {
  const { store, timeZone } = context.get('needs')
  const cards = await store.cards(context.get('fund').fundId)
  return members.map(({ memberId, card }) => {
    const good = cards.find((one) => one.memberId === memberId && one.revokedAt === undefined)
    return {
      memberId,
      card,
      issuedOn:
        good && dateInWords(villageTimeOf(good.issuedAt, timeZone).day, context.get('language')),
    }
  })
}

const formPage = async (
  context: HttpContext,
  members: readonly Member[],
  refused?: { readonly fault: string; readonly chosen?: string },
): Promise<Html> => {
  const { fundId } = context.get('fund')
  const words = entranceWords.in(context.get('language'))
  return cardsPage(await frameOf(context, { back: { href: '/', label: words.toStart } }), {
    fundId,
    members: await holdersOf(context, members),
    ...refused,
    practice: context.get('needs').isPractice
      ? practiceBeside(context.get('fund').held)
      : undefined,
    isStopped: context.req.query('done') === '1',
  })
}

const showCards = async (context: HttpContext): Promise<Html> =>
  formPage(context, await membersOf(context))

const takeCard = async (context: HttpContext): Promise<Response> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const words = entranceWords.in(context.get('language'))
  const of = await textsOf(context)
  const members = await membersOf(context)
  const member = members.find(({ memberId }) => memberId === of('memberId'))
  if (!member)
    return context.html(await formPage(context, members, { fault: words.memberWrong }), 400)
  const { memberId } = member
  const second = await askSecond(context, of, { action: 'manage-cards', memberId })
  if ('fault' in second) {
    const { fault } = second
    return context.html(await formPage(context, members, { fault, chosen: memberId }), 403)
  }
  const isAfar = of('way') === 'afar'
  const whose = { fundId, memberId }
  const made = isAfar ? await issueCardAfar(needs, whose) : await issueCard(needs, whose)
  await noteOnCard(context, made.card)
  await noteOnCard(context, made.card, second.userId)
  const frame = await frameOf(context)
  const address = addressOf(context, isAfar ? '/card/first' : '/card', made.token)
  return context.html(
    made.pin === undefined
      ? afarLinkPage(frame, { fundId, card: member.card, address })
      : printedCardPage(frame, {
          fundId,
          card: member.card,
          address,
          token: made.token,
          pin: made.pin,
        }),
  )
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

/** The link that was sent to somebody far away, looked at: a preview of a message must not use it up. */
const showFirst = async (context: HttpContext): Promise<Html | Response> => {
  const token = context.req.query('c') ?? ''
  return (await awaitedCard(context.get('needs'), token))
    ? firstPinPage(await frameOf(context, { query: { c: token } }), token)
    : goneAfar(context)
}

const takeFirst = async (context: HttpContext): Promise<Response> => {
  const needs = context.get('needs')
  const drawn = await drawFirstPin(needs, (await textsOf(context))('c'))
  if (!drawn) return goneAfar(context)
  const { token, pin, card: made } = drawn
  const { fundId, memberId, cardId } = made
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
  const told = { fundId, card, address, token, pin, isAfar: true }
  return context.html(printedCardPage(await frameOf(context), told))
}

/** Cards that open something, by the number that is printed on them. */
const goodCards = async (
  context: HttpContext,
): Promise<readonly { readonly card: Card; readonly number: string }[]> => {
  const members = await membersOf(context)
  const cards = await context.get('needs').store.cards(context.get('fund').fundId)
  return members.flatMap(({ memberId, card: number }) => {
    const card = cards.find((one) => one.memberId === memberId && one.revokedAt === undefined)
    return card ? [{ card, number }] : []
  })
}

const behindCards = (context: HttpContext, more: Partial<PageFrame> = {}): Promise<PageFrame> => {
  const href = `/funds/${context.get('fund').fundId}/cards`
  const label = networkWords.in(context.get('language')).toCards
  return frameOf(context, { back: { href, label }, ...more })
}

/** Which card was lost; and, once it is chosen, whether it is really to be stopped. */
const showStop = async (context: HttpContext): Promise<Html | Response> => {
  const { fundId } = context.get('fund')
  const cards = await goodCards(context)
  const asked = context.req.query('card')
  if (asked === undefined || asked === '')
    return lostCardPage(await behindCards(context), {
      fundId,
      cards: cards.map(({ card: { cardId }, number }) => ({ value: cardId, label: number })),
    })
  const found = cards.find(({ card }) => card.cardId === asked)
  if (!found) return notHere(context)
  const words = networkWords.in(context.get('language'))
  const { cardId } = found.card
  const again = `/funds/${fundId}/cards/stop`
  return confirmPage(
    await behindCards(context, { query: { card: cardId } }),
    { stepUpTo: stepUpTo(context, `/funds/${fundId}/cards`) },
    {
      shown: 'stop',
      heading: words.stopCardHeading(found.number),
      lead: [words.stopCardLead],
      action: `/funds/${fundId}/cards/${cardId}/stop`,
      safe: { href: again, label: words.leaveIt },
      submit: words.stopCardButton,
      fields: html``,
    },
  )
}

const takeStop = async (context: HttpContext): Promise<Response> => {
  const { fundId } = context.get('fund')
  const cards = await context.get('needs').store.cards(fundId)
  const found = cards.find(({ cardId }) => cardId === context.req.param('cardId'))
  if (!found) return notHere(context)
  await stopCard(context, found)
  return context.redirect(`/funds/${fundId}/cards?done=1`, 303)
}

export const cardPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/cards', 'manage-cards', showCards)
  pages.post('/funds/:fundId/cards', 'manage-cards', takeCard)
  pages.get('/card/first', 'public', showFirst)
  pages.post('/card/first', 'public', takeFirst)
  pages.get('/funds/:fundId/cards/stop', 'manage-cards', showStop)
  pages.post('/funds/:fundId/cards/:cardId/stop', 'manage-cards', takeStop)
}
