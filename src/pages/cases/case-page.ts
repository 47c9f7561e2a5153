import { html } from 'hono/html'
import type { Item } from '#domain/cases/file.ts'
import { type AnyCaseOperation, factOf } from '#domain/cases/operation.ts'
import { caseOperations, writtenElsewhere } from '#domain/cases/operations/all.ts'
import { scheduleOf, seesLeftBehind, setRhythm } from '#domain/cases/operations/abroad.ts'
import { releasesOf } from '#domain/cases/releasing.ts'
import { isOfChild } from '#domain/cases/operations/person.ts'
import { addTask } from '#domain/cases/operations/plan.ts'
import { canFollow, waysIn } from '#domain/cases/operations/ways.ts'
import { nextStep } from '#src/pages/cases/next-step.ts'
import { dangerStrip, stageLine } from '#src/pages/cases/parts.ts'
import {
  type CaseShown,
  type ToldHow,
  toldFact,
  toldItem,
  toldValues,
} from '#src/pages/cases/told.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { caseActName, caseWord, codeNameIn } from '#src/desk/cases/words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

const all: readonly AnyCaseOperation[] = caseOperations.filter(
  ({ command }) => !writtenElsewhere.includes(command),
)

const actLabel = ({ language }: ToldHow, { command }: AnyCaseOperation): string =>
  caseActName(language, command)

const way = (shown: CaseShown, operation: AnyCaseOperation, item = ''): Html =>
  html`<a class="button" href="${shown.path(operation.command, item)}"
    >${actLabel(shown, operation)}</a
  >`

const isEnded = ({ value }: Item): boolean =>
  ['end', 'withdrawnOn', 'takenBackOn'].some((name) => value[name] !== undefined)

const itemLine = (shown: CaseShown, operation: AnyCaseOperation, item: Item): Html => {
  const changes = all.filter(
    (one) => one.writes === 'item' && one.name === operation.name && canFollow(one, item),
  )
  const isOver = isEnded(item) || shown.file.closed !== undefined
  const sheet =
    operation.command === 'OfferReferral' && !isOver
      ? html`<a class="button" href="${shown.sheetAt(item.item)}"
          >${caseWords.in(shown.language).sheet}</a
        >`
      : ''
  return html`<li>
    <span>
      ${toldItem(shown, operation, item)}
      <span class="quiet">${dateInWords(item.on, shown.language)}</span>
    </span>
    ${
      isOver
        ? ''
        : html`<div class="buttons">
            ${changes.map((one) => way(shown, one, item.item))} ${sheet}
          </div>`
    }
  </li>`
}

const itemLines = (shown: CaseShown, operation: AnyCaseOperation, items: readonly Item[]): Html =>
  html`<ul class="queue rows">
    ${items.toReversed().map((item) => itemLine(shown, operation, item))}
  </ul>`

const listFold = (
  shown: CaseShown,
  operation: AnyCaseOperation,
  items: readonly Item[] = shown.file.lists[operation.name] ?? [],
): Html | string => {
  if (items.length === 0) return ''
  const words = caseWords.in(shown.language) as Readonly<Record<string, unknown>>
  const name =
    operation.name === addTask.name
      ? caseWords.in(shown.language).planDone
      : words[`list_${operation.name}`]
  return html`<details class="fold">
    <summary>${name} <span class="quiet">${items.length}</span></summary>
    ${itemLines(shown, operation, items)}
  </details>`
}

const isEmpty = (shown: CaseShown, operation: AnyCaseOperation): boolean => {
  const said = shown.file.facts[operation.name]
  return (
    said === undefined ||
    (said.others.length === 0 && toldValues(shown, operation, said.value).length === 0)
  )
}

const factFold = (shown: CaseShown, operation: AnyCaseOperation): Html | string => {
  const said = shown.file.facts[operation.name]
  // One that says no to all that it asks tells nothing: it is asked for under what can be added.
  if (said === undefined || isEmpty(shown, operation)) return ''
  if (operation.command === 'SetLeftBehind' && !seesLeftBehind(shown.file, shown.reader)) return ''
  return html`<details class="fold" ${said.others.length > 0 ? ' open' : ''}>
    <summary>${actLabel(shown, operation)}</summary>
    ${toldFact(shown, operation, said)}
    ${
      shown.file.closed
        ? ''
        : html`<p>
            <a class="button" href="${shown.path(operation.command)}"
              >${caseWords.in(shown.language).change}</a
            >
          </p>`
    }
  </details>`
}

/** How the person may be reached: it is read before any call, and stands in no fold. */
const contact = (shown: CaseShown): Html | string => {
  const operation = all.find(({ writes, name }) => writes === 'fact' && name === 'contact')!
  const said = shown.file.facts['contact']
  if (said === undefined) return ''
  return html`<section>
    <h2>${actLabel(shown, operation)}</h2>
    ${toldFact(shown, operation, said)}
    ${
      shown.file.closed
        ? ''
        : html`<a class="button" href="${shown.path(operation.command)}"
            >${caseWords.in(shown.language).change}</a
          >`
    }
  </section>`
}

const tasksOf = ({ file }: CaseShown): readonly Item[] => file.lists[addTask.name] ?? []

/** What is to be done, and a way to add to it. */
const plan = (shown: CaseShown): Html | string => {
  if (shown.file.closed) return ''
  const words = caseWords.in(shown.language)
  const open = tasksOf(shown).filter((item) => !isEnded(item))
  return html`<section>
    <h2>${words.list_tasks}</h2>
    ${open.length === 0 ? html`<p class="quiet">${words.noPlan}</p>` : itemLines(shown, addTask, open)}
    <a class="button" href="${shown.path(addTask.command)}">${words.planNext}</a>
  </section>`
}

