import type { MessageLink } from '#domain/fund/messages.ts'
import type { GatherNeeds } from '#src/app/messages/gathering.ts'
import type { MessageFacts } from '#src/app/messages/facts.ts'
import { dayToShow, ownViewOf } from '#src/app/household/own-view.ts'
import { nextTogether } from '#src/app/lending/next-payment.ts'
import { bookOf } from '#src/app/queries.ts'

/** What the own page says of savings and loans, and of the next payment; private savings stand on neither. */
export const ownMoneyOf = async (
  { store, today }: Pick<GatherNeeds, 'store' | 'today'>,
  { fundId, memberId }: Pick<MessageLink, 'fundId' | 'memberId'>,
  asked: 'balance' | 'next',
): Promise<MessageFacts> => {
  const book = await bookOf(store, fundId)
  const asOf = book && dayToShow(book, today())
  const view = book && asOf && ownViewOf(book, memberId, { asOf, savingsPostings: [] })
  if (!view) return { what: 'menu' }
  const { savings, owed, currency, loans, nextMeeting } = view
  if (asked === 'balance') return { what: 'balance', on: view.asOf, savings, owed, currency }
  const next = nextTogether(loans)
  if (next === undefined) return { what: 'next-meeting', on: nextMeeting }
  return { what: 'next', on: next.on, amount: next.amount, currency }
}
