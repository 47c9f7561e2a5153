import type { Charter } from '#domain/fund/charter.ts'
import type { OutsideDebt } from '#domain/fairness/buy-out.ts'
import { type LenderKind, lenderKinds } from '#domain/loans/request-state.ts'
import { isAmount, isRate, latinDigits } from '#domain/kernel/money.ts'
import type { BuyOutTold } from '#src/app/buy-out-plan.ts'
import { amountIn } from '#src/desk/entered.ts'
import type { BuyOutWords } from '#src/words/en/fair-buy-out.ts'

/** So many debts can be told at once; the first has to be. */
export const debtNumbers = ['1', '2', '3', '4'] as const
export type DebtNumber = (typeof debtNumbers)[number]

type DebtField = `${'kind' | 'owed' | 'pays' | 'percent'}${DebtNumber}`
export type FieldName = DebtField | 'other' | 'incomeFrom' | 'incomeTo' | 'months'

const fieldNames: readonly FieldName[] = [
  ...debtNumbers.flatMap((n) => [`kind${n}`, `owed${n}`, `pays${n}`, `percent${n}`] as const),
  'other',
  'incomeFrom',
  'incomeTo',
  'months',
]

export const buyOutLineMax = 20
const monthsMax = 60
const percentMax = 100

export type Typed = Readonly<Partial<Record<FieldName, string>>>
export type FaultWord = Extract<keyof BuyOutWords, `fault${string}`>
export type Faults = ReadonlyMap<FieldName, FaultWord>

/** What a request says, as far as its fields are ours; nothing is longer than the form lets it be. */
export const buyOutTyped = (query: (name: string) => string | undefined): Typed =>
  Object.fromEntries(
    fieldNames.flatMap((name) => {
      const text = query(name)?.trim().slice(0, buyOutLineMax) ?? ''
      return text === '' ? [] : [[name, text]]
    }),
  )

/** The kind that is chosen; the first of the list where it offers no such kind. */
export const kindIn = (typed: Typed, n: DebtNumber): LenderKind =>
  lenderKinds.find((kind) => kind === typed[`kind${n}`]) ?? lenderKinds[0]

/** Whether anything was typed about a debt: its kind alone is not worth a word. */
export const isTold = (typed: Typed, n: DebtNumber): boolean =>
  [typed[`owed${n}`], typed[`pays${n}`], typed[`percent${n}`]].some((text) => text !== undefined)

/** Reads typed fields one by one and remembers what is wrong with which. */
const reader = (typed: Typed, { currency }: Charter) => {
  const faults = new Map<FieldName, FaultWord>()
  const wrong = (name: FieldName, fault: FaultWord): undefined => {
    faults.set(name, fault)
    return undefined
  }
  /** A sum, where nought or nothing is one of the answers only if it `may` be. */
  const sum = (
    name: FieldName,
    { fault, may }: { readonly fault: FaultWord; readonly may: readonly ('missing' | 'nought')[] },
  ): number | undefined => {
    const read = amountIn(typed[name] ?? '', currency)
    if (typeof read === 'number') return read
    const isAllowed = (may as readonly string[]).includes(read)
    return isAllowed ? (read === 'nought' ? 0 : undefined) : wrong(name, fault)
  }
  return { faults, wrong, sum }
}

type Reader = ReturnType<typeof reader>

const debtIn = (typed: Typed, n: DebtNumber, { sum, wrong }: Reader): OutsideDebt => {
  const percent = latinDigits(typed[`percent${n}`] ?? '')
  if (!isRate(percent, percentMax)) wrong(`percent${n}`, 'faultPercent')
  return {
    kind: kindIn(typed, n),
    owed: sum(`owed${n}`, { fault: 'faultOwed', may: [] }) ?? 0,
    monthlyPayment: sum(`pays${n}`, { fault: 'faultPays', may: ['nought'] }) ?? 0,
    monthlyPercent: percent,
  }
}

/** A range, or one sum for both ends; nothing where nobody knows it. */
const incomeIn = ({ sum, wrong }: Reader): BuyOutTold['income'] => {
  const asked = { fault: 'faultIncome', may: ['missing'] } as const
  const [from, to] = [sum('incomeFrom', asked), sum('incomeTo', asked)]
  const [least, most] = [from ?? to, to ?? from]
  if (least === undefined || most === undefined) return undefined
  return least > most ? wrong('incomeTo', 'faultIncomeOrder') : { least, most }
}

const monthsIn = (typed: Typed, { wrong }: Reader): number => {
  const digits = latinDigits(typed.months ?? '')
  const months = /^\d{1,2}$/.test(digits) ? Number(digits) : 0
  if (months < 1 || months > monthsMax) wrong('months', 'faultMonths')
  return months
}

type Read =
  | { readonly told: BuyOutTold; readonly faults: Faults }
  | { readonly told: undefined; readonly faults: Faults }

/** The household's debts as they were typed; every field that cannot be read is named. */
export const readBuyOut = (typed: Typed, charter: Charter): Read => {
  const read = reader(typed, charter)
  const debts = debtNumbers
    .filter((n) => n === '1' || isTold(typed, n))
    .map((n) => debtIn(typed, n, read))
  const paysElse = read.sum('other', { fault: 'faultSum', may: ['missing', 'nought'] }) ?? 0
  const income = incomeIn(read)
  const months = monthsIn(typed, read)
  const { faults } = read
  const owed = debts.reduce((all, debt) => all + debt.owed, 0)
  if (faults.size === 0 && !isAmount(owed)) read.wrong('owed1', 'faultOwed')
  return faults.size > 0
    ? { told: undefined, faults }
    : { told: { debts, paysElse, income, months }, faults }
}
