import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { apiDescription } from '#src/packing/client.ts'
import type { Description, Schema } from '#src/packing/api-types.ts'

/*
 * What a program that was written by the last release may rely on (ADR 196). Before a release:
 * `node test/support/api-promise.ts 0.2.0` keeps its description, which then stays as it is.
 */

const kept = (version: string): string =>
  fileURLToPath(new URL(`../fixtures/api/${version}.json.gz`, import.meta.url))

type Codes = { readonly 'x-problem-codes'?: Readonly<Record<string, string>> }
export type Described = Description & Codes

/** The description as it was kept at a release. */
export const descriptionOf = (version: string): Described =>
  JSON.parse(gunzipSync(readFileSync(kept(version))).toString()) as Described

/** What is said of a number's or text's size, by which way it may move where something is sent. */
type Bounds = Readonly<
  Record<'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems', number>
>
type Sized = Schema & Partial<Bounds> & { readonly pattern?: string }

type Way = 'sent' | 'answered'
type Compared = {
  readonly before: Described
  readonly now: Described
  readonly way: Way
  /** Pairs of names that are being compared, so that what holds itself ends. */
  readonly open: ReadonlySet<string>
}

const nameOf = ({ $ref }: Schema): string | undefined => $ref?.split('/').at(-1)

const resolved = (schema: Schema, { components }: Described): Sized => {
  const name = nameOf(schema)
  return name === undefined
    ? schema
    : resolved(components.schemas[name] ?? {}, { components } as Described)
}

const alternatives = (schema: Schema): readonly Schema[] | undefined => schema.oneOf ?? schema.anyOf

const typesOf = ({ type }: Schema): readonly string[] =>
  type === undefined ? [] : typeof type === 'string' ? [type] : type

/** A whole number is a number. */
const isTypeIn = (one: string, types: readonly string[]): boolean =>
  types.length === 0 || types.includes(one) || (one === 'integer' && types.includes('number'))

/** Of two schemas the one that says what comes in, and the one that says what is taken. */
const inAndTaken = <Said>(way: Way, before: Said, now: Said): readonly [Said, Said] =>
  way === 'sent' ? [before, now] : [now, before]

const wordsLost = (was: Schema, is: Schema, way: Way): readonly string[] => {
  // An answer may have new words; whoever reads it leaves out what it does not know.
  if (way === 'answered' || !is.enum) return []
  const words = was.enum ?? ['any other word']
  return words
    .filter((word) => !is.enum!.includes(word))
    .map((word) => `no longer takes ${String(word)}`)
}

const narrower = (was: Sized, is: Sized, way: Way): readonly string[] => {
  if (way === 'answered') return []
  const least = (['minimum', 'minLength', 'minItems'] as const).filter(
    (bound) => is[bound] !== undefined && is[bound] > (was[bound] ?? Number.NEGATIVE_INFINITY),
  )
  const most = (['maximum', 'maxLength', 'maxItems'] as const).filter(
    (bound) => is[bound] !== undefined && is[bound] < (was[bound] ?? Number.POSITIVE_INFINITY),
  )
  return [...least, ...most].map((bound) => `is narrower in ${bound}`)
}

const fieldsBroken = (was: Schema, is: Schema, at: string, how: Compared): readonly string[] => {
  const had = was.properties ?? {}
  const has = is.properties ?? {}
  const needed = is.required ?? []
  const lost = Object.keys(had)
    .filter(
      (name) => !(name in has) && (how.way === 'answered' || is.additionalProperties === false),
    )
    .map((name) => `${at}.${name} is gone`)
  const changed = Object.entries(had).flatMap(([name, schema]) =>
    name in has ? broken(schema, has[name]!, `${at}.${name}`, how) : [],
  )
  const asked =
    how.way === 'sent'
      ? needed
          .filter((name) => !(was.required ?? []).includes(name))
          .map((name) => `${at}.${name} must be sent now`)
      : (was.required ?? [])
          .filter((name) => !needed.includes(name) && name in has)
          .map((name) => `${at}.${name} may be left out now`)
  return [...lost, ...changed, ...asked]
}

/** Each alternative that came in before must be one that is taken. */
const eitherBroken = (was: Schema, is: Schema, at: string, how: Compared): readonly string[] => {
  const [coming, taken] = inAndTaken(how.way, was, is)
  const takers = alternatives(taken) ?? [taken]
  // New alternatives of an answer are new words: readers leave them out.
  const comers = how.way === 'answered' ? takers : (alternatives(coming) ?? [coming])
  const others = how.way === 'answered' ? (alternatives(coming) ?? [coming]) : takers
  return comers.flatMap((one, i) => {
    const name = nameOf(one)
    const same = others.find((other) => name !== undefined && nameOf(other) === name)
    const tried = (same ? [same] : others).map((other) => broken(one, other, at, how))
    if (tried.some((faults) => faults.length === 0)) return []
    return tried.length === 1 ? tried[0]! : [`${at} has lost alternative ${name ?? i}`]
  })
}

