import { html } from 'hono/html'
import type { CharterVersion } from '#domain/fund/charter/charter.ts'
import type { Future } from '#domain/fund/future.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type CharterField, type RulesVersion, charterFields } from '#src/app/charter-history.ts'
import { type FairPlace, fairLayout, fairPaths, linkButton } from '#src/pages/fair/parts.ts'
import { fieldText } from '#src/pages/fair/field-text.ts'
import { type Firmness, type RuleRow, ruleGroups } from '#src/pages/fair/rule-rows.ts'
import { taskPath } from '#src/desk/places.ts'
import { type DayFault, dayForm } from '#src/pages/health/day-form.ts'
import type { Html } from '#src/pages/layout.ts'
import { quoteWords } from '#src/words/quote-words.ts'
import {
  buyOutWords,
  fieldWords,
  newRulesWords,
  rulesWords,
  seldomWords,
} from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

type RulesPlace = FairPlace & { readonly askedFor: LocalDate | undefined }

/** With the day on which it was written down, where that is known. */
type ShownVersion = RulesVersion & { readonly writtenOn: LocalDate | undefined }

type RulesShown = {
  readonly asOf: LocalDate
  readonly inForce: CharterVersion
  readonly history: readonly ShownVersion[]
  /** A later version began after the day that is shown. */
  readonly isChangedSince: boolean
  /** Whoever reads it may put new rules to the vote. */
  readonly mayPropose: boolean
  /** Whether it goes on, rests or ends, on that day. */
  readonly future: Future
}

/** Full, half and hollow: the shape says it without its colour. */
const signs: Readonly<Record<Firmness, string>> = { hard: '■', everywhere: '◆', byVote: '○' }

const firmness = (is: Firmness, place: FairPlace): Html =>
  html`<p class="firm firm-${is}">
    <span aria-hidden="true">${signs[is]}</span> ${rulesWords.in(place.language)[is]}
  </p>`

const ruleCard =
  (place: FairPlace) =>
  ({ name, says, list = [], after, is }: RuleRow): Html =>
    html`<li class="rule ${is}">
      <div class="rule-head">
        <h3>${name}</h3>
        ${firmness(is, place)}
      </div>
      ${says.map((line) => html`<p>${line}</p>`)}
      ${
        list.length === 0
          ? ''
          : html`<ul>
              ${list.map((line) => html`<li>${line}</li>`)}
            </ul>`
      }
      ${after === undefined ? '' : html`<p>${after}</p>`}
    </li>`

/** What a charter says besides lending; the rows above say the rest of it. */
const savingFields: readonly CharterField[] = [
  'shareValue',
  'sharesMin',
  'sharesMax',
  'socialPerMeeting',
  'absenceFine',
  'meetingDay',
  'meetingWeekday',
  'boxMax',
  'oneHandLimit',
  'households',
  'interestStep',
  'instalmentStep',
  'classes',
  'reliefExtraPercent',
  'repaymentOrder',
]

/** What becomes of what the fund earns, and what it keeps and owes. */
const surplusFields: readonly CharterField[] = [
  'membersPercent',
  'reservePercent',
  'runningCostsPercent',
  'liquidityPercent',
  'liquidityRainyPercent',
  'borrowingMaxPercent',
]

const reliefFields: readonly CharterField[] = [
  'reliefMonths',
  'reliefPersonalMonths',
  'harvestMonth',
  'lineOfLastLoanPercent',
]

/** The most that each kind of support gives: rules for everybody, which name nobody. */
const supportFields: readonly CharterField[] = [
  'supportPassport',
  'supportPapers',
  'supportTraining',
  'supportSafeReturn',
  'supportEmergencyReturn',
  'supportReintegration',
  'supportSchool',
  'supportChildren',
]

const fieldsPart = (
  { charter }: CharterVersion,
  place: FairPlace,
  part: {
    readonly heading: string
    readonly lead?: string
    readonly fields: readonly CharterField[]
  },
): Html => {
  const { language } = place
  const { currency } = charter
  const fields = charterFields(charter)
  const names = fieldWords.in(language)
  return html`<details class="fold">
    <summary><h2>${part.heading}</h2></summary>
    <div class="rule byVote">
      ${firmness('byVote', place)} ${part.lead === undefined ? '' : html`<p>${part.lead}</p>`}
      <dl class="facts">
        ${part.fields.map(
          (field) =>
            html`<div>
              <dt>${names[field]}</dt>
              <dd><b>${fieldText(fields[field], { currency, language })}</b></dd>
            </div>`,
        )}
      </dl>
    </div>
  </details>`
}

