import { charterOf } from '#domain/health/book.ts'
import { type GoalKind, type SavingsGoal, goalFaults, goalKinds } from '#domain/savings/goals.ts'
import { dayTyped } from '#src/desk/typed-day.ts'
import { keepGoal } from '#src/app/household/goals.ts'
import { bookOf } from '#src/app/queries.ts'
import { choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { note } from '#src/desk/content.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { amountIn } from '#src/desk/entered.ts'
import { personForm } from '#src/http/people/person-form.ts'
import type { PersonVisit } from '#src/http/people/visit.ts'
import { goalWords } from '#src/words/words.ts'

const steps = ['set', 'end'] as const
const lengthMax = 24

const wordsOf = ({ context }: PersonVisit) => goalWords.in(context.get('language'))

const fieldsOf = (visit: PersonVisit) => {
  const words = wordsOf(visit)
  const line = (name: 'amount' | 'by') =>
    lineField({
      name,
      label: words[name],
      hint: words[`${name}Hint`],
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
    line('amount'),
    line('by'),
  ]
}

const goalTyped = async ({ context, fundId }: PersonVisit, of: Typed): Promise<SavingsGoal> => {
  const { store, today } = context.get('needs')
  const { currency } = charterOf((await bookOf(store, fundId))!, today())
  const amount = amountIn(of('amount'), currency)
  const by = dayTyped(of('by')) ?? of('by')
  return {
    kind: of('kind') as GoalKind,
    amount: typeof amount === 'number' ? amount : 0,
    ...(by === '' ? {} : { by }),
  }
}

/** What a member saves for, set anew or ended; what was said before is its owner's to see and stands nowhere here. */
export const goal = personForm({
  act: 'goal',
  rule: 'keep-names',
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
    const { store, today } = context.get('needs')
    if (of('what') === 'end') {
      // Whoever filled in a goal and says "end" meant one of the two: nothing is ended by a slip.
      if (['kind', 'amount', 'by'].some((name) => of(name) !== ''))
        return { faults: new Map([['what', words.faultEnding]]) }
      await keepGoal(store, { fundId, memberId }, undefined)
      return 'saved'
    }
    const wished = await goalTyped(visit, of)
    const said = { kind: words.faultKind, amount: words.faultAmount, by: words.faultBy }
    const faults = new Map(goalFaults(wished, today()).map((name) => [name, said[name]] as const))
    if (faults.size > 0) return { faults }
    await keepGoal(store, { fundId, memberId }, wished)
    return 'saved'
  },
})
