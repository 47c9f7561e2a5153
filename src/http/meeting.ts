import { attendancePages } from '#src/http/meeting/attendance.ts'
import { awayPages } from '#src/http/meeting/away.ts'
import { carriedPages } from '#src/http/meeting/carried.ts'
import { catchUpPages } from '#src/http/meeting/catch-up.ts'
import { countingPages } from '#src/http/meeting/counting.ts'
import { loansStepPages } from '#src/http/meeting/loans.ts'
import { meetingDeskPages } from '#src/http/meeting/desk.ts'
import { disputePages } from '#src/http/meeting/disputes.ts'
import { textPages } from '#src/http/meeting/text.ts'
import { talkGivenPages } from '#src/http/meeting/talk.ts'
import { paperPages } from '#src/http/meeting/papers.ts'
import { passPages } from '#src/http/meeting/pass.ts'
import type { Pages } from '#src/http/page.ts'

/** Meetings: the desk of one step by step, sheets from paper, what was decided, and what goes on the wall. */
export const meetingPages = (pages: Pages): void => {
  meetingDeskPages(pages)
  countingPages(pages)
  attendancePages(pages)
  passPages(pages)
  loansStepPages(pages)
  catchUpPages(pages)
  carriedPages(pages)
  disputePages(pages)
  awayPages(pages)
  talkGivenPages(pages)
  paperPages(pages)
  textPages(pages)
}
