import { meetingPlace } from '#src/desk/places.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { charterOf } from '#domain/health/book.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { closedBefore } from '#src/app/meeting/meetings.ts'
import {
  type Placed,
  catchUpCommands,
  mayBeOfTwo,
  seconded,
} from '#src/app/meeting/sheet-commands.ts'
import { doubtsOf } from '#src/app/meeting/sheet-doubts.ts'
import {
  type Sheet,
  type SheetRow,
  cashAtEnd,
  cashOfLine,
  mismatchesIn,
  runningCash,
  sheetRowsOf,
  totalsOf,
} from '#src/app/meeting/sheet.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { isAccepted } from '#src/app/answer.ts'
import { formOf } from '#src/http/form.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import { besideFields, besideGiven } from '#src/http/meeting/beside.ts'
import { type MeetingVisit, meetingVisitOf } from '#src/http/meeting/day.ts'
import { answerAtPlace } from '#src/http/meeting/places.ts'
import { sendAll } from '#src/http/meeting/sending.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import type { Pages } from '#src/http/page.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { gridCheckPage } from '#src/pages/meeting/grid-check.ts'
import type { Grid } from '#src/pages/meeting/grid-shown.ts'
import { gridCellName, gridIn, rowsField, rowsSent } from '#src/pages/meeting/grid-typed.ts'
import { gridPage } from '#src/pages/meeting/grid.ts'
import type { Html } from '#src/pages/layout.ts'

/** A sheet as it was sent: the lines that it was made with, and what was typed. */
type Sent = {
  readonly visit: MeetingVisit
  readonly formId: string
  readonly rows: readonly SheetRow[]
  readonly typed: ReadonlyMap<string, string>
}

const gridOf = ({ visit, formId, rows, typed }: Sent, more: Partial<Grid> = {}): Html => {
  const { book, on, at } = visit
  const { currency, shareValue } = charterOf(book, on)
  return gridPage(at, {
    formId,
    on,
    currency,
    shareValue,
    rows,
    windows: book.windows.map(({ windowId }) => windowId),
    borrowers: new Set(book.loans.map(({ memberId }) => memberId)),
    hasMorePlaces: typed.get('step') === 'more',
    lastClosing: closedBefore(book, on)?.closing?.amount,
    isAlreadyIn: meetingOn(book, on) !== undefined,
    of: (name) => typed.get(name) ?? '',
    faults: new Map(),
    mismatches: [],
    refused: [],
    ...more,
  })
}

const namedIn = async (context: HttpContext): Promise<MeetingVisit | Response> => {
  const visit = await meetingVisitOf(context)
  return visit instanceof Response ? visit : { ...visit, ...(await withNames(visit)) }
}

/** An empty sheet, with the loan of each line as the book knows it. */
const form = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await namedIn(context)
  if (visit instanceof Response) return visit
  const rows = sheetRowsOf(visit.book, visit.on)
  const loans = rows.map(
    ({ loan }, row) => [gridCellName(row, 'loan'), loan?.number ?? ''] as const,
  )
  const formId = context.get('needs').ids()
  return gridOf({ visit, formId, rows, typed: new Map(loans) })
}

const sentIn = async (context: HttpContext): Promise<Sent | Response> => {
  const visit = await namedIn(context)
  if (visit instanceof Response) return visit
  const typed = await formOf(context, rowsField)
  const formId = typed?.get('id')
  const rows = typed && rowsSent(visit.book, (name) => typed.get(name) ?? '')
  return typed && rows && isUuid(formId)
    ? { visit, formId, rows, typed }
    : stopped(context, { why: 'odd-form', status: 400 })
}

/** What the rules say of each command, by its place on the sheet: of those taken the marks, else why not. */
const answersInWords = (
  { visit, rows }: Sent,
  placed: readonly Placed[],
  answers: readonly ItemAnswer[],
): { readonly refused: readonly string[]; readonly flags: readonly string[] } => {
  const told = (i: number, code: string): string =>
    answerAtPlace(visit.at, { place: placed[i]!.place, rows, code })
  return {
    refused: answers.flatMap((one, i) => (isAccepted(one) ? [] : [told(i, one.code)])),
    flags: answers.flatMap((one, i) =>
      isAccepted(one) ? one.flags.map((code) => told(i, code)) : [],
    ),
  }
}

