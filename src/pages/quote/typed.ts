import type { Charter } from '#domain/fund/charter/charter.ts'
import type { LocalDate, Span } from '#domain/kernel/dates.ts'
import { isRate, latinDigits } from '#domain/kernel/money.ts'
import type { Every } from '#domain/loans/plan/due-days.ts'
import type { Rounding } from '#domain/loans/plan/plan-figures.ts'
import type { QuoteTerms } from '#domain/loans/plan/quote.ts'
import { dayTyped, daysTyped } from '#src/desk/typed-day.ts'
import { amountIn } from '#src/desk/entered.ts'
import {
  type DayListName,
  type FaultWord,
  type Faults,
  type FieldName,
  type LineName,
  type Typed,
  boxes,
  chosenOf,
  dayLists,
  fieldNames,
  isChoice,
  lineMax,
  listMax,
} from '#src/pages/quote/choices.ts'

const windowsMax = 20
const rateMax = 999

/** What a request asks, as far as its fields are ours; nothing is longer than a form of ours lets it be. */
export const typedIn = (query: (name: string) => string | undefined): Typed =>
  Object.fromEntries(
    fieldNames.flatMap((name) => {
      const isList = (dayLists as readonly string[]).includes(name)
      const max = isList ? listMax : lineMax
      const text = query(name)?.trim().slice(0, max) ?? ''
      return text === '' ? [] : [[name, text]]
    }),
  )

/** Reads typed fields one by one and remembers what is wrong with which. */
const reader = (typed: Typed, { currency }: Charter) => {
  const faults = new Map<FieldName, FaultWord>()
  const wrong = (name: FieldName, fault: FaultWord): undefined => {
    if (!faults.has(name)) faults.set(name, fault)
    return undefined
  }
  const line = (name: FieldName): string => latinDigits(typed[name] ?? '')
  const sum = (name: LineName, fault: FaultWord): number | undefined => {
    const read = amountIn(line(name), currency)
    if (typeof read === 'number') return read
    return read === 'missing' || read === 'zero' ? undefined : wrong(name, fault)
  }
  const whole = (name: LineName, fault: FaultWord): number | undefined => {
    const digits = line(name)
    if (digits === '') return undefined
    return /^\d{1,4}$/.test(digits) ? Number(digits) : wrong(name, fault)
  }
  const day = (name: LineName): LocalDate | undefined => {
    const text = line(name)
    if (text === '') return undefined
    return dayTyped(text) ?? wrong(name, 'faultDay')
  }
  const days = (name: DayListName): LocalDate[] | undefined => {
    if (line(name).trim() === '') return undefined
    const all = daysTyped(line(name))
    return all ? [...all] : wrong(name, 'faultDays')
  }
  return { faults, wrong, line, sum, whole, day, days }
}

type Reader = ReturnType<typeof reader>

const everyChosen: Readonly<Record<string, Every>> = {
  week: { n: 1, unit: 'weeks' },
  '2-weeks': { n: 2, unit: 'weeks' },
  month: { n: 1, unit: 'months' },
  '3-months': { n: 3, unit: 'months' },
  end: { n: 1, unit: 'months' },
}

type Part = Partial<Record<keyof QuoteTerms, unknown>>

const duePart = (typed: Typed, read: Reader): Part => {
  const every = chosenOf(typed, 'every')
  const isListed = every === 'meetings'
  const dueOn = read.days('dueOn')
  if (isListed && !dueOn && !read.faults.has('dueOn')) read.wrong('dueOn', 'faultDueOn')
  const instalments = read.whole('count', 'faultCount')
  if (!isListed && instalments === undefined) read.wrong('count', 'faultCount')
  return {
    instalments,
    every: everyChosen[every],
    dueOn,
    firstDueOn: read.day('firstDueOn'),
    dayOfMonth: read.whole('dayOfMonth', 'faultDayOfMonth'),
    periodFrom: isListed ? read.day('periodFrom') : undefined,
    repayment: every === 'end' ? 'bullet' : chosenOf(typed, 'repayment') || undefined,
  }
}

const rateNames = {
  month: 'rateMonthlyPercent',
  period: 'ratePercent',
  year: 'yearlyPercent',
} as const

const ratePart = (typed: Typed, read: Reader): Part => {
  const rate = read.line('rate')
  const of = chosenOf(typed, 'rateOf')
  if (rate === '' && of !== 'month') read.wrong('rate', 'faultRateMissing')
  if (rate !== '' && !isRate(rate, rateMax)) read.wrong('rate', 'faultRate')
  const offer = chosenOf(typed, 'offer')
  if (offer === 'flat' && chosenOf(typed, 'repayment') === 'equal-instalment')
    read.wrong('repayment', 'faultFlat')
  const free = read.whole('graceOnInterest', 'faultNumber')
  return {
    ...(rate === '' ? {} : { [rateNames[of]]: rate }),
    days: chosenOf(typed, 'days'),
    ...(offer === 'fund' ? {} : { lender: 'other' }),
    ...(offer === 'flat' ? { method: 'flat' } : {}),
    graceOnPrincipal: read.whole('graceOnPrincipal', 'faultNumber'),
    graceOnInterest: free && { instalments: free, is: chosenOf(typed, 'graceIs') },
  }
}

