import { recordPrivateSavings } from '#domain/savings/operations/private.ts'
import { markOf } from '#src/app/members/private-savings.ts'
import { aboutSomebody } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { known } from '#src/desk/asking.ts'
import { currencyOf } from '#src/desk/desk.ts'
import { placeOf } from '#src/desk/places.ts'
import { note } from '#src/desk/content.ts'
import { savingWords } from '#src/words/words.ts'

/**
 * Money that somebody saves or takes out in private: the book and the log tell of it, and not of whom. Nothing is said of
 * what the owner has, before or after: pairs of in and out cost no money and would tell it to the riel. She types her own
 * PIN before money goes out, and what was more than her own stands on her page.
 */
export const privateSavings = atDesk(recordPrivateSavings, {
  name: 'private-savings',
  rule: 'keep-private-savings',
  isPrivate: true,
  about: { ...aboutSomebody, back: placeOf.savings },
  shown: (desk, { member: { memberId } }) => {
    const { needs, fundId, language } = desk
    const words = savingWords.in(language)
    const owner = { fundId, memberId }
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
      },
      effect: ({ amount }) => ({ told: [{ is: 'sum', money: { amount, currency } }] }),
    }
  },
})
