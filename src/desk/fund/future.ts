import { futureOn, futures } from '#domain/fund/future.ts'
import { decideFuture } from '#domain/fund/operations/future.ts'
import { windUpOf } from '#domain/health/wind-up.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { facts, note } from '#src/desk/content.ts'
import { currencyOf } from '#src/desk/desk.ts'
import { handsOf } from '#src/desk/fund/hands.ts'
import { secondOf, secretFirst } from '#src/desk/fund/power.ts'
import { placeOf } from '#src/desk/places.ts'
import { lendingFormWords, memberFormWords, seldomWords } from '#src/words/words.ts'

/** The meeting lets the fund go on, rest, go into another one, or end; what there is and what is owed is read to it before. */
export const future = atDesk(decideFuture, {
  name: 'future',
  about: { ...aboutFund, back: placeOf.rules },
  shown: (desk) => {
    const { book, today, language } = desk
    const words = seldomWords.in(language)
    const now = futureOn(book.fund.futures, today)
    const { cash, loans, provision, claims } = windUpOf(book, today)
    const money = (amount: number) => ({ amount, currency: currencyOf(desk) })
    const owed = claims
      .filter(({ claimant }) => claimant !== 'members')
      .reduce((sum, claim) => sum + claim.owed, 0)
    return {
      shown: 'stop',
      readAloud: memberFormWords.in(language).readToMeeting,
      dayLegend: lendingFormWords.in(language).dayVoted,
      told: [
        note(words.futureMeaning),
        facts(
          { label: words.futureNow, tone: 'main', text: words[`future_${now}`] },
          { label: words.futureCash, money: money(cash) },
          { label: words.futureLoans, money: money(loans - provision) },
          { label: words.futureOwed, money: money(owed) },
        ),
        ...secretFirst(desk, 'future'),
      ],
      asks: {
        future: {
          label: words.futureLabel,
          among: futures.filter((one) => one !== now),
          each: (one) => words[`future_${one}`],
          fault: lendingFormWords.in(language).chooseOne,
          as: 'radios',
        },
        votes: handsOf(desk),
        confirmedBy: secondOf(desk),
      },
      effect: ({ future: chosen }) => ({
        told: [note(words[`futureThen_${chosen}`], chosen === 'go-on' ? 'calm' : 'alert')],
      }),
    }
  },
})
