import type { Charter } from '#domain/fund/charter/charter.ts'
import { defaultCharterIn } from '#domain/fund/charter/default-charter.ts'
import { isCode } from '#domain/fund/people/members.ts'
import type { Office } from '#domain/fund/people/tenures.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, currencyCodes, latinDigits } from '#domain/kernel/money.ts'
import type { Founder, Founding } from '#src/app/network/founding-fund.ts'
import { dayField } from '#src/desk/day-fields.ts'
import { amountAgain, amountOrZero } from '#src/desk/entered.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
  lineField,
} from '#src/desk/fields.ts'
import { typedSum } from '#src/desk/typed-sum.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { villageField } from '#src/http/network/place-fields.ts'
import type { Language } from '#src/words/catalogue.ts'
import { currencyName } from '#src/words/locale.ts'
import { entranceWords, foundingWords } from '#src/words/words.ts'

/** In which language a founding is asked for, and on which day. */
type At = { readonly language: Language; readonly today: LocalDate }

/** The seats of a committee. */
const seats: readonly Office[] = ['chair', 'record-keeper', 'box-keeper', 'counter', 'counter']

const oldSums = ['cash', 'social', 'reserve', 'provision', 'donors'] as const
const ruleSums = ['shareValue', 'socialPerMeeting'] as const

const currencyIn = (of: Typed): Currency =>
  currencyCodes.find((code) => code === of('currency')) ?? 'KHR'

const codeOf = (text: string): string | undefined => (isCode(text) ? text : undefined)

const fundFields = ({ language, today }: At): readonly Field[] => {
  const words = foundingWords.in(language)
  const { dayLegend, dayHint, faultDay, faultFuture } = words
  return [
    lineField({
      name: 'name',
      label: words.name,
      hint: words.nameHint,
      rule: codeOf,
      fault: words.faultName,
      isOptional: true,
    }),
    villageField(language, {
      label: words.villageCode,
      hint: words.villageCodeHint,
      fault: words.faultCode,
      faultDistrict: words.faultDistrictAlone,
    }),
    choiceField({
      name: 'currency',
      label: words.currency,
      choices: choicesOf(currencyCodes, (code) => currencyName(code, language)),
      fault: words.faultChoice,
      as: 'radios',
    }),
    dayField({
      name: 'day',
      label: dayLegend,
      hint: dayHint,
      missing: faultDay,
      fault: (day) => (day > today ? faultFuture : undefined),
    }),
  ]
}

const seatNames = (i: number) => [`card${i}`, `sex${i}`, `zone${i}`] as const

/** One seat: all three of it, or none where nobody is chosen yet. */
const seatFields = ({ language }: At, of: Typed, i: number): readonly Field[] => {
  const words = foundingWords.in(language)
  const [card, sex, zone] = seatNames(i)
  const isOptional = seatNames(i).every((name) => of(name).trim() === '')
  const { officersHeading: heading, officersLead: text } = words
  const group = entranceWords.in(language).roleName(seats[i]!)
  // Two seats of one office stand beside each other.
  const seat = { group: seats.indexOf(seats[i]!) === i ? group : `${group} 2`, isOptional }
  const code = { ...seat, rule: codeOf }
  const choices = [
    { value: 'f', label: words.woman },
    { value: 'm', label: words.man },
  ]
  return [
    lineField({
      ...code,
      name: card,
      label: words.card,
      ...(i === 0 && { hint: words.cardHint }),
      fault: words.faultCard,
      ...(i === 0 && { begins: { heading, text } }),
    }),
    choiceField({ ...seat, name: sex, label: words.sex, choices, fault: words.faultChoice }),
    lineField({
      ...code,
      name: zone,
      label: words.zone,
      ...(i === 0 && { hint: words.zoneHint }),
      fault: words.faultZone,
    }),
  ]
}

type SumName = (typeof oldSums)[number] | (typeof ruleSums)[number]

/** What a fund begins with is more than people pay: as much as a box may hold. A rule is like the one that is offered. */
const usualOf = (name: SumName, currency: Currency): number => {
  const { boxMax, shareValue, socialPerMeeting } = defaultCharterIn(currency)
  return (
    { ...({ shareValue, socialPerMeeting } as Partial<Record<SumName, number>>) }[name] || boxMax
  )
}

