import { cancelWithdrawal } from '#domain/savings/operations/withdrawals.ts'
import { savingsViewOf } from '#src/app/members/savings-view.ts'
import { aboutMember } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { note } from '#src/desk/content.ts'
import { currencyOf } from '#src/desk/desk.ts'
import { besideWho } from '#src/desk/officers.ts'
import { placeOf } from '#src/desk/places.ts'
import { savingsFacts } from '#src/desk/savings/facts.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { lendingFormWords, savingWords, seldomWords } from '#src/words/words.ts'

/** A member who asked for savings leaves them saved after all. */
export const leaveSaved = atDesk(cancelWithdrawal, {
  name: 'leave-saved',
  about: { ...aboutMember, choose: placeOf.savings, back: placeOf.savings },
  shown: async (desk, { member: { memberId } }) => {
    const { language, today } = desk
    const words = seldomWords.in(language)
    const { queue } = savingsViewOf(await savingsFacts(desk), today)
    const choices = queue
      .filter((one) => one.memberId === memberId)
      .map(({ requestId: value, left: amount, askedOn }) => ({
        value,
        label: words.askedFor(
          moneyInFigures({ amount, currency: currencyOf(desk) }),
          dateInWords(askedOn, language),
        ),
      }))
    const nothing = {
      title: savingWords.in(language).queueEmpty,
      said: words.nothingWaits,
      back: savingWords.in(language).backToSavings,
    }
    return {
      shown: 'savings',
      ...(choices.length === 0 && { nothing }),
      told: [note(words.leaveSavedMeaning)],
      dayLegend: lendingFormWords.in(language).dayRaised,
      ...(choices.length === 1 && { prefilled: { requestId: choices[0]!.value } }),
      asks: {
        requestId: {
          label: words.whichAsked,
          choices,
          fault: lendingFormWords.in(language).chooseOne,
          as: 'radios',
        },
        ...besideWho(desk, memberId),
      },
    }
  },
})
