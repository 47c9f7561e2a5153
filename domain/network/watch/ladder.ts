import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Party } from '#domain/network/register/parties.ts'
import { householdsOf } from '#domain/network/watch/report.ts'
import {
  type LadderStep,
  type StepDecision,
  type UpheldReport,
  type Watch,
  type WatchLetter,
  answerOf,
  ladderSteps,
  upheldOf,
} from '#domain/network/watch/watch.ts'

/** A step that was taken: two stand behind it. */
export type TakenStep = StepDecision & {
  readonly confirmed: NonNullable<StepDecision['confirmed']>
}

/** Where an agency stands on the ladder. */
export type Ladder = {
  readonly upheld: readonly UpheldReport[]
  readonly taken: readonly TakenStep[]
  /** The next step; nothing where all were taken. */
  readonly next?: LadderStep
  /** Since when the next step is due, and what it rests on; nothing while it is not. */
  readonly due?: { readonly on: LocalDate; readonly reports: readonly UpheldReport[] }
}

const isTaken = (one: { readonly confirmed?: unknown }): one is TakenStep =>
  one.confirmed !== undefined

/** Steps that were taken against an agency, in their order. */
export const stepsTaken = (
  { decisions }: Pick<Watch, 'decisions'>,
  partyId: string,
): readonly TakenStep[] =>
  [...decisions.values()]
    .filter((one) => one.what === 'step' && one.partyId === partyId)
    .filter(isTaken)
    .toSorted((a, b) => ladderSteps.indexOf(a.step) - ladderSteps.indexOf(b.step))

/**
 * The first day on which enough households were upheld within the window, with all of the window up to then. Each ruling ends
 * a window of its own, both of whose days count: of 730 days a ruling of the 1st of January 2025 is in that of the 31st of
 * December 2026, and in none later.
 */
const firstDue = (
  fresh: readonly UpheldReport[],
  { upheldNeeded, windowDays }: Watch['rules'],
): Ladder['due'] => {
  for (const last of fresh) {
    const on = last.ruling.confirmed.on
    const from = daysAfter(on, 1 - windowDays)
    const reports = fresh.filter(
      ({ ruling: { confirmed } }) => confirmed.on >= from && confirmed.on <= on,
    )
    if (householdsOf(reports) >= upheldNeeded) return { on, reports }
  }
  return undefined
}

/** What the ladder looks at: only an agency stands on it. */
type OfLadder = Pick<Watch, 'reports' | 'decisions' | 'rules'> & {
  readonly parties: ReadonlyMap<string, Pick<Party, 'kind'>>
}

/** Where an agency stands on a day: what a step rests on counts for no later one. */
export const ladderOf = ({ parties, ...watch }: OfLadder, partyId: string): Ladder => {
  const upheld = upheldOf(watch, partyId)
  const taken = stepsTaken(watch, partyId)
  const next = ladderSteps[taken.length]
  // Who has no licence is warned of none, and loses none.
  const isAgency = parties.get(partyId)?.kind === 'agency'
  if (next === undefined || !isAgency) return { upheld, taken }
  const used = new Set(taken.flatMap(({ reportIds }) => reportIds))
  const due = firstDue(
    upheld.filter(({ reportId }) => !used.has(reportId)),
    watch.rules,
  )
  return { upheld, taken, next, ...(due && { due }) }
}

/** Why a step is not taken: it is not due, or what makes it due is something else. */
export const stepFault = (
  { parties, ...watch }: OfLadder,
  { partyId, step, reportIds }: Pick<StepDecision, 'partyId' | 'step' | 'reportIds'>,
): 'not-an-agency' | 'step-not-due' | 'reports-moved' | undefined => {
  if (parties.get(partyId)?.kind !== 'agency') return 'not-an-agency'
  const { next, due } = ladderOf({ ...watch, parties }, partyId)
  if (next !== step || !due) return 'step-not-due'
  const ids = due.reports.map(({ reportId }) => reportId).toSorted()
  return ids.join() === reportIds.toSorted().join() ? undefined : 'reports-moved'
}

/** Agencies of which something was checked, by id. */
export const agenciesOf = ({ reports }: Pick<Watch, 'reports'>): readonly string[] =>
  [...new Set([...reports.values()].map(({ partyId }) => partyId))].toSorted()

/** Letters that two have seen go, without an answer that two have seen, whose day is over, by whom they went to, the longest overdue first. */
export const overdueOf = (
  { letters }: Pick<Watch, 'letters'>,
  today: LocalDate,
): readonly WatchLetter[] =>
  [...letters.values()]
    .filter((one) => one.confirmed && one.dueOn < today && answerOf(one) === undefined)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || (a.letterId < b.letterId ? -1 : 1))
