import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
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
const daysApartMax = 7

const unknown: Proposal = { kind: 'unknown', choices: [] }

/** Letters and digits alone: banks drop what stands between. */
const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Whether entries are a line's to the last unit: a line never holds what went the other way. */
const comeTo = ({ amount }: FileLine, entries: readonly Candidate[]): boolean =>
  entries.every((one) => one.amount > 0 === amount > 0) && sumOf(entries) === amount

const sumOf = (entries: readonly Candidate[]): number =>
  entries.reduce((sum, { amount }) => sum + amount, 0)

/** Signs in the short code of a receipt. */
const codeLength = 8

type ByCode = ReadonlyMap<string, readonly Candidate[]>

const byCodeOf = (candidates: readonly Candidate[]): ByCode =>
  Map.groupBy(candidates, ({ code }) => code)

/** Every stretch of a text that is as long as a short code. */
const stretchesOf = (text: string): string[] =>
  Array.from({ length: Math.max(text.length - codeLength + 1, 0) }, (_, i) =>
    text.slice(i, i + codeLength),
  )

const namedIn = ({ words, reference }: FileLine, byCode: ByCode): Candidate[] => {
  const said = new Set([bare(words), bare(reference)].flatMap(stretchesOf))
  return [...said].flatMap((code) => byCode.get(code) ?? []).toSorted((a, b) => a.seq - b.seq)
}

const byReference = (line: FileLine, byCode: ByCode): Proposal | undefined => {
  const named = namedIn(line, byCode)
  if (named.length === 0) return undefined
  return { kind: comeTo(line, named) ? 'sure' : 'other-sum', choices: [named] }
}

/** Entries that come to one sum on one day: a single one, or all of the day that went one way. */
type Choices = ReadonlyMap<string, readonly (readonly Candidate[])[]>

const keyOf = (on: LocalDate, sum: number): string => `${on} ${sum}`

/** A bank puts a meeting's slips on one line, so that all of a day together are a choice as well. */
const choicesOf = (candidates: readonly Candidate[]): Choices => {
  const alone = candidates.map((one) => [one])
  const ofDays = Map.groupBy(candidates, ({ on, amount }) => `${on} ${amount > 0}`)
  const together = [...ofDays.values()].filter(({ length }) => length > 1)
  return Map.groupBy([...alone, ...together], (choice) => keyOf(choice[0]!.on, sumOf(choice)))
}

/** What a line may be within the days that a bank takes. */
const keysNear = ({ on, amount }: FileLine, choices: Choices): string[] =>
  Array.from({ length: 2 * daysApartMax + 1 }, (_, i) =>
    keyOf(daysAfter(on, i - daysApartMax), amount),
  ).filter((key) => choices.has(key))

/** More than so many nobody looks through: the line is one of several all the same. */
const choicesShownMax = 20

const bySum = (keys: readonly string[], choices: Choices): Proposal => {
  const found = keys.flatMap((key) => choices.get(key)!.slice(0, choicesShownMax))
  if (found.length === 0) return unknown
  const shown = found
    .toSorted((a, b) => Math.min(a.length, 2) - Math.min(b.length, 2) || a[0]!.seq - b[0]!.seq)
    .slice(0, choicesShownMax)
  return { kind: found.length === 1 ? 'likely' : 'several', choices: shown }
}

/** How many lines ask for each entry: no line asks for one twice, because an entry is less than its whole day. */
const linesPerEntry = (
  keys: readonly (readonly string[])[],
  choices: Choices,
): Map<string, number> => {
  const lines = new Map<string, number>()
  for (const key of keys.flat()) lines.set(key, (lines.get(key) ?? 0) + 1)
  const counts = new Map<string, number>()
  for (const [key, count] of lines)
    for (const { entryId } of choices.get(key)!.flat())
      counts.set(entryId, (counts.get(entryId) ?? 0) + count)
  return counts
}

/** How many lines name each entry. */
const namedBy = (proposals: readonly Proposal[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { choices } of proposals)
    for (const { entryId } of choices.flat()) counts.set(entryId, (counts.get(entryId) ?? 0) + 1)
  return counts
}

/** What two lines ask for is sure for neither. */
const untilOne = (
  proposals: readonly Proposal[],
  kind: 'sure' | 'likely',
  counts: ReadonlyMap<string, number>,
): Proposal[] =>
  proposals.map((proposal) =>
    proposal.kind === kind &&
    proposal.choices.flat().some(({ entryId }) => (counts.get(entryId) ?? 0) > 1)
      ? { ...proposal, kind: 'several' }
      : proposal,
  )

/**
 * What each line may be, in the order of the lines. Nothing is decided here: the same entry is never sure for two
 * lines, and a sure line's sum is the sum of its entries to the last unit. Of a line that could be very many
 * entries the first of them are told.
 */
export const proposalsFor = (
  lines: readonly FileLine[],
  candidates: readonly Candidate[],
): readonly Proposal[] => {
  const byCode = byCodeOf(candidates)
  const said = lines.map((line) => byReference(line, byCode) ?? unknown)
  const named = namedBy(said)
  const first = untilOne(said, 'sure', named)
  const choices = choicesOf(candidates.filter(({ entryId }) => !named.has(entryId)))
  const keys = first.map(({ kind }, i) => (kind === 'unknown' ? keysNear(lines[i]!, choices) : []))
  const second = first.map((proposal, i) =>
    proposal.kind === 'unknown' ? bySum(keys[i]!, choices) : proposal,
  )
  return untilOne(second, 'likely', linesPerEntry(keys, choices))
}
