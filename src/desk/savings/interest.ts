import { dayAfter } from '#domain/kernel/dates.ts'
import { total } from '#domain/health/book.ts'
import { interestBetween } from '#domain/loans/portfolio.ts'
import { payInterestOnSavings } from '#domain/savings/operations/interest.ts'
import { interestViewOf } from '#src/app/members/savings-view.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { allThere, ballotOf } from '#src/desk/ballot.ts'
import { facts, note } from '#src/desk/content.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { rateField } from '#src/desk/fund/lent-schedule.ts'
import { placeOf } from '#src/desk/places.ts'
import { savingsFacts } from '#src/desk/savings/facts.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { lendingFormWords, savingWords, memberFormWords, seldomWords } from '#src/words/words.ts'

/** The first day that has borne no interest yet; of a book that never paid any, this year's first. */
const openFrom = ({ book, today }: Desk): string => {
  const paid = book.interests.flatMap((one) => (one.isTakenBack ? [] : [one.to])).toSorted()
  const last = paid.at(-1)
  const year = `${today.slice(0, 4)}-01-01`
  const from = last === undefined ? year : dayAfter(last)
  return from < book.fund.openedOn ? book.fund.openedOn : from
}

/** The meeting has voted that savings bear interest over a stretch of days. */
export const savingsInterest = atDesk(payInterestOnSavings, {
  name: 'savings-interest',
  about: { ...aboutFund, back: placeOf.savings },
  shown: async (desk) => {
    const { language, today, book } = desk
    const words = seldomWords.in(language)
    const saved = await savingsFacts(desk)
    const currency = currencyOf(desk)
    const money = (amount: number) => ({ money: { amount, currency } })
    const from = openFrom(desk)
    return {
      shown: 'savings',
      readAloud: memberFormWords.in(desk.language).readToMeeting,
      dayLegend: lendingFormWords.in(language).dayVoted,
      told: [
        note(words.interestMeaning),
        facts({
          label: words.earnedSince(dateInWords(from, language)),
          tone: 'main',
          ...money(interestBetween(book.loans, { from, to: today })),
        }),
      ],
      prefilled: { ...allThere(desk), from, to: today, bearer: 'free' },
      asks: {
        ratePercent: rateField(desk),
        bearer: {
          label: words.bearer,
          each: (bearer) => words[`bearer_${bearer}`],
          fault: savingWords.in(language).chooseOne,
          as: 'radios',
        },
        from: { label: words.interestFrom, hint: words.dayHint, fault: words.dayFault },
        to: { label: words.interestTo, hint: words.dayHint, fault: words.dayFault },
        ballot: ballotOf(desk, { isForTheMeeting: true, isOfAll: true }),
      },
      check: (command) =>
        command.from <= command.to && command.to <= command.effectiveOn
          ? new Map()
          : new Map([['to', words.interestDaysFault]]),
      effect: (command) => {
        const { rows, earned } = interestViewOf(saved, command)
        return {
          told: [
            { is: 'sum', money: { amount: total(rows.map(({ amount }) => amount)), currency } },
            facts({ label: words.earnedThen, ...money(earned) }),
            {
              is: 'list',
              heading: words.whoGets,
              lines: rows.map(
                ({ card, amount }) => `${card}: ${moneyInFigures({ amount, currency })}`,
              ),
            },
          ],
        }
      },
    }
  },
})
