import type { CaseFile } from '#domain/cases/file.ts'
import { addTo, changeOf, fact, factOf, itemsOf, line } from '#domain/cases/operation.ts'
import { setLivingLine } from '#domain/cases/operations/back.ts'
import { mayFor } from '#domain/cases/operations/consent.ts'
import { missingOf } from '#domain/cases/operations/leaving.ts'
import { isUnderEighteen, lacksGuardian, namesUnsafe } from '#domain/cases/operations/person.ts'
import { type SupportKind, isForLeaving, supportKinds } from '#domain/grants/kinds.ts'
import { daysBetween } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { day, optional, text, uuid, whole, word } from '#domain/kernel/shape.ts'

/** Who helps with the trade. */
export const setMentor = fact({
  command: 'SetMentor',
  name: 'mentor',
  asks: { mentor: line(80) },
  check: ({ file }, { mentor }) => (namesUnsafe(file, mentor) ? 'mentor-unsafe' : undefined),
})

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

/** A grant's code as the book says it, which this room does not read. */
const supportCode = text(/^S-[A-HJKMNP-Z2-9]{8}$/, {
  code: 'support-not-a-code',
  example: 'S-7KQ2MPRT',
})

/** How far it is: put among others, then answered. Written by the bridge to the fund, not on a form. */
export const setSupportState = changeOf({
  command: 'SetSupportState',
  name: 'support',
  asks: {
    state: word(['batched', 'answered'] as const),
    answer: optional(word(supportAnswers)),
    // By which code it is known there: it stands in the case alone.
    scope: optional(uuid('network')),
    supportCode: optional(supportCode),
    refusal: optional(text(/^[a-z-]{1,60}$/, { code: 'word-unknown', example: 'already-helped' })),
  },
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
  readonly scope: string
  readonly supportCode: string
  readonly refusal: string
}

/** What was asked for, with how far each is. */
export const supportOf = (file: CaseFile) =>
  itemsOf<typeof askForSupport, Answered>(file, askForSupport).map(({ value, ...item }) => ({
    ...item,
    value: { ...value, state: value.state ?? 'asked' },
  }))

/** So many days lie between asking for support and asking for a loan: two that come together point at one person. */
const daysApart = 28

export const loanStates = ['planned', 'asked', 'given', 'not-given', 'repaid'] as const

/**
 * A loan to begin a trade. The person asks for it herself at a meeting, as anybody does, and it is repaid as any other is:
 * the team asks nobody, and no book knows that there is a case (ADR 143). Here stands what was planned.
 */
export const planTradeLoan = addTo({
  command: 'PlanTradeLoan',
  name: 'loans',
  asks: {
    fundId: uuid('fund'),
    sum: word(usualSums),
    months: whole(1, 24, 'months-unreadable'),
    on: day,
  },
  check: ({ file, today }, { on }) => {
    if (isUnderEighteen(file)) return 'under-eighteen'
    if (factOf(file, setLivingLine) === undefined) return 'no-line'
    if (on < today) return 'day-over'
    const isNear = supportOf(file).some((one) => Math.abs(daysBetween(one.on, on)) < daysApart)
    return isNear ? 'too-near-support' : undefined
  },
})

/** What became of it, as she tells. Whoever works on the case looks it up in no book. */
export const setTradeLoanState = changeOf({
  command: 'SetTradeLoanState',
  name: 'loans',
  asks: { state: word(loanStates) },
  check: (_, { state }, { value }) =>
    loanStates.indexOf(state) <= loanStates.indexOf((value['state'] ?? 'planned') as 'planned')
      ? 'loan-cannot-become'
      : undefined,
  adds: ({ today }) => ({ stateOn: today }),
})
