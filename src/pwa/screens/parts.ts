import { type ComponentChildren, h, type JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Field } from '#src/desk/fields.ts'
import { sentNames } from '#src/desk/filling.ts'
import type { Language } from '#src/words/catalogue.ts'
import { type Money, moneyInFigures, moneyInWords } from '#src/words/locale.ts'

/** Who somebody is on this phone: by name where names were taken along, else by card. */
export type NameOf = (memberId: string) => string

export type Frame = { readonly language: Language; readonly nameOf: NameOf }

/** A key of at least 48 pixels. The one that is meant comes first and is filled. */
export const key = (
  label: string,
  act: () => void,
  { isMain = false, isOff = false }: { readonly isMain?: boolean; readonly isOff?: boolean } = {},
): JSX.Element =>
  h(
    'button',
    { type: 'button', onClick: act, disabled: isOff, ...(isMain && { class: 'main' }) },
    label,
  )

/** A sum as the largest thing of its screen, in figures and in words. */
export const sumShown = (money: Money, { language }: Pick<Frame, 'language'>): JSX.Element =>
  h('div', {}, [
    h('p', { class: 'sum' }, moneyInFigures(money)),
    h('p', { class: 'quiet' }, moneyInWords(money, language)),
  ])

/** Labels and what they say. */
export const facts = (lines: readonly (readonly [label: string, said: string])[]): JSX.Element =>
  h(
    'dl',
    {},
    lines.flatMap(([label, said]) => [h('dt', {}, label), h('dd', {}, said)]),
  )

/** Initials stand where a photo would. */
export const whoShown = (name: string, place?: string): JSX.Element =>
  h('div', { class: 'who' }, [
    h('span', { class: 'face', 'aria-hidden': 'true' }, [...name].slice(0, 2).join('')),
    h('div', {}, [h('h1', {}, name), ...(place ? [h('p', { class: 'place' }, place)] : [])]),
  ])

export const alert = (text: ComponentChildren, tone = ''): JSX.Element =>
  h('p', { class: `alert ${tone}`, role: 'status' }, text)

type Texts = Readonly<Record<string, string>>

const inputOf = (
  field: Field,
  {
    value,
    change,
    isWrong,
  }: { readonly value: string; readonly change: (text: string) => void; readonly isWrong: boolean },
): JSX.Element => {
  const shared = {
    name: field.name,
    value,
    onInput: (event: Event) => change((event.currentTarget as HTMLInputElement).value),
    ...(isWrong && { 'aria-invalid': 'true' }),
  }
  if (field.as === 'list' || field.as === 'radios')
    return h(
      'select',
      shared,
      field.choices.map((one) => h('option', { value: one.value }, one.label)),
    )
  const mode = 'inputmode' in field ? field.inputmode : undefined
  return h('input', {
    ...shared,
    type: 'text',
    autocomplete: 'off',
    ...(mode && { inputMode: mode }),
  })
}

/** The fields of a form of the desk, as a phone draws them. */
export const fieldsShown = ({
  fields,
  texts,
  faults,
  change,
}: {
  readonly fields: readonly Field[]
  readonly texts: Texts
  readonly faults: ReadonlyMap<string, string>
  readonly change: (name: string, text: string) => void
}): readonly JSX.Element[] =>
  fields.flatMap((field) =>
    sentNames(field).map((name) => {
      const fault = faults.get(field.name)
      const input = inputOf(field, {
        value: texts[name] ?? '',
        change: (text) => change(name, text),
        isWrong: fault !== undefined,
      })
      return h('label', { key: name }, [
        field.label,
        ...(field.hint ? [h('small', {}, field.hint)] : []),
        ...(fault ? [h('span', { class: 'fault' }, fault)] : []),
        input,
      ])
    }),
  )

/** What is typed into a form, by name. */
export const useTexts = (start: Texts) => {
  const [texts, setTexts] = useState<Texts>(start)
  const change = (name: string, text: string): void => setTexts((all) => ({ ...all, [name]: text }))
  return { texts, change, of: (name: string): string => texts[name] ?? '' }
}

/** Digits that are not shown while they are typed, in either script. */
export const pinField = (
  label: string,
  {
    name,
    value,
    change,
  }: { readonly name: string; readonly value: string; readonly change: (text: string) => void },
): JSX.Element =>
  h('label', {}, [
    label,
    h('input', {
      name,
      type: 'password',
      inputMode: 'numeric',
      autocomplete: 'off',
      value,
      onInput: (event: Event) => change((event.currentTarget as HTMLInputElement).value),
    }),
  ])
