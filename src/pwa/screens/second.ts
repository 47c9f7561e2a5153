import { h, type JSX } from 'preact'
import { type useTexts, pinField } from '#src/pwa/screens/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { lendingFormWords, phoneWords } from '#src/words/words.ts'

/** Where the second person gives the own name and PIN; they are sealed before they are kept. Whose matter it is gives the PIN alone. */
export const SecondAsked = ({
  language,
  name,
  isOwn,
  form,
}: {
  readonly language: Language
  readonly name: string
  readonly isOwn: boolean
  readonly form: ReturnType<typeof useTexts>
}): JSX.Element => {
  const words = phoneWords.in(language)
  const { texts, change } = form
  const label = isOwn ? lendingFormWords.in(language).ownWordSecret : words.wordPin
  const secret = pinField(label, {
    name: 'secret',
    value: texts['secret'] ?? '',
    change: (text) => change('secret', text),
  })
  if (isOwn)
    return h('section', { class: 'second' }, [
      h('h2', {}, words.wordOf(name)),
      secret,
      h('p', { class: 'quiet' }, words.wordSealed),
    ])
  return h('section', { class: 'second' }, [
    h('h2', {}, words.wordOf(name)),
    h('div', { class: 'two' }, [
      h('label', {}, [
        words.wordName,
        h('input', {
          name: 'login',
          type: 'text',
          autocomplete: 'off',
          autocapitalize: 'none',
          value: texts['login'] ?? '',
          onInput: (event: Event) =>
            change('login', (event.currentTarget as HTMLInputElement).value),
        }),
      ]),
      secret,
    ]),
    h('p', { class: 'quiet' }, words.wordSealed),
  ])
}

type Whose = {
  readonly language: Language
  /** Whose matter it is gives it, and has no name to sign in by. */
  readonly isOwn: boolean
  readonly isPractice: boolean
  readonly name: string
}

/** What is missing of a word that is asked for. People of the practice fund have no PIN of their own to give. */
export const lackingOf = (
  { language, isOwn, isPractice, name }: Whose,
  { login, secret }: { readonly login: string; readonly secret: string },
): string | undefined => {
  if (secret !== '' && (isOwn || login !== '')) return undefined
  if (!isOwn) return phoneWords.in(language).wordMissing(name)
  return isPractice ? undefined : codeSaid('owner-pin-needed', language)
}
