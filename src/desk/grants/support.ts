import { recordSupportPart, returnDonation } from '#domain/grants/operations/paying.ts'
import { decideSupport } from '#domain/grants/operations/support.ts'
import { type Support, isAwarded, paidOn, stageOf } from '#domain/grants/support.ts'
import { aboutFund } from '#src/desk/about.ts'
import { type About, atDesk } from '#src/desk/act.ts'
import { ballotOf } from '#src/desk/ballot.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { sumPaid } from '#src/desk/loans/paying.ts'
import { amountTyped } from '#src/desk/entered.ts'
import { supportPath } from '#src/desk/places.ts'
import { type Content, facts, note } from '#src/desk/content.ts'
import { supportWords } from '#src/words/words.ts'

/** A grant, by its code alone: nobody here knows whose it is, so nobody steps out for kin's sake. */
const aboutSupport: About<Support, 'code'> = {
  field: 'support',
  fills: 'code',
  choose: supportPath.list,
  find: ({ book }, id) => book.supports.find(({ code }) => code === id),
  whose: () => undefined,
  back: supportPath.list,
}

const supportContent = (desk: Desk, support: Support): Content => {
  const words = supportWords.in(desk.language)
  const money = (amount: number) => ({ money: { amount, currency: currencyOf(desk) } })
  return [
    note(words.fileHeading(support.code), 'strong'),
    facts(
      { label: words.amount, tone: 'main', ...money(support.amount) },
      { label: words.spent, ...money(paidOn(support)) },
      { label: words.parts, text: words.partsTold(support.parts) },
      { label: words.stands, text: words[`state_${stageOf(support)}`] },
    ),
    ...(support.broughtBy === 'team' ? [note(words.broughtBy_team)] : []),
  ]
}

/** The vote on a code and a sum. */
export const supportVote = atDesk(decideSupport, {
  name: 'support-vote',
  about: aboutSupport,
  shown: (desk, support) => {
    const told = supportContent(desk, support)
    return {
      shown: 'meeting',
      told: [note(supportWords.in(desk.language).voteMeaning), ...told],
      asks: { ballot: ballotOf(desk, { isForTheMeeting: support.state === 'awarded-at-once' }) },
      effect: () => ({ told }),
    }
  },
})

/** How much, and where it lay. */
const paidOut = (desk: Desk) => {
  const words = supportWords.in(desk.language)
  return {
    amount: sumPaid(desk),
    from: {
      name: 'place',
      label: words.from_place,
      each: (place: 'box' | 'bank' | 'wallet') => words[`place_${place}`],
      fault: words.choose,
      as: 'radios',
      isOptional: false,
    },
  } as const
}

const sumEffect = (desk: Desk, amount: number) => ({
  told: [{ is: 'sum', money: { amount, currency: currencyOf(desk) } } as const],
})

/** A part of a grant was paid out. */
export const supportPart = atDesk(recordSupportPart, {
  name: 'support-part',
  about: aboutSupport,
  shown: (desk, support) => ({
    shown: 'box',
    told: supportContent(desk, support),
    prefilled: {
      place: 'box',
      ...(isAwarded(support) &&
        support.parts === 1 && {
          amount: amountTyped(support.amount - paidOn(support), currencyOf(desk)),
        }),
    },
    asks: paidOut(desk),
    effect: ({ amount }) => sumEffect(desk, amount),
  }),
})

/** What is left of a window goes back to its donor. */
export const donationBack = atDesk(returnDonation, {
  name: 'donation-back',
  about: { ...aboutFund, choose: supportPath.list, back: supportPath.list },
  shown: (desk) => {
    const words = supportWords.in(desk.language)
    return {
      shown: 'box',
      prefilled: { place: 'box' },
      asks: {
        windowId: {
          name: 'window',
          label: words.window,
          choices: desk.book.windows.map(({ windowId }) => ({ value: windowId, label: windowId })),
          fault: words.choose,
        },
        ...paidOut(desk),
      },
      effect: ({ amount }) => sumEffect(desk, amount),
    }
  },
})
