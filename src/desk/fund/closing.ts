import { dayBefore } from '#domain/kernel/dates.ts'
import { closePeriod } from '#domain/fund/operations/money.ts'
import { closingOf } from '#src/app/closing.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { type Content, facts, note } from '#src/desk/content.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { secondOf, secretFirst } from '#src/desk/fund/power.ts'
import { placeOf } from '#src/desk/places.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { memberFormWords, seldomWords } from '#src/words/words.ts'

/** What a close through a day comes to: what was earned and spent, and what is set aside for late loans. */
const closingPart = (desk: Desk, on: string, isWhole: boolean): Content => {
  const words = seldomWords.in(desk.language)
  const { surplus, provision } = closingOf(desk.book, on)
  const money = (amount: number) => ({ amount, currency: currencyOf(desk) })
  return [
    facts(
      {
        label: (surplus < 0 ? words.lossOf : words.surplusOf)(dateInWords(on, desk.language)),
        tone: 'main',
        money: money(Math.abs(surplus)),
      },
      isWhole && { label: words.setAside, money: money(provision) },
    ),
  ]
}

/** The book is closed through a day: what came of it is the surplus, and later lines go to the next day. */
export const periodClose = atDesk(closePeriod, {
  name: 'period-close',
  about: { ...aboutFund, back: placeOf.money },
  shown: (desk) => {
    const { book, today, language } = desk
    const words = seldomWords.in(language)
    const { closedThrough, openedOn } = book.fund
    const lastMonth = dayBefore(`${today.slice(0, 8)}01`)
    const isOpen = lastMonth > (closedThrough ?? '') && lastMonth >= openedOn
    const usualDay = isOpen ? lastMonth : today
    return {
      shown: 'book',
      readAloud: memberFormWords.in(desk.language).readToMeeting,
      usualDay,
      dayLegend: words.closesThroughDay,
      told: [
        note(words.closingMeaning),
        ...(closingOf(book, usualDay).isOldBookOpen
          ? [note(codeSaid('takeover-unfinished', language)!, 'alert')]
          : []),
        facts({
          label: words.closedSoFar,
          text:
            closedThrough === undefined ? words.closedNever : dateInWords(closedThrough, language),
        }),
        ...closingPart(desk, usualDay, false),
        ...secretFirst(desk, 'period-close'),
      ],
      asks: { confirmedBy: secondOf(desk) },
      effect: ({ effectiveOn }) => ({
        told: [...closingPart(desk, effectiveOn, true), note(words.closingStays, 'alert')],
      }),
    }
  },
})
