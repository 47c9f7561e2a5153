import { latinDigits } from '#domain/kernel/money.ts'
import type { Field } from '#src/desk/fields.ts'

/** What was typed into a field: the three parts of a day in digits of either script, or its one line. */
const typedInto = ({ as, name }: Field, of: (name: string) => string): string => {
  if (as !== 'day') return of(name)
  const [day, month, year] = ['day', 'month', 'year'].map((part) => latinDigits(of(part).trim()))
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
}

/** The names under which a field is sent. */
export const sentNames = ({ as, name }: Field): readonly string[] =>
  as === 'day' ? ['day', 'month', 'year'] : [name]

/** What fields hold, under the names that they are sent by, so that a form can carry it on. */
export const sentAgain = (
  fields: readonly Field[],
  texts: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const text = texts.get(field.name)
      if (text === undefined) return []
      const parts = field.as === 'day' ? text.split('-').toReversed() : [text]
      return sentNames(field).map((name, i) => [name, parts[i] ?? ''] as const)
    }),
  )

/** A field without which a form is none of ours: what may stay empty, or was not chosen, may be missing. */
export const mustBeSent = ({ as, read }: Field): boolean =>
  as !== 'radios' && as !== 'tick' && 'fault' in read('')

/** What stands in a form: what could be read, so written that it is read as the same again, and what is wrong with the rest. */
export type Filling = {
  readonly texts: ReadonlyMap<string, string>
  readonly faults: ReadonlyMap<string, string>
}

/** A form that nobody has filled in yet, but for what is known before. */
export const unfilled = (prefilled: Readonly<Record<string, string>> = {}): Filling => ({
  texts: new Map(Object.entries(prefilled)),
  faults: new Map(),
})

/** What was sent, field by field. */
export const fillingOf = (fields: readonly Field[], of: (name: string) => string): Filling => {
  const texts = new Map<string, string>()
  const faults = new Map<string, string>()
  for (const field of fields) {
    const result = field.read(typedInto(field, of))
    if ('text' in result) texts.set(field.name, result.text)
    else {
      faults.set(field.name, result.fault)
      if (result.typed !== undefined) texts.set(field.name, result.typed)
    }
  }
  return { texts, faults }
}

/** What was filled in, field by field, to be read aloud; what was left empty is left out, and the day stands by itself. */
export const saidLines = (
  fields: readonly Field[],
  of: (name: string) => string,
): readonly (readonly [label: string, said: string])[] =>
  fields.flatMap((field) => {
    if (field.as === 'day') return []
    const said = of(field.name) === '' ? '' : field.said(of(field.name))
    return said === '' ? [] : [[field.label, said] as const]
  })
