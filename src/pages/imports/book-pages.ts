import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { fact, warning } from '#src/pages/desk/parts.ts'
import { faultBox, goodBox } from '#src/pages/entrance/parts.ts'
import { type FileForm, type SheetTold, faultsTold, fileForm } from '#src/pages/imports/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingWith, stepUpFirst } from '#src/pages/network/parts.ts'
import type { BookPageWords } from '#src/words/en/book-page.ts'
import { bookPageWords, foundingWords, importWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

export const bookPlace = '/network/book'

export const bookWordsAt = ({ language }: Pick<PageFrame, 'language'>): BookPageWords =>
  bookPageWords.in(language)

/** Set as the desks are, with room between the parts. */
const paged = (frame: PageFrame, content: Html): Html =>
  layout({ ...frame, content: html`<div class="desk">${content}</div>` })

const formOf = (
  { language }: PageFrame,
  form: Pick<FileForm, 'action' | 'label' | 'submit'> & Partial<FileForm>,
): Html =>
  fileForm(language, {
    safe: '/network',
    accept: '.xlsx,.zip,.csv,.json',
    isSeveral: true,
    ...form,
  })

/** Asks for a paper book, and tells what is to be mended in the one that was sent. */
export const bookPage = (
  frame: PageFrame,
  { fault, good, faults, stepUpTo }: SheetTold & { readonly stepUpTo?: string | undefined } = {},
): Html => {
  const { language } = frame
  const words = bookWordsAt(frame)
  const { toMend, tryIt } = importWords.in(language)
  return paged(
    frame,
    html`${headingWith('book', words.bring)}
      ${faultBox(faults ? toMend(String(faults.length)) : fault)}
      ${good === undefined ? '' : goodBox(good)}
      ${faults ? faultsTold(language, faults, true) : html`<p>${words.lead}</p>`}
      <p>${words.forms}</p>
      <p>${words.takesTime}</p>
      ${stepUpFirst(language, stepUpTo)}
      ${formOf(frame, { action: bookPlace, label: words.file, submit: tryIt })}`,
  )
}

/** What a book would write. */
type BookTried = {
  readonly villageCode: string
  readonly openedOn: LocalDate
  readonly entries: number
  readonly flagged: number
  readonly members: number
  readonly loans: number
  readonly meetings: number
  readonly warnings: readonly ('village-already-here' | 'grant-payees-not-kept')[]
}

const triedPart = (frame: PageFrame, tried: BookTried): Html => {
  const words = bookWordsAt(frame)
  const { warnings, openedOn, flagged } = tried
  return html`<dl class="facts">
      ${fact(words.village, tried.villageCode)}
      ${fact(words.begins, dateInWords(openedOn, frame.language))}
      ${fact(words.members, String(tried.members))} ${fact(words.loans, String(tried.loans))}
      ${fact(words.meetings, String(tried.meetings))} ${fact(words.entries, String(tried.entries))}
      ${flagged === 0 ? '' : fact(words.flagged, String(flagged))}
    </dl>
    ${warnings.includes('village-already-here') ? warning(words['village-already-here'], []) : ''}
    ${
      warnings.includes('grant-payees-not-kept')
        ? html`<p>${words['grant-payees-not-kept']}</p>`
        : ''
    }`
}

/** What a book would write, and the question whether it is to be written. */
export const bookQuestion = (
  frame: PageFrame,
  {
    tried,
    seal,
    isAnother,
  }: { readonly tried: BookTried; readonly seal: string; readonly isAnother: boolean },
): Html => {
  const words = importWords.in(frame.language)
  const { chooseAgain, chooseAgainWhy, takesTime } = bookWordsAt(frame)
  return paged(
    frame,
    html`${headingWith('book', words.wouldWrite)}
      ${isAnother ? faultBox(words.anotherFile) : html`<p><b>${words.nothingYet}</b></p>`}
      ${triedPart(frame, tried)}
      <p>${takesTime}</p>
      ${formOf(frame, {
        action: `${bookPlace}/write`,
        label: chooseAgain,
        hint: chooseAgainWhy,
        submit: words.writeIt,
        seal,
      })}`,
  )
}

/** The book is in the network, and what comes next. */
export const bookDonePage = (frame: PageFrame, tried: BookTried): Html => {
  const words = bookWordsAt(frame)
  return paged(
    frame,
    html`${headingWith('on-time', words.done)}
      <p>${words.doneLead}</p>
      ${triedPart(frame, { ...tried, warnings: [] })}
      <p>${words.next}</p>
      <div class="buttons">
        <a class="button main" href="/network/add/member"
          >${foundingWords.in(frame.language).toLogins}</a
        >
      </div>`,
  )
}