const checkPage = async (
  { visit, rows, typed }: Sent,
  sheet: Sheet,
  {
    flags,
    placed,
    fault,
  }: {
    readonly flags: readonly string[]
    readonly placed: readonly Placed[]
    readonly fault: string | undefined
  },
): Promise<Html> => {
  const { book, on, at, context } = visit
  const accounts = new Set(rows.map(({ memberId }) => `liability:savings:${memberId}` as const))
  const { store } = context.get('needs')
  const savings = await store.postings(at.fundId, { accounts: [...accounts] })
  const cash = runningCash(sheet)
  const running = sheet.lines.map((line, i) => ({
    card: rows[line.row]!.card,
    moved: cashOfLine(line),
    cash: cash[i]!,
  }))
  const doubts = doubtsOf({ book, on, savings }, sheet.lines)
  return gridCheckPage(at, {
    on,
    currency: charterOf(book, on).currency,
    openingCash: sheet.openingCash,
    closingCash: sheet.closingCash,
    shouldBe: cashAtEnd(sheet),
    lastClosing: closedBefore(book, on)?.closing?.amount,
    totals: totalsOf(sheet),
    running: running.filter(({ moved }) => moved !== 0),
    commandCount: placed.length,
    beside: placed.some(mayBeOfTwo) ? { ...besideFields(context), fault } : undefined,
    doubts: doubts.map((doubt) => ({ ...doubt, card: rows[doubt.row]!.card })),
    flags,
    carried: [...typed].filter(
      ([name, text]) => !['step', 'login', 'secret'].includes(name) && text !== '',
    ),
  })
}

/** Reads the sheet, checks its totals, tries it without writing, shows it, and saves it all or not at all. */
const save = async (context: HttpContext): Promise<Html | Response> => {
  const sent = await sentIn(context)
  if (sent instanceof Response) return sent
  const { visit, formId, rows, typed } = sent
  const { book, on, at } = visit
  const { currency, shareValue } = charterOf(book, on)
  if (['change', 'more'].includes(typed.get('step') ?? '')) return gridOf(sent)
  const of = (name: string): string => typed.get(name) ?? ''
  const { sheet, written, faults } = gridIn(book, rows, { on, of, currency, shareValue })
  const mismatches = faults.size > 0 ? [] : mismatchesIn(sheet, written)
  if (faults.size + mismatches.length > 0)
    return context.html(gridOf(sent, { faults, mismatches }), 400)
  const { hash } = context.get('needs')
  const all = catchUpCommands(sheet, { formId, hash, shareValue })
  const isSaved = typed.get('step') === 'save'
  try {
    const beside = isSaved ? await besideGiven(visit, of, { placed: all, action: 'BuyShares' }) : {}
    const fault = 'fault' in beside ? beside.fault : undefined
    const isWritten = isSaved && fault === undefined
    const { approvedBy } = 'fault' in beside ? {} : beside
    const placed = seconded(all, approvedBy)
    const answers = await sendAll(visit, placed, { dryRun: !isWritten, vouchedFor: approvedBy })
    const { refused, flags } = answersInWords(sent, placed, answers)
    if (refused.length > 0) return context.html(gridOf(sent, { refused }), 409)
    if (isWritten) return context.redirect(meetingPlace.of(at, on), 303)
    const check = await checkPage(sent, sheet, { flags, placed, fault })
    return context.html(check, fault === undefined ? 200 : 403)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return context.html(gridOf(sent, { refused: [deskWordsAt(at).busy] }), 503)
  }
}

/** The sheet of a past meeting, brought in from paper as a whole. */
export const catchUpPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/meetings/:day/catch-up', 'BuyShares', form)
  pages.post('/funds/:fundId/meetings/:day/catch-up', 'BuyShares', save)
}
