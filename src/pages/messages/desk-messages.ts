import { html } from 'hono/html'
import type { OutgoingText } from '#domain/fund/messages.ts'
import type { MessageCounts } from '#src/app/messages/counting.ts'
import { type At, deskLayout, heading } from '#src/pages/desk/parts.ts'
import { faultBox, goodBox } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { messagePageWords } from '#src/words/words.ts'

export const messagesPath = ({ fundId }: Pick<At, 'fundId'>): string => `/funds/${fundId}/messages`

/** A phone of paper, in practice alone: what was written from it, what it got back, and what it would get. */
export type Tried = {
  readonly from: string
  readonly text: string
  readonly answer?: string | undefined
  readonly isAsked: boolean
  readonly isFault: boolean
  readonly texts: readonly OutgoingText[]
}

export type DeskMessages = {
  /** Left out where the service sends nothing. */
  readonly counts: MessageCounts | undefined
  readonly members: readonly { readonly memberId: string; readonly card: string }[]
  readonly mayLink: boolean
  /** The number that people write to, where it was told. */
  readonly number: string | undefined
  readonly code?: { readonly code: string; readonly card: string }
  readonly isEnded?: boolean
  readonly isFault?: boolean
  readonly tried?: Tried | undefined
}

const wordsAt = ({ language }: Pick<At, 'language'>) => messagePageWords.in(language)

const linkPart = (at: At, { members, mayLink }: DeskMessages): Html | string => {
  if (!mayLink) return ''
  const words = wordsAt(at)
  const option = ({ memberId, card }: DeskMessages['members'][number]): Html =>
    html`<option value="${memberId}">${words.member(card)}</option>`
  return html`<form class="record" method="post" action="${messagesPath(at)}">
    <p class="field">
      <label for="memberId">${words.whoseLabel}</label>
      <select id="memberId" name="memberId" required>
        <option value="">${words.pleaseChoose}</option>
        ${members.map(option)}
      </select>
    </p>
    <p class="buttons">
      <button class="go" type="submit" name="step" value="code">${words.makeCode}</button>
      <button type="submit" name="step" value="end">${words.endPhone}</button>
    </p>
  </form>`
}

const codePart = (at: At, { code, number }: DeskMessages): Html | string => {
  if (code === undefined) return ''
  const words = wordsAt(at)
  return html`<section class="check">
    <h2>${words.codeIs(code.card)}</h2>
    <p class="figure">${code.code.slice(0, 4)} ${code.code.slice(4)}</p>
    <p>${words.codeMeaning}</p>
    ${number === undefined ? '' : html`<p><b>${words.writeTo(number)}</b></p>`}
  </section>`
}

const countsPart = (at: At, counts: MessageCounts, { members }: DeskMessages): Html => {
  const words = wordsAt(at)
  const cardOf = (memberId: string): string =>
    members.find((one) => one.memberId === memberId)?.card ?? ''
  const figures = (['phones', 'sent', 'waiting', 'givenUp'] as const).map(
    (name) =>
      html`<tr>
        <th scope="row">${words[name]}</th>
        <td class="sum">${String(counts[name])}</td>
      </tr>`,
  )
  return html`<table class="grid" aria-label="${words.heading}">
      <tbody>
        ${figures}
      </tbody>
    </table>
    ${
      counts.notReached.length === 0
        ? html`<p class="quiet">${words.allReached}</p>`
        : html`<section>
            <h2>${words.notReached}</h2>
            <p>${words.notReachedMeaning}</p>
            <ul>
              ${counts.notReached.map(
                ({ memberId, texts }) =>
                  html`<li>${words.member(cardOf(memberId))}: ${words.missed(String(texts))}</li>`,
              )}
            </ul>
          </section>`
    }`
}

/** A text is read aloud and set in the language that it is in, whatever the page is in. */
const languageOf = (text: string): Language => (/[\u1780-\u17d3]/.test(text) ? 'km' : 'en')

const answerPart = (at: At, { answer, isAsked }: Tried): Html | string => {
  const words = wordsAt(at)
  if (!isAsked) return ''
  return answer === undefined
    ? html`<p>${words.tryNone}</p>`
    : html`<p>${words.tryAnswer}:</p>
        <blockquote lang="${languageOf(answer)}"><p>${answer}</p></blockquote>`
}

const tryPart = (at: At, { tried }: DeskMessages): Html | string => {
  if (tried === undefined) return ''
  const words = wordsAt(at)
  return html`<section>
    <h2>${words.tryHeading}</h2>
    <p>${words.tryMeaning}</p>
    ${faultBox(tried.isFault ? words.tryFault : undefined)} ${answerPart(at, tried)}
    <form class="record" method="post" action="${messagesPath(at)}/try" autocomplete="off">
      <p class="field">
        <label for="from">${words.tryFrom}</label>
        <input id="from" name="from" inputmode="tel" maxlength="20" value="${tried.from}" />
      </p>
      <p class="field">
        <label for="text">${words.tryText}</label>
        <input id="text" name="text" maxlength="160" value="" />
      </p>
      <p class="buttons"><button type="submit">${words.trySend}</button></p>
    </form>
    ${
      tried.texts.length === 0
        ? ''
        : html`<h3>${words.wouldSend}</h3>
            <ul>
              ${tried.texts.map(
                ({ to, text }) =>
                  html`<li>
                    <span lang="${languageOf(text)}">${text}</span>
                    <span class="quiet">${words.to(to)}</span>
                  </li>`,
              )}
            </ul>`
    }
  </section>`
}

/** Where codes are handed out at a meeting, and how texts go. */
export const deskMessagesPage = (at: At, page: DeskMessages): Html => {
  const words = wordsAt(at)
  const { counts } = page
  const content = html`${heading('person', words.heading)}
  ${
    counts === undefined
      ? html`<p>${words.off}</p>`
      : html`<p>${words.lead}</p>
          ${faultBox(page.isFault ? words.memberFault : undefined)}
          ${page.isEnded ? goodBox(words.ended) : ''} ${codePart(at, page)} ${linkPart(at, page)}
          ${countsPart(at, counts, page)} ${tryPart(at, page)}`
  }`
  return deskLayout({ ...at, at: messagesPath(at) }, content)
}
