import { daysToExplain } from '#domain/fund/meeting/explaining.ts'
import { assignUnexplained } from '#domain/fund/operations/explaining.ts'
import { unexplainedOf } from '#domain/health/unexplained.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { dayToType } from '#src/desk/typed-day.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { handsFaults, handsIfRaised } from '#src/desk/fund/hands.ts'
import { officeOf } from '#src/desk/fund/offices.ts'
import { secondOf } from '#src/desk/fund/power.ts'
import { officeNamed } from '#src/desk/officers.ts'
import { placeOf } from '#src/desk/places.ts'
import { type Content, facts, note } from '#src/desk/content.ts'
import { dateInWords } from '#src/words/locale.ts'
import { statementCodes } from '#src/words/report-words.ts'
import { memberFormWords } from '#src/words/words.ts'

/** How it stands today: how much, since when, whose it is and by when it must be less. */
const standsNow = (desk: Desk): Content => {
  const { language, book, today } = desk
  const words = memberFormWords.in(language)
  const stands = unexplainedOf(book, today)
  if (!stands) return []
  const { left: amount, since, owner, nextOn } = stands
  return [
    facts(
      { label: words.leftNow, tone: 'main', money: { amount, currency: currencyOf(desk) } },
      { label: words.explainingSince, text: dateInWords(since, language) },
      { label: words.explainingOwner, text: officeNamed(desk, owner) },
      { label: words.explainingDue, text: dateInWords(nextOn, language) },
    ),
  ]
}

/** Another office answers for what is unexplained, or it has to be less by another day. */
export const explaining = atDesk(assignUnexplained, {
  name: 'explaining',
  about: { ...aboutFund, back: placeOf.oldBook },
  shown: (desk) => {
    const { language, today } = desk
    const words = memberFormWords.in(language)
    const example = daysAfter(today, daysToExplain)
    const now = standsNow(desk)
    return {
      shown: 'glass',
      told: [note(words.explainingMeaning(String(daysToExplain))), ...now],
      ...(now.length === 0 && {
        nothing: {
          title: words.act_explaining,
          said: words.explainingNothing,
          back: words.backToOldBook,
        },
      }),
      asks: {
        office: officeOf(desk),
        dueOn: {
          label: words.explainingDueLabel,
          hint: words.dayExample(dayToType(example)),
          fault: words.dayFaultExample(dayToType(example)),
        },
        why: {
          label: words.explainingWhy,
          each: (why) => statementCodes.in(language)[why],
          fault: words.chooseOne,
          as: 'radios',
        },
        votes: handsIfRaised(desk, { hint: words.explainingHands }),
        approvedBy: secondOf(desk),
      },
      check: (_, filled) => handsFaults(desk, filled),
    }
  },
})
