import { html } from 'hono/html'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { lookGoodForDays, maySend } from '#domain/network/register/licence.ts'
import { type ShownAgency, maySendNow } from '#src/app/network/register.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { agencyFacts, agencyNames, registerPath, licenceMark } from '#src/pages/register/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { agencyWords, warningWords } from '#src/words/words.ts'

export type AgenciesShown = {
  readonly agencies: readonly ShownAgency[]
  /** What was typed, where it is a name; and what is wrong with it, in words. */
  readonly typed: string
  readonly fault?: string
  readonly onTyped: string
  readonly onFault?: string
  readonly on: LocalDate
  readonly isToday: boolean
  readonly page: number
  readonly networkId: string | undefined
}

/** So many stand on a page, so that it comes over a thin line. */
export const agenciesAPage = 20

const faultLine = (id: string, fault: string | undefined): Html | string =>
  fault === undefined ? '' : html`<p class="fault" id="${id}-fault">${fault}</p>`

const field = ({
  name,
  label,
  hint,
  value,
  fault,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly fault: string | undefined
}): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      maxlength="60"
      autocomplete="off"
      ${hint === undefined ? '' : html`aria-describedby="${name}-hint"`}
    />
    ${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    ${faultLine(name, fault)}
  </div>`

const askForm = ({ language }: PageFrame, shown: AgenciesShown): Html => {
  const words = agencyWords.in(language)
  const { typed, fault, onTyped, onFault, networkId } = shown
  return html`<form class="look-up screen-only" method="get" action="/agencies">
    ${field({ name: 'q', label: words.search, value: typed, fault })}
    ${field({ name: 'on', label: words.onDay, hint: words.onDayHint, value: onTyped, fault: onFault })}
    ${networkId === undefined ? '' : html`<input type="hidden" name="n" value="${networkId}" />`}
    <input type="hidden" name="lang" value="${language}" />
    <p class="buttons"><button class="button main">${words.show}</button></p>
  </form>`
}

const pageLinks = ({ language }: PageFrame, shown: AgenciesShown, pages: number): Html | string => {
  if (pages < 2) return ''
  const words = agencyWords.in(language)
  const { page, typed, onTyped, networkId } = shown
  const link = (to: number, label: string): Html => {
    const query = new URLSearchParams({
      ...(typed === '' ? {} : { q: typed }),
      ...(onTyped === '' ? {} : { on: onTyped }),
      ...(networkId === undefined ? {} : { n: networkId }),
      page: String(to),
      lang: language,
    })
    return html`<a class="button" href="/agencies?${query.toString()}">${label}</a>`
  }
  return html`<p class="button-row screen-only">
    ${page > 1 ? link(page - 1, words.before) : ''}
    <span>${words.pageOf(String(page), String(pages))}</span>
    ${page < pages ? link(page + 1, words.next) : ''}
  </p>`
}

/** The register as anybody may see it: official facts, and nothing of persons, phones or sub-agents. */
export const agenciesPage = (frame: PageFrame, shown: AgenciesShown): Html => {
  const { language, isPractice } = frame
  const words = agencyWords.in(language)
  const { agencies, on, isToday, page, typed, networkId } = shown
  const day = dateInWords(on, language)
  const pages = Math.max(Math.ceil(agencies.length / agenciesAPage), 1)
  const some = agencies.slice((page - 1) * agenciesAPage, page * agenciesAPage)
  return layout({
    ...frame,
    isLeftAtOnce: true,
    sheet: 'open',
    content: html`<div class="open">
      <h1>${words.heading}</h1>
      <p>${words.lead}</p>
      ${isPractice ? html`<p><b>${words.isPractice}</b></p>` : ''} ${askForm(frame, shown)}
      <p><b>${isToday ? words.today(day) : words.asOf(day)}</b>: ${words.found(agencies.length)}</p>
      ${agencies.length === 0 ? html`<p>${typed === '' ? words.noneAtAll : words.none} <b>${words.notYet}</b></p>` : ''}
      <ul class="agencies">
        ${some.map(
          (one) =>
            html`<li>
              <p>${agencyNames(language, one)}</p>
              ${agencyFacts(language, one, on)}
            </li>`,
        )}
      </ul>
      ${pageLinks(frame, shown, pages)}
      <p class="quiet">${words.onTime} ${agencies.length === 0 ? '' : words.copyNone}</p>
      <p class="button-row screen-only">
        <a class="button" href="${registerPath.roads(networkId)}">${words.toRoads}</a>
        <a class="button" href="${registerPath.warnings(networkId)}"
          >${warningWords.in(language).toWarnings}</a
        >
        <a class="button" href="${registerPath.copy(networkId)}">${words.toCopy}</a>
        <a class="button" href="${registerPath.copyCheck}">${words.toCheck}</a>
        <a class="button" href="${registerPath.poster(networkId)}">${words.toPoster}</a>
      </p>
    </div>`,
  })
}

/** A sheet to hang up: who may send people today, and who may not any more. */
export const posterPage = (
  frame: PageFrame,
  {
    agencies,
    on,
    at,
  }: {
    readonly agencies: readonly ShownAgency[]
    readonly on: LocalDate
    readonly at: string | undefined
  },
): Html => {
  const { language, isPractice } = frame
  const words = agencyWords.in(language)
  /** What ends while the sheet hangs. */
  const endsOn = ({ licence }: ShownAgency): string =>
    licence.until !== undefined &&
    maySend(licence) &&
    licence.until <= daysAfter(on, lookGoodForDays)
      ? `, ${words.until(dateInWords(licence.until, language))}`
      : ''
  const row = (one: ShownAgency, isMarked: boolean): Html =>
    html`<li>
      ${agencyNames(language, one)}
      ${one.licence.number === undefined ? '' : html` ${words.number(one.licence.number)}`}
      ${endsOn(one)} ${isMarked ? html`<br />${licenceMark(language, one.licence.state)}` : ''}
    </li>`
  const others = agencies.filter(({ licence }) => !maySend(licence))
  return layout({
    ...frame,
    isLeftAtOnce: true,
    sheet: 'open',
    content: html`<div class="open">
      <h1>${words.posterHeading}</h1>
      <p><b>${words.posterNote(dateInWords(on, language))}</b></p>
      ${isPractice ? html`<p><b>${words.isPractice}</b></p>` : ''}
      <ul class="agencies">
        ${agencies.filter(maySendNow).map((one) => row(one, one.licence.state === 'warned'))}
      </ul>
      ${
        others.length === 0
          ? ''
          : html`<h2>${words.posterOthers}</h2>
              <ul class="agencies">
                ${others.map((one) => row(one, true))}
              </ul>`
      }
      <p><b>${words.copyNone}</b></p>
      ${at === undefined ? '' : html`<p>${at}</p>`}
    </div>`,
  })
}
