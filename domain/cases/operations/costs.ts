import type { CaseFile } from '#domain/cases/file.ts'
import { addTo, changeOf, factOf, itemsOf } from '#domain/cases/operation.ts'
import {
  journeyCurrency,
  setFound,
  setJourney,
  setPromise,
} from '#domain/cases/operations/journey.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { day, sum, word, yesOrNo } from '#domain/kernel/shape.ts'
import type { Earning } from '#domain/network/roads/break-even.ts'
import {
  type Cost,
  type CostItem,
  byItem,
  costInAll,
  costItem,
} from '#domain/network/roads/costs.ts'

/** Out of whose pocket a cost was paid. */
export const costPayers = ['own-money', 'family', 'employer', 'loan'] as const

/** Something that leaving cost, under a heading of the recruitment-cost indicator (SDG 10.7.1). */
export const addCost = addTo({
  command: 'AddCost',
  name: 'costs',
  asks: {
    heading: costItem,
    sum,
    currency: journeyCurrency,
    on: day,
    paidBy: word(costPayers),
    hasReceipt: yesOrNo(),
  },
  check: ({ today }, { on }) => (on > today ? 'day-to-come' : undefined),
})

/** That a cost was a mistake; it stays, and counts no more. */
export const strikeCost = changeOf({
  command: 'StrikeCost',
  name: 'costs',
  asks: {},
  check: (_, _said, { value }) => (value['isStruck'] === true ? 'line-already-struck' : undefined),
  adds: () => ({ isStruck: true }),
})

/** What leaving cost in one currency, by heading, and what earns it back. */
export type CostDiary = {
  readonly currency: Currency
  readonly costs: readonly Cost[]
  readonly inAll: number
  /** What the worker bore: the employer's part is none of the indicator. */
  readonly own: number
  /** With the wage that was found, or else promised, where it is of the same currency. */
  readonly earning?: Earning
}

const wageIn = (file: CaseFile, currency: Currency) =>
  [factOf(file, setFound), factOf(file, setPromise)].find(
    (pay) => pay !== undefined && pay.currency === currency && pay.wage > 0,
  )

/** The diary of a case, each currency by itself, since sums of two are never added up. */
export const costDiary = (file: CaseFile): readonly CostDiary[] => {
  const lines = itemsOf<typeof addCost, { isStruck: true }>(file, addCost)
    .map(({ value }) => value)
    .filter(({ isStruck }) => isStruck !== true)
  return [...Map.groupBy(lines, ({ currency }) => currency)].map(([currency, some]) => {
    const costsOf = (of: typeof some): readonly Cost[] =>
      of.map(({ heading: item, sum: amount }) => ({ item, amount }))
    const own = costInAll(costsOf(some.filter(({ paidBy }) => paidBy !== 'employer')))
    const pay = wageIn(file, currency)
    return {
      currency,
      costs: byItem(costsOf(some)),
      inAll: costInAll(costsOf(some)),
      own,
      ...(pay && { earning: { cost: own, wage: pay.wage, living: pay.deductions } }),
    }
  })
}

/** A heading under which more was paid than an authority says may be asked; both sums are of one currency. */
export type AboveCeiling = {
  readonly item: CostItem
  readonly paid: number
  readonly allowed: number
}

/**
 * Where a diary is above what may be asked on the road of the journey. `allowed` says that of a heading, where it is known for
 * this country and way; what nobody has said is held against nothing.
 */
export const aboveCeiling = (
  { costs }: Pick<CostDiary, 'costs'>,
  allowed: (item: CostItem) => number | undefined,
): readonly AboveCeiling[] =>
  costs.flatMap(({ item, amount }) => {
    const most = allowed(item)
    return most !== undefined && amount > most ? [{ item, paid: amount, allowed: most }] : []
  })

/** Where somebody goes and by which way, as far as a road is known by it. */
export const roadOf = (file: CaseFile) => {
  const journey = factOf(file, setJourney)
  const way =
    journey?.channel === 'agency' ||
    journey?.channel === 'state-programme' ||
    journey?.channel === 'employer-direct'
      ? journey.channel
      : undefined
  return journey && { country: journey.country, way }
}
