import { recordDeath, recordMemberChange } from '#domain/fund/operations/members.ts'
import { aboutMember } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { note } from '#src/desk/content.ts'
import { memberFormWords } from '#src/words/words.ts'

/** Somebody went away or came back, left the fund or returned to it. */
export const memberChange = atDesk(recordMemberChange, {
  name: 'member-change',
  about: aboutMember,
  shown: ({ language, book }, { member }) => {
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
      },
    }
  },
})

/** Somebody has died; the day is all that is asked. */
export const death = atDesk(recordDeath, {
  name: 'death',
  about: aboutMember,
  shown: ({ language }) => {
    const words = memberFormWords.in(language)
    return {
      shown: 'person',
      told: [note(words.deathMeaning)],
      dayLegend: words.deathDay,
      asks: {},
    }
  },
})
