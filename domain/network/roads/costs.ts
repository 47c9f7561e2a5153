import { list, group, sum, word } from '#domain/kernel/shape.ts'

/**
 * What leaving costs, by the headings under which the recruitment-cost indicator of the United Nations (SDG 10.7.1) asks for
 * it. The first two should be nobody's who leaves for work; unofficial payments are asked for nevertheless.
 */
export const costItems = [
  'agency-fee',
  'broker-fee',
  'passport',
  'other-papers',
  'contract-approval',
  'medical',
  'training',
  'visa',
  'permit',
  'insurance',
  'travel-inside',
  'travel-abroad',
  'unofficial-payment',
  'interest',
  'other',
] as const
export type CostItem = (typeof costItems)[number]
export const costItem = word(costItems, 'cost-unknown')

/** A sum under one heading. */
export type Cost = { readonly item: CostItem; readonly amount: number }

export const costs = list(group({ item: costItem, amount: sum }), {
  max: costItems.length,
  code: 'costs-missing',
})

/** All of it together. */
export const costInAll = (all: readonly Cost[]): number =>
  all.reduce((sofar, { amount }) => sofar + amount, 0)

/** Each heading that was said, in the order of the headings, however often it was said. */
export const byItem = (all: readonly Cost[]): readonly Cost[] =>
  costItems.flatMap((item) => {
    const amount = costInAll(all.filter((one) => one.item === item))
    return amount === 0 ? [] : [{ item, amount }]
  })

/** By how much a fee is above what may be asked: a sum would point at whoever paid it. */
export const feeBands = ['not-allowed', 'up-to-twice', 'up-to-five-times', 'more'] as const
export type FeeBand = (typeof feeBands)[number]

/** In which band a fee is, where it is above what may be asked. */
export const feeBandOf = ({
  paid,
  allowed,
}: {
  readonly paid: number
  readonly allowed: number
}): FeeBand => {
  if (allowed === 0) return 'not-allowed'
  if (paid <= 2 * allowed) return 'up-to-twice'
  return paid <= 5 * allowed ? 'up-to-five-times' : 'more'
}
