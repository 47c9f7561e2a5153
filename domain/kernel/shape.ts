import { isLocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { amountMax } from '#domain/kernel/money.ts'

/**
 * How a value that is sent must be, as data: the one check, the API's schema and its example are made of it, and a form
 * can be. `code` is what is answered about a value that is otherwise.
 */
export type Shape =
  /** Whole smallest units of a currency. */
  | { readonly is: 'sum'; readonly min: 0 | 1 }
  /** What came in, or with a minus went out; never zero. */
  | { readonly is: 'signed-sum' }
  | { readonly is: 'day' }
  | { readonly is: 'instant' }
  /**
   * A UUID at the door of the service. The rules ask only whether there is such a one, but where nothing that they know
   * could tell: with `isUuid` they look at the id itself.
   */
  | { readonly is: 'id'; readonly of: string; readonly isUuid?: true }
  | {
      readonly is: 'text'
      readonly pattern: string
      readonly code: string
      /** One that fits, for the description of the API. */
      readonly example: string
    }
  /** A number or mark of the fund's own. */
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'whole'; readonly min: number; readonly max: number; readonly code: string }
  /** One of a few numbers that are known by name. */
  | { readonly is: 'one-of'; readonly of: readonly number[]; readonly code: string }
  /** Whole and of any size: what it is held against tells whether it can be. */
  | { readonly is: 'any-whole'; readonly code: string }
  | { readonly is: 'word'; readonly of: readonly string[]; readonly code: string }
  | { readonly is: 'yes-or-no'; readonly code: string }
  /** Said or left out. */
  | { readonly is: 'mark'; readonly code: string }
  | {
      readonly is: 'list'
      readonly each: Shape
      readonly min: number
      readonly max: number
      /** Answered where it is no list, where it is too short and where it is too long. */
      readonly code: string
      readonly tooShort: string
      readonly tooLong: string
    }
  /** Exactly two of a kind. */
  | { readonly is: 'pair'; readonly each: Shape; readonly code: string }
  | { readonly is: 'or-null'; readonly of: Shape }
  | { readonly is: 'group'; readonly of: Shapes; readonly code: string }
  /** One of several groups, told apart by a word. */
  | {
      readonly is: 'either'
      readonly by: string
      readonly of: Readonly<Record<string, Shapes>>
      readonly code: string
    }

type MayBeLeftOut = { readonly isOptional: true }
/** What the description of the API says of a field; under a name of its own it is told once, wherever it is asked for. */
type Described = { readonly description: string; readonly name: string }
export type Shapes = Readonly<Record<string, Shape & Partial<MayBeLeftOut & Described>>>

type EachOf<S> = S extends { readonly each: infer Each } ? ValueOf<Each> : never
type Chosen<By, Of> = By extends string
  ? { [K in keyof Of]: Said<Of[K]> & { readonly [B in By]: K } }[keyof Of]
  : never

/** The values that a shape stands for, by its kind. */
type Values<S> = {
  readonly sum: number
  readonly 'signed-sum': number
  readonly day: string
  readonly instant: string
  readonly id: string
  readonly text: string
  readonly code: string
  readonly whole: number
  readonly 'one-of': S extends { readonly of: readonly (infer One)[] } ? One : never
  readonly 'any-whole': number
  readonly word: S extends { readonly of: readonly (infer Word)[] } ? Word : never
  readonly 'yes-or-no': boolean
  readonly mark: true
  readonly list: readonly EachOf<S>[]
  readonly pair: readonly [EachOf<S>, EachOf<S>]
  readonly 'or-null': S extends { readonly of: infer Of } ? ValueOf<Of> | null : never
  readonly group: S extends { readonly of: infer Of } ? Said<Of> : never
  readonly either: S extends { readonly by: infer By; readonly of: infer Of }
    ? Chosen<By, Of>
    : never
}
/** The type of what one shape stands for. */
export type ValueOf<S> = S extends { readonly is: infer Kind extends keyof Values<unknown> }
  ? Values<S>[Kind]
  : never

