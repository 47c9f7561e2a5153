import { html } from 'hono/html'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { entranceWords, providerWords } from '#src/words/words.ts'

type OwnSession = {
  readonly sessionId: string
  readonly device: string
  readonly startedAt: string
  readonly seenAt: string
  readonly isThis: boolean
}

/** Which digits pages in Khmer are read in: each choice is shown as it would be. */
const digitsPart = ({ language, hasKhmerDigits }: PageFrame): Html | '' => {
  if (language !== 'km') return ''
  const words = entranceWords.in(language)
  const other = hasKhmerDigits ? 'en' : 'km'
  return html`<p>
    ${words.digitsMeaning}
    <a class="button" href="/me?digits=${other}" translate="no">${words[`digits_${other}`]}</a>
  </p>`
}

/** Where somebody is signed in, each with its end. */
export const sessionsPage = (
  frame: PageFrame,
  sessions: readonly OwnSession[],
  /** Whether the own login can be linked with an account of the organisation. */
  mayLink: boolean,
): Html => {
  const words = entranceWords.in(frame.language)
  return layout({
    ...frame,
    content: html`<h1>${words.sessionsHeading}</h1>
      <p>${words.sessionsLead}</p>
      <p class="buttons">
        <a class="button" href="/me/secret">${words.ownSecretHeading}</a>
        ${mayLink ? html`<a class="button" href="/me/provider">${providerWords.in(frame.language).toLink}</a>` : ''}
      </p>
      ${digitsPart(frame)}
      <ul class="cards">
        ${sessions.map(
          ({ sessionId, device, startedAt, seenAt, isThis }) =>
            html`<li class="card ${isThis ? 'cash' : 'plain'}">
              <h2>
                ${picture('key')} <span><bdi>${device}</bdi></span>
              </h2>
              ${isThis ? html`<p class="count">${words.thisSession}</p>` : ''}
              <p>${words.startedAt(startedAt)}</p>
              <p>${words.seenAt(seenAt)}</p>
              <form method="post" action="/me/sessions/${sessionId}/end">
                <button class="button">${isThis ? words.signOut : words.endSession}</button>
              </form>
            </li>`,
        )}
      </ul>`,
  })
}
