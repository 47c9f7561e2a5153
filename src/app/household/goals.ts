import type { Notes } from '#domain/ports.ts'
import type { SavingsGoal } from '#domain/savings/goals.ts'

const subjectOf = (memberId: string): string => `goal:${memberId}`

/** What a member saves for, where that was said and not ended. */
export const goalOf = async (
  store: Pick<Notes, 'of'>,
  { fundId, memberId }: { readonly fundId: string; readonly memberId: string },
): Promise<SavingsGoal | undefined> => {
  const text = (await store.of(fundId)).get(subjectOf(memberId))
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as SavingsGoal)
}

/** Keeps a goal in the place of the one before; without one nothing of it is left. */
export const keepGoal = (
  store: Pick<Notes, 'keep'>,
  { fundId, memberId }: { readonly fundId: string; readonly memberId: string },
  goal: SavingsGoal | undefined,
): Promise<void> =>
  store.keep(fundId, [
    { subject: subjectOf(memberId), text: goal === undefined ? '' : JSON.stringify(goal) },
  ])
