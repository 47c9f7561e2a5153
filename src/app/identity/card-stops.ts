import { takeSharedGuess } from '#domain/access/lockout.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'

/**
 * A stolen card is stopped at once by one officer. More than so many a day by one hand shut households out of what is theirs,
 * and out of saying that it is not right: for each more another officer's word is asked.
 */
const alonePerDay = 3

type Of = { readonly fundId: string; readonly by: string }

/** Whether one officer may stop one more card today alone; a `look` takes none. */
export const mayStopAlone = (
  { store, clock }: Pick<IdentityNeeds, 'store' | 'clock'>,
  { fundId, by }: Of,
  isLook = false,
): Promise<boolean> => {
  const at = clock()
  return store.changeBudget(fundId, `stops:${by}`, (before) => {
    const { budget, answer } = takeSharedGuess(before, at, alonePerDay)
    const none = { failures: 0, since: at, lockedUntil: undefined }
    return { budget: isLook ? (before ?? none) : budget, answer: answer.may === 'guess' }
  })
}
