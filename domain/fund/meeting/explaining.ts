import { type LocalDate, daysAfter, later } from '#domain/kernel/dates.ts'
import { inOrder } from '#domain/fund/people/life.ts'
import { type Member, heldOn } from '#domain/fund/people/members.ts'
import type { Office, committeeOffices } from '#domain/fund/people/tenures.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** What nobody can explain must be less a quarter later, and every quarter after that. */
export const daysToExplain = 90

/** Why somebody else answers for it, or on another day: a code, never a text, and never a name. */
export const explainingReasons = [
  'papers-sought',
  'people-away',
  'older-officers-asked',
  'network-asked',
  'field-season',
  'office-changed',
] as const
type ExplainingReason = (typeof explainingReasons)[number]

/** Offices that can answer for it: a key-holder reads no book. */
export type ExplainingOffice = (typeof committeeOffices)[number]

type Chosen = {
  /** Who answers for it from now on: an office, never a person. */
  readonly office: ExplainingOffice
  /** The day by which it has to be less. */
  readonly dueOn: LocalDate
  readonly why: ExplainingReason
}

/** One choice as the fund keeps it. */
export type Explainer = Chosen & {
  readonly id: EntryId
  readonly on: LocalDate
  /** The day from which it moves a check. More time holds from when it was written: what had failed by then has failed. */
  readonly holdsFrom: LocalDate
  readonly wasDueOn: LocalDate
  readonly left: number
}

/** True for a choice that gave more time. */
export const isPutOff = ({ dueOn, wasDueOn }: Pick<Explainer, 'dueOn' | 'wasDueOn'>): boolean =>
  dueOn > wasDueOn

/** What was posted as unexplained on a day; more than zero is less in the box than in the book. */
export type Moved = { readonly on: LocalDate; readonly amount: number }

export type Explaining = {
  readonly left: number
  /** The day since which there has always been something. */
  readonly since: LocalDate
  /** The day by which it has to be less than on the last of these days. */
  readonly nextOn: LocalDate
  /** The last of these days, where it was not less then than on the one before. */
  readonly failedOn: LocalDate | undefined
  /** What was chosen since then. */
  readonly chosen: readonly Explainer[]
}

const heldThrough = (moved: readonly Moved[], day: LocalDate): number =>
  moved.reduce((sum, { on, amount }) => (on <= day ? sum - amount : sum), 0)

/** The first day of the last stretch of days on which something was left. */
const sinceOf = (moved: readonly Moved[], day: LocalDate): LocalDate | undefined => {
  const days = [...new Set(moved.map(({ on }) => on))].filter((on) => on <= day).toSorted()
  const lastZero = days.findLastIndex((on) => heldThrough(moved, on) === 0)
  return days[lastZero + 1]
}

/** The day after `last` on which it is looked at: what was chosen between moves it, a quarter where nothing was. */
const checkAfter = (last: LocalDate, chosen: readonly Explainer[]): LocalDate =>
  chosen.reduce(
    (next, { holdsFrom, dueOn }) =>
      holdsFrom >= last && holdsFrom < next && dueOn > holdsFrom ? dueOn : next,
    daysAfter(last, daysToExplain),
  )

/** What is unexplained on a day and by when it must be less; undefined where nothing is. */
export const explainingOn = (
  moved: readonly Moved[],
  choices: readonly Explainer[],
  day: LocalDate,
): Explaining | undefined => {
  const left = heldThrough(moved, day)
  const since = sinceOf(moved, day)
  if (since === undefined) return undefined
  const chosen = choices.filter(({ on }) => on >= since && on <= day)
  const leftOn = (on: LocalDate): number => Math.abs(heldThrough(moved, on))
  let [last, nextOn] = [since, checkAfter(since, chosen)]
  let failedOn: LocalDate | undefined
  while (nextOn <= day) {
    failedOn = leftOn(nextOn) >= leftOn(last) ? nextOn : undefined
    ;[last, nextOn] = [nextOn, checkAfter(nextOn, chosen)]
  }
  return { left, since, nextOn, failedOn, chosen }
}

/** True where somebody holds an office on a day. */
export const isOfficeHeld = (members: Iterable<Member>, office: Office, day: LocalDate): boolean =>
  [...members].some((member) => heldOn(member, day).some((tenure) => tenure.office === office))

/** The fund after such a choice; of two of one day the one that was written down last comes last. */
export const fundAfterAssigning = <Of extends { readonly explainers?: readonly Explainer[] }>(
  fund: Of,
  { office, dueOn, why, wasDueOn, left }: Omit<Explainer, 'id' | 'on' | 'holdsFrom'>,
  {
    entryId: id,
    on,
    recordedAt,
  }: { readonly entryId: EntryId; readonly on: LocalDate; readonly recordedAt: string },
): Of => {
  const holdsFrom = isPutOff({ dueOn, wasDueOn }) ? later(on, recordedAt.slice(0, 10)) : on
  const chosen = { id, on, holdsFrom, office, dueOn, why, wasDueOn, left }
  return { ...fund, explainers: inOrder([...(fund.explainers ?? []), chosen]) }
}
