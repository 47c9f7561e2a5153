import type { LocalDate } from '#domain/kernel/dates.ts'
import { nameKeyOf } from '#domain/kernel/names.ts'
import {
  type StandingWarning,
  type WarningBook,
  warningsOn,
} from '#domain/network/warnings/standing.ts'
import { type RegisterStore, registerOf, registersAsked } from '#src/app/network/register.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'

/** What the warning list of a network is made of. */
export const warningBookOf = async (
  store: RegisterStore,
  networkId: string,
): Promise<WarningBook> => {
  const { warnings, goodForDays } = await registerOf(store, networkId)
  return { warnings, goodForDays, watch: await watchBookOf(store, networkId) }
}

/** What an authority said stands before what was told; of two of one name the later word. */
const later = (a: StandingWarning, b: StandingWarning): StandingWarning => {
  if (a.rests.on !== b.rests.on) return a.rests.on === 'authority' ? a : b
  if (a.rests.on === 'authority' && b.rests.on === 'authority')
    return a.rests.seenOn >= b.rests.seenOn ? a : b
  return a
}

/** What anybody may read on the warning list today; of the network that is named, else of all networks of the service. */
export const warningsForAnybody = async (
  store: RegisterStore,
  { networkId, today }: { readonly networkId?: string | undefined; readonly today: LocalDate },
): Promise<readonly StandingWarning[]> => {
  const asked = await registersAsked(store, networkId)
  const books = await Promise.all(asked.map((one) => warningBookOf(store, one.networkId)))
  const once = new Map<string, StandingWarning>()
  for (const one of books.flatMap((book) => warningsOn(book, today))) {
    const key = nameKeyOf(one.latin ?? one.km ?? '')
    const before = once.get(key)
    once.set(key, before ? later(before, one) : one)
  }
  return [...once].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}
