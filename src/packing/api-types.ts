/* Types for the programs of others, from the description of the API. */

export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema | boolean
  readonly prefixItems?: readonly Schema[]
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

type Operation = {
  readonly summary?: string
  readonly deprecated?: boolean
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly required?: boolean; readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>
}

/** As much of the description as types are made of. */
export type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const joined = (types: readonly string[], by: '|' | '&'): string => {
  const each = [...new Set(types)]
  return each.length === 1 ? each[0]! : `(${each.join(` ${by} `)})`
}

const objectType = ({ properties = {}, required = [], additionalProperties }: Schema): string => {
  const known = Object.entries(properties).map(
    ([name, schema]) =>
      `readonly ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  )
  const others = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown'
  const isOpen = additionalProperties !== undefined && additionalProperties !== false
  return `{ ${[...known, ...(isOpen ? [`readonly [other: string]: ${others}`] : [])].join('; ')} }`
}

const arrayType = ({ items, prefixItems }: Schema): string => {
  if (prefixItems) return `readonly [${prefixItems.map(typeOf).join(', ')}]`
  return `readonly ${typeof items === 'object' ? `(${typeOf(items)})` : 'unknown'}[]`
}

const plain: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
}

const namedType = (type: string, schema: Schema): string => {
  if (type === 'object') return objectType(schema)
  if (type === 'array') return arrayType(schema)
  return plain[type] ?? 'unknown'
}

/** The type of a schema. What one could not say in TypeScript (lengths, formats) the service says. */
export const typeOf = (schema: Schema): string => {
  const { $ref, type, enum: values, oneOf, anyOf, allOf } = schema
  if ($ref !== undefined) return `Schemas[${JSON.stringify($ref.split('/').at(-1))}]`
  if ('const' in schema) return JSON.stringify(schema.const)
  if (values)
    return joined(
      values.map((value) => JSON.stringify(value)),
      '|',
    )
  const either = oneOf ?? anyOf
  if (either) return joined(either.map(typeOf), '|')
  if (allOf) return joined(allOf.map(typeOf), '&')
  if (type === undefined) return schema.properties ? objectType(schema) : 'unknown'
  return joined(
    [type].flat().map((one) => namedType(one, schema)),
    '|',
  )
}

const isJson = (kind: string): boolean => kind === 'application/json'

/** What an answer is: its JSON, nothing, or a file, which is handed over unread. */
const answerType = ({ responses = {} }: Operation): string => {
  const good = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const each = good.flatMap(([, { content }]) =>
    content
      ? Object.entries(content).map(([kind, { schema = {} }]) =>
          isJson(kind) ? typeOf(schema) : 'Response',
        )
      : ['undefined'],
  )
  return joined(each, '|')
}

const wordsType = ({ parameters = [] }: Operation, where: 'path' | 'query'): string | undefined => {
  const words = parameters.filter((one) => one.in === where)
  if (words.length === 0) return undefined
  const isNeeded = words.some(({ required }) => required)
  const each = words.map(
    ({ name, required, schema = {} }) =>
      `readonly ${JSON.stringify(name)}${required ? '' : '?'}: ${typeOf(schema)}${required ? '' : ' | undefined'}`,
  )
  return `readonly ${where}${isNeeded ? '' : '?'}: { ${each.join('; ')} }`
}

const bodyType = ({ requestBody }: Operation): string | undefined => {
  const content = Object.entries(requestBody?.content ?? {})
  if (content.length === 0) return undefined
  const each = content.map(([kind, { schema = {} }]) =>
    isJson(kind) ? typeOf(schema) : 'FormData',
  )
  return `readonly body${requestBody?.required === false ? '?' : ''}: ${joined(each, '|')}`
}

const routeType = (route: string, operation: Operation): string => {
  const said = `${operation.summary ?? ''}${operation.deprecated ? ' @deprecated' : ''}`
  const asked = [wordsType(operation, 'path'), wordsType(operation, 'query'), bodyType(operation)]
  const parts = asked.filter((part) => part !== undefined).join('; ')
  return [
    `  /** ${said.replaceAll('*/', '* /')} */`,
    `  readonly ${JSON.stringify(route)}: { readonly asked: { ${parts} }; readonly answer: ${answerType(operation)} }`,
  ].join('\n')
}

/** A file of types: each route by method and path, and each schema by its name. */
export const apiTypes = ({ paths, components }: Description): string => {
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) =>
      routeType(`${method.toUpperCase()} ${path}`, operation),
    ),
  )
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `  readonly ${JSON.stringify(name)}: ${typeOf(schema)}`,
  )
  return [
    '/** Everything that the service can be asked. */',
    `export type Api = {\n${routes.join('\n')}\n}`,
    '/** What is sent and answered, by the names of the description. */',
    `export type Schemas = {\n${schemas.join('\n')}\n}`,
    '',
  ].join('\n')
}
