import { render } from 'preact'
import { sumShown } from '#src/pwa/screens/sum.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { Money } from '#src/words/locale.ts'

/* A sum as the meeting app shows it, in a page of its own; nothing where none is given. */

const show = (money: Money | undefined, language: Language): void =>
  render(money ? sumShown(money, { language }) : null, document.body)

Object.assign(globalThis, { show })
