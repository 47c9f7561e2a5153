import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Support, stageOf } from '#domain/grants/support.ts'
import type { PotMoveRow } from '#domain/grants/pot-report.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'
import { dateInWords, daysFromToday } from '#src/words/locale.ts'
import type { PotWords } from '#src/words/en/pot.ts'
import { potWords } from '#src/words/words.ts'

export const potPath = {
  pot: '/network/pot',
  of: (act: PotAct, about = ''): string => `/network/pot/${act}${about === '' ? '' : `/${about}`}`,
  report: (windowId: string, year: string): string =>
    `/network/pot/report/${windowId}?year=${year}`,
}

export type PotAct = 'open' | 'received' | 'returned' | 'pay' | 'decide' | 'correct'

/** How a grant stands, where two of the staff decide and no meeting votes. */
export const stateOf = ({ language }: Pick<PageFrame, 'language'>, support: Support): string =>
  support.state === 'checked'
    ? potWords.in(language).waitsForTwo
    : supportWordsAt({ language })[`state_${stageOf(support)}`]

const accountPrefix = 'liability:grant-window:'

/** The donor whose money is in an account; undefined for a place where money lies. */
export const donorOfAccount = (account: string): string | undefined =>
  account.startsWith(accountPrefix) ? account.slice(accountPrefix.length) : undefined

/** What a movement put into a donor's money, below zero where it took out of it, and whose it is. */
export const movedBy = ({ postings }: PotMoveRow) => {
  const posting = postings.find(({ account }) => donorOfAccount(account) !== undefined)!
  const windowId = donorOfAccount(posting.account)!
  return { amount: -posting.amount, currency: posting.currency, windowId }
}

/** What a movement is called on pages. */
export const moveName = (words: PotWords, { entryType, takesBack }: PotMoveRow): string =>
  takesBack === undefined
    ? words[`move_${entryType}` as 'move_DonationReceived']
    : words.undoes(takesBack)

/** The day of an act, with how far it is from today. */
export const dayFact = (
  { language }: Pick<PageFrame, 'language'>,
  day: LocalDate,
  today: LocalDate,
): Html =>
  fact(
    potWords.in(language).day,
    `${daysFromToday({ day, today }, language)}, ${dateInWords(day, language)}`,
  )

/** A donor's short name. */
export const donorName = (windowId: string): Html => html`<bdi>${windowId}</bdi>`
