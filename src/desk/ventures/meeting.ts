import { closeVenture, foundVenture } from '#domain/ventures/operations/founding.ts'
import { recordVentureMove, shareVentureProfit } from '#domain/ventures/operations/money.ts'
import { partsOf } from '#domain/ventures/venturing.ts'
import { type Venture, holdersMin, profitOf, ventureStanding } from '#domain/ventures/venture.ts'
import { charterOf } from '#domain/health/book.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { atDesk } from '#src/desk/act.ts'
import { type Filled, known } from '#src/desk/asking.ts'
import { type Part, facts } from '#src/desk/content.ts'
import { type Desk, cardOf, currencyOf } from '#src/desk/desk.ts'
import { handsOf } from '#src/desk/fund/hands.ts'
import { secondOf } from '#src/desk/fund/power.ts'
import {
  aboutVentures,
  nothingOpen,
  onlyOf,
  openIn,
  rulesPart,
  standingPart,
  sumOf,
  ventureNamed,
  whichOf,
} from '#src/desk/ventures/parts.ts'
import { currencyName } from '#src/words/locale.ts'
import { ventureWords } from '#src/words/venture-words.ts'
import { lendingFormWords, memberFormWords } from '#src/words/words.ts'

/** A name that tells one venture from another: what it is for, and of which year. */
const codeOf = ({ book }: Desk, { of, day }: Filled): string => {
  const plain = `${of('kind')}-${day.slice(0, 4)}`
  const taken = new Set(book.ventures.map(({ ventureId }) => ventureId))
  const more = Array.from({ length: taken.size + 1 }, (_, i) => `${plain}-${i + 2}`)
  return [plain, ...more].find((code) => !taken.has(code))!
}

const votedAt = (desk: Desk) => ({
  shown: 'stop' as const,
  readAloud: memberFormWords.in(desk.language).readToMeeting,
  dayLegend: lendingFormWords.in(desk.language).dayVoted,
})

const currencyCalled = (desk: Desk): string => currencyName(currencyOf(desk), desk.language)

/** The meeting founds a venture; its rules are read out as a whole before the vote is written down. */
export const venture = atDesk(foundVenture, {
  name: 'venture',
  about: aboutVentures,
  shown: (desk) => {
    const words = ventureWords.in(desk.language)
    const members = desk.book.members.filter((one) => isMemberOn(one, desk.today))
    const dayAsked = { hint: words.dayHint, fault: words.dayFault }
    return {
      ...votedAt(desk),
      asks: {
        kind: {
          label: words.kindLabel,
          each: (kind) => words[`kind_${kind}`],
          fault: words.chooseOne,
        },
        sharePrice: { label: words.priceLabel(currencyCalled(desk)), isLarge: true },
        sharesOffered: { label: words.offeredLabel, fault: words.sharesFault },
        sharesEach: { label: words.eachLabel, hint: words.eachHint, fault: words.sharesFault },
        leavesFrom: { label: words.leavesLabel, ...dayAsked },
        leavingValue: {
          label: words.leavingLabel,
          each: (value) => words[`leaving_${value}`],
          fault: words.chooseOne,
          as: 'radios',
        },
        endsOn: { label: words.endsLabel, ...dayAsked },
        cashKeeper: { label: words.cashKeeperLabel, members },
        bookKeeper: { label: words.bookKeeperLabel, members },
        votes: handsOf(desk),
        confirmedBy: secondOf(desk),
        ventureId: known((filled) => codeOf(desk, filled)),
      },
      check: ({ sharesOffered, sharesEach, leavesFrom, endsOn, effectiveOn: on, ...who }) =>
        new Map([
          ...(sharesEach * holdersMin > sharesOffered
            ? [['sharesEach', words.eachFault] as const]
            : []),
          ...(endsOn <= on ? [['endsOn', words.endsFault] as const] : []),
          ...(leavesFrom < on || leavesFrom > endsOn
            ? [['leavesFrom', words.leavesFault] as const]
            : []),
          ...(who.cashKeeper === who.bookKeeper
            ? [['bookKeeper', words.keepersFault] as const]
            : []),
        ]),
      effect: (command) => ({ lead: [rulesPart(desk, command)], isUnusual: true }),
    }
  },
})

