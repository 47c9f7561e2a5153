import { html } from 'hono/html'
import { notesOf } from '#domain/fund/meeting/banknotes.ts'
import {
  type NotePicture,
  fieldOf,
  noteColour,
  notePictures,
  notesInLine,
} from '#src/desk/note-pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { Money } from '#src/words/locale.ts'
import { deskWords } from '#src/words/words.ts'

type Html = ReturnType<typeof html>

/** Rules of style that give each field of the count of notes the colour of its note. */
export const noteFieldColours: string = notesOf('KHR')
  .map((note) => `.on-line label[for='n-${note}'] { --note: ${noteColour(note, 'KHR')}; }`)
  .join('\n')

/** A picture of one note: its colour and its worth. */
const drawn = ({ figure, colour }: Omit<NotePicture, 'pieces'>): Html =>
  html`<svg viewBox="0 0 84 40" width="84" height="40" aria-hidden="true" focusable="false">
    <rect x="1" y="1" width="82" height="38" rx="4" fill="${colour}" stroke="#57504a" />
    <ellipse cx="42" cy="20" rx="${fieldOf(figure)}" ry="14" fill="#fff" opacity=".55" />
    <text x="42" y="26" text-anchor="middle" font-size="17" font-weight="700" fill="#221e19">
      ${figure}
    </text>
  </svg>`

/**
 * A sum as the notes and coins that it would be, each with how many there are; nothing for what cannot be paid in cash.
 * Who does not see hears them as one line.
 */
export const sumInNotes = (money: Money, language: Language): Html | '' => {
  const notes = notePictures(money)
  if (notes.length === 0) return ''
  const told = deskWords.in(language).asNotes(notesInLine(notes))
  return html`<p class="in-notes" role="img" aria-label="${told}">
    ${notes.map(
      (note) =>
        html`<span>${note.pieces === 1 ? '' : html`<b>${note.pieces}×</b>`}${drawn(note)}</span>`,
    )}
  </p>`
}
