import { html } from 'hono/html'
import type { CheckState } from '#domain/network/checked.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { costInAll } from '#domain/network/roads/costs.ts'
import type { Route, RouteOn } from '#domain/network/roads/routes.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { historyOf, keptWays } from '#src/pages/numbers/staff-page.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { roadsTable } from '#src/pages/register/roads-page.ts'
import type { Language } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { agencyStaffWords, numbersWords, roadWords } from '#src/words/words.ts'

/** A road in one line. */
export const roadLine = (language: Language, { country, way, currency, costs }: Route): Html =>
  html`<p class="whose">
    <b>${numbersWords.in(language)[`country_${country}`]}</b>,
    ${roadWords.in(language)[`way_${way}`]},
    <b>${moneyInFigures({ amount: costInAll(costs), currency })}</b>
  </p>`

/** All that is said of it, as a household would read it. */
export const roadFacts = (language: Language, one: Route): Html =>
  roadsTable(language, [{ ...one, checked: 'current', stateNow: one.state }])

type RoadKept = Pick<Route, 'routeId' | 'enteredBy' | 'enteredOn' | 'check' | 'withdrawn'> & {
  readonly state: CheckState
  readonly checkAgainOn: LocalDate | undefined
  readonly road: RouteOn
}

type StaffRoads = {
  readonly routes: readonly RoadKept[]
  readonly by: string
  readonly done: string | undefined
  readonly networkId: string
  /** Two of those who decide take one out. */
  readonly mayTakeOut: boolean
}

/** The roads for the staff, each with how far it can be relied on. */
export const staffRoadsPage = (
  frame: PageFrame,
  { routes, by, done, networkId, mayTakeOut }: StaffRoads,
): Html => {
  const { language } = frame
  const words = agencyStaffWords.in(language)
  const at = registerPath.staffRoads
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('road', words.roadsHeading, done)}
      <p>${words.roadsLead}</p>
      <p class="button-row">
        <a class="button" href="${at}/propose">${words.toPropose}</a>
        <a class="button" href="${registerPath.roads(networkId)}">${words.toPublic}</a>
        <a class="button" href="${registerPath.staff}">${words.heading}</a>
      </p>
      <ul class="kept">
        ${routes.map(
          (one) =>
            html`<li>
              ${roadLine(language, one.road)} ${historyOf(language, one, by)}
              <details class="fold">
                <summary>${roadWords.in(language).costRow}</summary>
                ${roadFacts(language, one.road)}
              </details>
              ${keptWays(language, one, { at: `${at}/${one.routeId}`, by, mayTakeOut })}
            </li>`,
        )}
      </ul>
    </div>`,
  })
}