/** Sums that may stay empty, or be zero, in a fold of their own. */
const sumFields = (
  { language }: At,
  names: readonly SumName[],
  { currency, fold, text }: { currency: Currency; fold: string; text: string },
): readonly Field[] => {
  const words = foundingWords.in(language)
  return names.map((name, i) => ({
    ...lineField({
      name,
      label: words[name],
      rule: (typed) => amountAgain(typed, currency),
      fault: words.faultSum,
      isOptional: true,
      fold,
      ...(i === 0 && { begins: { text } }),
      inputmode: 'decimal',
    }),
    sum: typedSum({ currency, usual: usualOf(name, currency) }, (typed) =>
      amountOrZero(typed, currency),
    ),
  }))
}

const ratePattern = /^\d{1,2}(\.\d{1,4})?$/

const ruleFields = (at: At, currency: Currency): readonly Field[] => {
  const words = foundingWords.in(at.language)
  const { rulesHeading: fold, rulesLead: text } = words
  const faults = faultsAll(words.faultNumber)
  const count = (name: 'meetingDay' | 'womenMin') =>
    countField({ name, label: words[name], faults, fold, mayBeZero: true, isOptional: true })
  return [
    ...sumFields(at, ruleSums, { currency, fold, text }),
    count('meetingDay'),
    lineField({
      name: 'rateNormal',
      label: words.rateNormal,
      rule: (text) => ratePattern.exec(latinDigits(text).replace(',', '.'))?.[0],
      fault: words.faultRate,
      isOptional: true,
      fold,
      inputmode: 'decimal',
    }),
    count('womenMin'),
  ]
}

/** Everything that a fund begins with but the count of its box. */
export const foundingFields = (at: At, of: Typed): readonly Field[] => {
  const currency = currencyIn(of)
  const { oldHeading: fold, oldLead: text } = foundingWords.in(at.language)
  return [
    ...fundFields(at),
    ...seats.flatMap((_, i) => seatFields(at, of, i)),
    ...sumFields(at, oldSums, { currency, fold, text }),
    ...ruleFields(at, currency),
  ]
}

const officersIn = (of: Typed): readonly Founder[] =>
  seats.flatMap((office, i) => {
    const [card, sex, zone] = seatNames(i).map(of) as [string, string, string]
    return card === '' ? [] : [{ card, sex: sex === 'f' ? 'f' : 'm', zone, office }]
  })

/** A sum as its field keeps it; nothing is zero. */
const sumIn = (text: string, currency: Currency): number => amountOrZero(text, currency) ?? 0

/** Rules as they are offered, but for what is said otherwise. */
const charterIn = (of: Typed, currency: Currency): Charter => {
  const offered = defaultCharterIn(currency)
  const { rateMonthlyPercent: rates } = offered
  const rate = of('rateNormal')
  const said = (name: string): boolean => of(name) !== ''
  return {
    ...offered,
    ...(said('shareValue') && { shareValue: sumIn(of('shareValue'), currency) }),
    ...(said('socialPerMeeting') && { socialPerMeeting: sumIn(of('socialPerMeeting'), currency) }),
    ...(said('meetingDay') && { meetingDay: Number(of('meetingDay')) }),
    ...(said('womenMin') && { officers: { womenMin: Number(of('womenMin')) } }),
    ...(said('rateNormal') && { rateMonthlyPercent: { ...rates, normal: rate, seasonal: rate } }),
  }
}

/** What a form founds whose fields could all be read. */
export const foundingIn = (of: Typed): Founding => {
  const currency = currencyIn(of)
  const [cash, social, reserve, provision, donors] = oldSums.map((name) =>
    sumIn(of(name), currency),
  ) as [number, number, number, number, number]
  const windows = donors === 0 ? [] : [{ windowId: 'donors', amount: donors }]
  const name = of('name')
  return {
    id: of('id'),
    on: of('day'),
    villageCode: of('villageCode'),
    charter: charterIn(of, currency),
    opening: { cash, social, reserve, provision, windows },
    officers: officersIn(of),
    ...(name !== '' && { name }),
  }
}
