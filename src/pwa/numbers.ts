import { type LocalDate, daysAfter, isLocalDate, later, regionDayOf } from '#domain/kernel/dates.ts'
import { isStillGood } from '#domain/network/checked.ts'
import type { ShownNumber } from '#src/app/network/numbers.ts'
import type { FirstHost } from '#src/pwa/host.ts'
import { ServiceFault } from '#src/pwa/service.ts'

/*
 * Numbers for an emergency as a phone has them: those of the service, open to anybody and asked for without saying who asks.
 * They lie beside the book and not in it, so that they are there before a PIN is given and where there is no book.
 */

/** What the service gives to anybody. */
export type NumbersGiven = {
  /** The service's own day. */
  readonly asOf: LocalDate
  readonly isPractice: boolean
  readonly numbers: readonly ShownNumber[]
}

/** What was given last, with this phone's clock then and the latest that it has shown since. */
export type NumbersKept = NumbersGiven & { readonly at: string; readonly seen: string }

const place = 'numbers'
const dayMs = 86_400_000

/** An answer as it is kept; undefined for what is none, which some networks put in its place. */
export const numbersIn = (answer: unknown, at: string): NumbersKept | undefined => {
  const { asOf, isPractice, numbers } = (answer ?? {}) as Partial<NumbersGiven>
  if (!isLocalDate(asOf) || typeof isPractice !== 'boolean' || !Array.isArray(numbers))
    return undefined
  return { asOf, isPractice, numbers, at, seen: at }
}

/** The numbers with the clock as it stands: what it has once shown it does not forget by being set back. */
export const seenAt = (kept: NumbersKept, now: string): NumbersKept =>
  now > kept.seen ? { ...kept, seen: now } : kept

/**
 * The day by which numbers are judged: that of this phone, or the service's own with the time that has gone by since, whichever
 * is later. So neither a clock that is set back nor one that was never right makes old numbers look new.
 */
const dayOf = ({ asOf, at, seen }: NumbersKept, now: string): LocalDate => {
  const gone = Math.floor((Date.parse(seen) - Date.parse(at)) / dayMs)
  return later(regionDayOf(now), daysAfter(asOf, gone))
}

/** What a phone shows of numbers. */
export type NumbersNow = {
  readonly isPractice: boolean
  readonly numbers: readonly ShownNumber[]
  /** The clock of this phone is not the service's, or was set back: how old they are is read at each of them. */
  readonly isClockOdd: boolean
  /** Some were given and none is good any more. */
  readonly areOld: boolean
}

/** Numbers that may be shown now, by the rule of the service's own page. */
export const numbersNow = (before: NumbersKept, now: string): NumbersNow => {
  const kept = seenAt(before, now)
  const { asOf, isPractice, at, seen } = kept
  const today = dayOf(kept, now)
  const numbers = kept.numbers.filter(({ checkAgainOn }) => isStillGood(checkAgainOn, today))
  const off = Math.abs(Date.parse(regionDayOf(at)) - Date.parse(asOf)) / dayMs
  const isSetBack = Date.parse(seen) - Date.parse(now) > dayMs
  const areOld = numbers.length === 0 && kept.numbers.length > 0
  return { isPractice, numbers, isClockOdd: off > 1 || isSetBack, areOld }
}

/** What lies on this phone; undefined where nothing was ever given to it. */
export const numbersKept = (): NumbersKept | undefined => {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? 'null') as NumbersKept | null) ?? undefined
  } catch {
    // Half a line is none, and new ones come with the next network.
    return undefined
  }
}

export const keepNumbers = (kept: NumbersKept): void =>
  localStorage.setItem(place, JSON.stringify(kept))

/** Asks for them anew, whether somebody looks at them or not: that a phone asks tells nothing. Says whether any came. */
export const renewNumbers = async ({
  service,
  clock,
}: Pick<FirstHost, 'clock'> & {
  readonly service: Pick<FirstHost['service'], 'numbers'>
}): Promise<boolean> => {
  try {
    const came = numbersIn(await service.numbers(), clock())
    if (came) keepNumbers(came)
    return came !== undefined
  } catch (error) {
    if (error instanceof ServiceFault) return false
    throw error
  }
}
