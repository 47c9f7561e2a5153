import {
  type Guess,
  afterSuccess,
  giveBackSharedGuess,
  putBackGuess,
  sharedFailuresMax,
  takeGuess,
  takeSharedGuess,
} from '#domain/access/lockout.ts'
import type { SessionRow } from '#domain/ports.ts'
import { type IdentityNeeds, type NamingNeeds, keyedName } from '#src/app/identity/identity.ts'

/** Why somebody is not let in. A wrong name and a wrong secret look the same. */
export type NotLetIn =
  | { readonly code: 'device-not-enrolled' }
  | { readonly code: 'sign-in-failed' }
  | { readonly code: 'wait'; readonly until: string }
  | { readonly code: 'reset-in-person' }

/** The door a guess is made at: a person's own budget, and those that all doors of a scope share. */
export type Door = {
  readonly scope: string
  readonly subject: string
  readonly shared: readonly Shared[]
}

type Owner = { readonly fundId: string; readonly memberId: string }

type Shared = { readonly scope: string; readonly subject: string; readonly max: number }

/** What all doors of a fund or network share. */
export const allDoors = 'all-doors'

const refusalOf = (guess: Guess): NotLetIn | undefined => {
  if (guess.may === 'guess') return undefined
  return guess.may === 'wait' ? { code: 'wait', until: guess.until } : { code: 'reset-in-person' }
}

/** Takes the guess off every budget before any secret is looked at; off all of them, or off none. */
export const mayGuess = async (
  { store, clock }: IdentityNeeds,
  { scope, subject, shared }: Door,
): Promise<NotLetIn | undefined> => {
  const at = clock()
  const own = refusalOf(await store.changeBudget(scope, subject, (before) => takeGuess(before, at)))
  if (own) return own
  for (const [i, all] of shared.entries()) {
    const refusal = refusalOf(
      await store.changeBudget(all.scope, all.subject, (before) =>
        takeSharedGuess(before, at, all.max),
      ),
    )
    if (!refusal) continue
    for (const taken of shared.slice(0, i))
      await store.changeBudget(taken.scope, taken.subject, (before) =>
        giveBackSharedGuess(before, at),
      )
    await store.changeBudget(scope, subject, (before) => putBackGuess(before, at))
    return refusal
  }
  return undefined
}

/** A right guess is no guess less. */
export const giveBack = async ({ store, clock }: IdentityNeeds, door: Door): Promise<void> => {
  const at = clock()
  await store.changeBudget(door.scope, door.subject, () => afterSuccess(at))
  for (const { scope, subject } of door.shared)
    await store.changeBudget(scope, subject, (before) => giveBackSharedGuess(before, at))
}

/** The door of a printed card. */
export const cardDoor = (networkId: string, fundId: string, cardId: string): Door => ({
  scope: fundId,
  subject: `card:${cardId}`,
  shared: [
    { scope: fundId, subject: allDoors, max: sharedFailuresMax.fund },
    { scope: networkId, subject: allDoors, max: sharedFailuresMax.network },
  ],
})

/** So many wrong words a day one writer may take down. */
const wrongAtTableMax = 30

/**
 * Where a member's own word is typed for somebody who writes it down: a lock of those two and of that word, so that no
 * wrong one shuts her own door, or her word with another writer. Its row tells nothing of whose word was tried, or it would
 * name the owner of the entry of that moment. Another word of hers is another lock.
 */
export const tableDoor = (
  needs: NamingNeeds,
  { userId, deviceId }: Pick<SessionRow, 'userId' | 'deviceId'>,
  { fundId, memberId, word }: Owner & { readonly word: string },
): Door => {
  const asker = userId ?? deviceId
  return {
    scope: fundId,
    subject: `table:${keyedName(needs, fundId, ['table', asker, memberId, word])}`,
    shared: [{ scope: fundId, subject: `table:${asker}`, max: wrongAtTableMax }],
  }
}

/** Makes a guess at a door, if one is left; a right one is given back. */
export const guessAt = async (
  needs: IdentityNeeds,
  door: Door,
  isRight: () => Promise<boolean>,
): Promise<'right' | 'wrong' | NotLetIn> => {
  const refusal = await mayGuess(needs, door)
  if (refusal) return refusal
  if (!(await isRight())) return 'wrong'
  await giveBack(needs, door)
  return 'right'
}