/** Why somebody came in or went out. */
const passageWord = (words: object, why: string): string =>
  (words as Readonly<Record<string, string>>)[`passage_${why}`] ?? ''

const receipts = ({ language, file, loginOf }: CaseShown): Html => {
  const words = caseWords.in(language)
  return html`<details class="fold">
    <summary>${words.whoRead}</summary>
    <ul>
      ${(file.opened ?? []).map(
        ({ on, by, to, why }) =>
          html`<li>
            <bdi>${by.map(loginOf).join(', ')}</bdi> · ${dateInWords(on, language)} ·
            ${passageWord(words, why)} <bdi>${loginOf(to)}</bdi>
          </li>`,
      )}
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

/** Coded data that went out, to whom, and who let it go. */
const releases = ({ language, file, loginOf }: CaseShown): Html | string => {
  const words = caseWords.in(language)
  const all = releasesOf(file)
  if (all.length === 0) return ''
  return html`<details class="fold">
    <summary>${words.releases} <span class="quiet">${all.length}</span></summary>
    <ul>
      ${all.toReversed().map(
        ({ on, value: { receiver, releasedBy } }) =>
          html`<li>
            ${dateInWords(on, language)} ·
            <bdi>${words.releasedLine(receiver, loginOf(releasedBy))}</bdi>
          </li>`,
      )}
    </ul>
  </details>`
}

/** When she is called next, as it was agreed: a worker who stands in knows it too. */
const nextCalls = ({ language, file }: CaseShown): Html | string => {
  const days = scheduleOf(file)
  const words = caseWords.in(language)
  if (days.length === 0) return ''
  const when = factOf(file, setRhythm)?.partOfDay
  return html`<details class="fold">
    <summary>${words.nextCalls}</summary>
    <ul>
      ${days.map(
        (day) =>
          html`<li>
            ${dateInWords(day, language)}${when === undefined ? '' : `, ${caseWord(language, when)}`}
          </li>`,
      )}
    </ul>
  </details>`
}

/** Whether something can be written down that is not known yet, or one more of it. */
const isOpenWay = (shown: CaseShown, one: AnyCaseOperation): boolean => {
  const { writes, name, command } = one
  const { file } = shown
  if (file.closed) return command === 'ReopenCase'
  if (command === 'CloseCase') return true
  if (writes === 'list') return name !== addTask.name
  return writes === 'fact' && isEmpty(shown, one) && (command !== 'SetGuardian' || isOfChild(file))
}

const ways = (shown: CaseShown, some: readonly AnyCaseOperation[]): Html =>
  html`<div class="buttons">${some.map((operation) => way(shown, operation))}</div>`

const openWays = (shown: CaseShown) =>
  waysIn(
    shown.file,
    all.filter((one) => isOpenWay(shown, one)),
  )

/** What this kind of case needs at this stage: it is found without looking. */
const nowWays = (shown: CaseShown): Html | string => {
  const [now] = openWays(shown)
  if (now === undefined || shown.file.closed) return ''
  return html`<section>
    <h2>${caseWords.in(shown.language)[`ways_${now.group}`]}</h2>
    ${ways(shown, now.operations)}
  </section>`
}

/** What else is not known yet and can be asked, and what can be added, by what it is about. */
const otherWays = (shown: CaseShown): Html | string => {
  const words = caseWords.in(shown.language)
  const groups = openWays(shown)
  return html`<details class="fold" ${shown.file.closed ? ' open' : ''}>
    <summary>${words.more}</summary>
    ${groups.slice(shown.file.closed ? 0 : 1).map(
      ({ group, operations }) =>
        html`<h3>${words[`ways_${group}`]}</h3>
          ${ways(shown, operations)}`,
    )}
  </details>`
}

/** A case: where it is on the way, what comes next, how the person may be reached, the plan; the rest lies in folds. */
export const casePage = (frame: PageFrame, shown: CaseShown): Html => {
  const { file, language, showsNames, withNames, cardAt } = shown
  const words = caseWords.in(language)
  const facts = all.filter(({ writes, name }) => writes === 'fact' && name !== 'contact')
  const lists = all.filter(({ writes, name }) => writes === 'list' && name !== addTask.name)
  const done = tasksOf(shown).filter(isEnded)
  return layout({
    ...frame,
    content: html`<div class="desk case">
      ${heading('person', codeNameIn(language, file))}
      <p class="quiet">
        ${words[`kind_${file.kind}`]} · ${words.openedOn(dateInWords(file.openedOn, language))}
        ${file.closed ? html`<span class="mark">${words.closed}</span>` : ''}
      </p>
      ${stageLine(language, file)} ${nextStep(shown)}
      ${file.closed ? '' : dangerStrip(language, shown.numbersAt)} ${contact(shown)} ${plan(shown)}
      ${nowWays(shown)}
      <section>
        <h2>${words.known}</h2>
        <div class="case-folds">
          ${lists.map((one) => listFold(shown, one))} ${facts.map((one) => factFold(shown, one))}
          ${listFold(shown, addTask, done)} ${nextCalls(shown)} ${shown.taught ?? ''}
          ${releases(shown)} ${otherWays(shown)} ${receipts(shown)} ${shown.ways ?? ''}
        </div>
      </section>
      <div class="buttons">
        ${cardAt === undefined ? '' : html`<a class="button" href="${cardAt}">${words.card}</a>`}
        ${showsNames ? '' : html`<a class="button" href="${withNames}">${words.showNames}</a>`}
      </div>
    </div>`,
  })
}
