import { html } from 'hono/html'
import { latinDigits } from '#domain/kernel/money.ts'
import { householdOn, isSameHousehold } from '#domain/fund/households.ts'
import { type LifeChange, lifeChanges } from '#domain/fund/life.ts'
import { type Member, isCode } from '#domain/fund/members.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import { memberOfCard, saidIn } from '#src/desk/typed.ts'
import { type Act, envelopeOf, ofMember } from '#src/http/lending/act.ts'
import { memberFormsAt, paragraph } from '#src/http/members/act.ts'
import { cardField, choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'

const memberOf = ({ members }: FundBook, memberId: string): Member =>
  members.find((one) => one.memberId === memberId)!

export const memberChange = ofMember(
  { name: 'member-change', rule: 'RecordMemberChange' },
  (room, memberId): Act => {
    const { at, book } = room
    const words = memberFormsAt(at)
    return {
      shown: 'away',
      facts: paragraph(words.changeMeaning),
      fields: [
        choiceField({
          name: 'what',
          label: words.changeLabel,
          choices: choicesOf(lifeChanges, (change) => words[`change_${change}`]),
          fault: words.chooseOne,
          as: 'radios',
        }),
        cardField(at, {
          name: 'proxy',
          label: words.proxyLabel,
          hint: words.proxyHint,
          members: book.members.filter((one) => one.memberId !== memberId),
          isOptional: true,
        }),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'RecordMemberChange',
        memberId,
        change: filled.of('what') as LifeChange,
        ...saidIn<{ proxy: string }>({ proxy: memberOfCard(book, filled.of('proxy')) }),
      }),
    }
  },
)

export const death = ofMember({ name: 'death', rule: 'RecordDeath' }, (room, memberId): Act => {
  const words = memberFormsAt(room.at)
  return {
    shown: 'person',
    facts: paragraph(words.deathMeaning),
    dayLegend: words.deathDay,
    fields: [],
    command: (filled) => ({ ...envelopeOf(filled), type: 'RecordDeath', memberId }),
  }
})

const cardFacts = ({ at, book }: Room, memberId: string): Html => {
  const words = memberFormsAt(at)
  const { sex, zone, povertyLevel } = memberOf(book, memberId)
  return html`<p>${words.correctionMeaning}</p>
    <h2>${words.nowOnCard}</h2>
    <dl class="facts">
      ${fact(words.sexLabel, words[`sex_${sex}`])}
      ${fact(words.zoneLabel, html`<bdi>${zone}</bdi>`)}
      ${fact(words.povertyLabel, words[`poverty_${povertyLevel ?? 'none'}`])}
    </dl>`
}

export const sexField = ({ at }: Room, isOptional: boolean) => {
  const words = memberFormsAt(at)
  return choiceField({
    name: 'sex',
    label: words.sexLabel,
    choices: choicesOf(['f', 'm'] as const, (sex) => words[`sex_${sex}`]),
    fault: words.chooseOne,
    isOptional,
  })
}

export const zoneField = ({ at }: Room, isOptional: boolean) => {
  const words = memberFormsAt(at)
  return lineField({
    name: 'zone',
    label: words.zoneLabel,
    hint: words.zoneHint,
    fault: words.zoneFault,
    rule: (line) => (isCode(line) ? line : undefined),
    isOptional,
  })
}

export const povertyField = ({ at }: Room) => {
  const words = memberFormsAt(at)
  return choiceField({
    name: 'poverty',
    label: words.povertyLabel,
    choices: choicesOf(['1', '2', 'none'] as const, (level) => words[`poverty_${level}`]),
    fault: words.chooseOne,
    isOptional: true,
  })
}

/** What was chosen: a level, none at all, or nothing said. */
export const povertyIn = ({ of }: Filled): 1 | 2 | null | undefined => {
  const level = of('poverty')
  if (level === '') return undefined
  return level === '1' ? 1 : level === '2' ? 2 : null
}

export const cardCorrection = ofMember(
  { name: 'card-correction', rule: 'CorrectMember' },
  (room, memberId): Act => ({
    shown: 'card',
    facts: cardFacts(room, memberId),
    fields: [sexField(room, true), zoneField(room, true), povertyField(room)],
    command: (filled) => {
      const povertyLevel = povertyIn(filled)
      return {
        ...envelopeOf(filled),
        type: 'CorrectMember',
        memberId,
        ...saidIn<{ sex: 'f' | 'm'; zone: string }>({
          sex: filled.of('sex'),
          zone: filled.of('zone'),
        }),
        ...(povertyLevel === undefined ? {} : { povertyLevel }),
      }
    },
  }),
)

const cardsMax = 12

