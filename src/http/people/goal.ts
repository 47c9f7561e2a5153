import { charterOf } from '#domain/health/book.ts'
import { type GoalKind, type SavingsGoal, goalFaults, goalKinds } from '#domain/savings/goals.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { dayTyped } from '#src/desk/typed-day.ts'
import { keepGoal } from '#src/app/household/goals.ts'
import { bookOf } from '#src/app/queries.ts'
import { choiceField, choicesOf, exampleAmount, lineField } from '#src/desk/fields.ts'
import { note } from '#src/desk/content.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { amountIn } from '#src/desk/entered.ts'
import { personForm } from '#src/http/people/person-form.ts'
import type { PersonVisit } from '#src/http/people/visit.ts'
import { deskWords, goalWords } from '#src/words/words.ts'

const steps = ['set', 'end'] as const
const lengthMax = 24

const wordsOf = ({ context }: PersonVisit) => goalWords.in(context.get('language'))

type GoalVisit = PersonVisit & { readonly currency: Currency }

const fieldsOf = (visit: GoalVisit) => {
  const words = wordsOf(visit)
  const { context, currency } = visit
  const { amountHint } = deskWords.in(context.get('language'))
  const line = (name: 'amount' | 'by', hint: string) =>
    lineField({
      name,
      label: words[name],
      hint,
      rule: (text) => text,
      fault: '',
      lengthMax,
      isOptional: true,
    })
  return [
    choiceField({
      name: 'what',
      label: words.what,
      choices: choicesOf(steps, (step) => words[`what_${step}`]),
      fault: words.faultWhat,
      isOptional: true,
      as: 'radios',
    }),
    choiceField({
      name: 'kind',
      label: words.kind,
      choices: choicesOf(goalKinds, (kind) => words[`kind_${kind}`]),
      fault: words.faultKind,
      isOptional: true,
    }),
    line('amount', amountHint(exampleAmount(currency))),
    line('by', words.byHint),
  ]
}

const goalTyped = ({ currency }: GoalVisit, of: Typed): SavingsGoal => {
  const amount = amountIn(of('amount'), currency)
  const by = dayTyped(of('by')) ?? of('by')
  return {
    kind: of('kind') as GoalKind,
    amount: typeof amount === 'number' ? amount : 0,
    ...(by === '' ? {} : { by }),
  }
}

/** What a member saves for, set anew or ended; what was said before is its owner's to see and stands nowhere here. */
export const goal = personForm<Pick<GoalVisit, 'currency'>>({
  act: 'goal',
  rule: 'keep-names',
  more: async ({ context, fundId }) => {
    const { store, today } = context.get('needs')
    const { currency } = charterOf((await bookOf(store, fundId))!, today())
    return { currency }
  },
  form: (visit) => ({
    shown: 'savings',
    heading: wordsOf(visit).heading,
    told: [note(wordsOf(visit).lead)],
    fields: fieldsOf(visit),
    prefilled: { what: 'set' },
    submit: wordsOf(visit).keep,
  }),
  take: async (visit, of) => {
    const { context, fundId, memberId } = visit
    const words = wordsOf(visit)
    const language = context.get('language')
    const { store, today } = context.get('needs')
    if (of('what') === 'end') {
      // Whoever filled in a goal and says "end" meant one of the two: nothing is ended by a slip.
      if (['kind', 'amount', 'by'].some((name) => of(name) !== ''))
        return { faults: new Map([['what', words.faultEnding]]) }
      await keepGoal(store, { fundId, memberId }, undefined)
      return 'saved'
    }
    const wished = goalTyped(visit, of)
    const said = {
      kind: words.faultKind,
      amount: deskWords.in(language).amountNotDigits(exampleAmount(visit.currency)),
      by: words.faultBy,
    }
    const faults = new Map(goalFaults(wished, today()).map((name) => [name, said[name]] as const))
    if (faults.size > 0) return { faults }
    await keepGoal(store, { fundId, memberId }, wished)
    return 'saved'
  },
})
