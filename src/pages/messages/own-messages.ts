import { html } from 'hono/html'
import type { MessageLink } from '#domain/fund/messages.ts'
import { faultBox } from '#src/pages/entrance/parts.ts'
import { type OwnPlace, behindOwn, ownLayout } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { messagePageWords } from '#src/words/words.ts'

export const ownMessagesPath = (fundId: string): string => `/funds/${fundId}/me/messages`

export type OwnMessages = {
  readonly link: MessageLink | undefined
  readonly code?: string
  /** The number that people write to, where it was told. */
  readonly number: string | undefined
  readonly told?: 'kept' | 'stopped'
  /** What is wrong with a form that the page has no more. */
  readonly fault: string | undefined
  /** What can be done, one form after the other. */
  readonly parts: readonly Html[]
}

const codePart = ({ language }: OwnPlace, { code, number }: OwnMessages): Html | string => {
  if (code === undefined) return ''
  const words = messagePageWords.in(language)
  return html`<section class="desk check">
    <h2>${words.ownCodeIs}</h2>
    <p class="figure">${code.slice(0, 4)} ${code.slice(4)}</p>
    <p>${words.ownCodeMeaning}</p>
    ${number === undefined ? '' : html`<p><b>${words.writeTo(number)}</b></p>`}
  </section>`
}

const shown = (place: OwnPlace, page: OwnMessages): Html => {
  const words = messagePageWords.in(place.language)
  const { link, told, fault, parts } = page
  return html`${told === undefined ? '' : html`<p class="done">${picture('on-time')} <b>${words[told]}</b></p>`}
    ${faultBox(fault)} ${codePart(place, page)}
    <p>${link ? html`<b>${words.ownLinked(link.address.slice(-2))}</b>` : words.ownNone}</p>
    ${parts.map((part) => html`<section class="desk">${part}</section>`)}`
}

/** What a household hears by text, and how it stops; without a page where the service sends nothing. */
export const ownMessagesPage = (place: OwnPlace, page?: OwnMessages): Html => {
  const words = messagePageWords.in(place.language)
  return ownLayout(
    { ...behindOwn(place), at: ownMessagesPath(place.fundId) },
    html`<h1>${words.ownHeading}</h1>
      ${page ? shown(place, page) : html`<p>${words.off}</p>`}`,
  )
}
