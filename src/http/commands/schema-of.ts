import { z } from '@hono/zod-openapi'
import { type Said, type Shape, type Shapes, type ValueOf } from '#domain/kernel/shape.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { AnyOperation } from '#domain/operations/operation.ts'
import {
  amountField,
  amountOrZeroField,
  codeField,
  command,
  dateText,
  example,
  idField,
  loanExample,
  memberExample,
  patternField,
  signedAmountField,
  wholeField,
} from '#src/http/commands/fields.ts'

/** A type as a schema writes it: a field that may be left out may be undefined, which JSON never is. */
export type AsRead<T> = T extends readonly (infer Item)[]
  ? readonly AsRead<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: AsRead<T[K]> | (object extends Pick<T, K> ? undefined : never) }
    : T

type Fields = { readonly [Kind in Shape['is']]: (shape: Extract<Shape, { is: Kind }>) => z.ZodType }

const fields: Fields = {
  sum: ({ min }) => (min === 0 ? amountOrZeroField() : amountField()),
  'signed-sum': () => signedAmountField(),
  day: () => dateText(),
  instant: () => z.iso.datetime('not-an-instant'),
  id: ({ of }) => idField(`${of}-not-an-id`),
  text: ({ pattern, code }) => patternField(new RegExp(pattern, 'u'), code),
  // Classes of letters are not in the patterns of JSON Schema: a code is told by its length.
  code: ({ code }) => codeField(code),
  // A literal of several numbers is told as no whole one by itself.
  'one-of': ({ of, code }) => z.literal([...of], code).openapi({ type: 'integer', enum: [...of] }),
  whole: ({ min, max, code }) => wholeField(min, max, code),
  'any-whole': ({ code }) => z.int(code),
  word: ({ of, code }) => z.enum(of, code),
  'yes-or-no': ({ code }) => z.boolean(code),
  mark: ({ code }) => z.literal(true, code),
  list: ({ each, min, max, code, tooShort, tooLong }) => {
    const some = z.array(fieldOf(each), code).max(max, tooLong)
    return min === 0 ? some : some.min(min, tooShort)
  },
  pair: ({ each, code }) => z.tuple([fieldOf(each), fieldOf(each)], code),
  'or-null': ({ of }) => fieldOf(of).nullable(),
  group: ({ of, code }) => z.strictObject(fieldsOf(of), code),
  either: ({ by, of, code }) => {
    const [first, ...others] = Object.entries(of).map(([word, shapes]) =>
      z.strictObject({ [by]: z.literal(word), ...fieldsOf(shapes) }),
    )
    return z.discriminatedUnion(by, [first!, ...others], code)
  },
}

const fieldOf = (shape: Shape): z.ZodType => fields[shape.is](shape as never)

const fieldsOf = (shapes: Shapes): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const field = shape.isOptional ? fieldOf(shape).optional() : fieldOf(shape)
      const { description, name: own } = shape
      if (description === undefined) return [name, field]
      const told = { description }
      return [name, own === undefined ? field.openapi(told) : field.openapi(own, told)]
    }),
  )

const idExamples: Readonly<Record<string, string>> = {
  member: memberExample,
  loan: loanExample,
  household: 'c4d1b7e0-52a9-8f16-93d8-0b6e7a2f4c81',
  dispute: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e02',
  network: '7c2a9b14-0d5e-7f36-8a41-c9e2d7b05f68',
  request: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e77',
  entry: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e02',
  id: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e02',
  user: '0196f1a8-52b7-7d0c-8e15-3b64a9c7d2f0',
  fund: 'd41c6e90-83f2-8b57-b0a4-17e5c9d82f36',
  number: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e31',
  service: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e32',
  agreement: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e33',
  audit: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e34',
  finding: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e35',
  link: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e36',
  party: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e37',
  fact: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e38',
  route: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e39',
  release: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e42',
  report: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e3a',
  decision: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e3b',
  price: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e3d',
  letter: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e3c',
  talk: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e41',
  count: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e42',
  training: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e43',
  course: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e44',
  jobs: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e45',
  warning: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e3d',
}

type Examples = {
  readonly [Kind in Shape['is']]: (shape: Extract<Shape, { is: Kind }>) => unknown
}

/** What stands in the description of the API where a shape is asked for. */
const examples: Examples = {
  sum: () => 12_000,
  'signed-sum': () => 12_000,
  day: () => '2025-11-20',
  instant: () => '2025-11-20T03:12:45.120Z',
  id: ({ of }) => idExamples[of]!,
  text: ({ example: told }) => told,
  code: () => 'Z-01',
  'one-of': ({ of }) => of[0],
  whole: ({ min, max }) => Math.min(min + 1, max),
  'any-whole': () => 481,
  word: ({ of }) => of[0],
  'yes-or-no': () => true,
  mark: () => true,
  list: ({ each }) => [exampleOf(each)],
  pair: ({ each }) => [exampleOf(each), exampleOf(each)],
  'or-null': () => null,
  group: ({ of }) => examplesOf(of),
  either: ({ by, of }) => {
    const [[word, shapes]] = Object.entries(of) as [[string, Shapes]]
    return { [by]: word, ...examplesOf(shapes) }
  },
}

const exampleOf = (shape: Shape): unknown => examples[shape.is](shape as never)

const examplesOf = (shapes: Shapes): object =>
  Object.fromEntries(
    Object.entries(shapes).flatMap(([name, shape]) =>
      shape.isOptional ? [] : [[name, exampleOf(shape)]],
    ),
  )

type FieldsOf<C> = {
  [K in keyof C]-?: undefined extends C[K]
    ? z.ZodOptional<z.ZodType<Exclude<C[K], undefined>>>
    : z.ZodType<C[K]>
}

type Narrower = Readonly<Record<string, z.ZodType>>

const schemaOf = (one: AnyOperation, narrower: Narrower): z.ZodObject =>
  command(one.command, { ...fieldsOf(one.asks), ...narrower }).openapi(one.command, {
    ...(one.description === undefined ? {} : { description: one.description }),
    example: { ...example(one.command), ...examplesOf(one.asks) },
  })

/** What is sent to an operation, without what is said of other commands' envelopes. */
type SentTo<O extends AnyOperation> = Omit<Envelope, 'reverses'> & {
  readonly type: O['command']
} & Said<O['asks']>

/** The schema of a command as its operation says it, which reads nothing that the command's type does not hold. */
type SchemaOf<O extends AnyOperation> = z.ZodObject<FieldsOf<AsRead<SentTo<O>>>, z.core.$strict>
type SchemasBy<O extends AnyOperation> = { readonly [One in O as One['command']]: SchemaOf<One> }

/** The schemas of some operations by the names of their commands; a field that a door takes less of is `narrower`. */
export const schemasOf = <const O extends AnyOperation>(
  operations: readonly O[],
  narrower: Readonly<Record<string, Narrower>> = {},
) =>
  Object.fromEntries(
    operations.map((one) => [one.command, schemaOf(one, narrower[one.command] ?? {})]),
  ) as unknown as SchemasBy<O>

/** The schema of one shape, for what is sent by a path of its own. */
export const schemaFor = <const S extends Shape>(shape: S) =>
  fieldOf(shape) as z.ZodType<AsRead<ValueOf<S>>>
