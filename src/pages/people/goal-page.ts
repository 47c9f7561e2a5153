import { html } from 'hono/html'
import { goalKinds } from '#domain/savings/goals.ts'
import type { Html } from '#src/pages/layout.ts'
import { typedAgain } from '#src/pages/network/parts.ts'
import { type Asked, formPage } from '#src/pages/people/form-parts.ts'
import { type PeopleAt, peoplePath } from '#src/pages/people/parts.ts'
import { goalWords } from '#src/words/words.ts'

const lengthMax = 24

/** A goal is set anew, or it ends: an empty form does neither. */
export const goalSteps = ['set', 'end'] as const

type GoalField = 'what' | 'kind' | 'amount' | 'by'

/** What is wrong with a field, in words. */
export type GoalFaults = ReadonlyMap<GoalField, string>

type GoalAsked = Pick<Asked, 'person' | 'typed'> & { readonly faults?: GoalFaults }

type Shown = { readonly at: PeopleAt; readonly faults: GoalFaults }

const described = ({ faults }: Shown, name: GoalField, hasHint: boolean): Html => {
  const ids = [...(faults.has(name) ? [`${name}-fault`] : []), ...(hasHint ? [`${name}-hint`] : [])]
  return html`${ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`}
  ${faults.has(name) ? html` aria-invalid="true"` : ''}`
}

const faultTold = ({ faults }: Shown, name: GoalField): Html | string =>
  faults.has(name) ? html`<p class="wrong" id="${name}-fault">${faults.get(name)}</p>` : ''

const stepField = (shown: Shown, chosen: string): Html => {
  const words = goalWords.in(shown.at.language)
  return html`<fieldset class="field" ${described(shown, 'what', false)}>
    <legend>${words.what}</legend>
    ${faultTold(shown, 'what')}
    ${goalSteps.map(
      (step) =>
        html`<label class="tick"
          ><input
            type="radio"
            name="what"
            value="${step}"
            ${chosen === step ? html` checked` : ''}
          />
          <span>${words[`what_${step}`]}</span></label
        >`,
    )}
  </fieldset>`
}

const kindField = (shown: Shown, chosen: string): Html => {
  const words = goalWords.in(shown.at.language)
  return html`<div class="field">
    <label for="kind">${words.kind}</label>
    ${faultTold(shown, 'kind')}
    <select id="kind" name="kind" autocomplete="off" ${described(shown, 'kind', false)}>
      <option value="">${words.pleaseChoose}</option>
      ${goalKinds.map(
        (kind) =>
          html`<option value="${kind}" ${chosen === kind ? html` selected` : ''}>
            ${words[`kind_${kind}`]}
          </option>`,
      )}
    </select>
  </div>`
}

const lineField = (shown: Shown, name: 'amount' | 'by', value: string): Html => {
  const words = goalWords.in(shown.at.language)
  return html`<div class="field">
    <label for="${name}">${words[name]}</label>
    <p class="quiet" id="${name}-hint">${words[`${name}Hint`]}</p>
    ${faultTold(shown, name)}
    <input
      id="${name}"
      name="${name}"
      type="text"
      autocomplete="off"
      ${name === 'amount' ? html`inputmode="numeric"` : ''}
      maxlength="${lengthMax}"
      value="${value}"
      ${described(shown, name, true)}
    />
  </div>`
}

/** Asks what a member saves for; what was said before is its owner's to see and stands nowhere here. */
export const goalPage = (at: PeopleAt, { person, typed, faults = new Map() }: GoalAsked): Html => {
  const words = goalWords.in(at.language)
  const again = (name: GoalField): string => typedAgain(typed, { name, maxLength: lengthMax }) ?? ''
  const shown = { at, faults }
  const fault = faults.size === 0 ? undefined : words.mended
  return formPage(
    at,
    { person, fault },
    {
      shown: 'savings',
      heading: words.heading,
      lead: [words.lead],
      action: peoplePath.person(at, person.memberId, 'goal'),
      safe: peoplePath.person(at, person.memberId),
      submit: words.keep,
      fields: html`${stepField(shown, again('what') || 'set')} ${kindField(shown, again('kind'))}
      ${lineField(shown, 'amount', again('amount'))} ${lineField(shown, 'by', again('by'))}`,
    },
  )
}

/** The way to it from a member's page. */
export const goalLink = (at: PeopleAt, memberId: string): Html =>
  html`<a class="button" href="${peoplePath.person(at, memberId, 'goal')}"
    >${goalWords.in(at.language).toGoal}</a
  >`
