import type { Command } from '#domain/village.ts'
import { dayInMonth, dayOf, monthOf, textOf } from '#test/support/oracle/calendar.ts'
import type { Chance } from '#test/support/oracle/chance.ts'
import { quorumIn } from '#test/sim/quorum.ts'

/*
 * Chance alone seldom draws the very day on which something ends, or the very sum that is owed, and that is where a rule
 * says yes or no. So a part of all days and sums is taken from what the village has written down: the same again or
 * one beside it.
 */

/** A value or one beside it, on either side; the very one as often as both others together. */
const besideOf = (chance: Chance, edge: number): number => edge + chance.one([0, 0, -1, 1])

const isDay = /^\d{4}-\d{2}-\d{2}$/

/** All that stands in a command, however deep. */
const leavesOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value]

/** The spans of rules that are counted from a day on which something happened. */
const spans = [0, 0, 0, 3, 30, 31, 90]

const meetingDayIn = (made: readonly Command[]): number => {
  const founded = made.find((one) => one.type === 'FoundFund')
  return founded?.type === 'FoundFund' ? founded.charter.meetingDay : 20
}

/** Something that was written down last, mostly. */
const latest = (chance: Chance, made: readonly Command[]): Command | undefined =>
  made.length === 0 ? undefined : chance.one(chance.happens(60) ? made.slice(-6) : made)

/** A day on the edge of something: one that was named, the end of a span that it began, a day of meeting and so of payment. */
const edgeDay = (chance: Chance, made: readonly Command[]): string | undefined => {
  const command = latest(chance, made)
  const named = leavesOf(command).filter((leaf) => typeof leaf === 'string' && isDay.test(leaf))
  if (named.length === 0) return undefined
  const day = dayOf(chance.one(named) as string)
  const edge = chance.happens(30)
    ? dayInMonth(monthOf(day) + chance.whole(0, 3), meetingDayIn(made))
    : day + chance.one(spans)
  return textOf(besideOf(chance, edge))
}

/** A sum that was named, what a part of it is, or one unit beside. */
const edgeSum = (chance: Chance, made: readonly Command[]): number | undefined => {
  const command = latest(chance, made)
  const sums = leavesOf(command).filter((leaf) => Number.isSafeInteger(leaf) && Number(leaf) > 9)
  if (sums.length === 0) return undefined
  const sum = Number(chance.one(sums))
  const isWhole = chance.happens(70) || command === undefined || !('months' in command)
  return Math.max(besideOf(chance, isWhole ? sum : Math.floor(sum / command.months)), 1)
}

/** So many of a whole as its quorum needs, or one beside; never more than there are. */
const edgeShare = (chance: Chance, whole: number, percent: number): number =>
  Math.min(Math.max(besideOf(chance, quorumIn(whole, percent)), 0), whole)

const percentIn = (made: readonly Command[]): number => {
  const charter = made.findLast((one) => one.type === 'FoundFund' || one.type === 'AmendCharter')
  return charter && 'charter' in charter ? charter.charter.quorumPercent : 50
}

export type Edging = {
  /** A stream of its own: with edges or without them all else is drawn alike. */
  readonly edges: Chance
  /** How many of the days, sums and counts are on an edge of what was written down before, or one beside it. */
  readonly edgePercent: number
  readonly made: readonly Command[]
}

/** What was drawn, or instead of it now and then what is on an edge. */
export const onEdges = ({ edges, edgePercent, made }: Edging) => {
  const or = <T>(drawn: T, edge: () => T | undefined): T =>
    edges.happens(edgePercent) ? (edge() ?? drawn) : drawn
  return {
    day: (drawn: string): string => or(drawn, () => edgeDay(edges, made)),
    /** The last day of a span that began on an earlier day, as often as any other edge. */
    after: (drawn: string, earlier: string): string =>
      or(drawn, () =>
        edges.happens(50)
          ? textOf(besideOf(edges, dayOf(earlier) + edges.one(spans)))
          : edgeDay(edges, made),
      ),
    sum: (drawn: number): number => or(drawn, () => edgeSum(edges, made)),
    /** How many of so many come to a meeting: just enough for its quorum. */
    coming: (drawn: number, of: number): number =>
      or(drawn, () => edgeShare(edges, of, percentIn(made))),
  }
}
