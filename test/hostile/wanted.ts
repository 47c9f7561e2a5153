import fc from 'fast-check'
import { mostly, oddJson, oddText } from '#test/hostile/odd.ts'

/** As much of JSON Schema as the description of the API uses. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly minimum?: number
  readonly example?: unknown
}

export type Known = {
  readonly schemas: Readonly<Record<string, Schema>>
  /** Texts that mean something here, by the name of the field. */
  readonly texts: (name: string) => readonly string[]
}

const days = ['2025-12-31', '2025-12-20', '2025-11-20', '2025-01-20', '2024-02-29', '2035-01-01']
const byFormat: Readonly<Record<string, readonly string[]>> = {
  uuid: ['0197a000-0000-7000-8000-000000000000'],
  date: days,
  'date-time': ['2025-12-31T02:00:00Z', '2025-06-01T00:00:00+07:00', '0001-01-01T00:00:00Z'],
}

const wantedText = ({ texts }: Known, name: string, { format, example }: Schema) => {
  const known = texts(name)
  const usual = byFormat[format ?? ''] ?? [String(example ?? 'word')]
  const ids = format === 'uuid' && known.length === 0 ? fc.uuid({ version: 7 }) : undefined
  const choice = fc.constantFrom(...(known.length > 0 ? known : usual))
  return ids ? fc.oneof(ids, choice) : choice
}

/** A parameter as a path or a query holds it. */
export const wantedParameter = (known: Known, name: string, schema: Schema) => {
  if (schema.enum) return fc.constantFrom(...schema.enum.map(String))
  if (schema.type === 'boolean') return fc.constantFrom('true', 'false')
  if (schema.type === 'integer') return fc.constantFrom('1', '2', '50', '200', '0', '201')
  return wantedText(known, name, schema)
}

const object = (known: Known, { properties = {}, required = [] }: Schema): fc.Arbitrary<string> => {
  const fields = Object.entries(properties).map(([name, schema]) =>
    fc.tuple(
      fc.constant(name),
      wantedJson(known, name, schema),
      required.includes(name) ? mostly(fc.constant(true), fc.constant(false), 30) : fc.boolean(),
    ),
  )
  const more = mostly(
    fc.constant<[string, string][]>([]),
    fc.array(fc.tuple(oddText, oddJson), { minLength: 1, maxLength: 2 }),
    20,
  )
  return fc.tuple(fc.tuple(...fields), more).map(([own, others]) => {
    const shown = own
      .filter(([, , isThere]) => isThere)
      .map(([name, text]) => [name, text] as const)
    const told = [...shown, ...others].map(([name, text]) => `${JSON.stringify(name)}:${text}`)
    return `{${told.join(',')}}`
  })
}

const scalar = (known: Known, name: string, schema: Schema): fc.Arbitrary<string> => {
  switch (schema.type) {
    case 'integer':
    case 'number':
      return fc.constantFrom(1, 2, 10, 10_000, 500_000, schema.minimum ?? 3).map(String)
    case 'boolean':
      return fc.constantFrom('true', 'false')
    default:
      return wantedText(known, name, schema).map((text) => JSON.stringify(text))
  }
}

const sound = (known: Known, name: string, schema: Schema): fc.Arbitrary<string> => {
  if (schema.$ref) return wantedJson(known, name, known.schemas[schema.$ref.split('/').at(-1)!]!)
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return fc.oneof(...choices.map((one) => wantedJson(known, name, one)))
  if (schema.allOf) return wantedJson(known, name, schema.allOf[0]!)
  if (schema.enum) return fc.constantFrom(...schema.enum.map((one) => JSON.stringify(one)))
  if (schema.const !== undefined) return fc.constant(JSON.stringify(schema.const))
  if (schema.type === 'object') return object(known, schema)
  if (schema.type === 'array')
    return fc
      .array(wantedJson(known, name, schema.items ?? {}), { minLength: 1, maxLength: 3 })
      .map((items) => `[${items.join(',')}]`)
  return scalar(known, name, schema)
}

/** JSON text as a schema wants it, with something odd in it now and then, at any depth. */
export const wantedJson = (known: Known, name: string, schema: Schema): fc.Arbitrary<string> =>
  mostly(sound(known, name, schema), oddJson, 40)
