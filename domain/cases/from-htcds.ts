import {
  type MethodOfControl,
  ageBandOf,
  genderOf,
  industryOf,
  methodOfAbuse,
  methodOfSignal,
  methodsOfControl,
  migrantTypeOf,
} from '#domain/cases/htcds.ts'
import type { Stage } from '#domain/cases/file.ts'
import type { Abuse } from '#domain/cases/operations/back.ts'
import type { workKinds } from '#domain/cases/operations/journey.ts'
import type { ageBands, sexes } from '#domain/cases/operations/person.ts'
import type { Indicator } from '#domain/cases/operations/signals.ts'

/** What another's record says in the words of a case. */
export type FromHtcds = {
  readonly sex?: (typeof sexes)[number]
  readonly ageBand?: (typeof ageBands)[number]
  readonly work?: (typeof workKinds)[number]
  readonly stage?: Stage
  readonly signals: readonly Indicator[]
  readonly abuses: readonly Abuse[]
  /** Fields of the record that a case has no word for. */
  readonly unsaid: readonly string[]
}

/** The first of ours that becomes a value: where two do, the wider one stands first. */
const firstOf = <Ours extends string>(
  to: Readonly<Record<Ours, string | undefined>>,
  theirs: unknown,
): Ours | undefined => (Object.keys(to) as Ours[]).find((ours) => to[ours] === theirs)

const fields = {
  Gender: ['sex', genderOf],
  AgeBand: ['ageBand', ageBandOf],
  ForcedLabourIndustry: ['work', industryOf],
  // Whoever works abroad is abroad, and whoever has returned is back.
  MigrantType: [
    'stage',
    { abroad: migrantTypeOf.abroad, back: migrantTypeOf.back } satisfies Partial<
      typeof migrantTypeOf
    >,
  ],
} as const satisfies Readonly<
  Record<string, readonly [keyof FromHtcds, Readonly<Record<string, string | undefined>>]>
>

const isFlag = (name: string): name is MethodOfControl =>
  (methodsOfControl as readonly string[]).includes(name)

/**
 * Reads a record of the standard. A flag is a signal where an indicator says the same, else something that was done; of a
 * status nothing is taken over: whoever decided it did so for themselves.
 */
export const fromHtcds = (record: Readonly<Record<string, unknown>>): FromHtcds => {
  const flags = Object.keys(record).filter((name) => isFlag(name) && record[name] === true)
  const signals = flags.flatMap((flag) => firstOf(methodOfSignal, flag) ?? [])
  const abuses = flags
    .filter((flag) => firstOf(methodOfSignal, flag) === undefined)
    .flatMap((flag) => firstOf(methodOfAbuse, flag) ?? [])
  const said = Object.entries(fields).flatMap(([theirs, [ours, to]]) => {
    const words: Readonly<Record<string, string | undefined>> = to
    const value = record[theirs] === undefined ? undefined : firstOf(words, record[theirs])
    return value === undefined ? [] : [[theirs, ours, value] as const]
  })
  const understood = new Set<string>([
    ...said.map(([theirs]) => theirs),
    ...flags.filter((flag) => flag !== 'MethodsOfControlOther'),
  ])
  const isEmpty = (name: string): boolean => record[name] === undefined || record[name] === false
  return {
    ...Object.fromEntries(said.map(([, ours, value]) => [ours, value])),
    signals,
    abuses,
    unsaid: Object.keys(record).filter((name) => !understood.has(name) && !isEmpty(name)),
  }
}
