import { en } from '#src/words/meeting-words-en.ts'
import { km } from '#src/words/meeting-words-km.ts'
import { family } from '#src/words/words.ts'

/** What the pages of a meeting say. */
export const meetingWords = family<typeof en>({ en, km })

export type MeetingWords = ReturnType<typeof meetingWords.in>
