/** What of a JSON schema an example is made from. */
type Schema = {
  readonly $ref?: string
  readonly example?: unknown
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly type?: string | readonly string[]
  readonly minimum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}
type Schemas = Readonly<Record<string, Schema>>

const id = '0197a000-0000-7000-8000-000000000000'

/** Texts that no form of theirs tells how to write, by the name that asks for them. */
const named: Readonly<Record<string, string>> = {
  account: 'asset:cash-box',
  code: 'S-7K2M9QXA',
  eventId: 'E2025-1',
  file: 'members.csv',
  newSecret: 'seven ducks cross the dyke',
  oldSecret: 'six ducks cross the dyke',
  potWindow: 'tools-2026',
  secret: 'six ducks cross the dyke',
  subject: `loan:${id}`,
  windowId: 'tools-2026',
  year: '2025',
  zone: 'A',
}

const formats: Readonly<Record<string, string>> = {
  uuid: id,
  date: '2025-11-20',
  'date-time': '2025-11-20T02:00:00.000Z',
}

const typeOf = ({ type }: Schema): string | undefined =>
  typeof type === 'string' ? type : type?.find((one) => one !== 'null')

const textOf = ({ format = '' }: Schema, name: string): string =>
  named[name] ?? formats[format] ?? id

/** An example of what a schema asks for under a name: the one that it says itself, or one made from its form. */
export const exampleOf = (schema: Schema, name: string, schemas: Schemas): unknown => {
  if (schema.example !== undefined) return schema.example
  if (schema.$ref !== undefined) {
    const found = schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)]
    return found && exampleOf(found, name, schemas)
  }
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (first) return exampleOf(first, name, schemas)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  switch (typeOf(schema)) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [
          key,
          exampleOf(schema.properties?.[key] ?? {}, key, schemas),
        ]),
      )
    case 'array':
      return schema.items ? [exampleOf(schema.items, name, schemas)] : []
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    default:
      return textOf(schema, name)
  }
}

type Media = { readonly schema?: Schema; readonly example?: unknown; readonly examples?: unknown }
type Asking = {
  readonly parameters?: readonly {
    readonly name: string
    readonly schema?: Schema
    readonly example?: unknown
  }[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, Media>> }
}

const withExample = (media: Media, schemas: Schemas): Media =>
  media.schema === undefined || media.example !== undefined || media.examples !== undefined
    ? media
    : { ...media, example: exampleOf(media.schema, 'body', schemas) }

/** An operation of the description, with an example of everything that it asks for. */
export const withExamples = (operation: object, schemas: Schemas): object => {
  const { parameters, requestBody } = operation as Asking
  return {
    ...operation,
    ...(parameters && {
      parameters: parameters.map((one) =>
        one.example === undefined && one.schema
          ? { ...one, example: exampleOf(one.schema, one.name, schemas) }
          : one,
      ),
    }),
    ...(requestBody?.content && {
      requestBody: {
        ...requestBody,
        content: Object.fromEntries(
          Object.entries(requestBody.content).map(([type, media]) => [
            type,
            withExample(media, schemas),
          ]),
        ),
      },
    }),
  }
}
