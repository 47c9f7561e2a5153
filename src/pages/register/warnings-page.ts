import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { CheckState } from '#domain/network/checked.ts'
import type { StandingWarning } from '#domain/network/warnings/standing.ts'
import type { Warning } from '#domain/network/warnings/warning.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { joined } from '#src/pages/numbers/parts.ts'
import { historyOf, keptWays } from '#src/pages/numbers/staff-page.ts'
import { agencyNames, registerPath } from '#src/pages/register/parts.ts'
import { reportPath } from '#src/pages/watch/intake-pages.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { warningWords } from '#src/words/words.ts'

const ground = (language: Language, { rests }: Pick<StandingWarning, 'rests'>): Html => {
  const words = warningWords.in(language)
  const day = (on: LocalDate): string => dateInWords(on, language)
  if (rests.on === 'reports')
    return html`<p>${words.reportedBy(rests.households)}</p>
      <p class="quiet">${words.since(day(rests.since))}</p>`
  const { who, seenOn, document, lookedOn, isStale } = rests
  return html`<p>
      ${joined([
        words.said(words[`who_${who}`], day(seenOn)),
        ...(document === undefined ? [] : [html`<bdi>${document}</bdi>`]),
      ])}
    </p>
    <p class="quiet">${words.looked(day(lookedOn))}</p>
    ${isStale ? html`<p><b>${words.stale}</b></p>` : ''}`
}

/** The list for anybody: what schemes call themselves, and on whose word; never who runs one. */
export const warningsPage = (
  frame: PageFrame,
  {
    warnings,
    networkId,
  }: { readonly warnings: readonly StandingWarning[]; readonly networkId: string | undefined },
): Html => {
  const { language, isPractice } = frame
  const words = warningWords.in(language)
  return layout({
    ...frame,
    isLeftAtOnce: true,
    sheet: 'open',
    content: html`<div class="open">
      <h1>${words.heading}</h1>
      <p>${words.lead}</p>
      ${isPractice ? html`<p><b>${words.isPractice}</b></p>` : ''}
      <p><b>${warnings.length === 0 ? words.none : words.found(warnings.length)}</b></p>
      <ul class="agencies">
        ${warnings.map(
          (one) =>
            html`<li>
              <p>${agencyNames(language, one)}</p>
              <p>
                <b class="licence">${words[`kind_${one.kind}`]}</b>
              </p>
              ${ground(language, one)}
            </li>`,
        )}
      </ul>
      <p>${words.signs} <b>${words.notHere}</b></p>
      <p class="button-row screen-only">
        <a class="button" href="${reportPath.intake}">${words.toReport}</a>
        <a class="button" href="${registerPath.all(networkId)}">${words.toAgencies}</a>
      </p>
    </div>`,
  })
}

/** A warning in one line. */
export const warningLine = (language: Language, one: Warning): Html =>
  html`<p class="whose">
    ${agencyNames(language, one)}, ${warningWords.in(language)[`kind_${one.kind}`]}
  </p>`

/** On what it rests, for whoever holds it against that. */
export const warningFacts = (language: Language, { rests }: Warning): Html => {
  const words = warningWords.in(language)
  if (rests.on === 'reports') return html`<p>${words.restsOnReports}</p>`
  const said = words.said(words[`who_${rests.who}`], dateInWords(rests.seenOn, language))
  return html`<p>
    ${joined([said, ...(rests.document === undefined ? [] : [html`<bdi>${rests.document}</bdi>`])])}
  </p>`
}

type WarningKept = Warning & {
  readonly state: CheckState
  readonly checkAgainOn: LocalDate | undefined
}

/** The list for the staff, each with how far it can be relied on. */
export const staffWarningsPage = (
  frame: PageFrame,
  {
    warnings,
    by,
    done,
    networkId,
    mayTakeOut,
  }: {
    readonly warnings: readonly WarningKept[]
    readonly by: string
    readonly done: string | undefined
    readonly networkId: string
    readonly mayTakeOut: boolean
  },
): Html => {
  const { language } = frame
  const words = warningWords.in(language)
  const at = registerPath.staffWarnings
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('warning', words.staffHeading, done)}
      <p>${words.staffLead}</p>
      <p class="button-row">
        <a class="button" href="${at}/propose">${words.toPropose}</a>
        <a class="button" href="${registerPath.warnings(networkId)}">${words.toPublic}</a>
      </p>
      ${warnings.length === 0 ? html`<p>${words.none}</p>` : ''}
      <ul class="kept">
        ${warnings.map(
          (one) =>
            html`<li>
              ${warningLine(language, one)} ${warningFacts(language, one)}
              ${historyOf(language, one, by)}
              ${keptWays(language, one, { at: `${at}/${one.warningId}`, by, mayTakeOut })}
            </li>`,
        )}
      </ul>
    </div>`,
  })
}
