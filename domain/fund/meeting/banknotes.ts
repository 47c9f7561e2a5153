import { type Currency, amountMax, cashStepOf } from '#domain/kernel/money.ts'

/** How many pieces of one note or coin; `note` is its worth in the currency's smallest recorded unit. */
export type Pieces = { readonly note: number; readonly pieces: number }

/**
 * Notes and coins that a village counts, the largest first, in smallest recorded units. They are data: a note
 * that a central bank adds is one number here. Each list ends with the currency's cash step, so that every sum
 * that can change hands is a sum of them.
 */
const notes = {
  KHR: [200_000, 100_000, 50_000, 30_000, 20_000, 15_000, 10_000, 5000, 2000, 1000, 500, 200, 100],
  USD: [10_000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1],
  THB: [100_000, 50_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 25],
  VND: [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500],
  LAK: [100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500],
  MMK: [20_000, 10_000, 5000, 1000, 500, 200, 100, 50],
} as const satisfies Readonly<Record<Currency, readonly number[]>>

/**
 * Riel notes that are seldom seen: counted where they lie, and nobody is told to pay with them. The National Bank
 * issued the one of 200,000 on 16 October 2024.
 */
const seldomSeen: readonly number[] = [200_000, 30_000, 15_000]

/** The notes and coins of a currency, the largest first. */
export const notesOf = (currency: Currency): readonly number[] => notes[currency]

/** Whether a note is counted where it lies, and looked for nowhere. */
export const isSeldomSeen = (note: number, currency: Currency): boolean =>
  currency === 'KHR' && seldomSeen.includes(note)

/** More pieces of one note than a box holds. */
export const piecesMax = 100_000

const isPieces = (pieces: unknown): boolean =>
  Number.isSafeInteger(pieces) && (pieces as number) > 0 && (pieces as number) <= piecesMax

/** What counted notes come to. */
export const worthOf = (counted: readonly Pieces[]): number =>
  counted.reduce((sum, { note, pieces }) => sum + note * pieces, 0)

/** What is wrong with a count of notes: a code and the place in it; undefined where nothing is. */
export const notesFault = (
  counted: readonly Pieces[],
  { amount, currency }: { readonly amount: number; readonly currency: Currency },
): { readonly code: string; readonly at: string } | undefined => {
  const known: readonly number[] = notes[currency]
  const unknown = counted.findIndex(({ note }) => !known.includes(note))
  if (unknown >= 0) return { code: 'note-unknown', at: `/${unknown}/note` }
  const uncounted = counted.findIndex(({ pieces }) => !isPieces(pieces))
  if (uncounted >= 0) return { code: 'pieces-not-whole', at: `/${uncounted}/pieces` }
  const twice = counted.findIndex(
    ({ note }, i) => counted.findIndex((other) => other.note === note) < i,
  )
  if (twice >= 0) return { code: 'note-twice', at: `/${twice}/note` }
  return worthOf(counted) === amount ? undefined : { code: 'notes-differ-from-sum', at: '' }
}

/**
 * A sum in as few notes and coins as can be, the largest first; they come to the sum again. Undefined for what
 * cannot be paid in cash: it is no whole number of the smallest coin.
 */
export const inNotes = (amount: number, currency: Currency): readonly Pieces[] | undefined => {
  if (amount < 0 || amount > amountMax || amount % cashStepOf(currency) !== 0) return undefined
  let left = amount
  return notes[currency]
    .filter((note) => currency !== 'KHR' || !seldomSeen.includes(note))
    .flatMap((note) => {
      const pieces = Math.floor(left / note)
      left -= pieces * note
      return pieces > 0 ? [{ note, pieces }] : []
    })
}
