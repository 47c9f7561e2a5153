import { type Currency, decimalsOf, isAmount, isRate, latinDigits } from '#domain/kernel/money.ts'
import { lenderKinds } from '#domain/loans/request/request-state.ts'
import type { BuyOutRequest } from '#src/app/lending/buy-out-plan.ts'
import { amountAgain, amountIn, amountOrZero } from '#src/desk/entered.ts'
import { type Field, type Named, choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import type { Typed } from '#src/http/form-pages.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { BuyOutWords } from '#src/words/en/fair-buy-out.ts'
import { currencyName } from '#src/words/locale.ts'
import { buyOutWords, deskWords } from '#src/words/words.ts'

type BuyOutField = {
  readonly language: Language
  readonly currency: Currency
  /** As it was typed. */
  readonly of: Typed
}

/** So many debts can be told at once; the first has to be. */
const debtNumbers = ['1', '2', '3', '4'] as const
type DebtNumber = (typeof debtNumbers)[number]

const lengthMax = 20
const monthsMax = 60
const percentMax = 100

/** Whether anything was typed about a debt: its kind alone is not worth a word. */
const isTyped = (of: Typed, n: DebtNumber): boolean =>
  n === '1' || ['owed', 'pays', 'percent'].some((part) => of(`${part}${n}`).trim() !== '')

type FaultWord = Extract<keyof BuyOutWords, `fault${string}`>

/** A sum of money, where zero or nothing is an answer only if it may be. */
const sum = (
  { language, currency }: BuyOutField,
  {
    fault,
    mayBeZero = false,
    ...named
  }: Named & {
    readonly fault: FaultWord
    readonly isOptional?: boolean
    readonly mayBeZero?: boolean
  },
): Field =>
  lineField({
    ...named,
    rule: (text) =>
      mayBeZero || amountIn(text, currency) !== 'zero' ? amountAgain(text, currency) : undefined,
    fault: buyOutWords.in(language)[fault],
    lengthMax,
    inputmode: 'decimal',
  })

/** All debts together are a sum, too. */
const togetherASum = (field: Field, { language, currency, of }: BuyOutField): Field => ({
  ...field,
  read: (text) => {
    const read = field.read(text)
    const owed = debtNumbers.map((n) => amountOrZero(of(`owed${n}`), currency) ?? 0)
    return 'text' in read && !isAmount(owed.reduce((all, one) => all + one, 0))
      ? { fault: buyOutWords.in(language).faultOwed }
      : read
  },
})

const debtFields = (asked: BuyOutField, n: DebtNumber): readonly Field[] => {
  const { language, currency, of } = asked
  const words = buyOutWords.in(language)
  const money = currencyName(currency, language)
  const isFirst = n === '1'
  const debt = {
    group: words.debt(n),
    isOptional: !isTyped(of, n),
    ...(!isFirst && { fold: words.moreDebts }),
  }
  const owed = sum(asked, {
    ...debt,
    name: `owed${n}`,
    label: words.owed(money),
    hint: words.digits(decimalsOf(currency) === 0 ? '1500000' : '400.00'),
    fault: 'faultOwed',
  })
  return [
    choiceField({
      ...debt,
      name: `kind${n}`,
      label: words.kind,
      choices: choicesOf(lenderKinds, (one) => words[`kind-${one}`]),
      fault: deskWords.in(language).pleaseChoose,
      // Its page has one chosen.
      isOptional: isFirst || debt.isOptional,
    }),
    isFirst ? togetherASum(owed, asked) : owed,
    sum(asked, {
      ...debt,
      name: `pays${n}`,
      label: words.pays(money),
      fault: 'faultPays',
      mayBeZero: true,
    }),
    lineField({
      ...debt,
      name: `percent${n}`,
      label: words.percent,
      hint: words.percentHint,
      rule: (text) => (isRate(latinDigits(text), percentMax) ? latinDigits(text) : undefined),
      fault: words.faultPercent,
      lengthMax,
      inputmode: 'decimal',
    }),
  ]
}

/** A good month brings no less than a bad one. */
const upwardsFrom = (field: Field, from: number | undefined, asked: BuyOutField): Field => ({
  ...field,
  read: (text) => {
    const read = field.read(text)
    const to = amountOrZero(text, asked.currency)
    const isLess = from !== undefined && to !== undefined && to < from
    return 'text' in read && isLess
      ? { fault: buyOutWords.in(asked.language).faultIncomeOrder }
      : read
  },
})

const householdFields = (asked: BuyOutField): readonly Field[] => {
  const words = buyOutWords.in(asked.language)
  const all = { group: words.household, isOptional: true }
  const income = { ...all, fault: 'faultIncome' } as const
  const { other, otherHint, incomeFrom, incomeTo, incomeHint, months, monthsHint } = words
  const to = sum(asked, { ...income, name: 'incomeTo', label: incomeTo })
  return [
    sum(asked, {
      ...all,
      name: 'other',
      label: other,
      hint: otherHint,
      fault: 'faultSum',
      mayBeZero: true,
    }),
    sum(asked, { ...income, name: 'incomeFrom', label: incomeFrom, hint: incomeHint }),
    upwardsFrom(to, amountOrZero(asked.of('incomeFrom'), asked.currency), asked),
    lineField({
      group: words.household,
      name: 'months',
      label: months,
      hint: monthsHint,
      rule: (text) => {
        const digits = /^\d{1,2}$/.exec(latinDigits(text))?.[0]
        return Number(digits) >= 1 && Number(digits) <= monthsMax ? digits : undefined
      },
      fault: words.faultMonths,
      lengthMax,
      inputmode: 'decimal',
    }),
  ]
}

/** The debts and the household, to be filled in: sent, and kept nowhere. */
export const buyOutFields = (asked: BuyOutField): readonly Field[] => [
  // Further debts are folded away until one of them is told.
  ...debtNumbers.flatMap((n) => debtFields(asked, n)),
  ...householdFields(asked),
]

/** A range, or one sum for both ends; nothing where nobody knows it. */
const incomeIn = ({ of, currency }: BuyOutField): BuyOutRequest['income'] => {
  const [from, to] = ['incomeFrom', 'incomeTo'].map((name) => amountOrZero(of(name), currency))
  const [least, most] = [from ?? to, to ?? from]
  return least === undefined || most === undefined ? undefined : { least, most }
}

/** What the fields told that could all be read. */
export const requestedBuyOut = (asked: BuyOutField): BuyOutRequest => {
  const { of, currency } = asked
  const sumOf = (name: string): number => amountOrZero(of(name), currency) ?? 0
  const debts = debtNumbers
    .filter((n) => isTyped(of, n))
    .map((n) => ({
      kind: lenderKinds.find((kind) => kind === of(`kind${n}`)) ?? lenderKinds[0],
      owed: sumOf(`owed${n}`),
      monthlyPayment: sumOf(`pays${n}`),
      monthlyPercent: of(`percent${n}`),
    }))
  const months = Number(of('months'))
  return { debts, paysElse: sumOf('other'), income: incomeIn(asked), months }
}
