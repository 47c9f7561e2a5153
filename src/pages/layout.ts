import { html } from 'hono/html'
import { picture } from '#src/pages/pictures.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { entranceWords, everyPageWords, printWords } from '#src/words/words.ts'

/** Escaped mark-up, as `html` returns it. */
export type Html = ReturnType<typeof html>

/** Who is signed in, as the page says it: the tasks that the person has here, never a name. */
export type Who = { readonly role: string }

/** A whole page's frame; all but the first three may be left out. */
export type Frame = {
  readonly language: Language
  readonly isPractice: boolean
  readonly content: Html
  /** The fund whose paper the page is, to stand under every printed sheet; a page that nobody prints has none. */
  readonly printedFor?: string | undefined
  readonly who?: Who | undefined
  /** Where the page before this one is. */
  readonly back?: { readonly href: string; readonly label: string } | undefined
  /** Fields of the page's own address that changing the language must keep. Checked ones only. */
  readonly query?: Readonly<Record<string, string>> | undefined
  /** What a form sent to this page: another language is chosen by sending it again, not by an address. */
  readonly again?: Readonly<Record<string, string>> | undefined
  /** The address to read this page at, where a page answers a form that was sent elsewhere. */
  readonly at?: string | undefined
  /** A script of this house that the page is served with; the policy of its address must let it run. */
  readonly script?: string | undefined
  /** The address of another style sheet than that of all pages. */
  readonly sheet?: string | undefined
  /** A page that cannot be shown again offers no other language, because asking for it would lose it. */
  readonly isShownOnce?: boolean
}

/** A frame before its content is known. */
export type PageFrame = Omit<Frame, 'content'>

/** Builds the link to this page in a language. */
export const pageLink = (language: Language, { query = {}, at = '' }: Partial<Frame> = {}) =>
  `${at}?${new URLSearchParams({ ...query, lang: language }).toString()}`

/** What was typed elsewhere, carried on unseen. */
export const hiddenFields = (fields: Readonly<Record<string, string>>): Html =>
  html`${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`

const languageLink = (offered: Language, frame: Frame): Html => {
  const name = everyPageWords.in(offered).languageName
  const current = offered === frame.language ? html` aria-current="true"` : ''
  const href = pageLink(offered, frame)
  if (frame.again !== undefined)
    return html`<form method="post" action="${href}">
      ${hiddenFields(frame.again)}
      <button lang="${offered}" ${current}>${name}</button>
    </form>`
  return html`<a href="${href}" lang="${offered}" hreflang="${offered}" ${current}>${name}</a>`
}

const backLink = ({ back }: Frame): Html | string =>
  back === undefined ? '' : html`<a class="elsewhere" href="${back.href}">${back.label}</a>`

/** What changes the language, and the way back; on a page with neither it is left out. */
const topBar = (frame: Frame): Html | string =>
  frame.isShownOnce && frame.back === undefined
    ? ''
    : html`<nav class="languages" aria-label="${everyPageWords.in(frame.language).languageChoice}">
        ${frame.isShownOnce ? '' : languages.map((offered) => languageLink(offered, frame))}
        ${backLink(frame)}
      </nav>`

const practiceBanner = ({ language, isPractice }: Frame): Html | string =>
  isPractice
    ? html`<header class="practice">
        <span>${everyPageWords.in(language).practiceBanner}</span>
        <span class="practice-mark" aria-hidden="true"
          >${printWords.in(language).practiceMark}</span
        >
      </header>`
    : ''

/** Who is signed in; on a page that is shown once, no link that would lose it. */
const whoBar = ({ language, who, isShownOnce }: Frame): Html | string => {
  if (who === undefined) return ''
  const words = entranceWords.in(language)
  return html`<div class="who">
    <p>${picture('person')} <span>${words.youAre(who.role)}</span></p>
    ${isShownOnce ? '' : html`<a href="/me">${words.toMySessions}</a>`}
    <form method="post" action="/sign-out"><button>${words.signOut}</button></form>
  </div>`
}

/** Whose page it is, for the foot of printed sheets; a style sheet can read it nowhere else. */
const whoseOf = ({ printedFor }: Frame): Html | string =>
  printedFor === undefined ? '' : html`data-fund="${printedFor}"`

/**
 * Wraps content in a whole document. The title is the same neutral one on every page, because it
 * shows in histories of phones that families share; nothing inline, so that a strict content
 * security policy holds.
 */
export const layout = (frame: Frame): Html => {
  const words = everyPageWords.in(frame.language)
  return html`<!doctype html>
    <html lang="${frame.language}" ${whoseOf(frame)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${words.pageTitle}</title>
        <link
          rel="preload"
          href="/fonts/noto-sans-khmer-400.woff2"
          as="font"
          type="font/woff2"
          crossorigin
        />
        <link rel="stylesheet" href="${frame.sheet ?? '/style.css'}" />
        ${frame.script === undefined ? '' : html`<script src="${frame.script}" defer></script>`}
      </head>
      <body>
        ${practiceBanner(frame)}
        <div class="page">
          ${topBar(frame)} ${whoBar(frame)}
          <main>${frame.content}</main>
        </div>
      </body>
    </html>`
}