/** Cards as they are written one after another, each as it stands in the book; undefined where it is nobody's. */
const cardsTyped = ({ members }: FundBook, line: string): readonly (string | undefined)[] =>
  latinDigits(line)
    .split(/[\s,;]+/)
    .filter((text) => text !== '')
    .map((text) => members.find(({ card }) => cardMatches(card, text))?.card)

const cardsIn = (book: FundBook, line: string): string | undefined => {
  const cards = cardsTyped(book, line)
  return cards.length > cardsMax || cards.includes(undefined)
    ? undefined
    : [...new Set(cards)].join(' ')
}

/** Which of the cards are nobody's, by their places in the line: what was typed is not said again. */
const cardsFault = ({ at, book }: Room, line: string): string => {
  const words = memberFormsAt(at)
  const cards = cardsTyped(book, line)
  if (cards.length > cardsMax) return words.othersMany(String(cardsMax))
  const places = cards.flatMap((card, i) => (card === undefined ? [String(i + 1)] : []))
  return words.othersFault(places.join(', '))
}

const kinds = ['formed', 'split', 'joined', 'merged'] as const
type Kind = (typeof kinds)[number]

type Living = {
  readonly kind: Kind
  readonly memberIds: readonly string[]
  /** The household that they are in now, and the one of whoever they come to. */
  readonly ownId: string | undefined
  readonly theirId: string | undefined
}

const livingIn = ({ book }: Room, memberId: string, { day, of }: Filled): Living => {
  const kind = of('kind') as Kind
  const member = memberOf(book, memberId)
  const others = of('others')
    .split(' ')
    .map((card) => memberOfCard(book, card))
  const named = [memberId, ...others].filter((id) => id !== '')
  const together = book.members.filter((one) => isSameHousehold(one, member, day))
  const whole = together.map((one) => one.memberId)
  const host = book.members.find(({ card }) => card === of('with'))
  return {
    kind,
    memberIds: [...new Set(kind === 'merged' ? [...named, ...whole] : named)],
    ownId: householdOn(member, day),
    theirId: host && householdOn(host, day),
  }
}

const livingFaults = (
  room: Room,
  memberId: string,
  filled: Filled,
): ReadonlyMap<string, string> => {
  const words = memberFormsAt(room.at)
  const { kind, ownId, theirId } = livingIn(room, memberId, filled)
  const isComing = kind === 'joined' || kind === 'merged'
  const isLeaving = kind === 'split' || kind === 'merged'
  if (isComing && theirId === undefined) return new Map([['with', words.withMissing]])
  if (!isComing && filled.of('with') !== '') return new Map([['with', words.withTooMany]])
  return new Map(isLeaving && ownId === undefined ? [['kind', words.noHousehold]] : [])
}

/** Who a member lives with now, by card. */
const householdFacts = ({ at, book, today }: Room, memberId: string): Html => {
  const words = memberFormsAt(at)
  const member = memberOf(book, memberId)
  const others = book.members.filter(
    (one) => one.memberId !== memberId && isSameHousehold(one, member, today),
  )
  const cards = others.map(({ card }) => card).toSorted()
  return html`<p>${words.householdMeaning}</p>
    <dl class="facts">
      ${fact(
        words.livesWith,
        cards.length === 0 ? words.livesAlone : html`<b><bdi>${cards.join(' · ')}</bdi></b>`,
      )}
    </dl>`
}

export const household = ofMember(
  { name: 'household', rule: 'RecordHousehold' },
  (room, memberId): Act => {
    const { at, book } = room
    const words = memberFormsAt(at)
    return {
      shown: 'house',
      facts: householdFacts(room, memberId),
      fields: [
        choiceField({
          name: 'kind',
          label: words.householdLabel,
          choices: choicesOf(kinds, (kind) => words[`household_${kind}`]),
          fault: words.chooseOne,
          as: 'radios',
        }),
        lineField({
          name: 'others',
          label: words.othersLabel,
          hint: words.othersHint,
          fault: (line) => cardsFault(room, line),
          keepsTyped: true,
          rule: (line) => cardsIn(book, line),
          isOptional: true,
          lengthMax: 200,
        }),
        cardField(at, {
          name: 'with',
          label: words.withLabel,
          hint: words.withHint,
          members: book.members.filter((one) => one.memberId !== memberId),
          isOptional: true,
        }),
      ],
      check: (filled) => livingFaults(room, memberId, filled),
      command: (filled) => {
        const { kind, memberIds, ownId, theirId } = livingIn(room, memberId, filled)
        const isLeaving = kind === 'split' || kind === 'merged'
        return {
          ...envelopeOf(filled),
          type: 'RecordHousehold',
          change: kind,
          // A new household is known by the line that formed it.
          householdId: kind === 'formed' || kind === 'split' ? filled.id : (theirId ?? ''),
          memberIds,
          ...saidIn<{ leftId: string }>({ leftId: isLeaving ? (ownId ?? '') : '' }),
        }
      },
    }
  },
)
