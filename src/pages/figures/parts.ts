import { html } from 'hono/html'
import type { Abroad } from '#domain/fund/meeting/away-more.ts'
import { abroad } from '#domain/fund/meeting/away-more.ts'
import { fewestVillages, otherPlaces } from '#domain/statistics/away-places.ts'
import { type RecruitmentCost, recruitmentCostOf } from '#domain/statistics/recruitment-cost.ts'
import type { Release } from '#domain/statistics/releasing.ts'
import type { PublishedCell, PublishedTable } from '#domain/statistics/tables.ts'
import type { Figures } from '#src/app/figures/book.ts'
import type { Html } from '#src/pages/layout.ts'
import { placeSaid, provinceIn } from '#src/pages/network/place-said.ts'
import { table } from '#src/pages/table.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { ReleaseWords } from '#src/words/en/releases.ts'
import { watchWords } from '#src/words/watch-words.ts'
import { awayWords, releaseWords } from '#src/words/words.ts'

export { fewestVillages }

const at = (path: string, networkId: string | undefined): string =>
  networkId === undefined ? path : `${path}?n=${networkId}`

export const figuresPath = {
  /** Open to anybody; of one network where it is named. */
  all: (networkId?: string): string => at('/figures', networkId),
  csv: (networkId?: string): string => at('/figures/csv', networkId),
  sheet: (networkId?: string): string => at('/figures/sheet', networkId),
  brief: (networkId?: string): string => at('/figures/brief', networkId),
  places: '/places',
  staff: '/network/figures',
  propose: (period: string): string => `/network/figures/propose/${period}`,
  confirm: (releaseId: string): string => `/network/figures/${releaseId}/confirm`,
  placing: '/network/figures/place',
} as const

export const releaseWordsIn = (language: Language): ReleaseWords => releaseWords.in(language)

/** A period as people say it. */
export const periodSaid = (period: string, language: Language): string => {
  const words = releaseWordsIn(language)
  const [year = '', part = ''] = period.split('-')
  return part.startsWith('H') ? words.half(part.slice(1), year) : words.quarter(part.slice(1), year)
}

const saidIn = (words: object, key: string): string | undefined => {
  const known = words as Readonly<Record<string, unknown>>
  const said = Object.hasOwn(known, key) ? known[key] : undefined
  return typeof said === 'string' ? said : undefined
}

const districtsLeft = (id: string): string | undefined =>
  id.endsWith(`-${otherPlaces}`) ? id.slice(0, -otherPlaces.length - 1) : undefined

/** A place of a table, as a reader of the language knows it. */
const placeNamed = (id: string, language: Language): string => {
  const words = releaseWordsIn(language)
  if (id === otherPlaces) return words.place_other
  const left = districtsLeft(id)
  if (left !== undefined) return words.districts_other(provinceIn(left, language) ?? left)
  return (id.length > 2 ? placeSaid(id, language) : provinceIn(id, language)) ?? id
}

/** A line of a table in words; `dimension` is whose line it is. */
export const lineSaid = (dimension: string, line: string, language: Language): string => {
  if (dimension === 'place') return placeNamed(line, language)
  if (dimension === 'receiver') return saidIn(watchWords.in(language), `to_${line}`) ?? line
  const words = releaseWordsIn(language)
  const own = saidIn(words, `line_${line}`) ?? saidIn(words, `${dimension}_${line}`)
  const ofLetter = dimension === 'state' ? saidIn(words, `letter_${line}`) : undefined
  return own ?? ofLetter ?? saidIn(awayWords.in(language), `${dimension}_${line}`) ?? line
}

const [barWidth, barHeight] = [100, 10]

/** A bar as long as a group is large; the number beside it says the same. */
const bar = (people: number, most: number): Html =>
  html`<svg class="bar" viewBox="0 0 ${barWidth} ${barHeight}" aria-hidden="true">
    <rect width="${((barWidth * people) / Math.max(most, 1)).toFixed(1)}" height="${barHeight}" />
  </svg>`

type Row = { readonly said: string; readonly people: number | null; readonly head?: string }

const keysOf = ({ at: where }: PublishedCell): readonly string[] => Object.keys(where)

