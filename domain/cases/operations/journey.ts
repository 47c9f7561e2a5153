import type { CaseFile, Stage } from '#domain/cases/file.ts'
import { fact, factOf, line } from '#domain/cases/operation.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { currencyCodes, type Currency } from '#domain/kernel/money.ts'
import { day, optional, sum, sumOrZero, word, yesOrNo } from '#domain/kernel/shape.ts'
import { channels } from '#domain/loans/request/request-state.ts'
import { countries } from '#domain/network/places.ts'

export const workKinds = [
  'farm',
  'fishing',
  'factory',
  'building',
  'house-work',
  'care',
  'cleaning',
  'selling',
  'food-and-rooms',
  'driving',
  'entertainment',
  'online-work',
  'other',
  'not-known',
] as const

export const journeyCurrency = word(currencyCodes as readonly [Currency, ...Currency[]])

/** Where somebody means to go or is, to which work and by which way; and what is asked for it, which no worker should pay. */
export const setJourney = fact({
  command: 'SetJourney',
  name: 'journey',
  asks: {
    country: word(countries),
    work: word(workKinds),
    channel: word(channels),
    leavesOn: optional(day),
    agency: optional(line(80)),
    fee: optional(sumOrZero),
    otherCosts: optional(sumOrZero),
    currency: journeyCurrency,
  },
})

export const contracts = ['own-language', 'other-language', 'none'] as const

/** What was promised, a month, before somebody left. */
export const setPromise = fact({
  command: 'SetPromise',
  name: 'promise',
  asks: {
    wage: sum,
    currency: journeyCurrency,
    job: word(workKinds),
    place: line(80),
    deductions: sumOrZero,
    contract: word(contracts),
  },
})

/** What somebody found there, a month. */
export const setFound = fact({
  command: 'SetFound',
  name: 'found',
  asks: {
    wage: sumOrZero,
    currency: journeyCurrency,
    job: word(workKinds),
    place: line(80),
    deductions: sumOrZero,
    hasContract: yesOrNo(),
    arePapersKept: yesOrNo(),
  },
})

export const promiseParts = ['wage', 'deductions', 'job', 'place', 'contract'] as const
export const promiseVerdicts = [
  'as-promised',
  'better',
  'worse',
  'other',
  'not-comparable',
] as const
type PromiseVerdict = (typeof promiseVerdicts)[number]
type Compared = {
  readonly part: (typeof promiseParts)[number]
  readonly verdict: PromiseVerdict
  /** How much more was found than promised, in smallest units of the currency of both. */
  readonly more?: number
}

const ofSums = (more: number, isGood: boolean): PromiseVerdict => {
  if (more === 0) return 'as-promised'
  return more > 0 === isGood ? 'better' : 'worse'
}

const plain = (written: string): string => written.trim().toLocaleLowerCase('en')

/** What was promised beside what was found; nothing until both are known. Two currencies are never compared. */
export const promiseAgainstReality = (file: CaseFile): readonly Compared[] => {
  const [promised, found] = [factOf(file, setPromise), factOf(file, setFound)]
  if (!promised || !found) return []
  const money = (part: 'wage' | 'deductions', isGood: boolean): Compared => {
    if (promised.currency !== found.currency) return { part, verdict: 'not-comparable' }
    const more = found[part] - promised[part]
    return { part, verdict: ofSums(more, isGood), more }
  }
  const isSamePlace = plain(promised.place) === plain(found.place)
  const isOwed = promised.contract !== 'none'
  const contract: PromiseVerdict =
    isOwed === found.hasContract ? 'as-promised' : isOwed ? 'worse' : 'better'
  return [
    money('wage', true),
    money('deductions', false),
    { part: 'job', verdict: promised.job === found.job ? 'as-promised' : 'other' },
    { part: 'place', verdict: isSamePlace ? 'as-promised' : 'other' },
    { part: 'contract', verdict: contract },
  ]
}

const onTheWay: readonly Stage[] = ['leaving', 'abroad', 'returning']

/** Whether somebody has set out and has not come back. */
export const isAway = (file: CaseFile): boolean => {
  const stage = factOf(file, setStage)?.stage
  return stage !== undefined && onTheWay.includes(stage)
}
