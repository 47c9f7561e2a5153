import { charterOn, oneHandLimitOf } from '#domain/fund/charter/charter.ts'
import type { Shapes } from '#domain/kernel/shape.ts'
import type { OneHand } from '#domain/operations/one-hand.ts'
import type { Filled } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import type { Field } from '#src/desk/fields.ts'
import { approver } from '#src/desk/officers.ts'
import { type Money, moneyInFigures } from '#src/words/locale.ts'
import { lendingFormWords } from '#src/words/words.ts'

type Operated = { readonly asks: Shapes; readonly oneHand: OneHand }

/** The most that one person may let out alone for one meeting. */
const limitOn = ({ book, today }: Desk): Money => {
  const { charter } = charterOn(book.fund.charters, today)
  return { amount: oneHandLimitOf(charter), currency: charter.currency }
}

/** What is said of a second officer who may be named: what it is for hangs on what one may do alone. */
const saidOfAnother = (desk: Desk, oneHand: OneHand) => {
  const words = lendingFormWords.in(desk.language)
  const limit = moneyInFigures(limitOn(desk))
  if (oneHand === 'money') return { label: words.approvedAbove(limit), hint: words.approvedHint }
  return oneHand === 'carries-out'
    ? { label: words.approvedBy, hint: words.approvedCarried(limit) }
    : { label: words.approvedBy, hint: words.approvedAtAll }
}

/** A second officer, where an operation may have one and its form says nothing of it. */
export const another = (
  desk: Desk,
  { asks: shapes, oneHand }: Operated,
  {
    asks,
    concerned,
    fold,
  }: {
    readonly asks: object
    readonly concerned: readonly string[]
    readonly fold: string | undefined
  },
): object => {
  const isAsked = shapes['approvedBy']?.isOptional === true && !('approvedBy' in asks)
  const second = approver(desk, concerned)
  if (!isAsked || second.choices.length === 0) return {}
  return { approvedBy: { ...second, ...saidOfAnother(desk, oneHand), ...(fold && { fold }) } }
}

type Told = { readonly money?: { readonly sum: Money } }

type Filling = {
  readonly fields: readonly Field[]
  readonly filled: Filled
  /** What is told of it, with its sum where that is not typed. */
  readonly done: (filled: Filled) => Told | Promise<Told>
}

/** What one may let out alone, where this is more and nobody else is named: the largest sum of the form, typed or told, says it. */
export const beyondOne = async (
  desk: Desk,
  { oneHand }: Pick<Operated, 'oneHand'>,
  { fields, filled, done }: Filling,
): Promise<Money | undefined> => {
  const { of } = filled
  const isAlone = fields.some(({ name }) => name === 'approvedBy' && of(name) === '')
  if (oneHand !== 'money' || !isAlone) return undefined
  const limit = limitOn(desk)
  const isInIt = (one: { readonly currency: string } | undefined) =>
    one?.currency === limit.currency
  const typed = fields.map(({ name, sum: own }) => (isInIt(own) && own?.read(of(name))) || 0)
  const told = (await done(filled)).money?.sum
  const most = Math.max(0, ...typed, isInIt(told) ? told!.amount : 0)
  return most > limit.amount ? limit : undefined
}
