import { html } from 'hono/html'
import type { CaseFile, Item } from '#domain/cases/file.ts'
import type { AnyCaseOperation } from '#domain/cases/operation.ts'
import { caseOperations } from '#domain/cases/operations/all.ts'
import { type Due, duesFor } from '#domain/cases/dues.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type ToldHow, toldFact, toldItem } from '#src/pages/cases/told.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { caseActName, codeNameIn } from '#src/desk/cases/words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

export type CaseShown = ToldHow & {
  readonly today: LocalDate
  /** Who reads it, by login. */
  readonly reader: string
  readonly path: (command: string, item?: string) => string
  /** The page itself, with names shown. */
  readonly withNames: string
  readonly loginOf: (userId: string) => string
  /** Further ways of the case, at the end. */
  readonly ways?: Html
}

/** What becomes of support is written by the fund's answer, and by nobody's hand. */
const all: readonly AnyCaseOperation[] = caseOperations.filter(
  ({ command }) => command !== 'SetSupportState',
)

const actLabel = ({ language }: ToldHow, { command }: AnyCaseOperation): string =>
  caseActName(language, command)

const way = (shown: CaseShown, operation: AnyCaseOperation, item = ''): Html =>
  html`<a class="button" href="${shown.path(operation.command, item)}"
    >${actLabel(shown, operation)}</a
  >`

const isLate = (due: Due, today: LocalDate): boolean => due.on < today

/** What comes next, as the first thing to read. */
const nextStep = (shown: CaseShown): Html | string => {
  const { file, language, today, reader } = shown
  const words = caseWords.in(language)
  const [next] = duesFor(file, reader)
  if (!next) return ''
  const item =
    next.item &&
    all
      .flatMap(({ writes, name }) => (writes === 'list' ? (file.lists[name] ?? []) : []))
      .find((one) => one.item === next.item)
  const operation =
    item && all.find(({ writes, name }) => writes === 'list' && file.lists[name]?.includes(item))
  return html`<section class="told">
    <div>
      <p class="quiet">
        ${isLate(next, today) ? words.late : words.next} · ${dateInWords(next.on, language)}
      </p>
      <p>${item && operation ? toldItem(shown, operation, item) : words[`due_${next.what}`]}</p>
    </div>
  </section>`
}

const itemLine = (shown: CaseShown, operation: AnyCaseOperation, item: Item): Html => {
  const changes = all.filter(({ writes, name }) => writes === 'item' && name === operation.name)
  const isEnded = item.value['end'] !== undefined || item.value['withdrawnOn'] !== undefined
  return html`<li>
    <span>
      ${toldItem(shown, operation, item)}
      <span class="quiet">${dateInWords(item.on, shown.language)}</span>
    </span>
    ${isEnded || shown.file.closed ? '' : changes.map((one) => way(shown, one, item.item))}
  </li>`
}

const listPart = (shown: CaseShown, operation: AnyCaseOperation): Html | string => {
  const items = shown.file.lists[operation.name] ?? []
  if (items.length === 0) return ''
  const words = caseWords.in(shown.language) as Readonly<Record<string, unknown>>
  return html`<section>
    <h2>${words[`list_${operation.name}`] ?? actLabel(shown, operation)}</h2>
    <ul class="queue rows">
      ${items.toReversed().map((item) => itemLine(shown, operation, item))}
    </ul>
  </section>`
}

const factPart = (shown: CaseShown, operation: AnyCaseOperation): Html | string => {
  const said = shown.file.facts[operation.name]
  return said === undefined
    ? ''
    : html`<section>
        <h2>${actLabel(shown, operation)}</h2>
        ${toldFact(shown, operation, said)} ${shown.file.closed ? '' : way(shown, operation)}
      </section>`
}

const receipts = ({ language, file, loginOf }: CaseShown): Html => {
  const words = caseWords.in(language)
  return html`<details class="fold">
    <summary>${words.whoRead}</summary>
    <ul>
      ${file.receipts
        .toReversed()
        .map(
          ({ by, on, times }) =>
            html`<li>
              <bdi>${loginOf(by)}</bdi> · ${dateInWords(on, language)} · ${words.times(times)}
            </li>`,
        )}
    </ul>
  </details>`
}

/** What is not known yet and can be asked, and what can be added. */
const otherWays = (shown: CaseShown): Html | string => {
  const { file, language } = shown
  const open = all.filter(({ writes, name, command }) =>
    file.closed
      ? command === 'ReopenCase'
      : writes === 'list' ||
        (writes === 'fact' && file.facts[name] === undefined) ||
        command === 'CloseCase',
  )
  return html`<details class="fold" ${file.closed ? ' open' : ''}>
    <summary>${caseWords.in(language).more}</summary>
    <div class="buttons">${open.map((operation) => way(shown, operation))}</div>
  </details>`
}

/** Safe contact before anything else: it is read before any call. */
const first: readonly string[] = ['contact', 'stage']

/** A case: what comes next, how the person may be reached, the plan, and what is known. */
export const casePage = (frame: PageFrame, shown: CaseShown): Html => {
  const { file, language, showsNames, withNames } = shown
  const words = caseWords.in(language)
  const facts = all.filter(({ writes }) => writes === 'fact')
  const lists = all.filter(({ writes }) => writes === 'list')
  const isFirst = ({ name }: AnyCaseOperation): boolean => first.includes(name)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('person', codeNameIn(language, file))}
      <p class="quiet">
        ${words[`kind_${file.kind}`]} · ${words.openedOn(dateInWords(file.openedOn, language))}
        ${file.closed ? html`<span class="mark">${words.closed}</span>` : ''}
      </p>
      ${nextStep(shown)} ${facts.filter(isFirst).map((one) => factPart(shown, one))}
      ${lists.map((one) => listPart(shown, one))}
      ${facts.filter((one) => !isFirst(one)).map((one) => factPart(shown, one))} ${otherWays(shown)}
      ${showsNames ? '' : html`<p><a class="button" href="${withNames}">${words.showNames}</a></p>`}
      ${receipts(shown)} ${shown.ways ?? ''}
    </div>`,
  })
}

/** What of a case stands in a list. */
export type CaseLine = {
  readonly file: CaseFile
  readonly next: Pick<Due, 'what' | 'on'> | undefined
}

/** Somebody's own cases, the next step first. */
export const casesPage = (
  frame: PageFrame,
  {
    lines,
    today,
    path,
    more,
  }: {
    readonly lines: readonly CaseLine[]
    readonly today: LocalDate
    readonly path: (code: string) => string
    readonly more: Html
  },
): Html => {
  const { language } = frame
  const words = caseWords.in(language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('road', words.heading)}
      <p class="quiet">${words.yours(lines.length)}</p>
      ${lines.length === 0 ? html`<p>${words.none}</p>` : ''}
      <ul class="queue rows">
        ${lines.map(
          ({ file, next }) =>
            html`<li>
              <span>
                <a href="${path(file.code)}"><b>${codeNameIn(language, file)}</b></a>
                <span class="quiet">${words[`kind_${file.kind}`]}</span>
              </span>
              <span class="sum">
                ${
                  next === undefined
                    ? html`<span class="quiet"
                        >${file.closed ? words.closed : words.nothingDue}</span
                      >`
                    : html`<b class="${next.on < today ? 'late' : ''}"
                          >${words[`due_${next.what}`]}</b
                        >
                        <span class="quiet"
                          >${next.on < today ? `${words.late} · ` : ''}${dateInWords(next.on, language)}</span
                        >`
                }
              </span>
            </li>`,
        )}
      </ul>
      ${more}
    </div>`,
  })
}
