import { html } from 'hono/html'
import { type Language, languages } from '#src/words/catalogue.ts'
import { wordsIn } from '#src/words/words.ts'

/** Escaped mark-up, as `html` returns it. */
export type Html = ReturnType<typeof html>

/** A whole page's frame. `fundId` is kept in the links, so that changing language keeps the fund. */
export type Frame = {
  readonly language: Language
  readonly isPractice: boolean
  readonly fundId?: string | undefined
  readonly content: Html
}

/** Builds the link to this page in a language, and to one fund where several are kept. */
export const pageLink = (language: Language, fundId?: string): string => {
  const query = new URLSearchParams(fundId === undefined ? {} : { fund: fundId })
  query.set('lang', language)
  return `?${query.toString()}`
}

const languageLink = (offered: Language, { language, fundId }: Frame): Html => {
  const name = wordsIn(offered).languageName
  const current = offered === language ? html` aria-current="true"` : ''
  const href = pageLink(offered, fundId)
  return html`<a href="${href}" lang="${offered}" hreflang="${offered}" ${current}>${name}</a>`
}

const allFundsLink = ({ language, fundId }: Frame): Html | string =>
  fundId === undefined
    ? ''
    : html`<a class="elsewhere" href="${pageLink(language)}">${wordsIn(language).allFunds}</a>`

const practiceBanner = ({ language, isPractice }: Frame): Html | string =>
  isPractice
    ? html`<header class="practice">
        <span>${wordsIn(language).practiceBanner}</span>
      </header>`
    : ''

/**
 * Wraps content in a whole document. The title is the same neutral one on every page, because it
 * shows in histories of phones that families share; nothing inline, so that a strict content
 * security policy holds.
 */
export const layout = (frame: Frame): Html => {
  const words = wordsIn(frame.language)
  return html`<!doctype html>
    <html lang="${frame.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${words.pageTitle}</title>
        <link
          rel="preload"
          href="/fonts/noto-sans-khmer-400.woff2"
          as="font"
          type="font/woff2"
          crossorigin
        />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        ${practiceBanner(frame)}
        <div class="page">
          <nav class="languages" aria-label="${words.languageChoice}">
            ${languages.map((offered) => languageLink(offered, frame))} ${allFundsLink(frame)}
          </nav>
          <main>${frame.content}</main>
        </div>
      </body>
    </html>`
}
