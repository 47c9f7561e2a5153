import { recordPrivateSavings } from '#domain/savings/operations/private.ts'
import { markOf, privateLinesOf, savedInPrivate } from '#src/app/members/private-savings.ts'
import { aboutSomebody } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { known } from '#src/desk/asking.ts'
import { currencyOf } from '#src/desk/desk.ts'
import { placeOf } from '#src/desk/places.ts'
import { note } from '#src/desk/content.ts'
import { sumIn } from '#src/desk/typed.ts'
import { savingWords } from '#src/words/words.ts'

/**
 * Money that somebody saves or takes out in private: the book and the log tell of it, and not of whom. Nothing is said of
 * what the owner has before it is recorded: the check could be asked again and again, for sums that nobody wants, until
 * it told to the riel what somebody has. What was recorded beyond it bears its flag in the book.
 */
export const privateSavings = atDesk(recordPrivateSavings, {
  name: 'private-savings',
  rule: 'keep-private-savings',
  isPrivate: true,
  about: { ...aboutSomebody, back: placeOf.savings },
  shown: async (desk, { member: { memberId } }) => {
    const { needs, fundId, language } = desk
    const words = savingWords.in(language)
    const owner = { fundId, memberId }
    const lines = await privateLinesOf(needs, owner)
    const currency = currencyOf(desk)
    return {
      shown: 'savings',
      told: [note(words.privateMeaning), note(words.privateOut)],
      asks: {
        mark: known(({ id }) => markOf(needs, owner, id)),
        amount: { label: words.amount, isLarge: true },
        direction: {
          label: words.privateDirection,
          each: (one) => words[`direction_${one}`],
          fault: words.chooseOne,
          as: 'radios',
        },
        isMoreThanOwn: known(({ id, of }) =>
          of('direction') === 'out' && sumIn(of('amount'), currency) > savedInPrivate(lines, id)
            ? true
            : undefined,
        ),
      },
      effect: ({ amount }) => ({ told: [{ is: 'sum', money: { amount, currency } }] }),
    }
  },
})
