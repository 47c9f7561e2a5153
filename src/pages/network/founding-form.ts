import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { type Currency, currencyCodes, latinDigits } from '#domain/kernel/money.ts'
import type { Charter } from '#domain/fund/charter.ts'
import { charterFault } from '#domain/fund/charter-shape.ts'
import { defaultCharterIn } from '#domain/fund/default-charter.ts'
import { isCode } from '#domain/fund/members.ts'
import type { Office } from '#domain/fund/tenures.ts'
import type { Founder, Founding } from '#src/app/founding-fund.ts'
import { amountIn } from '#src/desk/entered.ts'
import type { FoundingWords } from '#src/words/en/founding.ts'

/** The seats of a committee, one line of the form each. */
export const seats: readonly Office[] = [
  'chair',
  'record-keeper',
  'box-keeper',
  'counter',
  'counter',
]

export const oldSums = ['cash', 'social', 'reserve', 'provision', 'donors'] as const
export const ruleSums = ['shareValue', 'socialPerMeeting'] as const
const officerFields = ['card', 'sex', 'zone'] as const

/** Every field of the form, as the count carries them on. */
export const foundingFields: readonly string[] = [
  'name',
  'villageCode',
  'currency',
  'day',
  'month',
  'year',
  ...seats.flatMap((_, i) => officerFields.map((field) => `${field}${i}`)),
  ...oldSums,
  ...ruleSums,
  'meetingDay',
  'rateNormal',
  'womenMin',
]

type Of = (name: string) => string
export type FoundingFault = {
  readonly [Key in keyof FoundingWords]: FoundingWords[Key] extends string ? Key : never
}[keyof FoundingWords]
/** By field; under '' what is wrong with all of it together. */
export type FoundingFaults = ReadonlyMap<string, FoundingFault>

type Reading = { readonly of: Of; readonly faults: Map<string, FoundingFault> }

const currencyIn = (of: Of): Currency =>
  currencyCodes.find((code) => code === of('currency')) ?? 'KHR'

/** A sum or nothing at all, which is nought. */
const sumOf = ({ of, faults }: Reading, name: string, currency: Currency): number | undefined => {
  const read = amountIn(of(name), currency)
  if (typeof read === 'number') return read
  if (read === 'missing') return undefined
  if (read === 'nought') return 0
  faults.set(name, 'faultSum')
  return undefined
}

const wholeOf = ({ of, faults }: Reading, name: string): number | undefined => {
  const digits = latinDigits(of(name).trim())
  if (digits === '') return undefined
  if (/^\d{1,3}$/.test(digits)) return Number(digits)
  faults.set(name, 'faultNumber')
  return undefined
}

const dayOf = ({ of, faults }: Reading, today: LocalDate): LocalDate => {
  const [day, month, year] = ['day', 'month', 'year'].map((name) => latinDigits(of(name).trim()))
  const on = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  if (!isLocalDate(on)) faults.set('day', 'faultDay')
  else if (on > today) faults.set('day', 'faultFuture')
  else return on
  return today
}

const officersIn = ({ of, faults }: Reading): readonly Founder[] =>
  seats.flatMap((office, i) => {
    const [card, sex, zone] = officerFields.map((field) => of(`${field}${i}`).trim()) as [
      string,
      string,
      string,
    ]
    if (card === '' && sex === '' && zone === '') return []
    if (!isCode(card)) faults.set(`card${i}`, 'faultCard')
    if (sex !== 'f' && sex !== 'm') faults.set(`sex${i}`, 'faultChoice')
    if (!isCode(zone)) faults.set(`zone${i}`, 'faultZone')
    return [{ card, sex: sex as 'f' | 'm', zone, office }]
  })

const charterIn = (reading: Reading, currency: Currency): Charter => {
  const offered = defaultCharterIn(currency)
  const shareValue = sumOf(reading, 'shareValue', currency)
  const social = sumOf(reading, 'socialPerMeeting', currency)
  const meetingDay = wholeOf(reading, 'meetingDay')
  const womenMin = wholeOf(reading, 'womenMin')
  const rate = latinDigits(reading.of('rateNormal').trim()).replace(',', '.')
  if (rate !== '' && !/^\d{1,2}(\.\d{1,4})?$/.test(rate))
    reading.faults.set('rateNormal', 'faultRate')
  const { rateMonthlyPercent: rates } = offered
  const isSaid = rate !== '' && !reading.faults.has('rateNormal')
  return {
    ...offered,
    ...(shareValue === undefined ? {} : { shareValue }),
    ...(social === undefined ? {} : { socialPerMeeting: social }),
    ...(meetingDay === undefined ? {} : { meetingDay }),
    ...(womenMin === undefined ? {} : { officers: { womenMin } }),
    ...(isSaid ? { rateMonthlyPercent: { ...rates, normal: rate, seasonal: rate } } : {}),
  }
}

/** Reads the form in digits of either script; what cannot be read is named by its field. */
export const foundingIn = (
  of: Of,
  { id, today }: { readonly id: string; readonly today: LocalDate },
): { readonly founding: Founding; readonly faults: FoundingFaults } => {
  const faults = new Map<string, FoundingFault>()
  const reading = { of, faults }
  const currency = currencyIn(of)
  const villageCode = latinDigits(of('villageCode').trim())
  if (!/^\d{8}$/.test(villageCode)) faults.set('villageCode', 'faultCode')
  const name = of('name').trim()
  if (name !== '' && !isCode(name)) faults.set('name', 'faultName')
  const sum = (field: (typeof oldSums)[number]): number => sumOf(reading, field, currency) ?? 0
  const donors = sum('donors')
  const charter = charterIn(reading, currency)
  const on = dayOf(reading, today)
  const officers = officersIn(reading)
  const opening = {
    cash: sum('cash'),
    social: sum('social'),
    reserve: sum('reserve'),
    provision: sum('provision'),
    windows: donors === 0 ? [] : [{ windowId: 'donors', amount: donors }],
  }
  if (faults.size === 0 && charterFault(charter) !== undefined) faults.set('', 'faultRules')
  const called = name === '' ? {} : { name }
  return { founding: { id, on, villageCode, charter, opening, officers, ...called }, faults }
}
