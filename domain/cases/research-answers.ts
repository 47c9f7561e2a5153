import type { CaseFile } from '#domain/cases/file.ts'
import { factOf } from '#domain/cases/operation.ts'
import { type Abuse, setReturnInterview } from '#domain/cases/operations/back.ts'
import { type Travelling, consentsOn } from '#domain/cases/operations/consent.ts'
import { promiseAgainstReality, setJourney } from '#domain/cases/operations/journey.ts'
import { isOfChild, setPerson } from '#domain/cases/operations/person.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type ExtractRow,
  type KnownColumn,
  anyValue,
  extractOf,
  notSaid,
} from '#domain/statistics/extract.ts'

/*
 * What of a case may go into a research extract: coarse answers that lead to no name, no fund and no day. Whoever knows the
 * person knows most of it; what was done to her they may not know, so that alone is the answer, and of several the gravest.
 */

const asSaid = (value: string): string => value
const toAny = (): string => anyValue

const olderOrYounger = (band: string): string => {
  if (band === notSaid) return band
  return band === '18-24' || band === '25-34' ? '18-34' : '35-and-over'
}

const throughAnybody = (channel: string): string => {
  if (channel === notSaid || channel === 'inside-the-country') return channel
  return 'abroad'
}

/** By what a person could be known, from as finely as it is ever told to not at all. */
export const knownColumns = [
  { id: 'sex', levels: [asSaid, toAny] },
  { id: 'age_band', levels: [asSaid, olderOrYounger, toAny] },
  { id: 'country', levels: [asSaid, toAny] },
  { id: 'work', levels: [asSaid, toAny] },
  { id: 'channel', levels: [asSaid, throughAnybody, toAny] },
  { id: 'promise', levels: [asSaid, toAny] },
] as const satisfies readonly KnownColumn[]

export const answerColumn = 'harm'

/** The same limit as for figures of survivors: a case may be one. */
const limits = { k: 11, others: 3 } as const

export const safeExtract = (rows: readonly ExtractRow[]): readonly ExtractRow[] =>
  extractOf(rows, knownColumns, limits)

const body: readonly Abuse[] = [
  'beaten',
  'sexual-violence',
  'made-to-take-drugs',
  'care-refused',
  'no-food-or-shelter',
]
const freedom: readonly Abuse[] = [
  'threatened',
  'threatened-with-police',
  'humiliated',
  'locked-in',
  'papers-kept',
  'worked-without-rest',
  'kept-from-children',
]

/** What was done, from what is gravest; that nothing was told is one answer too. */
export const harms = ['body', 'freedom', 'pay', 'none-told', notSaid] as const
export type Harm = (typeof harms)[number]

const harmOf = (file: CaseFile): Harm => {
  const abuses = factOf(file, setReturnInterview)?.abuses
  if (abuses === undefined) return notSaid
  if (abuses.some((one) => body.includes(one))) return 'body'
  if (abuses.some((one) => freedom.includes(one))) return 'freedom'
  return abuses.length === 0 ? 'none-told' : 'pay'
}

export const promises = ['kept', 'broken', notSaid] as const

/** Whether the pay or the work was worse or other than promised. */
const promiseOf = (file: CaseFile): (typeof promises)[number] => {
  const parts = promiseAgainstReality(file).filter(({ part }) => part === 'wage' || part === 'job')
  if (parts.length === 0) return notSaid
  const isBroken = parts.some(({ verdict }) => verdict === 'worse' || verdict === 'other')
  return isBroken ? 'broken' : 'kept'
}

/** Each yes for research that holds on a day; none where the case is of a child. */
export const researchConsents = (file: CaseFile, on: LocalDate) =>
  isOfChild(file) ? [] : consentsOn(file, on).filter(({ value }) => value.purpose === 'research')

/** To whom somebody has said yes for research. */
export const researchReceivers = (file: CaseFile, on: LocalDate): readonly string[] => [
  ...new Set(researchConsents(file, on).map(({ value }) => value.receiver)),
]

const consentsFor = (file: CaseFile, receiver: string, on: LocalDate) =>
  researchConsents(file, on).filter(({ value }) => value.receiver === receiver)

/** By which consents answers go to a receiver, and until when they hold at most. */
export const researchBasis = (file: CaseFile, receiver: string, on: LocalDate) => {
  const consents = consentsFor(file, receiver, on)
  const until = consents.flatMap(({ value }) => value.until ?? []).toSorted()[0]
  return { consents: consents.map(({ item }) => item), until }
}

/** The answers of a case, as far as its consents for this receiver name them. */
export const answersOf = (file: CaseFile, receiver: string, on: LocalDate): ExtractRow => {
  const fields: ReadonlySet<Travelling> = new Set(
    consentsFor(file, receiver, on).flatMap(({ value }) => value.fields),
  )
  const [person, journey] = [factOf(file, setPerson), factOf(file, setJourney)]
  const known = {
    sex: fields.has('sex') ? person?.sex : undefined,
    age_band: fields.has('age-band') ? person?.ageBand : undefined,
    country: fields.has('journey') ? journey?.country : undefined,
    work: fields.has('journey') && journey?.work !== 'not-known' ? journey?.work : undefined,
    channel: fields.has('journey') ? journey?.channel : undefined,
    promise: fields.has('promise') ? promiseOf(file) : undefined,
  }
  return {
    known: knownColumns.map(({ id }) => known[id] ?? notSaid),
    told: fields.has('abuses') ? harmOf(file) : notSaid,
  }
}
