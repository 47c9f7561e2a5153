import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { FigureUnit } from '#src/app/health/figure-rows.ts'
import { placeOf } from '#src/desk/places.ts'
import { type Html, type PageFrame, layout, behindFirstPage } from '#src/pages/layout.ts'
import type { HealthWords } from '#src/words/en/health.ts'
import { healthWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures, percentInFigures } from '#src/words/locale.ts'

/** Where a page about the fund's health stands: which fund, and which day it was asked for. */
export type HealthPlace = PageFrame & {
  readonly fundId: string
  readonly fundName: string
  /** The day that was asked for; left out for today. Kept in links, so that a reader stays in it. */
  readonly askedFor: LocalDate | undefined
}

const onDay = (askedFor: LocalDate | undefined): string =>
  askedFor === undefined ? '' : `?asOf=${askedFor}`

export const healthPlace = {
  report: ({ fundId, askedFor }: HealthPlace): string =>
    `/funds/${fundId}/health${onDay(askedFor)}`,
  figure: ({ fundId, askedFor }: HealthPlace, key: string, day = askedFor): string =>
    `/funds/${fundId}/health/${key}${onDay(day)}`,
  /** All that one warning sign is seen in, a part at a time. */
  sign: ({ fundId, askedFor }: HealthPlace, code: string, part = 1): string => {
    const asked = new URLSearchParams({
      sign: code,
      ...(part === 1 ? {} : { part: String(part) }),
      ...(askedFor === undefined ? {} : { asOf: askedFor }),
    })
    return `/funds/${fundId}/health/signs?${asked.toString()}`
  },
  loan: ({ fundId, askedFor }: HealthPlace, loanId: string): string =>
    `/funds/${fundId}/loans/${loanId}${onDay(askedFor)}`,
  loans: ({ fundId }: HealthPlace): string => `/funds/${fundId}/loans`,
  log: ({ fundId }: HealthPlace): string => `/funds/${fundId}/log`,
}

export const healthWordsAt = ({ language }: HealthPlace): HealthWords => healthWords.in(language)

/** A value as its unit is written; no figure at all where there is nothing to divide by. */
export const valueText = (
  value: number | null,
  { unit, currency, words }: { unit: FigureUnit; currency: Currency; words: HealthWords },
): string => {
  if (value === null) return words.noBase
  if (unit === 'percent') return percentInFigures(value)
  return unit === 'money' ? moneyInFigures({ amount: value, currency }) : String(value)
}

export const dayText = (day: LocalDate, { language }: HealthPlace): string =>
  dateInWords(day, language)

/** A page in the frame of all pages; changing its language keeps the day. */
export const healthLayout = (place: HealthPlace, content: Html): Html => {
  const { askedFor } = place
  return layout({
    ...place,
    printedFor: place.fundName,
    query: { ...place.query, ...(askedFor === undefined ? {} : { asOf: askedFor }) },
    content: html`<div class="health">${content}</div>`,
  })
}

/** The same place with a way back to the report. */
export const behindReport = (place: HealthPlace): HealthPlace => ({
  ...place,
  back: { href: healthPlace.report(place), label: healthWordsAt(place).back },
})

/** The report itself has the first page behind it. */
export const behindFund = (place: HealthPlace): HealthPlace => ({
  ...place,
  back: behindFirstPage,
})

/** A name, its value and what more there is to say about it. */
export const figureFact = (
  name: Html | string,
  value: Html | string,
  more: Html | string = '',
): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd><b class="together">${value}</b>${more}</dd>
  </div>`

/** Numbers that follow each other are written as from and to: `3, 7–12`. */
export const inRanges = (numbers: readonly number[]): string => {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}

/** So many lines lead to their pages; of more the first and the last of each range do, so that no page grows with the fund. */
const linksMax = 100

const endsOf = (entries: readonly number[]): readonly number[] => {
  if (entries.length <= linksMax) return entries
  const all = new Set(entries)
  const ends = entries.filter((seq) => !all.has(seq - 1) || !all.has(seq + 1))
  return ends.length <= linksMax
    ? ends
    : [...ends.slice(0, linksMax / 2), ...ends.slice(-linksMax / 2)]
}

/** The lines of the book that a row rests on, each a way to its page; many of them are folded. */
export const entryLinks = (place: HealthPlace, entries: readonly number[]): Html => {
  const words = healthWordsAt(place)
  const link = (seq: number, said: string): Html =>
    html`<a href="${placeOf.entry(place, seq)}">${said}</a>`
  const [first] = entries
  if (first === undefined) return html``
  if (entries.length === 1) return link(first, words.entries(String(first), 1))
  return html`<details class="fold entry-list">
    <summary>${words.entries(inRanges(entries), entries.length)}</summary>
    <p>${endsOf(entries).map((seq) => html`${link(seq, String(seq))} `)}</p>
  </details>`
}

/** A sign, a word and a colour together, so that none of them has to be seen alone. */
export const mark = (tone: 'good' | 'bad' | 'calm' | 'eased', word: Html | string): Html => {
  const signs = { good: '✓', bad: '▲', calm: '○', eased: '≈' } as const
  return html`<span class="mark-${tone}"
    ><span aria-hidden="true">${signs[tone]}</span> ${word}</span
  >`
}
