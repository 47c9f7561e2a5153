import { type ComponentChildren, h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Choice, Field } from '#src/desk/fields.ts'
import { sentNames } from '#src/desk/filling.ts'
import type { Language } from '#src/words/catalogue.ts'

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

/** Labels and what they say. */
export const facts = (lines: readonly (readonly [label: string, said: string])[]): JSX.Element =>
  h(
    'dl',
    {},
    lines.flatMap(([label, said]) => [h('dt', {}, label), h('dd', {}, said)]),
  )

/** Keys that stay in sight at the foot of the screen, however long what stands above them. */
export const foot = (...keys: readonly JSX.Element[]): JSX.Element =>
  h('div', { class: 'foot' }, keys)

/** Initials stand where a photo would. */
export const whoShown = (name: string, place?: string): JSX.Element =>
  h('div', { class: 'who' }, [
    h('span', { class: 'face', 'aria-hidden': 'true' }, [...name].slice(0, 2).join('')),
    h('div', {}, [h('h1', {}, name), ...(place ? [h('p', { class: 'place' }, place)] : [])]),
  ])

export const alert = (text: ComponentChildren, tone = ''): JSX.Element =>
  h('p', { class: `alert ${tone}`, role: 'status' }, text)

export type Texts = Readonly<Record<string, string>>

type Typing = {
  readonly value: string
  readonly change: (text: string) => void
  readonly isWrong: boolean
}

const tickOf = (field: Field, { value, change }: Typing): JSX.Element =>
  h('input', {
    type: 'checkbox',
    name: field.name,
    checked: value === 'yes',
    onChange: (event: Event) =>
      change((event.currentTarget as HTMLInputElement).checked ? 'yes' : ''),
  })

/** What a list offers, with nothing first where nothing was chosen yet. */
const optionsOf = (choices: readonly Choice[], value: string): readonly JSX.Element[] => [
  ...(choices.some((one) => one.value === value) ? [] : [h('option', { value: '' }, '…')]),
  ...choices.map((one) => h('option', { value: one.value }, one.label)),
]

const inputOf = (field: Field, typing: Typing): JSX.Element => {
  const { value, change, isWrong } = typing
  const shared = {
    name: field.name,
    value,
    onInput: (event: Event) => change((event.currentTarget as HTMLInputElement).value),
    ...(isWrong && { 'aria-invalid': 'true' }),
  }
  if (field.as === 'tick') return tickOf(field, typing)
  const people = field.as === 'line' ? field.people : undefined
  const choices = field.as === 'list' || field.as === 'radios' ? field.choices : people
  if (choices) return h('select', shared, optionsOf(choices, value))
  const mode = 'inputmode' in field ? field.inputmode : undefined
  return h('input', {
    ...shared,
    type: 'text',
    autocomplete: 'off',
    ...(mode && { inputMode: mode }),
  })
}

type FieldsTyped = {
  readonly texts: Texts
  readonly faults: ReadonlyMap<string, string>
  readonly change: (name: string, text: string) => void
}

const fieldShown = (field: Field, { texts, faults, change }: FieldsTyped): JSX.Element[] =>
  // The day is that of the meeting.
  (field.as === 'day' ? [] : sentNames(field)).map((name) => {
    const fault = faults.get(field.name)
    const input = inputOf(field, {
      value: texts[name] ?? '',
      change: (text) => change(name, text),
      isWrong: fault !== undefined,
    })
    return h('label', { key: name, class: field.as === 'tick' ? 'tick' : 'row' }, [
      h('span', {}, [
        field.label,
        ...(field.hint ? [h('small', {}, field.hint)] : []),
        ...(fault ? [h('span', { class: 'fault' }, fault)] : []),
      ]),
      input,
    ])
  })

/** The line of the fold in which a field lies; none while another field says that it is needed. */
const foldOf = ({ fold, openWhile }: Field, texts: Texts): string | undefined =>
  openWhile && texts[openWhile.name] === openWhile.is ? undefined : fold

/** The fields of a form of the desk that are asked of everybody, as a phone draws them. */
export const fieldsShown = ({
  fields,
  ...typed
}: FieldsTyped & { readonly fields: readonly Field[] }): readonly JSX.Element[] =>
  fields
    .filter((field) => foldOf(field, typed.texts) === undefined)
    .flatMap((field) => fieldShown(field, typed))

/** The fields that are seldom needed, under the lines of their folds. */
export const foldedFields = ({
  fields,
  ...typed
}: FieldsTyped & { readonly fields: readonly Field[] }): readonly JSX.Element[] => {
  const folded = fields.filter(
    (field) => field.as !== 'day' && foldOf(field, typed.texts) !== undefined,
  )
  return [...Map.groupBy(folded, ({ fold }) => fold!)].flatMap(([line, some]) => [
    h('h2', {}, line),
    ...some.flatMap((field) => fieldShown(field, typed)),
  ])
}

/** What is looked at by few, behind one line; it stands open where something in it has to be mended. */
export const more = (
  line: string,
  isOpen: boolean,
  content: readonly JSX.Element[],
): readonly JSX.Element[] =>
  content.length === 0 ? [] : [h('details', { open: isOpen }, [h('summary', {}, line), ...content])]

/** What is typed into a form, by name. */
export const useTexts = (start: Texts) => {
  const [texts, setTexts] = useState<Texts>(start)
  const change = (name: string, text: string): void => setTexts((all) => ({ ...all, [name]: text }))
  return { texts, change, of: (name: string): string => texts[name] ?? '' }
}

/** What is wrong with what was looked at last comes into sight, wherever the screen stands. */
export const useFaultInSight = (looked: unknown): void =>
  useEffect(
    () => document.querySelector('main .fault')?.scrollIntoView({ block: 'nearest' }),
    [looked],
  )

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
