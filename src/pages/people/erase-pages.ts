import { html } from 'hono/html'
import type { ParticularPart } from '#domain/fund/particulars.ts'
import { hidden } from '#src/pages/entrance/parts.ts'
import { practiceSecondPart, secondFields } from '#src/pages/entrance/second-part.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Asked, formPage, listField } from '#src/pages/people/form-parts.ts'
import type { AskedOfTwo } from '#src/pages/people/forms.ts'
import { type PeopleAt, peoplePath, wordsAt } from '#src/pages/people/parts.ts'

/** What can be erased by itself, and all of it. */
export const erasable = ['name', 'photo', 'nominees', 'everything'] as const

/** Asks what is to be erased of a member. */
export const erasePage = (at: PeopleAt, asked: Asked): Html => {
  const words = wordsAt(at)
  const { memberId } = asked.person
  return formPage(at, asked, {
    shown: 'stop',
    heading: words.eraseHeading,
    lead: [words.eraseLead],
    action: peoplePath.person(at, memberId, 'erase'),
    safe: peoplePath.person(at, memberId),
    submit: words.eraseNext,
    fields: html`${hidden('step', 'check')}
    ${listField({
      name: 'what',
      label: words.eraseWhat,
      none: words.pleaseChoose,
      choices: erasable.map((what) => ({ value: what, label: words[`erase_${what}`] })),
      chosen: asked.typed?.('what') ?? '',
    })}`,
  })
}

type Kept = ParticularPart | 'goal' | 'reason'

/** What is erased for good, and what of the same member stays. */
export type EraseCheck = { readonly goes: readonly Kept[]; readonly stays: readonly Kept[] }

const listed = (title: string, lines: readonly string[]): Html =>
  html`<section>
    <h2>${title}</h2>
    <ul>
      ${lines.map((text) => html`<li>${text}</li>`)}
    </ul>
  </section>`

/** Says what goes and what stays before two officers erase it. */
export const eraseCheckPage = (
  at: PeopleAt,
  { practice, ...asked }: AskedOfTwo,
  { goes, stays }: EraseCheck,
): Html => {
  const words = wordsAt(at)
  const { memberId } = asked.person
  const named = (parts: readonly Kept[]): string[] => parts.map((part) => words[`erase_${part}`])
  return formPage(at, asked, {
    shown: 'stop',
    heading: words.eraseCheck,
    lead: [
      listed(words.eraseGoes, named(goes)),
      listed(words.eraseStays, [...named(stays), words.eraseStaysBook, words.eraseStaysLog]),
      words.eraseLead,
      practiceSecondPart(at.language, practice),
    ],
    action: peoplePath.person(at, memberId, 'erase'),
    safe: peoplePath.person(at, memberId),
    submit: words.eraseButton,
    fields: html`${hidden('what', asked.typed?.('what') ?? '')} ${secondFields(at.language)}`,
  })
}
