import { inNotes } from '#domain/fund/meeting/banknotes.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type Money, moneyInTable } from '#src/words/locale.ts'

/*
 * What a sum is in notes, for whoever counts money better than digits: each kind by the colour that people know it by and
 * its worth. Each host draws them; nothing is copied from a note.
 */

/** The colours that riel notes are known by; notes and coins of other money have one for all. */
const rielColours: Readonly<Record<number, string>> = {
  200: '#c9d3d8',
  500: '#efb0a0',
  1000: '#dcd391',
  2000: '#bcd6ac',
  5000: '#cfbbe0',
  10_000: '#a9c9e6',
  15_000: '#e6c1a1',
  20_000: '#ebb6d0',
  30_000: '#c6d89a',
  50_000: '#d2b48e',
  100_000: '#9fd6c4',
  200_000: '#b7b4e0',
}

const plainColour = '#e2c39b'

/** The colour of a note's picture. */
export const noteColour = (note: number, currency: Currency): string =>
  (currency === 'KHR' ? rielColours[note] : undefined) ?? plainColour

/** A kind of note of a sum, as it is drawn: how many, its worth as a figure, and its colour. */
export type NotePicture = {
  readonly pieces: number
  readonly figure: string
  readonly colour: string
}

/** As many kinds as riel in use have; a sum with hundredths that needs more is told without. */
const kindsMax = 10

/** A sum as the notes and coins that it would be, the largest first; none for what cannot be paid in cash. */
export const notePictures = ({ amount, currency }: Money): readonly NotePicture[] => {
  const notes = inNotes(amount, currency) ?? []
  if (notes.length > kindsMax) return []
  return notes.map(({ note, pieces }) => ({
    pieces,
    figure: moneyInTable({ amount: note, currency }).replace(/\.0+$/, ''),
    colour: noteColour(note, currency),
  }))
}

/** The same as one line, for who does not see them. */
export const notesInLine = (pictures: readonly NotePicture[]): string =>
  pictures.map(({ pieces, figure }) => `${pieces} × ${figure}`).join(' + ')

/** How wide the light field behind a figure is, in the picture's own units of 84 by 40. */
export const fieldOf = (figure: string): number => 3 + figure.length * 5