/** What a program that knows `was` cannot rely on any more. */
const broken = (was: Schema, is: Schema, at: string, how: Compared): readonly string[] => {
  const pair = `${nameOf(was)} ${nameOf(is)}`
  if (nameOf(was) !== undefined && how.open.has(pair)) return []
  const next = { ...how, open: new Set([...how.open, pair]) }
  const [before, now] = [resolved(was, how.before), resolved(is, how.now)]
  if (alternatives(before) || alternatives(now)) return eitherBroken(before, now, at, next)
  if (before.allOf)
    return before.allOf.flatMap((one, i) => broken(one, now.allOf?.[i] ?? now, at, next))
  const [coming, taken] = inAndTaken(how.way, typesOf(before), typesOf(now))
  const types = coming.filter((one) => !isTypeIn(one, taken))
  return [
    ...(types.length > 0 || (coming.length === 0 && taken.length > 0)
      ? [`${at} is of another type`]
      : []),
    ...[...wordsLost(before, now, how.way), ...narrower(before, now, how.way)].map(
      (one) => `${at} ${one}`,
    ),
    ...fieldsBroken(before, now, at, next),
    ...(typeof before.items === 'object' && typeof now.items === 'object'
      ? broken(before.items, now.items, `${at}[]`, next)
      : []),
  ]
}

type Operation = Described['paths'][string][string]

const wordsBroken = (
  was: Operation,
  is: Operation,
  at: string,
  how: Compared,
): readonly string[] => {
  const of = (operation: Operation) =>
    new Map((operation.parameters ?? []).map((one) => [`${one.in} ${one.name}`, one]))
  const [had, has] = [of(was), of(is)]
  return [
    ...[...had].flatMap(([name, one]) => {
      const now = has.get(name)
      if (!now) return [`${at} no longer takes ${name}`]
      const changed = broken(one.schema ?? {}, now.schema ?? {}, `${at} ${name}`, how)
      return now.required && !one.required
        ? [...changed, `${at} ${name} must be sent now`]
        : changed
    }),
    ...[...has]
      .filter(([name, one]) => one.required && !had.has(name))
      .map(([name]) => `${at} ${name} must be sent now`),
  ]
}

type Content = NonNullable<NonNullable<Operation['requestBody']>['content']>

const contentBroken = (
  was: Content | undefined,
  is: Content | undefined,
  at: string,
  how: Compared,
) =>
  Object.entries(was ?? {}).flatMap(([kind, { schema = {} }]) => {
    const now = is?.[kind]
    return now ? broken(schema, now.schema ?? {}, at, how) : [`${at} is no longer ${kind}`]
  })

const operationBroken = (
  was: Operation,
  is: Operation,
  at: string,
  both: Pick<Compared, 'before' | 'now'>,
) => {
  const sent: Compared = { ...both, way: 'sent', open: new Set() }
  const answered: Compared = { ...both, way: 'answered', open: new Set() }
  const good = Object.entries(was.responses ?? {}).filter(([status]) => status.startsWith('2'))
  const isNewlyAsked = was.requestBody === undefined && is.requestBody?.required === true
  return [
    ...wordsBroken(was, is, at, sent),
    ...contentBroken(was.requestBody?.content, is.requestBody?.content, `${at} body`, sent),
    ...(isNewlyAsked ? [`${at} body must be sent now`] : []),
    ...good.flatMap(([status, { content }]) => {
      const now = is.responses?.[status]
      if (!now) return [`${at} no longer answers ${status}`]
      return contentBroken(content, now.content, `${at} ${status}`, answered)
    }),
  ]
}

/** Everything by which a program of before would break today; `gone` are routes whose two years are over. */
export const promisesBroken = (
  before: Described,
  now: Described,
  gone: ReadonlySet<string> = new Set(),
): readonly string[] => {
  const routes = Object.entries(before.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, was]) => {
      const at = `${method.toUpperCase()} ${path}`
      const is = now.paths[path]?.[method]
      if (is) return operationBroken(was, is, at, { before, now })
      return gone.has(at) ? [] : [`${at} is gone`]
    }),
  )
  const codes = Object.keys(before['x-problem-codes'] ?? {})
    .filter((code) => !(code in (now['x-problem-codes'] ?? {})))
    .map((code) => `the code ${code} is gone`)
  return [...routes, ...codes]
}

/** Examples and words for people are no promise. */
const withoutWords = (key: string, value: unknown): unknown =>
  ['example', 'examples', 'description', 'summary', 'tags'].includes(key) &&
  typeof value !== 'object'
    ? undefined
    : key === 'example'
      ? undefined
      : value

if (import.meta.main) {
  const text = JSON.stringify(apiDescription(), withoutWords)
  writeFileSync(kept(process.argv[2] ?? ''), gzipSync(text, { level: 9 }))
}
