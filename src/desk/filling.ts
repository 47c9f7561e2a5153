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

/** What fields hold, under the names that they are sent by, so that a form can carry it on: days as they were typed. */
export const sentAgain = (
  fields: readonly Field[],
  { texts, typed }: Pick<Filling, 'texts' | 'typed'>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const text = texts.get(field.name)
      if (text === undefined) return []
      const parts = field.as === 'day' ? text.split('-').toReversed() : [text]
      return sentNames(field).map((name, i) => [name, typed?.get(name) ?? parts[i] ?? ''] as const)
    }),
  )

/** A field without which a form is none of ours: what may stay empty, or was not chosen, may be missing. */
export const mustBeSent = ({ as, read }: Field): boolean =>
  as !== 'radios' && as !== 'tick' && 'fault' in read('')

/** What stands in a form: what could be read, so written that it is read as the same again, and what is wrong with the rest. */
export type Filling = {
  readonly texts: ReadonlyMap<string, string>
  readonly faults: ReadonlyMap<string, string>
  /** Days as they were typed, by the names under which they were sent: whoever mends another field finds them again. */
  readonly typed?: ReadonlyMap<string, string>
}

/** A form that nobody has filled in yet, but for what is known before. */
export const unfilled = (prefilled: Readonly<Record<string, string>> = {}): Filling => ({
  texts: new Map(Object.entries(prefilled)),
  faults: new Map(),
})

/** Signs that no keyboard types, and those that would turn the line around. */
const untypable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

/** Whether what was sent into a line may stand in it again. */
const isTypable = (text: string): boolean => !untypable.test(text)

/** A day's parts or line as they were typed; nothing where nothing was. */
const dayAsTyped = (
  field: Field,
  of: (name: string) => string,
): readonly (readonly [name: string, typed: string])[] => {
  if (field.as !== 'day' && !(field.as === 'line' && field.isDay)) return []
  const parts = sentNames(field).map((name) => [name, of(name)] as const)
  const isTyped = parts.some(([, part]) => part !== '')
  return isTyped && parts.every(([, part]) => isTypable(part)) ? parts : []
}

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
  return { texts, faults, typed: new Map(fields.flatMap((field) => dayAsTyped(field, of))) }
}

/** What could not be read stands in its field again to be mended, but for a secret and where the field says otherwise. */
export const keptIn = (
  fields: readonly Field[],
  filling: Filling,
  of: (name: string) => string,
): Filling => {
  const { texts, faults } = filling
  const kept = fields.filter(
    ({ as, name }) => (as === 'line' || as === 'number') && faults.has(name) && isTypable(of(name)),
  )
  return {
    ...filling,
    texts: new Map([...kept.map(({ name }) => [name, of(name)] as const), ...texts]),
  }
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
