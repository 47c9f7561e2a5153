import type { Currency } from '#domain/kernel/money.ts'
import type { Doubt } from '#src/app/meeting/sheet-doubts.ts'
import { type At, deskWordsAt } from '#src/pages/desk/parts.ts'
import { moneyInFigures } from '#src/words/locale.ts'

export type DoubtOfCard = Doubt & { readonly card: string }

/** Why a sum is asked about again, with whose it is. */
export const doubtText = (
  at: At,
  { card, amount, why, than }: DoubtOfCard,
  currency: Currency,
): string => {
  const words = deskWordsAt(at)
  const sum = moneyInFigures({ amount: than, currency })
  const said = {
    'ten-times-usual': words.askTenTimes(sum),
    'three-times-instalment': words.askThreeTimes(sum),
    'already-that-day': words.askAlready(sum),
  }[why]
  return `${words.cardOf(card)}, ${moneyInFigures({ amount, currency })}: ${said}`
}
