import { recordDeath, recordMemberChange } from '#domain/fund/operations/members.ts'
import { aboutMember } from '#src/desk/about.ts'
import type { Desk } from '#src/desk/desk.ts'
import { secondOf } from '#src/desk/fund/power.ts'
import { type Member, isOfficerOn } from '#domain/fund/people/members.ts'
import { atDesk } from '#src/desk/act.ts'
import { note } from '#src/desk/content.ts'
import { memberFormWords } from '#src/words/words.ts'

/** Of an officer a second one is asked for where there is one, so that the office ends on the day. */
export const besideOfOfficer = (desk: Desk, { memberId, ...member }: Member) => {
  const second = secondOf(desk, [memberId])
  const isOfficer = isOfficerOn({ memberId, ...member }, desk.today)
  return isOfficer && second.choices.length > 0
    ? { confirmedBy: { ...second, isOptional: true } }
    : {}
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
        ...besideOfOfficer(desk, member),
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
      asks: besideOfOfficer(desk, member),
    }
  },
})
