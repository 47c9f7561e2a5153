import { h, render } from 'preact'
import { useClips } from '#src/pwa/screens/listen.ts'
import { sumShown } from '#src/pwa/screens/sum.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { Money } from '#src/words/locale.ts'

/* A sum as the meeting app shows it, in a page of its own; nothing where none is given. */

const show = (money: Money | undefined, language: Language): void =>
  render(money ? sumShown(money, { language }) : null, document.body)

/** A book stands open in a language. */
const OpenBook = ({ language }: { readonly language: Language }): null => {
  useClips(language)
  return null
}
const open = (language: Language): void =>
  render(h(OpenBook, { language }), document.createElement('div'))

Object.assign(globalThis, { show, open })
