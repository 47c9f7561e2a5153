import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type FundBook,
  balancesOn,
  cashIn,
  charterOf,
  loansById,
  owingOn,
  savedIn,
  total,
} from '#domain/health/book.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { meetingAfter } from '#domain/fund/charter/meeting-days.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { dueBy } from '#src/app/lending/before-after.ts'
import { cameInOf } from '#src/app/meeting/came-in.ts'
import { entriesForMinutes } from '#src/app/meeting/day-rows.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { countsOf, minutesOf } from '#src/app/meeting/minutes.ts'
import { sheetRowsOf } from '#src/app/meeting/sheet.ts'
import { receiptCode, receiptOf } from '#src/app/proof/receipts.ts'
import { attendanceOn } from '#src/app/meeting/view.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type MeetingVisit, meetingVisitOf } from '#src/http/meeting/day.ts'
import type { Pages } from '#src/http/page.ts'
import type { Proof } from '#src/pages/desk/receipt.ts'
import { blankSheetPage } from '#src/pages/meeting/blank-sheet.ts'
import { minutesPage } from '#src/pages/meeting/minutes.ts'
import { wallPage } from '#src/pages/meeting/wall.ts'
import type { Html } from '#src/pages/layout.ts'

const entriesOf = ({ context, at, on }: MeetingVisit) =>
  entriesForMinutes(context.get('needs').store, { fundId: at.fundId, on })

const linesOf = async (visit: MeetingVisit) => minutesOf(visit.book, await entriesOf(visit))

const nameOf = ({ context, at }: MeetingVisit): Promise<string> => fundNameIn(context, at.fundId)

const codeOf = ({ book, on }: MeetingVisit): string | undefined =>
  meetingOn(book, on)?.closing?.code?.digits

/** The signed receipt of the day's closing. */
const checkpointOf = async ({
  context,
  book,
  at,
  on,
}: MeetingVisit): Promise<Proof | undefined> => {
  const { store, signer, publicUrl } = context.get('needs')
  const entryId = meetingOn(book, on)?.closing?.entryId
  const [row] = entryId === undefined ? [] : await store.find(at.fundId, [entryId])
  if (!row) return undefined
  const { seq, hash } = row
  const checkAt = new URL('/receipt', publicUrl ?? context.req.url).href
  return { seq, hash, code: receiptCode(receiptOf(signer, row)), checkAt }
}

const minutes = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await meetingVisitOf(context)
  if (visit instanceof Response) return visit
  const { book, at, on } = visit
  const entries = await entriesOf(visit)
  return minutesPage(at, {
    on,
    fundName: await nameOf(visit),
    currency: charterOf(book, on).currency,
    attendance: attendanceOn(book, on),
    cameIn: cameInOf(book, entries),
    lines: minutesOf(book, entries),
    code: codeOf(visit),
    checkpoint: await checkpointOf(visit),
  })
}

const wall = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await meetingVisitOf(context)
  if (visit instanceof Response) return visit
  const { book, at, on } = visit
  const charter = charterOf(book, on)
  const { currency } = charter
  const lines = balancesOn(book, on)
  const open = owingOn(book.loans, on).filter(({ owed }) => owed > 0)
  const { present, members } = attendanceOn(book, on)
  const social = lines.find(({ kind }) => kind === 'liability:social-fund')
  return wallPage(at, {
    on,
    fundName: await nameOf(visit),
    currency,
    cash: cashIn(lines),
    savings: savedIn(lines),
    loansOut: total(open.map(({ owed }) => owed)),
    loansCount: open.length,
    socialFund: 0 - (social?.amount ?? 0),
    present,
    members,
    counts: countsOf(await linesOf(visit)),
    nextMeeting: meetingAfter(charter, on),
    isClosed: meetingOn(book, on)?.closing !== undefined,
    code: codeOf(visit),
  })
}

/** What a loan asks for at a meeting, and what is left of it: the interest of that day is in the first alone. */
const owingAt = (
  book: FundBook,
  { loanId, on }: { readonly loanId: string; readonly on: LocalDate },
) => {
  const loan = loansById(book.loans).get(loanId)
  return loan
    ? { due: dueBy(loan, on).total, left: standingOf(loan, on)?.owed ?? 0 }
    : { due: 0, left: 0 }
}

const blank = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await meetingVisitOf(context)
  if (visit instanceof Response) return visit
  const { book, on } = visit
  const { at } = await withNames(visit)
  return blankSheetPage(at, {
    on,
    fundName: await nameOf(visit),
    currency: charterOf(book, on).currency,
    rows: sheetRowsOf(book, on),
    owing: (loanId) => owingAt(book, { loanId, on }),
  })
}

/** What is printed of a meeting. */
export const paperPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/meetings/:day/minutes', 'read-members', minutes)
  pages.get('/funds/:fundId/meetings/:day/wall', 'read-members', wall)
  pages.get('/funds/:fundId/meetings/:day/sheet', 'read-members', blank)
}
