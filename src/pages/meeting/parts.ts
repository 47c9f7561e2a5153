import type { LocalDate } from '#domain/kernel/dates.ts'
import { meetingPlace } from '#src/desk/places.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { meetingWords, sheetWords } from '#src/words/words.ts'

export const sheetWordsAt = ({ language }: Pick<At, 'language'>) => sheetWords.in(language)

export const meetingWordsAt = ({ language }: Pick<At, 'language'>) => meetingWords.in(language)

/** The same place with a way back to the meetings. */
export const behindMeetings = (at: At): At => ({
  ...at,
  back: { href: meetingPlace.all(at), label: meetingWordsAt(at).toMeetings },
})

/** The same place with a way back to the meeting that a page is part of. */
export const behindMeeting = (at: At, day: LocalDate): At => ({
  ...at,
  back: {
    href: meetingPlace.of(at, day),
    label: meetingWordsAt(at).meetingOf(dateInWords(day, at.language)),
  },
})
