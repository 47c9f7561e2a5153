import { html, raw } from 'hono/html'
import { withKhmerDigits } from '#src/pages/digits.ts'
import { pageFiles } from '#src/pages/files.ts'
import { type Icon, icon, wovenMark } from '#src/pages/icons.ts'
import { type Language, type PartialLanguage, languages } from '#src/words/catalogue.ts'
import {
  deskWords,
  entranceWords,
  everyPageWords,
  helpWords,
  householdWords,
  printWords,
} from '#src/words/words.ts'

/** Escaped mark-up, as `html` returns it. */
export type Html = ReturnType<typeof html>

/** Who is signed in, as the page says it: the tasks that the person has here, never a name. */
export type Who = { readonly role: string }

/** The places of the house, in the order in which they stand in the bar. */
export type PlaceName = Exclude<
  Icon,
  'back' | 'done' | 'go-on' | 'late' | 'leave' | 'menu' | 'phone'
>

/** Where somebody who is signed in can go from every page. */
export type House = {
  /** The fund's name; left out where the page is of no fund. */
  readonly name?: string | undefined
  /** A household has none: its own page is all of its house. */
  readonly places: readonly { readonly place: PlaceName; readonly href: string }[]
  /** In which of them the page stands. */
  readonly here?: PlaceName | undefined
  /** The first page is today's page of the one fund that is worked in. */
  readonly isTodayFirst?: boolean
}

/** A whole page's frame; all but the first three may be left out. */
export type Frame = {
  readonly language: Language
  readonly isPractice: boolean
  /** A language that the page is in in part, where its reader has chosen one and the page has it. */
  readonly also?: PartialLanguage | undefined
  /** Figures in Khmer digits, by the reader's choice; on pages in Khmer alone. */
  readonly hasKhmerDigits?: boolean | undefined
  readonly content: Html
  /** The fund whose paper the page is, to stand under every printed sheet; a page that nobody prints has none. */
  readonly printedFor?: string | undefined
  readonly who?: Who | undefined
  readonly house?: House | undefined
  /** Where the page before this one is; without a label it is the first page, which has one name everywhere. */
  readonly back?: { readonly href: string; readonly label?: string } | undefined
  /** Fields of the page's own address that changing the language must keep. Checked ones only. */
  readonly query?: Readonly<Record<string, string>> | undefined
  /** What a form sent to this page: another language is chosen by sending it again, not by an address. */
  readonly again?: Readonly<Record<string, string>> | undefined
  /** The address to read this page at, where a page answers a form that was sent elsewhere. */
  readonly at?: string | undefined
  /** A script of this house that the page is served with; the policy of its address must let it run. */
  readonly script?: string | undefined
  /** Read where somebody may look over the shoulder: in place of the menu stands the way out at once. */
  readonly isLeftAtOnce?: boolean
  /** A lighter style sheet than that of all pages. */
  readonly sheet?: 'own' | 'open' | undefined
  /** Where the guides say what can be done here. */
  readonly help?: string | undefined
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
  const href = pageLink(offered, frame)
  if (frame.again !== undefined)
    return html`<form method="post" action="${href}">
      ${hiddenFields(frame.again)}
      <button lang="${offered}">${name}</button>
    </form>`
  return html`<a href="${href}" lang="${offered}" hreflang="${offered}">${name}</a>`
}

const languageLinks = (frame: Frame): Html | '' =>
  frame.isShownOnce
    ? ''
    : html`${languages.filter((one) => one !== frame.language).map((one) => languageLink(one, frame))}`

/** What the first page is called, wherever a page leads back to it. */
const firstPageName = ({ language, house }: Frame): string =>
  house?.isTodayFirst ? deskWords.in(language).backToToday : entranceWords.in(language).toStart

const backLink = (frame: Frame): Html => {
  const { back } = frame
  if (back === undefined) return html`<span class="before">${wovenMark}</span>`
  const label = back.label ?? firstPageName(frame)
  return html`<a class="before" href="${back.href}">${icon('back')}<span>${label}</span></a>`
}

/** Who is signed in, and the way out; on a page that is shown once, no link that would lose it. */
const menu = ({ language, who, isShownOnce, help }: Frame): Html | '' => {
  if (who === undefined) return ''
  const words = entranceWords.in(language)
  return html`<details class="menu">
    <summary>${icon('menu')}<span class="hear">${everyPageWords.in(language).menu}</span></summary>
    <div>
      <p>${words.youAre(who.role)}</p>
      ${isShownOnce ? '' : html`<a href="/me">${words.toMySessions}</a>`}
      ${isShownOnce || help === undefined ? '' : html`<a href="${help}">${helpWords.in(language).onThisPage}</a>`}
      <form method="post" action="/sign-out"><button>${words.signOut}</button></form>
    </div>
  </details>`
}

