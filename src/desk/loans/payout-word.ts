import { lentSoFar } from '#domain/loans/loan.ts'
import { confirmPayout } from '#domain/loans/operations/confirming.ts'
import { aboutLoan } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { known } from '#src/desk/asking.ts'
import { facts } from '#src/desk/content.ts'
import { type Desk, cardOf } from '#src/desk/desk.ts'
import { officerChoices, secondsFor } from '#src/desk/officers.ts'
import { witnessesOf } from '#src/desk/witnesses.ts'
import { lendingFormWords } from '#src/words/words.ts'

/** Whoever got the money first, and then officers who may stand behind two others who saw it. */
const whoSaysSo = (desk: Desk, memberId: string) => {
  const card = cardOf(desk.book, memberId)
  const name = desk.nameOf?.(card)
  const own = { value: memberId, label: name === undefined ? card : `${name} (${card})` }
  const { choices, isOfPeople } = officerChoices(desk, secondsFor(desk, [memberId]))
  return { choices: [own, ...choices], isOfPeople }
}

/** Whoever got the money of a loan says so, by the own PIN or code, or others for her who saw it. */
export const payoutWord = atDesk(confirmPayout, {
  name: 'payout-word',
  about: aboutLoan,
  shown: (desk, { loan }) => {
    const words = lendingFormWords.in(desk.language)
    const { memberId, terms } = loan
    const money = { amount: lentSoFar(loan), currency: terms.currency }
    return {
      shown: 'box',
      told: [facts({ label: words.paidOutSoFar, tone: 'main', money })],
      prefilled: { approvedBy: memberId },
      asks: {
        memberId: known(memberId),
        approvedBy: {
          label: words.whoSaysSo,
          hint: words.payoutWordMeaning,
          ...whoSaysSo(desk, memberId),
          fault: words.whoSaysSoFault,
        },
        proof: witnessesOf(desk),
      },
      effect: () => ({
        money: { said: words.paidOutSoFar, sum: money, on: words.happenedOn, isOf: 'loans' },
      }),
    }
  },
})
