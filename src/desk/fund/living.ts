import { recordDeath, recordMemberChange } from '#domain/fund/operations/members.ts'
import { aboutMember } from '#src/desk/about.ts'
import type { Desk } from '#src/desk/desk.ts'
import { secondOf } from '#src/desk/fund/power.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { atDesk } from '#src/desk/act.ts'
import { note } from '#src/desk/content.ts'
import { memberFormWords } from '#src/words/words.ts'

/** A second officer is asked for where there is one, so that what is said of somebody holds on the day. */
export const beside = (desk: Desk, { memberId }: Member) => {
  const second = secondOf(desk, [memberId])
  return second.choices.length > 0 ? { confirmedBy: { ...second, isOptional: true } } : {}
}

/** Somebody went away or came back, left the fund or returned to it. */
export const memberChange = atDesk(recordMemberChange, {
  name: 'member-change',
  about: aboutMember,
  shown: (desk, { member }) => {
    const { language, book } = desk
    const words = memberFormWords.in(language)
    return {
      shown: 'away',
      told: [note(words.changeMeaning)],
      asks: {
        change: {
          name: 'what',
          label: words.changeLabel,
          each: (change) => words[`change_${change}`],
          fault: words.chooseOne,
          as: 'radios',
        },
        proxy: {
          label: words.proxyLabel,
          hint: words.proxyHint,
          members: book.members.filter((one) => one !== member),
        },
        ...beside(desk, member),
      },
    }
  },
})

/** Somebody has died; the day is all that is asked. */
export const death = atDesk(recordDeath, {
  name: 'death',
  about: aboutMember,
  shown: (desk, { member }) => {
    const words = memberFormWords.in(desk.language)
    return {
      shown: 'person',
      told: [note(words.deathMeaning)],
      dayLegend: words.deathDay,
      asks: beside(desk, member),
    }
  },
})
