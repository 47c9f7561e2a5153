import { recordHandOver } from '#domain/fund/operations/hand-overs.ts'
import { type Office, committeeOffices } from '#domain/fund/people/tenures.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { signedBalanceOf } from '#src/app/household/signed-balance.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Own } from '#src/desk/asking.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { sumField, tickField } from '#src/desk/fields.ts'
import { officeOf } from '#src/desk/fund/offices.ts'
import { placeOf } from '#src/desk/places.ts'
import { facts, note } from '#src/desk/content.ts'
import { memberOfCard, sumIn } from '#src/desk/typed.ts'
import { cardsOf } from '#src/desk/witnesses.ts'
import { balancesOn, cashIn } from '#domain/health/book.ts'
import { ordinarySum } from '#src/desk/typed-sum.ts'
import { memberFormWords } from '#src/words/words.ts'

/** Offices whose box, book or key goes from hand to hand. */
const handedOver: readonly Office[] = [
  ...committeeOffices.filter((office) => office !== 'committee'),
  'key-holder',
]

/** The box as it was counted in front of all; left empty for a key. */
const countOf = (desk: Desk): Own<{ amount: number; isByNote: boolean } | undefined> => {
  const words = memberFormWords.in(desk.language)
  const currency = currencyOf(desk)
  return {
    fields: [
      sumField(desk, {
        name: 'counted',
        label: words.countedLabel,
        hint: words.countedHint,
        currency,
        usual: Math.max(cashIn(balancesOn(desk.book, desk.today)), ordinarySum(currency)),
        isOptional: true,
      }),
    ],
    said: ({ of }) =>
      of('counted') === '' ? undefined : { amount: sumIn(of('counted'), currency), isByNote: true },
  }
}

/** Two who saw it. Whoever is named twice is told so: two are wanted here. */
const witnessesOf = (desk: Desk): Own<readonly string[]> => {
  const words = memberFormWords.in(desk.language)
  const { fields } = cardsOf(desk, 2, (place) => ({
    name: `witness${place}`,
    label: words.witnessLabel(place),
  }))
  return {
    fields,
    said: ({ of }) =>
      fields
        .map(({ name }) => memberOfCard(desk.book, of(name)))
        .filter((memberId) => memberId !== ''),
  }
}

const balanceOn = ({ fundId, book, needs }: Desk, day: LocalDate) =>
  signedBalanceOf({ fundId, book, hash: needs.hash }, day)

/** Whether both have signed the balance of that day, which is known by its mark. */
const signedOf = (desk: Desk): Own<string | undefined> => {
  const words = memberFormWords.in(desk.language)
  return {
    fields: [tickField({ name: 'signed', label: words.signedLabel, said: words.signedSaid })],
    said: ({ of, day }) => (of('signed') === 'yes' ? balanceOn(desk, day).hash : undefined),
  }
}

/** Box, book or key went from one pair of hands to another. */
export const handOver = atDesk(recordHandOver, {
  name: 'hand-over',
  about: { ...aboutFund, back: placeOf.officers },
  shown: (desk) => {
    const words = memberFormWords.in(desk.language)
    const { members } = desk.book
    return {
      shown: 'key',
      told: [
        note(words.handOverMeaning),
        { is: 'link', href: placeOf.handOverSheet(desk), label: words.toSheet },
        facts({
          label: words.bookedNow,
          tone: 'main',
          money: { amount: balanceOn(desk, desk.today).booked, currency: currencyOf(desk) },
        }),
      ],
      asks: {
        office: { ...officeOf(desk), among: handedOver },
        from: { label: words.fromLabel, members },
        to: { label: words.toLabel, members },
        count: countOf(desk),
        witnesses: witnessesOf(desk),
        balanceHash: signedOf(desk),
      },
    }
  },
})
