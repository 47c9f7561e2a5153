import { html } from 'hono/html'
import { type Choice, choiceField } from '#src/desk/fields.ts'
import { fieldShown } from '#src/pages/desk/shown-fields.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { marksOf } from '#src/pages/network/marks.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import { networkWords } from '#src/words/words.ts'

/** A login of a fund as its officers may know it: whose card, which office, and never the login. */
type LoginSummary = {
  readonly userId: string
  readonly card: string
  readonly office: string
  readonly hasSecret: boolean
  readonly isShutOut: boolean
}

const pathIn = (fundId: string, rest = ''): string => `/funds/${fundId}/logins${rest}`

export const loginsPage = (
  frame: PageFrame,
  {
    fundId,
    logins,
    devices,
  }: {
    readonly fundId: string
    readonly logins: readonly LoginSummary[]
    readonly devices: readonly { readonly deviceId: string; readonly label: string }[]
  },
): Html => {
  const words = networkWords.in(frame.language)
  const row = ({ userId, card, office, hasSecret, isShutOut }: LoginSummary): Html =>
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
      </ul>
      ${
        devices.length === 0
          ? ''
          : html`<h2>${words.devicesHeading}</h2>
              <p>${words.fundDevicesLead}</p>
              <ul class="cards">
                ${devices.map(
                  ({ deviceId, label }) =>
                    html`<li class="card plain">
                      <h3><bdi>${label}</bdi></h3>
                      <p class="buttons">
                        <a class="button" href="/funds/${fundId}/devices/${deviceId}/revoke"
                          >${words.toRevoke}</a
                        >
                      </p>
                    </li>`,
                )}
              </ul>`
      }`,
  })
}

/** Which card was lost. Choosing stops nothing yet. */
export const lostCardPage = (
  frame: PageFrame,
  { fundId, cards }: { readonly fundId: string; readonly cards: readonly Choice[] },
): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  const back = `/funds/${fundId}/cards`
  const chosen = choiceField({ name: 'card', label: words.memberCard, choices: cards, fault: '' })
  return layout({
    ...frame,
    content: html`${headingWith('card', words.lostCardHeading)}
      <p>${words.lostCardLead}</p>
      ${
        cards.length === 0
          ? html`${goodBox(words.noCards)}
              <div class="buttons"><a class="button" href="${back}">${words.toCards}</a></div>`
          : html`<form class="entry" method="get" action="/funds/${fundId}/cards/stop">
              ${fieldShown(language, chosen, { value: '', fault: undefined })}
              <div class="buttons">
                <a class="button" href="${back}">${words.leaveIt}</a>
                <button class="button main">${words.next}</button>
              </div>
            </form>`
      }`,
  })
}
