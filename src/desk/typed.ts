import type { Currency } from '#domain/kernel/money.ts'
import type { FundBook } from '#domain/health/book.ts'
import { amountIn } from '#src/desk/entered.ts'

/** A sum that a field has read already, in smallest units; zero where the field was left empty. */
export const sumIn = (text: string, currency: Currency): number => {
  const read = amountIn(text, currency)
  return typeof read === 'number' ? read : 0
}

/** Whose card it is; empty where none was written. */
export const memberOfCard = ({ members }: FundBook, card: string): string =>
  card === '' ? '' : (members.find((member) => member.card === card)?.memberId ?? '')
