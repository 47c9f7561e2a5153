import { html } from 'hono/html'
import { inNotes, notesOf } from '#domain/fund/meeting/banknotes.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Language } from '#src/words/catalogue.ts'
import { type Money, moneyInTable } from '#src/words/locale.ts'
import { deskWords } from '#src/words/words.ts'

type Html = ReturnType<typeof html>

/*
 * Notes as pictures, for whoever counts money better than digits. They are drawn by ourselves: the colour that people
 * know a note by, a field and its worth; nothing is copied from a note.
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

/** Rules of style that give each field of the count of notes the colour of its note. */
export const noteFieldColours: string = notesOf('KHR')
  .map((note) => `.on-line label[for='n-${note}'] { --note: ${noteColour(note, 'KHR')}; }`)
  .join('\n')

const worth = (note: number, currency: Currency): string =>
  moneyInTable({ amount: note, currency }).replace(/\.0+$/, '')

/** A picture of one note: its colour and its worth. Smallest units; `currency` says how many of them make one. */
export const noteDrawn = ({ amount, currency }: Money): Html => {
  const figure = worth(amount, currency)
  const colour = noteColour(amount, currency)
  return html`<svg viewBox="0 0 84 40" width="84" height="40" aria-hidden="true" focusable="false">
    <rect x="1" y="1" width="82" height="38" rx="4" fill="${colour}" stroke="#57504a" />
    <ellipse cx="42" cy="20" rx="${3 + figure.length * 5}" ry="14" fill="#fff" opacity=".55" />
    <text x="42" y="26" text-anchor="middle" font-size="17" font-weight="700" fill="#221e19">
      ${figure}
    </text>
  </svg>`
}

/** As many kinds as riel in use have; a sum with hundredths that needs more is told without. */
const kindsMax = 10

/**
 * A sum as the notes and coins that it would be, each with how many there are; nothing for what cannot be paid in cash.
 * Who does not see hears them as one line.
 */
export const sumInNotes = ({ amount, currency }: Money, language: Language): Html | '' => {
  const notes = inNotes(amount, currency) ?? []
  if (notes.length === 0 || notes.length > kindsMax) return ''
  const told = notes.map(({ note, pieces }) => `${pieces} × ${worth(note, currency)}`).join(' + ')
  return html`<p class="in-notes" role="img" aria-label="${deskWords.in(language).asNotes(told)}">
    ${notes.map(
      ({ note, pieces }) =>
        html`<span
          >${pieces === 1 ? '' : html`<b>${pieces}×</b>`}${noteDrawn({ amount: note, currency })}</span
        >`,
    )}
  </p>`
}