type LeftOut<Of> = {
  [K in keyof Of]: Of[K] extends MayBeLeftOut ? K : never
}[keyof Of]

/** The type of what is sent in some shapes. */
export type Said<Of> = {
  readonly [K in Exclude<keyof Of, LeftOut<Of>>]: ValueOf<Of[K]>
} & { readonly [K in LeftOut<Of>]?: ValueOf<Of[K]> }

/** A sum in the currency's smallest unit, above zero. */
export const sum = { is: 'sum', min: 1 } as const
export const sumOrZero = { is: 'sum', min: 0 } as const
export const signedSum = { is: 'signed-sum' } as const
export const day = { is: 'day' } as const
/** ISO 8601 in UTC. */
export const instant = { is: 'instant' } as const
export const id = <const Of extends string>(of: Of) => ({ is: 'id', of }) as const
export const uuid = <const Of extends string>(of: Of) => ({ is: 'id', of, isUuid: true }) as const
export const text = (
  pattern: RegExp,
  { code: fault, example }: { readonly code: string; readonly example: string },
) => ({ is: 'text', pattern: pattern.source, code: fault, example }) as const
/** Zones, cards and the like are codes of the fund's own: letters, digits and marks of any script, no free text. */
export const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_./ -]{0,39}$/u.test(value)
export const code = (fault: string) => ({ is: 'code', code: fault }) as const
export const whole = <const Code extends string>(min: number, max: number, fault: Code) =>
  ({ is: 'whole', min, max, code: fault }) as const
export const oneOf = <const Of extends readonly number[]>(of: Of, fault: string) =>
  ({ is: 'one-of', of, code: fault }) as const
export const anyWhole = <const Code extends string>(fault: Code) =>
  ({ is: 'any-whole', code: fault }) as const
export const word = <const Of extends readonly string[]>(of: Of, fault = 'word-unknown') =>
  ({ is: 'word', of, code: fault }) as const
export const yesOrNo = (fault = 'word-unknown') => ({ is: 'yes-or-no', code: fault }) as const
export const mark = (fault = 'word-unknown') => ({ is: 'mark', code: fault }) as const
export const group = <const Of extends Shapes>(of: Of, fault = 'invalid-type') =>
  ({ is: 'group', of, code: fault }) as const
export const either = <const By extends string, const Of extends Readonly<Record<string, Shapes>>>(
  by: By,
  of: Of,
  fault = 'invalid-union',
) => ({ is: 'either', by, of, code: fault }) as const
export const pair = <const Each extends Shape>(each: Each, fault: string) =>
  ({ is: 'pair', each, code: fault }) as const
export const orNull = <const Of extends Shape>(of: Of) => ({ is: 'or-null', of }) as const
export const list = <const Each extends Shape>(
  each: Each,
  {
    min = 0,
    max,
    code: fault = 'list-missing',
    tooShort = fault,
    tooLong = 'list-too-long',
  }: {
    readonly min?: number
    readonly max: number
    readonly code?: string
    readonly tooShort?: string
    readonly tooLong?: string
  },
) => ({ is: 'list', each, min, max, code: fault, tooShort, tooLong }) as const
export const optional = <const S extends Shape>(shape: S) =>
  ({ ...shape, isOptional: true }) as const
export const described = <const S extends Shape>(shape: S, description: string) =>
  ({ ...shape, description }) as const
export const named = <const S extends Shape>(shape: S, name: string, description: string) =>
  ({ ...shape, name, description }) as const

/** What is wrong with something that was sent: a stable code, and where, as a JSON pointer. */
type ShapeFault = { readonly code: string; readonly at: string }

type Check<Kind extends Shape['is']> = (
  shape: Extract<Shape, { readonly is: Kind }>,
  value: unknown,
  at: string,
) => ShapeFault | undefined

