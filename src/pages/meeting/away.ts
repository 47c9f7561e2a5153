import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type AwayFigures, awayLines, awayTableNames } from '#domain/fund/meeting/away-figures.ts'
import {
  type MoreFigures,
  abroad,
  abuses,
  corridors,
  costBands,
  moreTableNames,
  moreTables,
} from '#domain/fund/meeting/away-more.ts'
import type { AwayCount, SafeFigures } from '#src/app/meeting/away-counts.ts'
import { type At, deskLayout, fact, heading } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { behindMeetings } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { awayWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

export const awayWordsAt = ({ language }: Pick<At, 'language'>) => awayWords.in(language)
export type AwayWords = ReturnType<typeof awayWordsAt>

export const nameOfLine = (words: AwayWords, table: string, line: string): string =>
  words[`${table}_${line}` as keyof AwayWords] as string

export const nameOfTable = (words: AwayWords, table: string): string =>
  words[`table_${table}` as keyof AwayWords] as string

type TableShown = {
  readonly heading: string
  readonly lines: readonly (readonly [name: string, count: number | null])[]
}
type AwayShown = { readonly total: number | null; readonly tables: readonly TableShown[] }

const tableShown = (
  words: AwayWords,
  table: string,
  { lines, heading }: { lines: readonly (readonly [string, number | null])[]; heading?: string },
): TableShown => ({
  heading: heading ?? nameOfTable(words, table),
  lines: lines.map(([line, count]) => [nameOfLine(words, table, line), count]),
})

/** What was counted beyond who is away; what the stones said stands in it only while it is read back. */
const moreShown = (words: AwayWords, more: MoreFigures): readonly TableShown[] => {
  const of = (counts: Readonly<Record<string, number>>, lines: readonly string[]) =>
    lines.map((line) => [line, counts[line]!] as const)
  const { stones } = more
  return [
    tableShown(words, 'corridor', { lines: of(more.corridor, corridors) }),
    tableShown(words, 'corridor', {
      lines: of(more.women, corridors),
      heading: words.table_women,
    }),
    { heading: words.back, lines: [[words.returned, more.returned]] },
    ...moreTableNames.map((table) =>
      tableShown(words, table, { lines: of(more[table], moreTables[table]) }),
    ),
    ...abroad.map((to) =>
      tableShown(words, 'cost', {
        lines: of(more.cost[to], costBands),
        heading: words.costOf(nameOfLine(words, 'corridor', to)),
      }),
    ),
    ...(stones
      ? [
          tableShown(words, 'stones', {
            lines: of(stones, ['asked', ...abuses]),
            heading: words.stones,
          }),
        ]
      : []),
  ]
}

const figuresShown = (words: AwayWords, figures: AwayFigures): AwayShown => ({
  total: figures.total,
  tables: [
    ...awayTableNames.map((table) =>
      tableShown(words, table, { lines: awayLines(figures, table) }),
    ),
    ...(figures.more ? moreShown(words, figures.more) : []),
  ],
})

const safeFiguresShown = (words: AwayWords, figures: SafeFigures): AwayShown => ({
  total: figures.total,
  tables: awayTableNames.map((table) =>
    tableShown(words, table, { lines: Object.entries(figures[table]) }),
  ),
})

const countText = (words: AwayWords, count: number | null): Html | string =>
  count === null ? html`<span class="quiet">${words.hidden}</span>` : String(count)

const figuresPart = (words: AwayWords, { total, tables }: AwayShown): Html =>
  html`<dl class="facts">
      ${fact(words.total, html`<b class="figure">${countText(words, total)}</b>`)}
    </dl>
    <div class="away-tables">
      ${tables
        .map(({ heading, lines }) => ({ heading, some: lines.filter(([, count]) => count !== 0) }))
        .map(({ heading, some }) =>
          some.length === 0
            ? ''
            : html`<section>
                <h3>${heading}</h3>
                <dl class="facts">
                  ${some.map(([name, count]) => fact(name, countText(words, count)))}
                </dl>
              </section>`,
        )}
    </div>`

/** A count read back before it is kept. */
export const awayPart = (at: At, on: LocalDate, figures: AwayFigures): Html => {
  const words = awayWordsAt(at)
  return html`<section class="check meeting">
    <h2>${words.countedOn(dateInWords(on, at.language))}</h2>
    ${figuresPart(words, figuresShown(words, figures))}
  </section>`
}

export type AwayListed = Omit<AwayCount, 'figures'> & {
  /** As counted, for the village's own committee; else what strangers may be told. */
  readonly figures:
    | { readonly isSafe: false; readonly told: AwayFigures }
    | { readonly isSafe: true; readonly told: SafeFigures }
    | undefined
}

export const erasePlace = (at: Pick<At, 'fundId'>, entryId: string): string =>
  `${meetingPlace.away(at)}/${entryId}/erase`

const countPart = (at: At, count: AwayListed, mayErase: boolean): Html => {
  const words = awayWordsAt(at)
  const { entryId, on, state, figures, stones } = count
  const said = { fits: 'good', differs: 'bad', gone: 'calm' } as const
  return html`<section class="check meeting">
    <h2>${words.countedOn(dateInWords(on, at.language))}</h2>
    <p>${mark(said[state], words[state])}</p>
    ${stones === 'shut' ? html`<p>${mark('bad', words.stonesShut)}</p>` : ''}
    ${
      figures === undefined
        ? ''
        : figuresPart(
            words,
            figures.isSafe
              ? safeFiguresShown(words, figures.told)
              : figuresShown(words, figures.told),
          )
    }
    ${
      mayErase && state !== 'gone'
        ? html`<p class="screen-only">
            <a class="button" href="${erasePlace(at, entryId)}">${words.erase}</a>
          </p>`
        : ''
    }
  </section>`
}

type AwayList = {
  readonly counts: readonly AwayListed[]
  readonly isDue: boolean
  readonly isSafe: boolean
  readonly mayCount: boolean
  readonly mayErase: boolean
  readonly today: LocalDate
}

/** All counts of who is away, the newest first. */
export const awayPage = (at: At, list: AwayList): Html => {
  const words = awayWordsAt(at)
  const { counts, isDue, isSafe, mayCount, mayErase, today } = list
  const content = html`${heading('away', words.heading)}
    <p>${words.meaning}</p>
    ${isSafe ? html`<p>${words.safeMeaning}</p>` : ''}
    ${isDue ? html`<div class="notes"><p>${words.due}</p></div>` : ''}
    ${
      mayCount
        ? html`<p class="buttons screen-only">
            <a class="button ${isDue ? 'go' : ''}" href="${meetingPlace.step(at, today, 'away')}"
              >${words.countNow}</a
            >
          </p>`
        : ''
    }
    ${counts.length === 0 ? html`<p class="quiet">${words.none}</p>` : ''}
    ${counts.map((count) => countPart(at, count, mayErase))}`
  return deskLayout({ ...behindMeetings(at), at: meetingPlace.away(at) }, content)
}
