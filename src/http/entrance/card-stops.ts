import { html } from 'hono/html'
import type { Card } from '#domain/ports.ts'
import { practiceBeside } from '#src/app/practice/practice-people.ts'
import { unfilled } from '#src/desk/filling.ts'
import { membersOf } from '#src/http/entrance/cards.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sentForm } from '#src/http/form-pages.ts'
import { mayStopHere, stopCard } from '#src/http/identity/card-acts.ts'
import { notHere, stepUpTo } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { type FormText, formShown } from '#src/pages/forms/form.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { lostCardPage } from '#src/pages/network/logins-pages.ts'
import { networkWords } from '#src/words/words.ts'

type StopVisit = { readonly context: HttpContext; readonly card: Card; readonly number: string }

/** All cards that were made, by the number that is printed on them. */
const cardsMade = async (context: HttpContext): Promise<readonly StopVisit[]> => {
  const members = await membersOf(context)
  const cards = await context.get('needs').store.cards(context.get('fund').fundId)
  return members.flatMap(({ memberId, card: number }) =>
    cards.filter((card) => card.memberId === memberId).map((card) => ({ context, card, number })),
  )
}

const behindCards = (context: HttpContext): Promise<PageFrame> => {
  const href = `/funds/${context.get('fund').fundId}/cards`
  const label = networkWords.in(context.get('language')).toCards
  return frameOf(context, { back: { href, label } })
}

/** The form that stops a card: with another officer's word, where the caller has stopped as many alone as a day takes. */
const stopText = async ({ context, card, number }: StopVisit): Promise<FormText> => {
  const { cardId } = card
  const language = context.get('language')
  const words = networkWords.in(language)
  const { held } = context.get('fund')
  const practice = context.get('needs').isPractice ? practiceBeside(held) : undefined
  const second = (await mayStopHere(context, card, true))
    ? undefined
    : secondQuestion(language, practice, { text: words.stopManyLead })
  const { fundId } = context.get('fund')
  const cards = `/funds/${fundId}/cards`
  const again = `${cards}/stop`
  return {
    shown: 'stop',
    heading: words.stopCardHeading(number),
    told: html`<p>${words.stopCardLead}</p>
      ${second === undefined ? '' : contentPart({ language, isPractice: false, fundId }, second.told)}`,
    secretFirst: stepUpTo(context, cards),
    action: `${cards}/${cardId}/stop`,
    at: again,
    query: { card: cardId },
    fields: second?.fields ?? [],
    submit: words.stopCardButton,
    back: { href: again, label: words.leaveIt },
  }
}

/** Which card was lost; and, once it is chosen, whether it is really to be stopped. */
const showStop = async (context: HttpContext): Promise<Html | Response> => {
  const { fundId } = context.get('fund')
  const made = await cardsMade(context)
  const good = made.filter(({ card }) => card.revokedAt === undefined)
  const asked = context.req.query('card')
  if (asked === undefined || asked === '')
    return lostCardPage(await behindCards(context), {
      fundId,
      cards: good.map(({ card: { cardId }, number }) => ({ value: cardId, label: number })),
    })
  const found = good.find(({ card }) => card.cardId === asked)
  if (!found) return notHere(context)
  return formShown(await behindCards(context), await stopText(found), unfilled())
}

const takeStop = sentForm<StopVisit>({
  find: async (context) => {
    const asked = context.req.param('cardId')
    return (await cardsMade(context)).find(({ card }) => card.cardId === asked) ?? notHere(context)
  },
  frame: ({ context }) => behindCards(context),
  form: stopText,
  take: async ({ context, card }, of) => {
    const isAlone = of('login') === ''
    if (isAlone && !(await mayStopHere(context, card)))
      return { fault: networkWords.in(context.get('language')).stopManyLead, status: 403 }
    const { memberId } = card
    const second = isAlone
      ? undefined
      : await askSecond(context, of, { action: 'manage-cards', memberId })
    if (second && 'fault' in second) return { ...second, status: 403 }
    await stopCard(context, card, second?.userId)
    return { next: `/funds/${context.get('fund').fundId}/cards?done=1` }
  },
})

/** A card that was lost is stopped. */
export const cardStopPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/cards/stop', 'manage-cards', showStop)
  pages.post('/funds/:fundId/cards/:cardId/stop', 'manage-cards', takeStop)
}
