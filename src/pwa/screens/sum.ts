import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type NotePicture, fieldOf, notePictures, notesInLine } from '#src/desk/note-pictures.ts'
import type { Frame } from '#src/pwa/screens/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { type Money, moneyInFigures, moneyInWords } from '#src/words/locale.ts'
import { deskWords, phoneWords } from '#src/words/words.ts'

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

/** A voice that is on this phone itself: one that speaks over the network would send the sums to strangers, and under the tree there is none. */
const voiceFor = (language: Language): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis
    ?.getVoices()
    .find(
      ({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language,
    )

const spoken = (text: string, voice: SpeechSynthesisVoice): void => {
  const words = new SpeechSynthesisUtterance(text)
  Object.assign(words, { voice, lang: voice.lang, rate: 0.85 })
  speechSynthesis.cancel()
  speechSynthesis.speak(words)
}

/** A key that says a sum aloud, where the phone has a voice of its own for the language. */
const Listen = ({
  text,
  language,
}: {
  readonly text: string
  readonly language: Language
}): JSX.Element | null => {
  const [voice, setVoice] = useState(() => voiceFor(language))
  useEffect(() => {
    // Voices come after the page on most phones.
    const come = (): void => setVoice(voiceFor(language))
    come()
    globalThis.speechSynthesis?.addEventListener('voiceschanged', come)
    return () => {
      globalThis.speechSynthesis?.removeEventListener('voiceschanged', come)
      globalThis.speechSynthesis?.cancel()
    }
  }, [language])
  const label = phoneWords.in(language).listen
  if (!voice) return null
  return h('button', { type: 'button', class: 'listen', onClick: () => spoken(text, voice) }, label)
}

/** A sum as the largest thing of its screen: in figures, in words, as notes, and aloud. */
export const sumShown = (money: Money, { language }: Pick<Frame, 'language'>): JSX.Element => {
  const text = moneyInWords(money, language)
  return h('div', {}, [
    h('div', { class: 'said' }, [
      h('p', { class: 'sum' }, moneyInFigures(money)),
      h(Listen, { text, language }),
    ]),
    h('p', { class: 'quiet' }, text),
    ...notesShown(money, language),
  ])
}
