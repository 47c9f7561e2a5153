import { html } from 'hono/html'
import type { OutgoingText } from '#domain/fund/messages.ts'
import type { MessageCounts } from '#src/app/messages/counting.ts'
import { type At, deskLayout, fact, heading } from '#src/pages/desk/parts.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { messagePageWords } from '#src/words/words.ts'

export const messagesPath = ({ fundId }: Pick<At, 'fundId'>): string => `/funds/${fundId}/messages`

export type DeskMessages = {
  /** Left out where the service sends nothing. */
  readonly counts: MessageCounts | undefined
  readonly members: readonly { readonly memberId: string; readonly card: string }[]
  /** For whoever may link phones. */
  readonly linkForm?: Html
  /** The number that people write to, where it was told. */
  readonly number: string | undefined
  readonly code?: { readonly code: string; readonly card: string }
  readonly isEnded?: boolean
  /** A phone of paper, in practice alone; what was answered to it, and what it would get. */
  readonly tryForm?: Html
  readonly tried?: { readonly answer: string | undefined }
  readonly texts: readonly OutgoingText[]
}

const wordsAt = ({ language }: Pick<At, 'language'>) => messagePageWords.in(language)

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
  const figures = (['phones', 'sent', 'waiting', 'givenUp'] as const).map((name) =>
    fact(words[name], String(counts[name])),
  )
  return html`<dl class="facts">${figures}</dl>
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

const answerPart = (at: At, { tried }: DeskMessages): Html | string => {
  const words = wordsAt(at)
  if (!tried) return ''
  return tried.answer === undefined
    ? html`<p>${words.tryNone}</p>`
    : html`<p>${words.tryAnswer}:</p>
        <blockquote lang="${languageOf(tried.answer)}"><p>${tried.answer}</p></blockquote>`
}

const tryPart = (at: At, page: DeskMessages): Html | string => {
  const { tryForm, texts } = page
  if (tryForm === undefined) return ''
  const words = wordsAt(at)
  return html`<section>
    <h2>${words.tryHeading}</h2>
    <p>${words.tryMeaning}</p>
    ${answerPart(at, page)}
    <div class="desk">${tryForm}</div>
    ${
      texts.length === 0
        ? ''
        : html`<h3>${words.wouldSend}</h3>
            <ul>
              ${texts.map(
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
          ${page.isEnded ? goodBox(words.ended) : ''} ${codePart(at, page)} ${page.linkForm ?? ''}
          ${countsPart(at, counts, page)} ${tryPart(at, page)}`
  }`
  return deskLayout({ ...at, at: messagesPath(at) }, content)
}
