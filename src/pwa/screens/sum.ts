import { h, type JSX } from 'preact'
import { type NotePicture, fieldOf, notePictures, notesInLine } from '#src/desk/note-pictures.ts'
import { Listen } from '#src/pwa/screens/listen.ts'
import type { Frame } from '#src/pwa/screens/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { type Money, moneyInFigures, moneyInWords } from '#src/words/locale.ts'
import { deskWords } from '#src/words/words.ts'

const noteShown = ({ pieces, figure, colour }: NotePicture): JSX.Element =>
  h('span', { key: figure }, [
    ...(pieces === 1 ? [] : [h('b', {}, `${pieces}×`)]),
    h('svg', { viewBox: '0 0 84 40', width: 63, height: 30, 'aria-hidden': 'true' }, [
      h('rect', { x: 1, y: 1, width: 82, height: 38, rx: 4, fill: colour, stroke: '#57504a' }),
      h('ellipse', { cx: 42, cy: 20, rx: fieldOf(figure), ry: 14, fill: '#fff', opacity: 0.55 }),
      h('text', { x: 42, y: 26, 'text-anchor': 'middle', 'font-size': 17 }, figure),
    ]),
  ])

/** A sum as the notes that it would be; nothing for what cannot be paid in cash. */
const notesShown = (money: Money, language: Language): readonly JSX.Element[] => {
  const notes = notePictures(money)
  if (notes.length === 0) return []
  const told = deskWords.in(language).asNotes(notesInLine(notes))
  return [h('p', { class: 'in-notes', role: 'img', 'aria-label': told }, notes.map(noteShown))]
}

/** A sum as the largest thing of its screen: in figures, in words, as notes, and aloud. */
export const sumShown = (money: Money, { language }: Pick<Frame, 'language'>): JSX.Element => {
  const text = moneyInWords(money, language)
  return h('div', {}, [
    h('div', { class: 'said' }, [
      h('p', { class: 'sum' }, moneyInFigures(money)),
      h(Listen, { money, text, language }),
    ]),
    h('p', { class: 'quiet' }, text),
    ...notesShown(money, language),
  ])
}
