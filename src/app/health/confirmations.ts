import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type Counts,
  type Round,
  countsOf,
  standingAnswer,
} from '#domain/fund/meeting/confirming.ts'
import type { FundBook } from '#domain/health/book.ts'
import { fewestShown } from '#domain/health/by-sex.ts'

type Told = Pick<FundBook, 'fund' | 'disputes' | 'loans'>

type Kept = Readonly<Record<'right' | 'wrong' | 'notReached' | 'noAnswer', number | null>>

/** A round in numbers; nobody is named, and `null` is kept back so that nobody can be read from it. */
export type RoundSummary = Kept & {
  readonly roundId: string
  readonly on: LocalDate
  readonly closesOn: LocalDate
  readonly isClosed: boolean
  readonly asked: number
  /** How many have been heard of; what they said is counted when the round has closed. */
  readonly heard: number
}

export type RoundsReport = {
  readonly asOf: LocalDate
  /** The first day on which another round may begin; `null` where it may at once. */
  readonly nextOn: LocalDate | null
  /** The newest first. */
  readonly rounds: readonly RoundSummary[]
}

const keptBack: Kept = { right: null, wrong: null, notReached: null, noAnswer: null }

const isFew = (count: number): boolean => count > 0 && count < fewestShown

/**
 * The counts as a reader may see them. Beyond the village few are not told apart: where few said that it is not right,
 * or few that it is, all is kept back, because the one could be taken from the whole.
 */
const countsShown = ({ right, wrong, notReached, noAnswer }: Counts, ofVillage: boolean): Kept => {
  const parts = { wrong, notReached, noAnswer }
  if (ofVillage) return { right, ...parts }
  if (isFew(right) || isFew(wrong + notReached + noAnswer)) return keptBack
  return Object.values(parts).some(isFew) ? { ...keptBack, right } : { right, ...parts }
}

const roundSummary = (
  book: Told,
  round: Round,
  { asOf, ofVillage }: { readonly asOf: LocalDate; readonly ofVillage: boolean },
): RoundSummary => {
  const isClosed = round.closesOn < asOf
  const { id: roundId, on, closesOn, asked } = round
  // While it is open each new answer could be read from the last count.
  const counts = isClosed ? countsShown(countsOf(round, book), ofVillage) : keptBack
  const heard = asked.filter((memberId) => standingAnswer(round, memberId)).length
  return { roundId, on, closesOn, isClosed, asked: asked.length, heard, ...counts }
}

/** All rounds up to a day in numbers, for the pages and the API. */
export const roundsReport = (
  book: Told,
  { asOf, ofVillage }: { readonly asOf: LocalDate; readonly ofVillage: boolean },
): RoundsReport => {
  const rounds = (book.fund.confirmations ?? []).filter(({ on }) => on <= asOf)
  const nextOn = rounds.reduce<LocalDate | null>(
    (last, one) => (last === null || one.nextOn > last ? one.nextOn : last),
    null,
  )
  return {
    asOf,
    nextOn: nextOn !== null && nextOn > asOf ? nextOn : null,
    rounds: rounds.map((one) => roundSummary(book, one, { asOf, ofVillage })).toReversed(),
  }
}
