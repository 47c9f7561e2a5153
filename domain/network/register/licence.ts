import type { LocalDate } from '#domain/kernel/dates.ts'
import { daysBetween } from '#domain/kernel/dates.ts'
import {
  type KnownBy,
  type LicenceStep,
  type Party,
  type PartyFact,
  counts,
  factsOf,
} from '#domain/network/register/parties.ts'

/** How a licence stands; whoever was warned may still send people. */
export const licenceStates = [
  'licensed',
  'warned',
  'suspended',
  'removed',
  'expired',
  'not-on-record',
] as const
export type LicenceState = (typeof licenceStates)[number]

export type LicenceOn = {
  readonly state: LicenceState
  /** Since which day it is so. */
  readonly since?: LocalDate
  /** The last day of the licence, where one was said. */
  readonly until?: LocalDate
  readonly number?: string
  /** Warnings since the licence was granted or restored. */
  readonly warnings: number
  /** What made it so, with its source. */
  readonly by?: PartyFact
}

/** How grave a state is. That a book knows of no licence is less than what another one knows. */
const graverStates: readonly LicenceState[] = [
  'not-on-record',
  'licensed',
  'warned',
  'expired',
  'suspended',
  'removed',
]

/** So long it counts that a licence ran out by one book, where another one knows of a renewal. */
const expiryStandsDays = 365

type Standing = Pick<LicenceOn, 'state' | 'since'>

const gravityOn = ({ state, since }: Standing, on: LocalDate): number =>
  // A book that nobody keeps any more does not hold for ever against those that are kept.
  state === 'expired' && since !== undefined && daysBetween(since, on) > expiryStandsDays
    ? 0
    : graverStates.indexOf(state)

/**
 * Whether one licence stands worse than another, where two books know the same agency. What ran out by one is not renewed by
 * the other alone: two people of one network could let anybody send people again.
 */
export const isGraver = (one: Standing, other: Standing, on: LocalDate): boolean =>
  gravityOn(one, on) > gravityOn(other, on)

/** Of what is said of one day the graver holds, so that the order of writing tells nothing. */
const graver: readonly LicenceStep[] = ['granted', 'restored', 'warned', 'suspended', 'removed']

const inOrder = (party: Party, knownOn: KnownBy | undefined) =>
  factsOf(party, 'licence')
    .filter((one) => counts(one, knownOn))
    .toSorted((a, b) =>
      a.fact.from === b.fact.from
        ? graver.indexOf(a.fact.became) - graver.indexOf(b.fact.became)
        : a.fact.from < b.fact.from
          ? -1
          : 1,
    )

type Step = ReturnType<typeof inOrder>[number]

const mayGoOn = (state: LicenceState): boolean => state === 'licensed' || state === 'warned'

/** What is given back goes on to its old end, where no other is said. */
const begun = (step: Step, before: LicenceOn): LicenceOn => {
  const { became, from, number = before.number, until: said } = step.fact
  const until = said ?? (became === 'restored' ? before.until : undefined)
  return {
    state: 'licensed',
    since: from,
    warnings: 0,
    by: step,
    ...(number !== undefined && { number }),
    ...(until !== undefined && { until }),
  }
}

const after = (before: LicenceOn, step: Step): LicenceOn => {
  const { became, from } = step.fact
  switch (became) {
    case 'granted':
    case 'restored':
      return begun(step, before)
    case 'warned':
      // A warning lifts nothing: whoever was suspended or taken off stays so.
      return mayGoOn(before.state)
        ? { ...before, state: 'warned', since: from, warnings: before.warnings + 1, by: step }
        : { ...before, warnings: before.warnings + 1 }
    case 'suspended':
      return before.state === 'removed'
        ? before
        : { ...before, state: 'suspended', since: from, by: step }
    case 'removed':
      return { ...before, state: 'removed', since: from, by: step }
  }
}

const expiredBy = (licence: LicenceOn, on: LocalDate): LicenceOn =>
  licence.until !== undefined && licence.until < on && mayGoOn(licence.state)
    ? { ...licence, state: 'expired', since: licence.until }
    : licence

/**
 * How the licence stood on a day, by all that is known now, or by what was known on `knownOn`. What nobody has checked, and
 * what was taken out, counts for nothing.
 */
export const statusOn = (
  party: Party,
  { on, knownOn }: { readonly on: LocalDate; readonly knownOn?: KnownBy },
): LicenceOn =>
  expiredBy(
    inOrder(party, knownOn)
      .filter(({ fact }) => fact.from <= on)
      .reduce<LicenceOn>((before, step) => after(expiredBy(before, step.fact.from), step), {
        state: 'not-on-record',
        warnings: 0,
      }),
    on,
  )

/** Whether somebody may send people abroad with it. */
export const maySend = ({ state }: Pick<LicenceOn, 'state'>): boolean => mayGoOn(state)

/** For so many days a look at an agency's licence is good. */
export const lookGoodForDays = 30

/** The last day on which somebody looked at what is said of the licence; undefined where nobody has. */
export const lookedOn = (party: Party, on: LocalDate): LocalDate | undefined =>
  factsOf(party, 'licence')
    .filter((one) => counts(one) && one.check!.on <= on)
    .map((one) => one.check!.on)
    .toSorted()
    .at(-1)

/** Whether a look is still good on a day. */
export const isFresh = (looked: LocalDate, on: LocalDate): boolean =>
  daysBetween(looked, on) <= lookGoodForDays

/** Whether what is said of the licence was looked at within 30 days; of everybody else a worker says "do not pay yet, ask us". */
export const isLookedAt = (party: Party, on: LocalDate): boolean => {
  const last = lookedOn(party, on)
  return last !== undefined && isFresh(last, on)
}
