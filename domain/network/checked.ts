import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { invalid, refused } from '#domain/kernel/decision.ts'
import { word } from '#domain/kernel/shape.ts'

/*
 * Public facts that people in danger act on: a false one is a trap. So whatever is entered stands for nothing until somebody
 * else of the staff has looked whether it is so, and again for nothing once that is long ago.
 */

/** For so many days a check is good, where the network has said nothing else. */
export const goodForDefault = 180

/** How it was looked whether something is so. */
export const checkWays = ['called', 'visited', 'official-page', 'in-writing'] as const
export const checkWay = word(checkWays, 'check-way-unknown')

/** Why something is taken out; of the first two others are warned. */
export const withdrawalReasons = ['wrong', 'dangerous', 'closed', 'replaced'] as const
export const withdrawalReason = word(withdrawalReasons, 'reason-unknown')

/** Who entered something, who looked last whether it is so, and why it was taken out. */
export type Checked = {
  readonly enteredBy: string
  readonly enteredOn: LocalDate
  readonly check?: {
    readonly by: string
    readonly on: LocalDate
    readonly how: (typeof checkWays)[number]
  }
  readonly withdrawn?: {
    readonly on: LocalDate
    readonly why: (typeof withdrawalReasons)[number]
    /** The place in the journal, where something asks what was known by then. */
    readonly seq?: number
  }
}

export type CheckState = 'waiting' | 'current' | 'stale' | 'withdrawn'

/** On which day somebody has to look again; undefined for what nobody has looked at. */
export const checkAgainOn = ({ check }: Checked, goodForDays: number): LocalDate | undefined =>
  check && daysAfter(check.on, goodForDays)

/** Whether what has to be looked at again from a day on is still good today. */
export const isStillGood = (until: LocalDate, today: LocalDate): boolean => today < until

/** How far something can be relied on, on a day. */
export const checkState = (
  one: Checked,
  { today, goodForDays }: { readonly today: LocalDate; readonly goodForDays: number },
): CheckState => {
  if (one.withdrawn) return 'withdrawn'
  const until = checkAgainOn(one, goodForDays)
  if (until === undefined) return 'waiting'
  return isStillGood(until, today) ? 'current' : 'stale'
}

type Looked = {
  readonly by: string
  readonly on: LocalDate
  readonly how: (typeof checkWays)[number]
}

/** A look of whoever entered it is none, and an earlier day puts no later one away. */
export const afterCheck = <One extends Checked>(one: One, look: Looked): One =>
  look.by === one.enteredBy || (one.check && one.check.on > look.on) ? one : { ...one, check: look }

/** Why something cannot be looked at or taken out; undefined where it can. */
export const checkFault = (
  one: Checked | undefined,
  on: LocalDate,
  unknown: { readonly code: string; readonly at: string },
) => {
  if (!one) return invalid(unknown.code, unknown.at)
  if (one.withdrawn) return refused('withdrawn-already')
  return on < one.enteredOn ? refused('checked-before-entered') : undefined
}