/** A line of a venture's book. */
export const ventureLine = atDesk(recordVentureMove, {
  name: 'venture-line',
  about: aboutVentures,
  shown: (desk) => {
    const words = ventureWords.in(desk.language)
    const open = openIn(desk)
    return {
      shown: 'box',
      readAloud: words.readToSecond,
      ...(open.length === 0 && { nothing: nothingOpen(desk) }),
      told: open.map((one) => standingPart(desk, one)),
      prefilled: onlyOf(open),
      asks: {
        ventureId: whichOf(desk, open),
        move: {
          label: words.moveLabel,
          hint: words.goneHint,
          each: (move) => words[`move_${move}`],
          fault: words.chooseOne,
          as: 'radios',
        },
        amount: { label: words.sumLabel(currencyCalled(desk)), isLarge: true },
        paper: { label: words.paperLabel, fault: words.paperFault },
        confirmedBy: secondOf(desk),
      },
      effect: ({ move, amount }) => ({
        money: {
          isOf: 'savings',
          said: words[`move_${move}`],
          sum: { amount, currency: currencyOf(desk) },
          on: lendingFormWords.in(desk.language).happenedOn,
        },
      }),
    }
  },
})

/** Who gets how much of a sum of a venture, by card. */
const eachGets = (desk: Desk, one: Venture, amount: number): Part => {
  const words = ventureWords.in(desk.language)
  const charter = charterOf(desk.book, desk.today)
  return {
    is: 'list',
    heading: words.eachGets,
    lines: partsOf({ charter }, ventureStanding(one), amount)
      .map(({ memberId, paid }) => ({ card: cardOf(desk.book, memberId), paid }))
      .toSorted((a, b) => (a.card < b.card ? -1 : 1))
      .map(({ card, paid }) => words.cardGets(card, sumOf(desk, paid))),
  }
}

/** The meeting shares a profit. */
export const ventureProfit = atDesk(shareVentureProfit, {
  name: 'venture-profit',
  about: aboutVentures,
  shown: (desk) => {
    const words = ventureWords.in(desk.language)
    const currency = currencyOf(desk)
    const open = openIn(desk)
    return {
      ...votedAt(desk),
      ...(open.length === 0 && { nothing: nothingOpen(desk) }),
      told: [
        facts(
          ...open.map((one) => ({
            label: `${ventureNamed(desk, one)}: ${words.mayShare}`,
            money: { amount: profitOf(one, ventureStanding(one)), currency },
          })),
        ),
      ],
      prefilled: onlyOf(open),
      asks: {
        ventureId: whichOf(desk, open),
        amount: { label: words.profitLabel(currencyCalled(desk)), isLarge: true },
        votes: handsOf(desk),
        confirmedBy: secondOf(desk),
      },
      effect: ({ ventureId, amount }) => {
        const one = open.find((some) => some.ventureId === ventureId)
        return {
          money: {
            isOf: 'savings',
            said: words.what_profit,
            sum: { amount, currency },
            on: lendingFormWords.in(desk.language).happenedOn,
          },
          told: one ? [eachGets(desk, one, amount)] : [],
        }
      },
    }
  },
})

/** The meeting ends a venture. */
export const ventureEnd = atDesk(closeVenture, {
  name: 'venture-end',
  about: aboutVentures,
  shown: (desk) => {
    const open = openIn(desk)
    return {
      ...votedAt(desk),
      ...(open.length === 0 && { nothing: nothingOpen(desk) }),
      told: open.map((one) => standingPart(desk, one)),
      prefilled: onlyOf(open),
      asks: {
        ventureId: whichOf(desk, open),
        votes: handsOf(desk),
        confirmedBy: secondOf(desk),
      },
      effect: ({ ventureId }) => {
        const one = open.find((some) => some.ventureId === ventureId)
        return {
          told: one
            ? [standingPart(desk, one), eachGets(desk, one, ventureStanding(one).cash)]
            : [],
        }
      },
    }
  },
})
