import { heldOn } from '#domain/fund/people/members.ts'
import { appointOfficer, endOffice } from '#domain/fund/operations/officers.ts'
import { type Office, offices } from '#domain/fund/people/tenures.ts'
import { aboutMember } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Desk } from '#src/desk/desk.ts'
import { handsFaults, handsIfRaised } from '#src/desk/fund/hands.ts'
import { secondOf, secretFirst } from '#src/desk/fund/power.ts'
import { officeNamed } from '#src/desk/officers.ts'
import { note } from '#src/desk/content.ts'
import { memberFormWords } from '#src/words/words.ts'

/** Which office it is about. */
export const officeOf = (desk: Desk) => {
  const words = memberFormWords.in(desk.language)
  return {
    label: words.officeLabel,
    each: (office: Office) => officeNamed(desk, office),
    fault: words.chooseOne,
  }
}

/** An office as an old book tells of it, or a key that was given to somebody. */
export const appointment = atDesk(appointOfficer, {
  name: 'appointment',
  about: aboutMember,
  shown: (desk, { member }) => {
    const { language, book } = desk
    const words = memberFormWords.in(language)
    const { memberId } = member
    const second = secondOf(desk, [memberId])
    return {
      shown: 'person',
      told: [
        note(words.appointmentMeaning),
        ...secretFirst(desk, 'appointment', { member: memberId }),
      ],
      asks: {
        office: officeOf(desk),
        until: { label: words.termLabel, hint: words.termHintOpen, fault: words.dayFault },
        replaces: {
          label: words.replacesLabel,
          hint: words.replacesHint,
          members: book.members.filter((one) => one !== member),
        },
        // An officer who is left alone appoints the next one, or nobody ever would.
        ...(second.choices.length > 0 && { confirmedBy: second }),
      },
    }
  },
})

/** An office is given up, or the meeting takes it away. */
export const officeEnd = atDesk(endOffice, {
  name: 'office-end',
  about: aboutMember,
  shown: (desk, { member }) => {
    const words = memberFormWords.in(desk.language)
    const { memberId } = member
    const held = heldOn(member, desk.today).map(({ office }) => office)
    return {
      shown: 'stop',
      told: [
        ...(held.length === 0 ? [note(words.holdsNothing)] : []),
        ...secretFirst(desk, 'office-end', { member: memberId }),
      ],
      asks: {
        office: { ...officeOf(desk), among: offices.filter((office) => held.includes(office)) },
        why: {
          label: words.whyLabel,
          each: (why) => words[`why_${why}`],
          fault: words.chooseOne,
          as: 'radios',
        },
        votes: handsIfRaised(desk, { hint: words.handsHint }),
        approvedBy: secondOf(desk, [memberId]),
      },
      check: (_, filled) => handsFaults(desk, filled),
    }
  },
})
