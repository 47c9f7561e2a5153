import { html } from 'hono/html'
import { field, goodBox } from '#src/pages/entrance/parts.ts'
import {
  type PracticeSecond,
  practiceSecondPart,
  secondFields,
} from '#src/pages/entrance/second-part.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import {
  type Choice,
  type FormTold,
  choiceField,
  formPage,
  headingWith,
} from '#src/pages/network/parts.ts'
import { networkWords } from '#src/words/network-words.ts'

/** A login of a fund as its officers may know it: whose card, which office, and never the login. */
export type LoginTold = {
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
      <p class="count">
        ${isShutOut ? words.isShutOut : hasSecret ? words.hasSecret : words.noSecretYet}
      </p>
      <p class="buttons">
        <a class="button" href="${pathIn(fundId, `/${userId}/reset`)}">${words.toReset}</a>
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

type WithSecond = FormTold & { readonly fundId: string; readonly practice: PracticeSecond }

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
    lead: [words.twoOfficers, words.noSecondOfficer, practiceSecondPart(language, told.practice)],
    action: pathIn(told.fundId, '/new'),
    safe: { href: pathIn(told.fundId), label: words.leaveIt },
    submit: words.giveLoginButton,
    fields: html`${choiceField(language, {
      name: 'memberId',
      label: words.memberCard,
      choices: told.members,
    })}
    ${field({ name: 'newLogin', label: words.newLogin, hint: words.newLoginHint, maxLength: 60 })}
    ${secondFields(language)}`,
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
    heading: words.resetLoginHeading,
    lead: [
      html`<strong>${told.whose}</strong>`,
      words.resetLead,
      words.twoOfficers,
      words.noSecondOfficer,
      practiceSecondPart(language, told.practice),
    ],
    action: pathIn(told.fundId, `/${told.userId}/reset`),
    safe: { href: pathIn(told.fundId), label: words.leaveIt },
    submit: words.resetButton,
    fields: secondFields(language),
  })
}

export type LostCard = FormTold & {
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
              ${choiceField(language, { name: 'card', label: words.memberCard, choices: cards })}
              <div class="buttons">
                <a class="button" href="${back}">${words.leaveIt}</a>
                <button class="button main">${words.next}</button>
              </div>
            </form>`
      }`,
  })
}
