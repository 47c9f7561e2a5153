import {
  type Venture,
  type VentureRules,
  isClosed,
  ventureStanding,
} from '#domain/ventures/venture.ts'
import type { Own } from '#src/desk/asking.ts'
import { aboutFund, aboutMember } from '#src/desk/about.ts'
import { facts, type Part } from '#src/desk/content.ts'
import { type Desk, cardOf, currencyOf } from '#src/desk/desk.ts'
import { choiceField } from '#src/desk/fields.ts'
import { placeOf } from '#src/desk/places.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { ventureWords } from '#src/words/venture-words.ts'

type In = Pick<Desk, 'book' | 'language' | 'today'> & {
  readonly nameOf?: Desk['nameOf'] | undefined
}

export const aboutVentures: typeof aboutFund = { ...aboutFund, back: placeOf.ventures }
export const aboutHolders: typeof aboutMember = { ...aboutMember, back: placeOf.ventures }

export const sumOf = (at: In, amount: number): string =>
  moneyInFigures({ amount, currency: currencyOf(at) })

/** Ventures that have not ended. */
export const openIn = ({ book }: Pick<In, 'book'>): readonly Venture[] =>
  book.ventures.filter((one) => !isClosed(one))

/** "Rice bank, begun 2026": kinds stand in words of their own, and its code tells two of one kind apart. */
export const ventureNamed = (
  { language }: Pick<In, 'language'>,
  { kind, ventureId, foundedOn }: Venture,
): string => {
  const words = ventureWords.in(language)
  const again = /-(\d{1,3})$/.exec(ventureId)?.[1]
  const named = words.named(words[`kind_${kind}`], foundedOn.slice(0, 4))
  return again === undefined ? named : `${named} (${again})`
}

const whoIs = ({ book, nameOf }: In, memberId: string): string => {
  const card = cardOf(book, memberId)
  return nameOf?.(card) ?? card
}

/** The rules as they are read out, a sentence each: what can be lost stands before what can be earned. */
export const ruleLines = (at: In, rules: VentureRules): readonly string[] => {
  const words = ventureWords.in(at.language)
  const day = (on: string): string => dateInWords(on, at.language)
  return [
    words.rule_price(sumOf(at, rules.sharePrice), String(rules.sharesOffered)),
    words.rule_each(String(rules.sharesEach)),
    words.rule_loss,
    words.rule_savings,
    words.rule_profit,
    words.rule_leaves(day(rules.leavesFrom)),
    words[`rule_${rules.leavingValue}`],
    words.rule_ends(day(rules.endsOn)),
    words.rule_keepers(whoIs(at, rules.cashKeeper), whoIs(at, rules.bookKeeper)),
    words.rule_fixed,
  ]
}

export const rulesPart = (at: In, rules: VentureRules): Part => ({
  is: 'list',
  heading: ventureWords.in(at.language).rulesHeading,
  lines: ruleLines(at, rules),
})

/** What a venture has today. */
export const standingPart = (at: In, venture: Venture): Part => {
  const words = ventureWords.in(at.language)
  const { cash, goods } = ventureStanding(venture)
  const money = (amount: number) => ({ amount, currency: currencyOf(at) })
  return facts(
    { label: ventureNamed(at, venture), text: '' },
    { label: words.cash, money: money(cash), tone: 'main' },
    { label: words.goods, money: money(goods) },
  )
}

/** Which venture it is. */
export const whichOf = (at: In, those: readonly Venture[]): Own<string> => {
  const words = ventureWords.in(at.language)
  return {
    fields: [
      choiceField({
        name: 'venture',
        label: words.which,
        choices: those.map((one) => ({ value: one.ventureId, label: ventureNamed(at, one) })),
        fault: words.chooseOne,
      }),
    ],
    said: ({ of }) => of('venture'),
  }
}

/** The only one there is, chosen already. */
export const onlyOf = (those: readonly Venture[]): Readonly<Record<string, string>> =>
  those.length === 1 ? { venture: those[0]!.ventureId } : {}

export const nothingOpen = ({ language }: Pick<In, 'language'>) => {
  const words = ventureWords.in(language)
  return { title: words.none, said: words.noneMeaning, back: words.back }
}
