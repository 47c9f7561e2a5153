import { drawnOf, numberToAsk } from '#domain/fund/meeting/drawing.ts'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'

/** Of how many entries one is looked at, and between which numbers. */
const entriesPercent = 2
const entriesMin = 5
const entriesMax = 30

const numberOfEntries = (entries: number): number =>
  Math.min(entries, entriesMax, Math.max(entriesMin, Math.ceil((entries * entriesPercent) / 100)))

/** What an auditor looks at: members by card, and entries of the book by number. */
export type Sample = { readonly cards: readonly string[]; readonly entries: readonly number[] }

/**
 * The sample of an audit: of the cards of the book as it was at the plan's head, in their order, and of the entries up to it. Each
 * is drawn (`drawnOf`) by the SHA-256 of `village-fund/audit-sample/1`, the seed and its word, each with its length before
 * it. The seed is the hash of the plan's entry in the network's journal: it covers the head of the fund's book, the entry
 * before, and the instant at which the service wrote it, so that whoever plans cannot try. Whoever runs the service can: by
 * its clock, and then the plans that were thrown away are in no journal.
 */
export const sampleOf = (
  {
    seed,
    cards,
    entries,
  }: { readonly seed: string; readonly cards: readonly string[]; readonly entries: number },
  hash: (text: string) => string,
): Sample => {
  const by = (word: string): string =>
    hash(lengthPrefixed(['village-fund/audit-sample/1', seed, word]))
  const among = cards.toSorted((a, b) => (a < b ? -1 : 1))
  const numbers = Array.from({ length: entries }, (_, i) => String(i + 1))
  const drawn = drawnOf(by('entries'), { among: numbers, number: numberOfEntries(entries) })
  return {
    cards: drawnOf(by('cards'), { among, number: numberToAsk(among.length) }).toSorted((a, b) =>
      a < b ? -1 : 1,
    ),
    entries: drawn.map(Number).toSorted((a, b) => a - b),
  }
}