/**
 * The way out for somebody who must not be seen with this page: a form, so that it also ends the session, and before
 * anything of the page itself.
 */
const leaveNow = ({ language, also }: Frame): Html => {
  const words = householdWords.in(language, also)
  return html`<form class="quick-exit" method="post" action="/quick-exit">
    <button>
      ${icon('leave')} <span>${words.quickExit}</span>
      <span class="hear">${words.quickExitMeaning}</span>
    </button>
  </form>`
}

/** The head of every page: the way back, whose book it is, the other language, and the menu. */
const head = (frame: Frame): Html =>
  html`<header class="head">
    ${backLink(frame)}
    <p class="fund">
      <bdi>${frame.house?.name ?? everyPageWords.in(frame.language).pageTitle}</bdi>
    </p>
    ${languageLinks(frame)} ${frame.isLeftAtOnce ? leaveNow(frame) : menu(frame)}
  </header>`

/** The bar of places; none on a page that would be lost by it. */
const placesBar = ({ language, house, isShownOnce }: Frame): Html | '' => {
  if (house === undefined || house.places.length === 0 || isShownOnce) return ''
  const words = everyPageWords.in(language)
  return html`<nav class="places" aria-label="${words.places}">
    ${house.places.map(
      ({ place, href }) =>
        html`<a href="${href}" ${place === house.here ? html`aria-current="true"` : ''}
          >${icon(place)}<span>${words[`place_${place}`]}</span></a
        >`,
    )}
  </nav>`
}

const practiceBanner = ({ language, isPractice }: Frame): Html | string =>
  isPractice
    ? html`<aside class="practice" aria-label="${everyPageWords.in(language).practiceBanner}">
        <span>${everyPageWords.in(language).practiceBanner}</span>
        <span class="practice-mark" aria-hidden="true"
          >${printWords.in(language).practiceMark}</span
        >
      </aside>`
    : ''

/** Whose page it is, for the foot of printed sheets; a style sheet can read it nowhere else. */
const whoseOf = ({ printedFor }: Frame): Html | string =>
  printedFor === undefined ? '' : html`data-fund="${printedFor}"`

/** What a page is called: as its heading says it, without whom it is about. */
const headingIn = (content: Html): string | undefined =>
  /<h1[^>]*>(.*?)<\/h1>/s.exec(String(content))?.[1]?.replaceAll(/<bdi>.*?<\/bdi>|<[^>]*>/gs, ' ')

/**
 * What the browser's own list of pages says. Whoever has places to go works here, and finds a page again by its name; on
 * phones that families share every page has the same neutral one, and so has what is left at once.
 */
const titleOf = ({ language, house, content, isLeftAtOnce }: Frame): Html => {
  const neutral = everyPageWords.in(language).pageTitle
  const isNeutral = house === undefined || house.places.length === 0 || isLeftAtOnce
  const heading = isNeutral ? undefined : headingIn(content)
  // The heading is markup, escaped already.
  return heading === undefined
    ? html`${neutral}`
    : html`${raw(heading.trim())} · ${house?.name ?? neutral}`
}

/** The way to the guides where no menu has it. */
const helpAtFoot = ({ language, who, help, isLeftAtOnce, isShownOnce }: Frame): Html | '' =>
  help === undefined || isShownOnce || (who !== undefined && !isLeftAtOnce)
    ? ''
    : html`<p class="button-row screen-only">
        <a class="button" href="${help}">${helpWords.in(language).onThisPage}</a>
      </p>`

/** The page's own matter, in the digits that its reader has chosen. */
const contentOf = ({ language, hasKhmerDigits, content }: Frame): Html =>
  language === 'km' && hasKhmerDigits === true ? raw(withKhmerDigits(String(content))) : content

/** The way back to the first page. */
export const behindFirstPage = { href: '/' } as const

/** Wraps content in a whole document; nothing inline, so that a strict content security policy holds. */
export const layout = (frame: Frame): Html => {
  const words = everyPageWords.in(frame.language)
  return html`<!doctype html>
    <html lang="${frame.language}" ${whoseOf(frame)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${titleOf(frame)}</title>
        <link
          rel="preload"
          href="/fonts/noto-sans-khmer-400.woff2"
          as="font"
          type="font/woff2"
          crossorigin
        />
        <link rel="icon" href="${pageFiles.mark.path}" type="image/svg+xml" />
        <link rel="stylesheet" href="${pageFiles[frame.sheet ?? 'style'].path}" />
        ${frame.script === undefined ? '' : html`<script src="${frame.script}" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#page">${words.skip}</a>
        ${practiceBanner(frame)} ${head(frame)} ${placesBar(frame)}
        <main id="page">${contentOf(frame)} ${helpAtFoot(frame)}</main>
      </body>
    </html>`
}
