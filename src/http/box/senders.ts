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

/** Counts by whom, under names that nobody makes again once the service has ended; tells how often in this window. */
const counting = ({ random, hash, clock }: AppNeeds, windowMs: number) => {
  const key = random.token()
  const counts = windows(windowMs, () => Date.parse(clock()))
  return (who: string): number => counts.increment(hash(lengthPrefixed([key, who]))).totalHits
}

const lineOf = (context: HttpContext, needs: AppNeeds): string =>
  `from ${addressOf(context, needs)}`

/** How often something came from a line on this day, this time with it. */
export type Lines = (context: HttpContext) => number
export const timesByLine = (needs: AppNeeds): Lines => {
  const times = counting(needs, 24 * hourMs)
  return (context) => times(lineOf(context, needs))
}

/** Counts letters by sender. Many send from one address: who is signed in has letters of the own besides. */
export const sendersOf = (needs: AppNeeds): Senders => {
  const times = counting(needs, hourMs)
  const take = (who: string): Place => {
    const hits = times(who)
    if (hits > lettersAnHour) return 'too-many'
    return hits === 1 ? 'first' : 'more'
  }
  return async (context) => {
    const place = take(lineOf(context, needs))
    if (place !== 'too-many') return place
    const who = await signedIn(context)
    return who === undefined ? place : take(who)
  }
}
