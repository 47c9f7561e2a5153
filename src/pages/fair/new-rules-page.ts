import { html } from 'hono/html'
import { type Charter, repaymentOrders } from '#domain/fund/charter.ts'
import { type CharterField, type Change, charterFields } from '#src/app/charter-history.ts'
import { type RuleField, numberFields, rateFields } from '#src/app/new-rules.ts'
import { amountTyped } from '#src/desk/entered.ts'
import { buttons, faultBox, field as inputField, hidden } from '#src/pages/entrance/parts.ts'
import {
  type PracticeSecond,
  practiceSecondPart,
  secondFields,
} from '#src/pages/entrance/second-part.ts'
import { fieldTold } from '#src/pages/fair/field-told.ts'
import { type FairPlace, fairLayout, fairPaths } from '#src/pages/fair/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { stepUpFirst } from '#src/pages/network/parts.ts'
import { fieldWords, lendingFormWords, newRulesWords } from '#src/words/words.ts'
import { currencyName } from '#src/words/locale.ts'

export type TypedRules = (field: RuleField) => string

/** What stands in a field before anybody changes it: a sum as it is typed, any other value as it is. */
export const shownIn =
  (charter: Charter): TypedRules =>
  (field) => {
    const { of, value } = charterFields(charter)[field satisfies CharterField]
    return of === 'money' ? amountTyped(value, charter.currency) : String(value)
  }

type NewRulesForm = {
  readonly charter: Charter
  readonly typed: TypedRules
  readonly faults: ReadonlySet<RuleField>
  readonly fault?: string | undefined
  readonly stepUpTo: string | undefined
}

const orderField = ({ typed }: NewRulesForm, { language }: FairPlace): Html => {
  const names = fieldWords.in(language)
  const words = { 'interest-first': names.interestFirst, 'principal-first': names.principalFirst }
  return html`<div class="field">
    <label for="repaymentOrder">${names.repaymentOrder}</label>
    <select id="repaymentOrder" name="repaymentOrder">
      ${repaymentOrders.map(
        (order) =>
          html`<option value="${order}" ${typed('repaymentOrder') === order ? html` selected` : ''}>
            ${words[order]}
          </option>`,
      )}
    </select>
  </div>`
}

/** The charter as fields, each with the value that holds now. */
export const newRulesPage = (form: NewRulesForm, place: FairPlace): Html => {
  const { language, fundId } = place
  const { charter, typed, faults, fault, stepUpTo } = form
  const words = newRulesWords.in(language)
  const names = fieldWords.in(language)
  const fields = charterFields(charter)
  const hintOf = (name: RuleField): string | undefined => {
    if (faults.has(name)) return words.faultField
    const { of } = fields[name]
    if (of === 'money') return words.money(currencyName(charter.currency, language))
    return of === 'percent-a-month' ? words.percentAMonth : undefined
  }
  return fairLayout(
    place,
    'new-rules-page',
    html`<div>
        <h1>${words.heading}</h1>
        <p><bdi>${place.fundName}</bdi></p>
      </div>
      ${faultBox(fault)}
      <p>${words.lead}</p>
      <p>${words.hard}</p>
      ${stepUpFirst(language, stepUpTo)}
      <form class="entry" method="post" action="${fairPaths.newRules(fundId)}">
        ${[...rateFields, ...numberFields].map((name) =>
          inputField({
            name,
            label: names[name],
            hint: hintOf(name),
            value: typed(name),
            maxLength: 20,
          }),
        )}
        ${orderField(form, place)}
        ${buttons(words.toCheck, { href: fairPaths.rules(fundId), label: words.back })}
      </form>`,
  )
}

export type ProposedRules = {
  readonly id: string
  readonly charter: Charter
  readonly changes: readonly Change[]
  readonly typed: TypedRules
  readonly votes: (name: 'present' | 'yes' | 'no') => string
  readonly fault?: string | undefined
  readonly stepUpTo: string | undefined
  readonly practice: PracticeSecond
}

/** Old beside new, before anybody raises a hand; the vote is written down below it. */
export const proposedRulesPage = (shown: ProposedRules, place: FairPlace): Html => {
  const { language, fundId } = place
  const { charter, changes, typed, votes, fault, stepUpTo, id, practice } = shown
  const words = newRulesWords.in(language)
  const names = fieldWords.in(language)
  const { currency } = charter
  const told = (value: Change['old']): string => fieldTold(value, { currency, language })
  return fairLayout(
    place,
    'new-rules-page',
    html`<div>
        <h1>${words.checkHeading}</h1>
        <p><bdi>${place.fundName}</bdi></p>
      </div>
      ${faultBox(fault)}
      <p>${words.checkLead}</p>
      <ul class="rules">
        ${changes.map(
          ({ field, old, now }) =>
            html`<li class="rule byVote">
              <h3>${names[field]}</h3>
              <dl class="facts">
                <div>
                  <dt>${words.was}</dt>
                  <dd>${told(old)}</dd>
                </div>
                <div>
                  <dt>${words.willBe}</dt>
                  <dd><b>${told(now)}</b></dd>
                </div>
              </dl>
            </li>`,
        )}
      </ul>
      ${stepUpFirst(language, stepUpTo)}
      <section>
        <h2>${words.votes}</h2>
        <p class="quiet">${words.votesHint}</p>
        <form class="entry" method="post" action="${fairPaths.newRules(fundId)}/vote">
          ${hidden('id', id)}
          ${[...rateFields, ...numberFields, 'repaymentOrder' as const].map((name) =>
            hidden(name, typed(name)),
          )}
          ${(['present', 'yes', 'no'] as const).map((name) =>
            inputField({ name, label: words[name], value: votes(name), digits: 5, maxLength: 5 }),
          )}
          <h3>${lendingFormWords.in(language).secondHeading}</h3>
          <p class="quiet">${words.secondLead}</p>
          ${practiceSecondPart(language, practice)} ${secondFields(language)}
          ${buttons(words.record, { href: fairPaths.rules(fundId), label: words.back })}
        </form>
      </section>`,
  )
}
