import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { ListName } from '#src/lists/all.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { statementPageWords, takeAlongWords } from '#src/words/words.ts'

type Place = { readonly fundId: string; readonly language: Language }

export const takeAlongPath = ({ fundId }: Pick<Place, 'fundId'>): string =>
  `/funds/${fundId}/take-along`

/** Where the books are given out as a file. */
export const exportPath = (
  { fundId }: Pick<Place, 'fundId'>,
  form: string,
  query: Readonly<Record<string, string>> = {},
): string => {
  const asked = new URLSearchParams(query).toString()
  return `/v1/funds/${fundId}/exports/${form}${asked === '' ? '' : `?${asked}`}`
}

/** The files of a page: the list that it shows, the whole book, and the way to all the others. */
export const takeAlongPart = (
  place: Place & { readonly isPractice: boolean },
  { list, asOf }: { readonly list?: ListName; readonly asOf?: LocalDate | undefined } = {},
): Html => {
  const { language } = place
  const words = takeAlongWords.in(language)
  const files = statementPageWords.in(language)
  const day = asOf === undefined ? {} : { asOf }
  // All postings are the whole book as one list.
  const isWhole = list === undefined || list === 'postings'
  const way = (href: string, name: string): Html =>
    html`<a class="button" href="${href}">${name}</a>`
  return html`<nav class="button-row screen-only" aria-label="${files.takeAlong}">
    ${
      // Whoever practises signs nothing.
      !isWhole || place.isPractice ? '' : way(exportPath(place, 'evidence', day), words.packButton)
    }
    ${list === undefined ? '' : way(exportPath(place, 'csv', { list, ...day }), isWhole ? files.csv : words.thisList)}
    ${way(exportPath(place, 'xlsx', { language, ...day }), files.workbook)}
    ${way(takeAlongPath(place), words.all)}
  </nav>`
}
