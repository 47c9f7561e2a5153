import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { scopeOfToken } from '#src/app/identity/identity.ts'
import { isAlive } from '#src/app/identity/sessions.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { addressOf } from '#src/http/sender.ts'
import { tokenOf } from '#src/http/sessions.ts'
import { windows } from '#src/http/windows.ts'

/*
 * How many letters come from one sender, so that nobody fills the box up for all others. Nothing of it is written down:
 * it is counted in memory, for an hour, under what a key that was drawn at the start makes of an address.
 */

export const lettersAnHour = 6

const hourMs = 3_600_000

/** The first of an hour, one more of it, or more than one sender may put in. */
export type Place = 'first' | 'more' | 'too-many'

/** Whose session came along, without touching it: asked only where a whole line of senders has used its letters up. */
const signedIn = async (context: HttpContext): Promise<string | undefined> => {
  const { store, hash, clock } = context.get('needs')
  const token = tokenOf(context, 'session')
  const networkId = token === undefined ? undefined : scopeOfToken(token)
  if (token === undefined || networkId === undefined) return undefined
  const session = (await store.signedIn(networkId, hash(token)))?.session
  if (!session || !isAlive(session, clock())) return undefined
  const { userId, card } = session
  return card ? `card ${card.fundId} ${card.memberId}` : `user ${userId}`
}

export type Senders = (context: HttpContext) => Promise<Place>

/** Counts letters by sender. Many send from one address: who is signed in has letters of the own besides. */
export const sendersOf = (needs: AppNeeds): Senders => {
  const { random, hash, clock } = needs
  const key = random.token()
  const counts = windows(hourMs, () => Date.parse(clock()))
  const take = (who: string): Place => {
    const { totalHits } = counts.increment(hash(lengthPrefixed([key, who])))
    if (totalHits > lettersAnHour) return 'too-many'
    return totalHits === 1 ? 'first' : 'more'
  }
  return async (context) => {
    const place = take(`from ${addressOf(context, needs)}`)
    if (place !== 'too-many') return place
    const who = await signedIn(context)
    return who === undefined ? place : take(who)
  }
}
