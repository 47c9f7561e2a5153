import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import type { FileLine } from '#src/exchange/bank-file/read.ts'

/** An entry that a line may be: its id, its place in the journal, what it moved and how a slip names it. */
export type Candidate = {
  readonly entryId: string
  readonly seq: number
  readonly on: LocalDate
  readonly amount: number
  /** The eight signs of its receipt's short code. */
  readonly code: string
}

/**
 * `sure`: the line's words name the entries by the short code of their receipts, and the sum is theirs. `likely`: the
 * only entry with that sum within some days, or all entries of one day together; to be looked at. `several`: more
 * than one could be, and none is chosen. `other-sum`: it names entries whose sum is another.
 */
export type ProposalKind = 'sure' | 'likely' | 'several' | 'other-sum' | 'unknown'

export type Proposal = {
  readonly kind: ProposalKind
  /** What the line may be: each one of the choices, which are entries that come to its sum together. */
  readonly choices: readonly (readonly Candidate[])[]
}

/** A deposit stands with the bank within so many days of the day in the book. */
export const daysApartMax = 7

const unknown: Proposal = { kind: 'unknown', choices: [] }

/** Letters and digits alone: banks drop what stands between. */
const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Whether entries are a line's to the last unit: a line never holds what went the other way. */
const comeTo = ({ amount }: FileLine, entries: readonly Candidate[]): boolean =>
  entries.every((one) => one.amount > 0 === amount > 0) && sumOf(entries) === amount

const sumOf = (entries: readonly Candidate[]): number =>
  entries.reduce((sum, { amount }) => sum + amount, 0)

const namedIn = ({ words, reference }: FileLine, candidates: readonly Candidate[]): Candidate[] => {
  const texts = [bare(words), bare(reference)]
  return candidates.filter(({ code }) => texts.some((text) => text.includes(code)))
}

const byReference = (line: FileLine, candidates: readonly Candidate[]): Proposal | undefined => {
  const named = namedIn(line, candidates)
  if (named.length === 0) return undefined
  return { kind: comeTo(line, named) ? 'sure' : 'other-sum', choices: [named] }
}

/** How often each entry stands in the choices of different lines. */
const asked = (proposals: Iterable<Proposal | undefined>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const proposal of proposals)
    for (const id of new Set(proposal?.choices.flat().map(({ entryId }) => entryId)))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** What two lines ask for is sure for neither. */
const untilOne = (proposals: readonly Proposal[], kind: 'sure' | 'likely'): Proposal[] => {
  const counts = asked(proposals)
  return proposals.map((proposal) =>
    proposal.kind === kind &&
    proposal.choices.flat().some(({ entryId }) => (counts.get(entryId) ?? 0) > 1)
      ? { ...proposal, kind: 'several' }
      : proposal,
  )
}

const near = (line: FileLine, candidate: Candidate): boolean =>
  Math.abs(daysBetween(line.on, candidate.on)) <= daysApartMax

/** Entries of one day that come to the line's sum together: a bank puts a meeting's slips on one line. */
const together = (line: FileLine, candidates: readonly Candidate[]): readonly Candidate[][] =>
  [...Map.groupBy(candidates, ({ on }) => on).values()].filter(
    (ofDay) => ofDay.length > 1 && sumOf(ofDay) === line.amount,
  )

const bySum = (line: FileLine, candidates: readonly Candidate[]): Proposal => {
  const isIn = line.amount > 0
  const there = candidates.filter((one) => one.amount > 0 === isIn && near(line, one))
  const alone = there.filter(({ amount }) => amount === line.amount).map((one) => [one])
  const choices = [...alone, ...together(line, there)]
  if (choices.length === 0) return unknown
  return { kind: choices.length === 1 ? 'likely' : 'several', choices }
}

/**
 * What each line may be, in the order of the lines. Nothing is decided here: the same entry is never sure for two
 * lines, and a sure line's sum is the sum of its entries to the last unit.
 */
export const proposalsFor = (
  lines: readonly FileLine[],
  candidates: readonly Candidate[],
): readonly Proposal[] => {
  const first = untilOne(
    lines.map((line) => byReference(line, candidates) ?? unknown),
    'sure',
  )
  const named = asked(first)
  const left = candidates.filter(({ entryId }) => !named.has(entryId))
  const second = first.map((proposal, i) =>
    proposal.kind === 'unknown' ? bySum(lines[i]!, left) : proposal,
  )
  return untilOne(second, 'likely')
}
