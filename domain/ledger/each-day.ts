import { type LocalDate, earlier, later } from '#domain/kernel/dates.ts'
import type { ListOf } from '#domain/kernel/list-of.ts'
import type { BalanceRow } from '#domain/ledger/rows.ts'

/*
 * What hangs on balances through a day alone stays as it is when something is posted to later days. It is worked out once a day
 * of one list, and the list that follows on it takes over the days before anything that was posted since.
 */

type Balances = ListOf<BalanceRow>

/** Days of one list or of several; `last` is the last of them, `beside` what they were worked out with. */
type Shared<Made> = {
  readonly days: Map<LocalDate, Made>
  last: LocalDate
  readonly beside: unknown
}

type OfList<Made> = {
  readonly shared: Shared<Made>
  /** Where a later list shares these days: the first one that is another day there. */
  until?: LocalDate
}

const goingOver: ((before: Balances, after: Balances, from: LocalDate) => void)[] = []

/** What is known of a list goes over to the one that follows on it, in which something was posted to a day and later ones. */
export const daysGoOver = (before: Balances, after: Balances, from: LocalDate): void => {
  for (const goOver of goingOver) goOver(before, after, from)
}

const daysBefore = <Made>({ days, beside }: Shared<Made>, end: LocalDate): Shared<Made> => {
  const kept = [...days].filter(([day]) => day < end)
  const last = kept.reduce((latest, [day]) => later(latest, day), '')
  return { days: new Map(kept), last, beside }
}

/** Works something out of balances through a day, and of one thing beside them; once a day, for as long as these stay. */
export const ofEachDay = <Beside, Made>(
  make: (balances: Balances, day: LocalDate, beside: Beside) => Made,
): ((balances: Balances, day: LocalDate, beside: Beside) => Made) => {
  const kept = new WeakMap<Balances, OfList<Made>>()
  goingOver.push((before, after, from) => {
    const known = kept.get(before)
    if (!known) return
    const { shared, until } = known
    if (until !== undefined || shared.last >= from)
      return void kept.set(after, { shared: daysBefore(shared, earlier(from, until ?? from)) })
    // Whoever still looks at the list before adds no day that is another one in the list after it.
    known.until = from
    kept.set(after, { shared })
  })
  const knownOf = (balances: Balances, beside: Beside): OfList<Made> => {
    const known = kept.get(balances)
    if (known?.shared.beside === beside) return known
    const begun = { shared: { days: new Map<LocalDate, Made>(), last: '', beside } }
    kept.set(balances, begun)
    return begun
  }
  return (balances, day, beside) => {
    const { shared, until } = knownOf(balances, beside)
    if (until !== undefined && day >= until) return make(balances, day, beside)
    const before = shared.days.get(day)
    if (before !== undefined || shared.days.has(day)) return before as Made
    const made = make(balances, day, beside)
    shared.days.set(day, made)
    shared.last = later(shared.last, day)
    return made
  }
}