/** All of them together, and each line of the last dimension. */
const linesShown = ({ cells, dimensions }: PublishedTable, language: Language): readonly Row[] => {
  const last = dimensions.at(-1)!.id
  return cells
    .filter((one) => keysOf(one).length === 0 || (keysOf(one).length === 1 && last in one.at))
    .map(({ at: where, people }) => ({
      said:
        where[last] === undefined
          ? releaseWordsIn(language).all
          : lineSaid(last, where[last], language),
      people,
    }))
}

/** The lines of a crossed table, under what each is crossed with. */
const crossedShown = (
  { cells, dimensions }: PublishedTable,
  language: Language,
): readonly Row[] => {
  const [first, last] = [dimensions[0]!.id, dimensions.at(-1)!.id]
  return dimensions.length < 2
    ? []
    : cells
        .filter((one) => first in one.at && last in one.at)
        .map(({ at: where, people }) => ({
          head: lineSaid(first, where[first]!, language),
          said: lineSaid(last, where[last]!, language),
          people,
        }))
        .filter(({ people }) => people !== null)
}

const rowsShown = (
  language: Language,
  label: string,
  { rows, counted }: { readonly rows: readonly Row[]; readonly counted: string },
): Html => {
  const words = releaseWordsIn(language)
  const { all } = words
  const most = Math.max(...rows.map(({ said, people }) => (said === all ? 0 : (people ?? 0))))
  return table({
    look: 'told-table pressed',
    label,
    headOf: ({ head }: Row) => head,
    columns: [
      { heading: words.line, of: ({ said }: Row) => said },
      { heading: counted, of: ({ people }: Row) => String(people), look: 'sum' },
      {
        heading: '',
        of: ({ said, people }: Row) => (said === all ? '' : bar(people ?? 0, most)),
      },
    ],
    rows: rows.filter(({ people }) => people !== null),
  })
}

/** One table of a release: bars and numbers, and what is not told is said to be so. */
export const releaseTable = (
  one: PublishedTable,
  { language, heading, isOpen = false }: { language: Language; heading: string; isOpen?: boolean },
): Html => {
  const words = releaseWordsIn(language)
  const lines = linesShown(one, language)
  const hidden = lines.filter(({ people }) => people === null)
  const crossed = crossedShown(one, language)
  const counted = one.id === 'letters' ? words.letters : words.people
  const isByPlace = one.dimensions.some(({ isPlace }) => isPlace)
  const byOther = one.id === 'letters' ? words.byReceiver : words.byCorridor
  const by = isByPlace ? words.byPlace : byOther
  const content = html`${rowsShown(language, heading, { rows: lines, counted })}
  ${hidden.length === 0 ? '' : html`<p class="quiet">${words.hidden}: ${hidden.map(({ said }) => said).join('; ')}</p>`}
  ${
    crossed.length === 0
      ? ''
      : html`<details class="fold">
          <summary>${by}</summary>
          ${rowsShown(language, by, { rows: crossed, counted })}
          <p class="quiet">${words.restHidden}</p>
        </details>`
  }`
  return isOpen
    ? html`<section class="figures-part">
        <h2>${heading}</h2>
        ${content}
      </section>`
    : html`<details class="fold figures-part">
        <summary>${heading}</summary>
        ${content}
      </details>`
}

export const releaseOfKind = ({ releases }: Figures, kind: Release['kind']): Release | undefined =>
  releases.find((one) => one.kind === kind)

export const tableNamed = (release: Release | undefined, id: string): PublishedTable | undefined =>
  release?.tables.find((one) => one.id === id)

/** What leaving cost by corridor, where it can be told. */
export const costsTold = (
  figures: Figures,
): readonly { readonly to: Abroad; readonly cost: RecruitmentCost }[] => {
  const cost = tableNamed(releaseOfKind(figures, 'migration'), 'cost')
  return abroad.flatMap((to) => {
    const told = cost && recruitmentCostOf(cost, to)
    return told ? [{ to, cost: told }] : []
  })
}

export const costsSaid = (
  figures: Figures,
  language: Language,
): readonly { readonly said: string; readonly middle: string }[] => {
  const words = releaseWordsIn(language)
  return costsTold(figures).map(({ to, cost }) => ({
    said: words.costSaid(
      lineSaid('corridor', to, language),
      String(cost.people),
      `${cost.overAMonth}%`,
    ),
    middle: words.costMiddle(lineSaid('cost', cost.middle, language)),
  }))
}
