import { shareOut as sharesOut } from '#domain/savings/operations/share-out.ts'
import { payOuts } from '#domain/savings/share-out.ts'
import { type ShareOutChoices, shareOutViewOf } from '#src/app/members/savings-view.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { allThere, ballotOf } from '#src/desk/ballot.ts'
import { currencyOf } from '#src/desk/desk.ts'
import { placeOf } from '#src/desk/places.ts'
import { savingsFacts } from '#src/desk/savings/facts.ts'
import { note } from '#src/desk/content.ts'
import { lendingFormWords, savingWords } from '#src/words/words.ts'

/** What an address asks to see. Where no surplus is split there are no parts of it to hand out. */
export const shareOutInQuery = (query: Readonly<Record<string, string>>): ShareOutChoices => {
  const isSurplusSplit = query['split'] !== 'no'
  const payOut = payOuts.find((one) => one === query['payOut']) ?? 'parts'
  return { isSurplusSplit, payOut: payOut === 'parts' && !isSurplusSplit ? 'nothing' : payOut }
}

/** The vote on a share-out, which is about the whole fund and in which nobody steps out. */
export const shareOut = atDesk(sharesOut, {
  name: 'share-out',
  about: { ...aboutFund, choose: placeOf.shareOut, back: placeOf.shareOut },
  shown: async (desk) => {
    const { language, today, along } = desk
    const saved = await savingsFacts(desk)
    const words = savingWords.in(language)
    const currency = currencyOf(desk)
    // What was looked at before the vote comes along, and may be changed.
    const chosen = along['split'] === undefined ? undefined : shareOutInQuery(along)
    return {
      shown: 'savings',
      dayLegend: lendingFormWords.in(language).dayVoted,
      told: [
        note(words.voteLead),
        ...(chosen === undefined
          ? []
          : [
              {
                is: 'share-out-totals',
                view: shareOutViewOf(saved, today, chosen),
                currency,
              } as const,
            ]),
      ],
      prefilled: {
        ...allThere(desk),
        ...(chosen && { isSplit: chosen.isSurplusSplit ? 'yes' : 'no', payOut: chosen.payOut }),
      },
      asks: {
        isSurplusSplit: {
          name: 'isSplit',
          label: words.isSplit,
          each: (one) => words[`split_${one}`],
          fault: words.chooseOne,
          as: 'radios',
        },
        payOut: {
          label: words.what,
          each: (one) => words[`payOut_${one}`],
          fault: words.chooseOne,
          as: 'radios',
        },
        ballot: ballotOf(desk, { isForTheMeeting: true, isOfAll: true }),
      },
      check: ({ isSurplusSplit, payOut }) =>
        !isSurplusSplit && payOut === 'parts'
          ? new Map([['payOut', words.partsNeedSplit]])
          : new Map(),
      effect: ({ isSurplusSplit, payOut, effectiveOn }) => ({
        told: [
          {
            is: 'share-out-plan',
            view: shareOutViewOf(saved, effectiveOn, { isSurplusSplit, payOut }),
            currency,
          },
        ],
      }),
    }
  },
})