const versionItem = (one: ShownVersion, { charter }: CharterVersion, place: FairPlace): Html => {
  const { language } = place
  const { currency } = charter
  const words = rulesWords.in(language)
  const names = fieldWords.in(language)
  const { version, from, writtenOn, changes, votes } = one
  const [number, day] = [String(version), dateInWords(from, language)]
  if (version === 1) return html`<li><p>${words.firstVersion(number, day)}</p></li>`
  return html`<li>
    <p><b>${words.laterVersion(number, day)}</b></p>
    ${writtenOn === undefined ? '' : html`<p>${words.written(dateInWords(writtenOn, language))}</p>`}
    ${
      votes === undefined
        ? ''
        : html`<p>${words.votes(String(votes.yes), String(votes.no), String(votes.present))}</p>`
    }
    ${changes.length === 0 ? html`<p>${words.nothingChanged}</p>` : ''}
    <ul>
      ${changes.map(({ field, old, now }) => {
        const [before, after] = [old, now].map((value) => fieldText(value, { currency, language }))
        return html`<li>${names[field]}: ${words.was(before!, after!)}</li>`
      })}
    </ul>
  </li>`
}

const versionsPart = ({ history, inForce, isChangedSince }: RulesShown, place: FairPlace): Html => {
  const words = rulesWords.in(place.language)
  return html`<section class="versions">
    <h2>${words.versions}</h2>
    ${isChangedSince ? html`<p>${words.changedSince}</p>` : ''}
    <ol>
      ${history.map((one) => versionItem(one, inForce, place))}
    </ol>
    ${history.length === 1 && !isChangedSince ? html`<p>${words.onlyVersion}</p>` : ''}
    <p class="quiet">${words.never}</p>
  </section>`
}

const titled = (place: FairPlace, more: Html | string): Html =>
  html`<div>
    <h1>${rulesWords.in(place.language).heading}</h1>
    <p><bdi>${place.fundName}</bdi>${more}</p>
  </div>`

const dayPart = (place: RulesPlace, fault?: DayFault): Html =>
  html`<div class="health screen-only">
    ${dayForm(place, { to: fairPaths.rules(place.fundId), fault })}
  </div>`

/** The rules of a fund on a day, row by row, with what they were before; printed, they fit on one sheet. */
export const rulesPage = (shown: RulesShown, place: RulesPlace): Html => {
  const { language, fundId } = place
  const { asOf, inForce, mayPropose, future } = shown
  const seldom = seldomWords.in(language)
  const words = rulesWords.in(language)
  const groups = ruleGroups(inForce.charter, { asOf, language })
  return fairLayout(
    place,
    'rules-page',
    html`${titled(place, html`, ${words.onDay(dateInWords(asOf, language))}`)}
      <p>${words.inForce(String(inForce.version), dateInWords(inForce.from, language))}</p>
      ${future === 'go-on' ? '' : html`<p><b>${seldom.futureNow}: ${seldom[`future_${future}`]}</b></p>`}
      <div class="rule-groups">
        ${groups.map(
          ({ key, rows }) =>
            html`<details class="fold">
              <summary><h2>${words[`group_${key}`]}</h2></summary>
              <ul class="rules">
                ${rows.map(ruleCard(place))}
              </ul>
            </details>`,
        )}
        ${fieldsPart(inForce, place, { heading: words.group_saving, fields: savingFields })}
        ${fieldsPart(inForce, place, { heading: words.group_surplus, fields: surplusFields })}
        ${fieldsPart(inForce, place, { heading: words.group_relief, fields: reliefFields })}
        ${fieldsPart(inForce, place, {
          heading: words.group_support,
          lead: words.supportMeaning,
          fields: supportFields,
        })}
        ${versionsPart(shown, place)}
      </div>
      ${dayPart(place)}
      <p class="buttons screen-only">
        ${linkButton(fairPaths.quote(fundId), quoteWords.in(language).toQuote)}
        ${linkButton(fairPaths.buyOut(fundId), buyOutWords.in(language).toBuyOut)}
        ${mayPropose ? linkButton(fairPaths.newRules(fundId), newRulesWords.in(language).toNewRules) : ''}
        ${mayPropose ? linkButton(taskPath(place, 'future', { fund: fundId }), seldom.act_future) : ''}
      </p>`,
  )
}

/** The same page for a day that it cannot show: what is wrong, and the field to mend it in. */
export const wrongRulesDayPage = (fault: DayFault, place: RulesPlace): Html =>
  fairLayout(place, 'rules-page', html`${titled(place, '')} ${dayPart(place, fault)}`)