const unless = (isSound: boolean, fault: string, at: string): ShapeFault | undefined =>
  isSound ? undefined : { code: fault, at }

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

const checks: { readonly [Kind in Shape['is']]: Check<Kind> } = {
  sum: ({ min }, value, at) =>
    isWhole(value) && value >= min
      ? unless(value <= amountMax, 'amount-too-large', at)
      : { code: 'amount-not-whole', at },
  'signed-sum': (_, value, at) =>
    isWhole(value) && value !== 0
      ? unless(Math.abs(value) <= amountMax, 'amount-too-large', at)
      : { code: 'amount-not-whole', at },
  day: (_, value, at) => unless(isLocalDate(value), 'date-impossible', at),
  instant: (_, value, at) =>
    unless(typeof value === 'string' && instantPattern.test(value), 'not-an-instant', at),
  id: ({ of, isUuid: isAsked }, value, at) =>
    unless(isAsked ? isUuid(value) : typeof value === 'string', `${of}-not-an-id`, at),
  text: ({ pattern, code: fault }, value, at) =>
    unless(typeof value === 'string' && new RegExp(pattern, 'u').test(value), fault, at),
  code: ({ code: fault }, value, at) => unless(isCode(value), fault, at),
  'one-of': ({ of, code: fault }, value, at) => unless(of.includes(value as number), fault, at),
  whole: ({ min, max, code: fault }, value, at) =>
    unless(isWhole(value) && value >= min && value <= max, fault, at),
  'any-whole': ({ code: fault }, value, at) => unless(isWhole(value), fault, at),
  word: ({ of, code: fault }, value, at) => unless(of.includes(value as string), fault, at),
  'yes-or-no': ({ code: fault }, value, at) => unless(typeof value === 'boolean', fault, at),
  mark: ({ code: fault }, value, at) => unless(value === true, fault, at),
  list: ({ each, min, max, code: fault, tooShort, tooLong }, value, at) => {
    if (!Array.isArray(value)) return { code: fault, at }
    if (value.length < min) return { code: tooShort, at }
    if (value.length > max) return { code: tooLong, at }
    return firstOf(value.map((one, i) => () => faultOf(each, one, `${at}/${i}`)))
  },
  pair: ({ each, code: fault }, value, at) =>
    Array.isArray(value) && value.length === 2
      ? firstOf(value.map((one, i) => () => faultOf(each, one, `${at}/${i}`)))
      : { code: fault, at },
  'or-null': ({ of }, value, at) => (value === null ? undefined : faultOf(of, value, at)),
  group: ({ of, code: fault }, value, at) =>
    isGroup(value) ? faultIn(of, value, at) : { code: fault, at },
  either: ({ by, of, code: fault }, value, at) => {
    if (!isGroup(value)) return { code: fault, at }
    const chosen = value[by]
    return typeof chosen === 'string' && Object.hasOwn(of, chosen)
      ? faultIn(of[chosen]!, value, at)
      : { code: fault, at: `${at}/${by}` }
  },
}

const firstOf = (faults: readonly (() => ShapeFault | undefined)[]): ShapeFault | undefined => {
  for (const fault of faults) {
    const found = fault()
    if (found) return found
  }
  return undefined
}

const faultOf = (shape: Shape, value: unknown, at: string): ShapeFault | undefined =>
  (checks[shape.is] as Check<Shape['is']>)(shape as never, value, at)

/** The first thing that is wrong with what was sent; undefined where nothing is. */
export const faultIn = (shapes: Shapes, sent: unknown, at = ''): ShapeFault | undefined => {
  if (!isGroup(sent)) return { code: 'not-a-command', at }
  return firstOf(
    Object.entries(shapes).map(([name, shape]) => () => {
      const value = sent[name]
      return value === undefined && shape.isOptional
        ? undefined
        : faultOf(shape, value, `${at}/${name}`)
    }),
  )
}
