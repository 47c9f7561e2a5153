import type { LocalDate } from '#domain/kernel/dates.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { meetingWords, sheetWords } from '#src/words/words.ts'

type In = Pick<At, 'fundId'>

/** What is done at a meeting, as it stands in addresses. */
export type MeetingStep =
  | 'open'
  | 'attendance'
  | 'pass'
  | 'close'
  | 'catch-up'
  | 'minutes'
  | 'wall'
  | 'sheet'
  | 'away'
  | 'paper'

/** Where the pages of meetings stand. */
export const meetingPlace = {
  all: ({ fundId }: In): string => `/funds/${fundId}/meetings`,
  of: ({ fundId }: In, day: LocalDate): string => `/funds/${fundId}/meetings/${day}`,
  step: ({ fundId }: In, day: LocalDate, step: MeetingStep): string =>
    `/funds/${fundId}/meetings/${day}/${step}`,
  disputes: ({ fundId }: In): string => `/funds/${fundId}/disputes`,
  away: ({ fundId }: In): string => `/funds/${fundId}/away`,
}

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
