import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { statementNames as allNames } from '#domain/ledger/statement.ts'
import { dayToType } from '#src/desk/typed-day.ts'
import type { Html } from '#src/pages/layout.ts'
import { pageFiles } from '#src/pages/files.ts'
import { picture } from '#src/pages/pictures.ts'
import {
  type StatementPlace,
  statementFilePath,
  statementLayout,
  statementPath,
  statementWordsAt,
} from '#src/pages/statements/parts.ts'
import { tablePart } from '#src/pages/statements/statement-table.ts'
import { dateInWords, currencyName } from '#src/words/locale.ts'
import type { StatementInWords } from '#src/words/statement-words.ts'
import { statementNames, statementQuestions } from '#src/words/report-words.ts'
import { takeAlongPart } from '#src/pages/proof/take-along.ts'

/** What is wrong with what was asked for; what was typed is not shown again. */
export type QueryFault =
  | { readonly kind: 'wrong' | 'not-known' | 'card' }
  | { readonly kind: 'early' | 'ahead'; readonly bound: LocalDate }

const faultText = (fault: QueryFault, place: StatementPlace): string => {
  const words = statementWordsAt(place)
  switch (fault.kind) {
    case 'wrong':
      return words.dayWrong
    case 'not-known':
      return words.notKnown
    case 'card':
      return words.cardUnknown
    case 'early':
      return words.dayEarly(dateInWords(fault.bound, place.language))
    case 'ahead':
      return words.dayAhead(dateInWords(fault.bound, place.language))
  }
}

type Field = {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly hint?: string
}

const field = ({ name, label, value, hint }: Field): Html =>
  html`<p>
    <label for="${name}">${label}</label>
    ${hint === undefined ? '' : html`<span class="quiet" id="${name}-hint">${hint}</span>`}
    <input
      id="${name}"
      name="${name}"
      value="${value ?? ''}"
      autocomplete="off"
      maxlength="20"
      ${hint === undefined ? '' : html`aria-describedby="${name}-hint"`}
    />
  </p>`

/** The days, and for a member's statement the card, with what is wrong with them. */
const queryForm = (
  place: StatementPlace,
  { to, isOfMember, fault }: { to: string; isOfMember: boolean; fault?: QueryFault | undefined },
): Html => {
  const words = statementWordsAt(place)
  return html`<form class="asked screen-only" method="get" action="${to}">
    ${
      fault === undefined
        ? ''
        : html`<p class="told fault">${picture('stop')} <span>${faultText(fault, place)}</span></p>`
    }
    ${isOfMember ? field({ name: 'card', label: words.card, value: place.card }) : ''}
    ${field({ name: 'asOf', label: words.asOf, value: dayToType(place.asOf ?? ''), hint: words.dayHint })}
    ${field({ name: 'knownAt', label: words.knownAt, value: dayToType(place.knownOn ?? ''), hint: words.knownHint })}
    <p><button class="button">${words.show}</button></p>
  </form>`
}

const knownPart = (place: StatementPlace): Html | string =>
  place.knownOn === undefined
    ? ''
    : html`<p class="told">
        ${statementWordsAt(place).asKnown(dateInWords(place.knownOn, place.language))}
      </p>`

/** All statements by name, each with the question that it answers. */
export const statementsPage = (place: StatementPlace, fault?: QueryFault): Html => {
  const words = statementWordsAt(place)
  const { language } = place
  const names = statementNames.in(language)
  const questions = statementQuestions.in(language)
  return statementLayout(
    place,
    html`<div class="statements">
      <h1>${words.heading}</h1>
      <p>
        <b><bdi>${place.fundName}</bdi></b>
      </p>
      <p>${words.lead}</p>
      ${takeAlongPart(place)}
      ${queryForm(place, { to: statementPath.all({ fundId: place.fundId }), isOfMember: false, fault })}
      <ul class="choices">
        ${allNames.map(
          (name) =>
            html`<li>
              <a href="${statementPath.one(place, name)}"><b>${names[name]}</b></a>
              <span>${questions[name]}</span>
            </li>`,
        )}
      </ul>
    </div>`,
  )
}

/** The statement taken along: as a workbook, as CSV, on paper, and in a folder that the fund has signed. */
const filesPart = (place: StatementPlace, name: string): Html => {
  const words = statementWordsAt(place)
  const way = (file: 'xlsx' | 'csv' | 'zip'): string => statementFilePath(place, { name, file })
  return html`<nav class="button-row screen-only" aria-label="${words.takeAlong}">
      <a class="button" href="${statementFilePath(place, { name, file: 'xlsx' })}"
        >${words.workbook}</a
      >
      <a class="button" href="${statementFilePath(place, { name, file: 'csv' })}">${words.csv}</a>
      <button class="button" type="button" data-print hidden>${words.print}</button>
      ${
        // Whoever practises signs nothing: its place for money says so once.
        place.isPractice ? '' : html`<a class="button" href="${way('zip')}">${words.folder}</a>`
      }
    </nav>
    <p class="quiet screen-only">
      ${place.isPractice ? '' : words.folderMeaning}
      <span data-print-hint>${words.printHint}</span>
    </p>`
}

/** One statement: its table, what stands under it, and what came after its period was closed. */
export const statementPage = (place: StatementPlace, told: StatementInWords): Html => {
  const words = statementWordsAt(place)
  const { currency, notes, more, name } = told
  return statementLayout(
    { ...place, script: pageFiles.print.path },
    html`<div class="statements statement-${name}">
      <h1>${told.title}</h1>
      <p>
        <b><bdi>${place.fundName}</bdi></b> ·
        ${words.currency(currencyName(currency, place.language))}
      </p>
      ${filesPart(place, name)} ${knownPart(place)}
      ${tablePart(place, told, { currency, label: told.title })}
      ${notes.map((note) => html`<p class="quiet">${note}</p>`)}
      ${more.map(
        (table) =>
          html`<section>
            <h2>${table.title}</h2>
            ${tablePart(place, table, { currency, label: table.title })}
          </section>`,
      )}
      ${queryForm(place, {
        to: `/funds/${place.fundId}/statements/${name}`,
        isOfMember: name === 'member-statement',
      })}
    </div>`,
  )
}

/** Where a statement cannot be shown as it was asked for, or asks whose it should be. */
export const askAgainPage = (
  place: StatementPlace,
  { name, fault }: { name: (typeof allNames)[number]; fault?: QueryFault },
): Html =>
  statementLayout(
    place,
    html`<div class="statements">
      <h1>${statementNames.in(place.language)[name]}</h1>
      <p>
        <b><bdi>${place.fundName}</bdi></b>
      </p>
      <p>${statementQuestions.in(place.language)[name]}</p>
      ${queryForm(place, {
        to: `/funds/${place.fundId}/statements/${name}`,
        isOfMember: name === 'member-statement',
        fault,
      })}
    </div>`,
  )
