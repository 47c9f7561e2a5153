import type { Picture } from '#src/desk/pictures.ts'
import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import { networkWords } from '#src/words/words.ts'

type Mark = 'shut-out' | 'no-secret' | 'secret-set' | 'here'

const pictures: Readonly<Record<Mark, Picture>> = {
  'shut-out': 'stop',
  'no-secret': 'key',
  'secret-set': 'on-time',
  here: 'person',
}

/** How it stands with a person or a device: a picture, a colour and words, never a colour alone. */
export const networkMark = (kind: Mark, text: string): Html =>
  html`<span class="state ${kind}">${picture(pictures[kind])} <span>${text}</span></span>`

type Standing = {
  readonly hasSecret: boolean
  readonly isShutOut: boolean
  readonly isHere?: boolean
}

/** Whether somebody may sign in, can, and is signed in, the worst first. */
export const marksOf = (
  { hasSecret, isShutOut, isHere }: Standing,
  language: Language,
): readonly Html[] => {
  const words = networkWords.in(language)
  return [
    ...(isShutOut ? [networkMark('shut-out', words.isShutOut)] : []),
    hasSecret
      ? networkMark('secret-set', words.hasSecret)
      : networkMark('no-secret', words.noSecretYet),
    ...(isHere ? [networkMark('here', words.isHere)] : []),
  ]
}
