import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { fact, warning } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import type { BookPageWords } from '#src/words/en/book-page.ts'
import { bookPageWords, foundingWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

export const bookPlace = '/network/book'

export const bookWordsAt = ({ language }: Pick<PageFrame, 'language'>): BookPageWords =>
  bookPageWords.in(language)

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

const triedPart = (frame: Pick<PageFrame, 'language'>, tried: BookTried): Html => {
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

/** What a book would write, and that it takes its time. */
export const triedBookPart = (frame: Pick<PageFrame, 'language'>, tried: BookTried): Html =>
  html`${triedPart(frame, tried)}
    <p>${bookWordsAt(frame).takesTime}</p>`

/** The book is in the network, and what comes next. */
export const bookDonePage = (frame: PageFrame, tried: BookTried): Html => {
  const words = bookWordsAt(frame)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingWith('on-time', words.done)}
      <p>${words.doneLead}</p>
      ${triedPart(frame, { ...tried, warnings: [] })}
      <p>${words.next}</p>
      <p>${words.nextElection}</p>
      <div class="buttons">
        <a class="button main" href="/network">${foundingWords.in(frame.language).toLogins}</a>
      </div>
    </div>`,
  })
}
