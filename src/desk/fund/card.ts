import { admitMember, correctMember } from '#domain/fund/operations/members.ts'
import { aboutFund, aboutMember } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { type Own, known } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { beside } from '#src/desk/fund/living.ts'
import { placeOf } from '#src/desk/places.ts'
import { facts, note } from '#src/desk/content.ts'
import { memberFormWords } from '#src/words/words.ts'

/** Whether the household has a poverty card, and of which level; `none` is what the command calls one without. */
const povertyOf = <None extends null | undefined>(
  { language }: Desk,
  none: None,
): Own<1 | 2 | None | undefined> => {
  const words = memberFormWords.in(language)
  const levels = new Map<string, 1 | 2 | None>([
    ['1', 1],
    ['2', 2],
    ['none', none],
  ])
  return {
    fields: [
      choiceField({
        name: 'poverty',
        label: words.povertyLabel,
        choices: choicesOf(['1', '2', 'none'] as const, (level) => words[`poverty_${level}`]),
        fault: words.chooseOne,
        isOptional: true,
      }),
    ],
    said: ({ of }) => levels.get(of('poverty')),
  }
}

/** What a card says of somebody, beside its number. */
const onCard = ({ language }: Desk) => {
  const words = memberFormWords.in(language)
  return {
    sex: {
      label: words.sexLabel,
      each: (sex: 'f' | 'm') => words[`sex_${sex}`],
      fault: words.chooseOne,
    },
    zone: { label: words.zoneLabel, hint: words.zoneHint, fault: words.zoneFault },
  }
}

/** Somebody joins, or is carried over from an older book. */
export const newMember = atDesk(admitMember, {
  name: 'new-member',
  about: { ...aboutFund, back: placeOf.members },
  shown: (desk) => {
    const words = memberFormWords.in(desk.language)
    return {
      shown: 'person',
      told: [note(words.nameAfter)],
      dayLegend: words.daySince,
      asks: {
        // A member is known by the line that admitted them.
        memberId: known(({ id }) => id),
        card: { label: words.cardLabel, fault: words.cardFault },
        ...onCard(desk),
        povertyLevel: povertyOf(desk, undefined),
        isFormer: { name: 'former', label: words.formerLabel, said: words.formerSaid },
      },
    }
  },
})

/** What was mistyped about somebody. */
export const cardCorrection = atDesk(correctMember, {
  name: 'card-correction',
  about: aboutMember,
  shown: (desk, { member }) => {
    const { sex, zone, povertyLevel } = member
    const words = memberFormWords.in(desk.language)
    return {
      shown: 'card',
      told: [
        note(words.correctionMeaning),
        { is: 'heading', text: words.nowOnCard },
        facts(
          { label: words.sexLabel, text: words[`sex_${sex}`] },
          { label: words.zoneLabel, text: zone, isMark: true },
          { label: words.povertyLabel, text: words[`poverty_${povertyLevel ?? 'none'}`] },
        ),
      ],
      asks: { ...onCard(desk), povertyLevel: povertyOf(desk, null), ...beside(desk, member) },
    }
  },
})
