import type { CaseFile } from '#domain/cases/file.ts'
import { addTo, changeOf, fact, itemsOf, line } from '#domain/cases/operation.ts'
import { mayFor } from '#domain/cases/operations/consent.ts'
import { journeyCurrency } from '#domain/cases/operations/journey.ts'
import { missingOf } from '#domain/cases/operations/leaving.ts'
import { isUnderEighteen, lacksGuardian, namesUnsafe } from '#domain/cases/operations/person.ts'
import { type SupportKind, isForLeaving, supportKinds } from '#domain/grants/kinds.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { day, optional, sum, word } from '#domain/kernel/shape.ts'

/** Who helps with the trade. */
export const setMentor = fact({
  command: 'SetMentor',
  name: 'mentor',
  asks: { mentor: line(80) },
  check: ({ file }, { mentor }) => (namesUnsafe(file, mentor) ? 'mentor-unsafe' : undefined),
})

export const bookWays = ['in', 'out'] as const

/** A line of the profit book of somebody's own trade. */
export const addBookLine = addTo({
  command: 'AddBookLine',
  name: 'book',
  asks: { way: word(bookWays), sum, currency: journeyCurrency, what: line(80), on: day },
  check: ({ today }, { on }) => (on > today ? 'day-to-come' : undefined),
})

/** That a line was a mistake; it stays, and counts no more. */
export const strikeBookLine = changeOf({
  command: 'StrikeBookLine',
  name: 'book',
  asks: {},
  check: (_, _said, { value }) => (value['isStruck'] === true ? 'line-already-struck' : undefined),
  adds: () => ({ isStruck: true }),
})

export type MonthResult = {
  readonly currency: Currency
  readonly in: number
  readonly out: number
  readonly left: number
}

/** What a month (`2026-11`) of the trade brought, in each currency by itself. */
export const monthResult = (file: CaseFile, month: string): readonly MonthResult[] => {
  const lines = itemsOf<typeof addBookLine, { isStruck: true }>(file, addBookLine)
    .map(({ value }) => value)
    .filter(({ on, isStruck }) => on.startsWith(`${month}-`) && isStruck !== true)
  return [...Map.groupBy(lines, ({ currency }) => currency)].map(([currency, some]) => {
    const of = (way: (typeof bookWays)[number]): number =>
      some.reduce((all, one) => (one.way === way ? all + one.sum : all), 0)
    return { currency, in: of('in'), out: of('out'), left: of('in') - of('out') }
  })
}

/**
 * The sums that are asked for, in smallest units: those that others get too, so that none points at a case. Every grant of the
 * usual kinds is one of them.
 */
export const usualSums = [
  'KHR-100000',
  'KHR-200000',
  'KHR-300000',
  'KHR-400000',
  'KHR-500000',
  'KHR-600000',
  'KHR-1200000',
  'USD-2500',
  'USD-5000',
  'USD-7500',
  'USD-10000',
  'USD-15000',
  'USD-30000',
] as const
export type UsualSum = (typeof usualSums)[number]

export const sumOf = (usual: UsualSum): { readonly currency: Currency; readonly sum: number } => {
  const [currency, digits] = usual.split('-') as [Currency, string]
  return { currency, sum: Number(digits) }
}

/** What a grant pays for is not asked for before it: papers for papers, a training for a training. */
const bought: { readonly [Kind in SupportKind]?: 'papers' | 'training' } = {
  passport: 'papers',
  papers: 'papers',
  training: 'training',
}

const leavingFault = (file: CaseFile, kind: SupportKind): string | undefined => {
  if (!isForLeaving(kind)) return undefined
  if (isUnderEighteen(file)) return 'under-eighteen'
  return missingOf(file).some((item) => item !== bought[kind]) ? 'not-ready' : undefined
}

/** Asks for a grant, which the fund or the network's pot gives under a code and says no reason of. */
export const askForSupport = addTo({
  command: 'AskForSupport',
  name: 'support',
  asks: { kind: word(supportKinds), sum: word(usualSums) },
  check: ({ file, today }, { kind }) => {
    if (lacksGuardian(file)) return 'guardian-first'
    return mayFor(file, 'support', today) ? leavingFault(file, kind) : 'consent-missing'
  },
})

export const supportStates = ['asked', 'batched', 'answered'] as const
export const supportAnswers = ['given', 'not-given'] as const

/** How far it is: put among others, then answered. Written by the bridge to the fund, not on a form. */
export const setSupportState = changeOf({
  command: 'SetSupportState',
  name: 'support',
  asks: { state: word(['batched', 'answered'] as const), answer: optional(word(supportAnswers)) },
  check: (_, { state, answer }, { value }) => {
    const before = (value['state'] as (typeof supportStates)[number] | undefined) ?? 'asked'
    const isNext = supportStates.indexOf(state) === supportStates.indexOf(before) + 1
    if (!isNext) return 'support-cannot-become'
    return (state === 'answered') === (answer !== undefined) ? undefined : 'answer-missing'
  },
  adds: ({ today }) => ({ stateOn: today }),
})

type Answered = {
  readonly state: (typeof supportStates)[number]
  readonly answer: (typeof supportAnswers)[number]
}

/** What was asked for, with how far each is. */
export const supportOf = (file: CaseFile) =>
  itemsOf<typeof askForSupport, Answered>(file, askForSupport).map(({ value, ...item }) => ({
    ...item,
    value: { ...value, state: value.state ?? 'asked' },
  }))
