import { latinDigits } from '#domain/kernel/money.ts'
import {
  type HouseholdChange,
  householdOn,
  isSameHousehold,
} from '#domain/fund/people/households.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { recordHousehold } from '#domain/fund/operations/households.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import { aboutMember } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { beside } from '#src/desk/fund/living.ts'
import { type Filled, type Own, known } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { lineField } from '#src/desk/fields.ts'
import { cardField } from '#src/desk/person-field.ts'
import { type Part, facts, note } from '#src/desk/content.ts'
import { memberOfCard } from '#src/desk/typed.ts'
import { memberFormWords } from '#src/words/words.ts'

const cardsMax = 12

/** Cards as they are written one after another, each as it stands in the book; undefined where it is nobody's. */
const cardsTyped = ({ book }: Desk, line: string): readonly (string | undefined)[] =>
  latinDigits(line)
    .split(/[\s,;]+/)
    .filter((text) => text !== '')
    .map((text) => book.members.find(({ card }) => cardMatches(card, text))?.card)

const cardsIn = (desk: Desk, line: string): string | undefined => {
  const cards = cardsTyped(desk, line)
  return cards.length > cardsMax || cards.includes(undefined)
    ? undefined
    : [...new Set(cards)].join(' ')
}

/** Which of the cards are nobody's, by their places in the line: what was typed is not said again. */
const cardsFault = (desk: Desk, line: string): string => {
  const words = memberFormWords.in(desk.language)
  const cards = cardsTyped(desk, line)
  if (cards.length > cardsMax) return words.othersMany(String(cardsMax))
  const places = cards.flatMap((card, i) => (card === undefined ? [String(i + 1)] : []))
  return words.othersFault(places.join(', '))
}

const isNew = (kind: string): boolean => kind === 'formed' || kind === 'split'
const isLeaving = (kind: string): boolean => kind === 'split' || kind === 'merged'

/** The household that they come to; a new one is known by the line that formed it. */
const householdTo = ({ book }: Desk, { id, day, of }: Filled): string => {
  if (isNew(of('kind'))) return id
  const host = book.members.find(({ card }) => card === of('with'))
  return (host && householdOn(host, day)) ?? ''
}

/** Who moves: those who are named, and of a merger the whole household. */
const movers = ({ book }: Desk, member: Member, { day, of }: Filled): readonly string[] => {
  const others = of('others')
    .split(' ')
    .map((card) => memberOfCard(book, card))
    .filter((memberId) => memberId !== '')
  const together = book.members.filter((one) => isSameHousehold(one, member, day))
  const whole = of('kind') === 'merged' ? together.map(({ memberId }) => memberId) : []
  return [...new Set([member.memberId, ...others, ...whole])]
}

/** The others who move, and whom they come to. */
const moversOf = (desk: Desk, member: Member): Own<readonly string[]> => {
  const words = memberFormWords.in(desk.language)
  return {
    fields: [
      lineField({
        name: 'others',
        label: words.othersLabel,
        hint: words.othersHint,
        fault: (line) => cardsFault(desk, line),
        keepsTyped: true,
        rule: (line) => cardsIn(desk, line),
        isOptional: true,
        lengthMax: 200,
      }),
      cardField(desk, {
        name: 'with',
        label: words.withLabel,
        hint: words.withHint,
        members: desk.book.members.filter((one) => one !== member),
        isOptional: true,
      }),
    ],
    said: (filled) => movers(desk, member, filled),
  }
}

/** Who a member lives with now, by card. */
const livesWith = ({ language, book, today }: Desk, member: Member): Part => {
  const words = memberFormWords.in(language)
  const cards = book.members
    .filter((one) => one !== member && isSameHousehold(one, member, today))
    .map(({ card }) => card)
  return facts(
    cards.length === 0
      ? { label: words.livesWith, text: words.livesAlone }
      : {
          label: words.livesWith,
          text: cards.toSorted().join(' · '),
          isMark: true,
          tone: 'strong',
        },
  )
}

const kinds: readonly HouseholdChange[] = ['formed', 'split', 'joined', 'merged']

/** Who lives together, by cards alone. */
export const household = atDesk(recordHousehold, {
  name: 'household',
  about: aboutMember,
  shown: (desk, { member }) => {
    const words = memberFormWords.in(desk.language)
    return {
      shown: 'house',
      told: [note(words.householdMeaning), livesWith(desk, member)],
      asks: {
        householdId: known((filled) => householdTo(desk, filled)),
        change: {
          name: 'kind',
          label: words.householdLabel,
          each: (kind) => words[`household_${kind}`],
          among: kinds,
          fault: words.chooseOne,
          as: 'radios',
        },
        memberIds: moversOf(desk, member),
        ...beside(desk, member),
        leftId: known(({ day, of }) =>
          isLeaving(of('kind')) ? householdOn(member, day) : undefined,
        ),
      },
      check: ({ change, householdId, leftId }, { of }) => {
        if (householdId === '') return new Map([['with', words.withMissing]])
        if (isNew(change) && of('with') !== '') return new Map([['with', words.withTooMany]])
        const isOfNone = isLeaving(change) && leftId === undefined
        return new Map(isOfNone ? [['kind', words.noHousehold]] : [])
      },
    }
  },
})
