import { html } from 'hono/html'
import { goodBox } from '#src/pages/entrance/parts.ts'
import {
  type PracticeSecond,
  practiceSecondPart,
  secondFields,
} from '#src/pages/entrance/second-part.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { newLoginField } from '#src/pages/network/adding-pages.ts'
import { marksOf } from '#src/pages/network/marks.ts'
import {
  type Choice,
  type FormTold,
  choiceField,
  formPage,
  headingWith,
} from '#src/pages/network/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { networkWords } from '#src/words/words.ts'

/** A login of a fund as its officers may know it: whose card, which office, and never the login. */
type LoginTold = {
  readonly userId: string
  readonly card: string
  readonly office: string
  readonly hasSecret: boolean
  readonly isShutOut: boolean
}

const pathIn = (fundId: string, rest = ''): string => `/funds/${fundId}/logins${rest}`

export const loginsPage = (
  frame: PageFrame,
  { fundId, logins }: { readonly fundId: string; readonly logins: readonly LoginTold[] },
): Html => {
  const words = networkWords.in(frame.language)
  const row = ({ userId, card, office, hasSecret, isShutOut }: LoginTold): Html =>
    html`<li class="card ${hasSecret && !isShutOut ? 'cash' : 'plain'}">
      <h2><bdi>${card}</bdi></h2>
      <p>${office}</p>
      <p class="marks">${marksOf({ hasSecret, isShutOut }, frame.language)}</p>
      <p class="buttons">
        <a class="button" href="${pathIn(fundId, `/${userId}/reset`)}">${words.newPin}</a>
      </p>
    </li>`
  return layout({
    ...frame,
    content: html`${headingWith('key', words.loginsHeading)}
      <p>${words.loginsLead}</p>
      <div class="buttons">
        <a class="button main" href="${pathIn(fundId, '/new')}">${words.toGiveLogin}</a>
      </div>
      ${logins.length === 0 ? html`<p>${words.noLogins}</p>` : ''}
      <ul class="cards">
        ${logins.map(row)}
      </ul>`,
  })
}

type WithSecond = FormTold & {
  readonly fundId: string
  readonly practice: PracticeSecond
  /** The fund has nobody else who could vouch, so that the network's administrator does. */
  readonly isAlone: boolean
}

/** Who has to stand beside, and in the practice fund who that is. */
const secondLead = (
  { isAlone, practice }: WithSecond,
  language: Language,
): readonly (Html | string)[] => {
  const words = networkWords.in(language)
  return [
    words.twoOfficers,
    isAlone ? words.noSecondOfficer : '',
    practiceSecondPart(language, practice),
  ]
}

/** Two officers give a member a login on one device. */
export const giveLoginPage = (
  frame: PageFrame,
  told: WithSecond & { readonly members: readonly Choice[] },
): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  return formPage(frame, told, {
    shown: 'key',
    heading: words.giveLoginHeading,
    lead: secondLead(told, language),
    action: pathIn(told.fundId, '/new'),
    safe: { href: pathIn(told.fundId), label: words.leaveIt },
    submit: words.giveLoginButton,
    fields: html`${choiceField(language, {
      name: 'memberId',
      label: words.memberCard,
      choices: told.members,
      typed: told.typed,
    })}
    ${newLoginField(language, 'newLogin', told.typed)} ${secondFields(language)}`,
  })
}

/** Two officers take a third one's PIN away and give the link for another. */
export const resetLoginPage = (
  frame: PageFrame,
  told: WithSecond & { readonly userId: string; readonly whose: string },
): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  return formPage(frame, told, {
    shown: 'key',
    heading: words.newPin,
    lead: [html`<strong>${told.whose}</strong>`, words.resetPinLead, ...secondLead(told, language)],
    action: pathIn(told.fundId, `/${told.userId}/reset`),
    safe: { href: pathIn(told.fundId), label: words.leaveIt },
    submit: words.resetPinButton,
    fields: secondFields(language),
  })
}

type LostCard = FormTold & {
  readonly fundId: string
  readonly cards: readonly Choice[]
}

/** Which card was lost. Choosing stops nothing yet. */
export const lostCardPage = (frame: PageFrame, { fundId, cards }: LostCard): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  const back = `/funds/${fundId}/cards`
  return layout({
    ...frame,
    content: html`${headingWith('card', words.lostCardHeading)}
      <p>${words.lostCardLead}</p>
      ${
        cards.length === 0
          ? html`${goodBox(words.noCards)}
              <div class="buttons"><a class="button" href="${back}">${words.toCards}</a></div>`
          : html`<form class="entry" method="get" action="/funds/${fundId}/cards/stop">
              ${choiceField(language, {
                name: 'card',
                label: words.memberCard,
                choices: cards,
              })}
              <div class="buttons">
                <a class="button" href="${back}">${words.leaveIt}</a>
                <button class="button main">${words.next}</button>
              </div>
            </form>`
      }`,
  })
}
