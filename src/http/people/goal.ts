import { latinDigits } from '#domain/kernel/money.ts'
import { charterOf } from '#domain/health/book.ts'
import { type GoalKind, type SavingsGoal, goalFaults } from '#domain/savings/goals.ts'
import { keepGoal } from '#src/app/goals.ts'
import { bookOf } from '#src/app/queries.ts'
import { saved } from '#src/http/people/naming.ts'
import { type PersonRoom, aboutPerson, behindPerson, typedIn } from '#src/http/people/room.ts'
import { amountIn } from '#src/desk/entered.ts'
import { type GoalFaults, goalPage, goalSteps } from '#src/pages/people/goal-page.ts'
import { peoplePath } from '#src/pages/people/parts.ts'
import { goalWords } from '#src/words/words.ts'

export const askGoal = aboutPerson(async (room) =>
  room.context.html(goalPage(await behindPerson(room), { person: room.person })),
)

type Of = (name: string) => string
type Asked = { readonly goal: SavingsGoal | undefined; readonly faults: GoalFaults }

const goalTyped = async ({ context, fundId }: PersonRoom, of: Of): Promise<SavingsGoal> => {
  const { store, today } = context.get('needs')
  const { currency } = charterOf((await bookOf(store, fundId))!, today())
  const amount = amountIn(of('amount'), currency)
  const by = latinDigits(of('by'))
  return {
    kind: of('kind') as GoalKind,
    amount: typeof amount === 'number' ? amount : 0,
    ...(by === '' ? {} : { by }),
  }
}

/** What was asked: a goal, or none any more; and whatever is wrong with it, field by field. */
const askedIn = async (room: PersonRoom, of: Of): Promise<Asked> => {
  const { context } = room
  const words = goalWords.in(context.get('language'))
  const what = goalSteps.find((step) => step === (of('what') || 'set'))
  if (what === undefined)
    return { goal: undefined, faults: new Map([['what', words.faultWhat] as const]) }
  if (what === 'end') {
    // Whoever filled in a goal and says "end" meant one of the two: nothing is ended by a slip.
    const isFilled = ['kind', 'amount', 'by'].some((name) => of(name) !== '')
    const faults: GoalFaults = new Map(isFilled ? [['what', words.faultEnding]] : [])
    return { goal: undefined, faults }
  }
  const goal = await goalTyped(room, of)
  const said = { kind: words.faultKind, amount: words.faultAmount, by: words.faultBy }
  const found = goalFaults(goal, context.get('needs').today())
  return { goal, faults: new Map(found.map((name) => [name, said[name]] as const)) }
}

/** Keeps what a member saves for, or ends it where that was chosen. */
export const takeGoal = aboutPerson(async (room) => {
  const { context, fundId, memberId, person } = room
  const of = await typedIn(context)
  const { goal, faults } = await askedIn(room, of)
  if (faults.size > 0) {
    const asked = { person, faults, typed: of }
    return context.html(goalPage(await behindPerson(room), asked), 400)
  }
  await keepGoal(context.get('needs').store, { fundId, memberId }, goal)
  return saved(room, peoplePath.person(room, memberId))
})
