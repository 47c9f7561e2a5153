import { buyVentureShares, leaveVenture } from '#domain/ventures/operations/shares.ts'
import { cashStepOf, roundDown } from '#domain/kernel/money.ts'
import { type Venture, isSelling, leavingWorth, ventureStanding } from '#domain/ventures/venture.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Part } from '#src/desk/content.ts'
import { type Desk, cardOf, currencyOf } from '#src/desk/desk.ts'
import { officerChoices, secondsFor } from '#src/desk/officers.ts'
import { placeOf } from '#src/desk/places.ts'
import {
  aboutHolders,
  nothingOpen,
  onlyOf,
  openIn,
  rulesPart,
  standingPart,
  ventureNamed,
  whichOf,
} from '#src/desk/ventures/parts.ts'
import { witnessesOf } from '#src/desk/witnesses.ts'
import { ventureWords } from '#src/words/venture-words.ts'
import { lendingFormWords } from '#src/words/words.ts'

/** The member herself, or an officer who stands behind two others who saw it. */
const whoSaysSo = (desk: Desk, memberId: string) => {
  const words = ventureWords.in(desk.language)
  const card = cardOf(desk.book, memberId)
  const name = desk.nameOf?.(card)
  const own = { value: memberId, label: name === undefined ? card : `${name} (${card})` }
  const { choices, isOfPeople } = officerChoices(desk, secondsFor(desk, [memberId]))
  return {
    label: words.whoSaysSo,
    choices: [own, ...choices],
    isOfPeople,
    fault: words.whoSaysSoFault,
  }
}

/** Where several sell, the rules of each are a press away; those of the chosen one are read on the next page. */
const wayToRules = (desk: Desk, one: Venture): Part => ({
  is: 'link',
  href: placeOf.venture(desk, one.ventureId),
  label: `${ventureNamed(desk, one)}: ${ventureWords.in(desk.language).toBook}`,
})

/** A member buys shares: the rules are read to her, and she says that she has heard them. */
export const ventureShares = atDesk(buyVentureShares, {
  name: 'venture-shares',
  about: aboutHolders,
  shown: (desk, { member: { memberId } }) => {
    const words = ventureWords.in(desk.language)
    const open = openIn(desk).filter(isSelling)
    const find = (ventureId: string) => open.find((one) => one.ventureId === ventureId)
    return {
      shown: 'box',
      ...(open.length === 0 && { nothing: nothingOpen(desk) }),
      told:
        open.length === 1 ? [rulesPart(desk, open[0]!)] : open.map((one) => wayToRules(desk, one)),
      prefilled: { ...onlyOf(open), approvedBy: memberId },
      asks: {
        ventureId: whichOf(desk, open),
        shares: { label: words.sharesLabel, fault: words.sharesFault, isLarge: true },
        hasHeardRules: { label: words.heardLabel, said: words.heard, fault: words.heardFault },
        approvedBy: whoSaysSo(desk, memberId),
        proof: witnessesOf(desk),
      },
      effect: ({ ventureId, shares }) => {
        const one = find(ventureId)
        if (!one) return {}
        return {
          told: [rulesPart(desk, one)],
          money: {
            isOf: 'savings',
            said: words.pays,
            sum: { amount: shares * one.sharePrice, currency: currencyOf(desk) },
            on: lendingFormWords.in(desk.language).happenedOn,
          },
          isUnusual: true,
        }
      },
    }
  },
})

/** A member leaves a venture and is paid what its rules say. */
export const ventureLeave = atDesk(leaveVenture, {
  name: 'venture-leave',
  about: aboutHolders,
  shown: (desk, { member: { memberId } }) => {
    const words = ventureWords.in(desk.language)
    const currency = currencyOf(desk)
    const held = openIn(desk).filter((one) => ventureStanding(one).holders.has(memberId))
    const gets = (ventureId: string): number => {
      const one = held.find((some) => some.ventureId === ventureId)
      if (!one) return 0
      const standing = ventureStanding(one)
      const shares = standing.holders.get(memberId) ?? 0
      return roundDown(shares * leavingWorth(one, standing), cashStepOf(currency))
    }
    return {
      shown: 'box',
      ...(held.length === 0 && { nothing: { ...nothingOpen(desk), said: words.noneHeld } }),
      told: held.map((one) => standingPart(desk, one)),
      prefilled: { ...onlyOf(held), approvedBy: memberId },
      asks: {
        ventureId: whichOf(desk, held),
        approvedBy: whoSaysSo(desk, memberId),
        proof: witnessesOf(desk),
      },
      effect: ({ ventureId }) => ({
        money: {
          isOf: 'savings',
          said: words.leaverGets,
          sum: { amount: gets(ventureId), currency },
          on: lendingFormWords.in(desk.language).happenedOn,
        },
        isUnusual: true,
      }),
    }
  },
})