const roundingOf = (
  typed: Typed,
  read: Reader,
  { of, step }: { readonly of: 'interest' | 'instalment'; readonly step: number },
): Rounding | undefined => {
  const mode = chosenOf(typed, `${of}Mode`)
  const own = read.sum(`${of}Step`, 'faultStep')
  if (mode === '' && own === undefined) return undefined
  return { mode: mode === '' ? 'down' : mode, step: own ?? step }
}

const reliefOf = (read: Reader): Span[] | undefined => {
  const days = read.days('relief')
  if (!days) return undefined
  if (days.length % 2 === 1 || days.length > 2 * windowsMax)
    return read.wrong('relief', 'faultWindows')
  return days.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: days[i + 1]! }] : []))
}

const workingDaysOf = (typed: Typed, read: Reader): QuoteTerms['workingDays'] => {
  const weekend = [1, 2, 3, 4, 5, 6, 7].filter((n) => typed[`off${n}` as FieldName] !== undefined)
  const holidays = read.days('holidays') ?? []
  const hasCalendar = typed.calendar !== undefined
  if (weekend.length === 0 && holidays.length === 0 && !hasCalendar) return undefined
  const direction = chosenOf(typed, 'direction')
  return { weekend, holidays, direction, ...(hasCalendar ? { calendar: 'KH' } : {}) }
}

type Read =
  | { readonly asked: QuoteTerms; readonly faults: Faults }
  | { readonly asked: undefined; readonly faults: Faults }

/** The question that was typed, by the charter of the pay-out; every field that cannot be read is named. */
export const readTyped = (typed: Typed, charter: Charter): Read => {
  const read = reader(typed, charter)
  const { faults } = read
  const principal = read.sum('amount', 'faultAmount')
  if (principal === undefined) read.wrong('amount', 'faultAmount')
  const paidOutOn = read.day('paidOutOn')
  if (paidOutOn === undefined) read.wrong('paidOutOn', 'faultDay')
  const part: Part = {
    principal,
    paidOutOn,
    product: chosenOf(typed, 'product'),
    ...duePart(typed, read),
    ...ratePart(typed, read),
    balloon: read.sum('balloon', 'faultSum'),
    interestRounding: roundingOf(typed, read, { of: 'interest', step: charter.interestStep }),
    instalmentRounding: roundingOf(typed, read, { of: 'instalment', step: charter.instalmentStep }),
    remainder: chosenOf(typed, 'remainder'),
    workingDays: workingDaysOf(typed, read),
    relief: reliefOf(read),
    fee: read.sum('fee', 'faultSum'),
    deposit: read.sum('deposit', 'faultSum'),
  }
  if (faults.size > 0) return { asked: undefined, faults }
  const given = Object.entries(part).filter(([, value]) => value !== undefined)
  return { asked: Object.fromEntries(given) as unknown as QuoteTerms, faults }
}

/** Where the form tells what the domain finds at fault, and how. */
const faultOf: Readonly<Record<string, readonly [FieldName, FaultWord]>> = {
  principal: ['amount', 'faultPrincipal'],
  instalments: ['count', 'faultCount'],
  months: ['count', 'faultCount'],
  paidOutOn: ['paidOutOn', 'faultDay'],
  firstDueOn: ['firstDueOn', 'faultFirstDueOn'],
  dayOfMonth: ['dayOfMonth', 'faultDayOfMonth'],
  dueOn: ['dueOn', 'faultDueOn'],
  periodFrom: ['periodFrom', 'faultPeriodFrom'],
  ratePercent: ['rate', 'faultRate'],
  graceOnPrincipal: ['graceOnPrincipal', 'faultGraceOnPrincipal'],
  graceOnInterest: ['graceOnInterest', 'faultGraceOnInterest'],
  balloon: ['balloon', 'faultBalloon'],
  interestRounding: ['interestStep', 'faultStep'],
  instalmentRounding: ['instalmentStep', 'faultStep'],
  workingDays: ['holidays', 'faultDays'],
  relief: ['relief', 'faultRelief'],
  fee: ['fee', 'faultFee'],
}

/** What the domain cannot take in a question, told at a field of the form. */
export const faultsAt = (field: string): Faults =>
  new Map([faultOf[field] ?? (['amount', 'faultRules'] as const)])

/** What was typed and could be read, without what is chosen anyway: a link to the same page may carry it. */
export const keptQuery = (typed: Typed, faults: Faults): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldNames.flatMap((name): (readonly [string, string])[] => {
      const text = typed[name]
      if (text === undefined || faults.has(name)) return []
      if (isChoice(name)) return [[name, chosenOf(typed, name)]]
      const isBox = (boxes as readonly string[]).includes(name)
      return [[name, isBox ? 'on' : latinDigits(text).split(/\s+/).join(' ')]]
    }),
  )
