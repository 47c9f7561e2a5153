import { notFound } from '#src/http/desk/room.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { charterOf, total } from '#domain/health/book.ts'
import { broughtBy, entriesOfDay } from '#src/app/meeting/day-rows.ts'
import {
  type AtTable,
  type PassLine,
  atTable,
  cashOfPass,
  nextAtTable,
  passCommands,
  tableOrder,
} from '#src/app/meeting/pass.ts'
import { doubtsOf } from '#src/app/meeting/sheet-doubts.ts'
import type { SheetLine } from '#src/app/meeting/sheet.ts'
import { meetingViewOf } from '#src/app/meeting/view.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { formOf } from '#src/http/form.ts'
import { cardOf } from '#src/desk/desk.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type MeetingRoom, meetingRoomOf } from '#src/http/meeting/day.ts'
import { sendAll } from '#src/http/meeting/sending.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import type { Pages } from '#src/http/page.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { doubtTold } from '#src/pages/meeting/doubts.ts'
import { sheetWordsAt } from '#src/pages/meeting/parts.ts'
import { passIn } from '#src/pages/meeting/pass-typed.ts'
import {
  type Turn,
  type TurnQuestion,
  passListPage,
  turnPage,
  turnPlace,
  turnQuestion,
} from '#src/pages/meeting/pass.ts'
import type { Html } from '#src/pages/layout.ts'
import { codeSaid } from '#src/words/code-words.ts'

const broughtIn = async ({ context, book, at, on }: MeetingRoom) => {
  const { store } = context.get('needs')
  return broughtBy(book, await entriesOfDay(store, { book, fundId: at.fundId, on }))
}

const list = async (context: HttpContext): Promise<Html | Response> => {
  const room = await meetingRoomOf(context)
  if (room instanceof Response) return room
  const { at, book, on } = room
  const brought = await broughtIn(room)
  const members = tableOrder(book, on).map((memberId) => ({
    memberId,
    card: cardOf(book, memberId),
    brought: brought.get(memberId) ?? 0,
    due: total(atTable(book, { on, memberId })!.loans.map(({ due }) => due.total)),
  }))
  const { currency } = charterOf(book, on)
  return passListPage(at, { on, currency, inBox: meetingViewOf(book, on).expectedNow, members })
}

type Seat = MeetingRoom & { readonly member: AtTable }

const seatOf = async (context: HttpContext): Promise<Seat | Response> => {
  const room = await meetingRoomOf(context)
  if (room instanceof Response) return room
  const memberId = context.req.param('memberId') ?? ''
  const member = atTable(room.book, { on: room.on, memberId })
  return member ? { ...room, member } : notFound(context)
}

const turnOf = (
  { book, on, member }: Seat,
  formId: string,
  more: Partial<Turn> & Pick<Turn, 'of'>,
): Turn => ({
  formId,
  on,
  currency: charterOf(book, on).currency,
  inBox: meetingViewOf(book, on).expectedNow,
  member,
  next: nextAtTable(book, { on, memberId: member.memberId }),
  faults: new Map(),
  isEmpty: false,
  refused: [],
  before: undefined,
  ...more,
})

/** What the member before was written down with, where the address says who it was. */
const beforeOf = async (seat: Seat, after: string | undefined): Promise<Turn['before']> => {
  if (!isUuid(after)) return undefined
  const amount = (await broughtIn(seat)).get(after)
  return amount === undefined ? undefined : { card: cardOf(seat.book, after), amount }
}

const form = async (context: HttpContext): Promise<Html | Response> => {
  const seat = await seatOf(context)
  if (seat instanceof Response) return seat
  const before = await beforeOf(seat, context.req.query('after'))
  const formId = context.get('needs').ids()
  return turnPage(seat.at, turnOf(seat, formId, { of: () => '', before }))
}

/** A turn as lines of a sheet, so that its sums are doubted like those of a sheet. */
const asSheetLines = ({ memberId, shares, repaid }: PassLine): readonly SheetLine[] => {
  const nothing = { savingsIn: 0, socialIn: 0, fineIn: 0, interest: 0, savingsOut: 0 }
  const line = { ...nothing, row: 0, memberId, isFirst: true, isPresent: true }
  return [
    { ...line, shares, loanId: undefined, principal: 0 },
    ...repaid.map(({ loanId, amount }) => ({ ...line, shares: 0, loanId, principal: amount })),
  ]
}

const questionOf = async (
  { at, book, on, member, context }: Seat,
  line: PassLine,
  { flags, carried }: Pick<TurnQuestion, 'flags' | 'carried'>,
): Promise<TurnQuestion> => {
  const words = sheetWordsAt(at)
  const { shareValue, currency } = charterOf(book, on)
  const { store } = context.get('needs')
  const accounts = [`liability:savings:${member.memberId}` as const]
  const savings = await store.postings(at.fundId, { accounts })
  const doubts = doubtsOf({ book, on, savings }, asSheetLines(line))
  const items = [
    { label: words.shares, amount: line.shares * shareValue },
    ...member.loans.map(({ number }, place) => ({
      label: words.paidOn(number),
      amount: line.repaid[place]!.amount,
    })),
    { label: words.socialIn, amount: line.social },
    { label: words.finesIn, amount: line.fine },
    { label: words.freeSavings, amount: line.deposit },
    { label: words.savingsOut, amount: line.out },
  ]
  return {
    cash: cashOfPass(line, shareValue),
    items: items.filter(({ amount }) => amount > 0),
    asks: doubts.map((doubt) => doubtTold(at, { ...doubt, card: member.card }, currency)),
    flags,
    carried,
  }
}

const saidOf = ({ at }: Seat, code: string): string =>
  codeSaid(code, at.language) ?? deskWordsAt(at).notAllowedByRule

const refusedIn = (seat: Seat, answers: readonly ItemAnswer[]): readonly string[] => [
  ...new Set(answers.flatMap((one) => (isAccepted(one) ? [] : [saidOf(seat, one.code)]))),
]

const onwards = ({ at, book, on, member: { memberId } }: Seat): string => {
  const next = nextAtTable(book, { on, memberId })
  return next === undefined
    ? meetingPlace.step(at, on, 'pass')
    : `${turnPlace(at, on, next)}?after=${memberId}`
}

const save = async (context: HttpContext): Promise<Html | Response> => {
  const seat = await seatOf(context)
  if (seat instanceof Response) return seat
  const typed = await formOf(context)
  const formId = typed?.get('id')
  if (!typed || !isUuid(formId)) return stopped(context, { why: 'odd-form', status: 400 })
  const { at, book, on, member } = seat
  const of = (name: string): string => typed.get(name) ?? ''
  const again = (more: Partial<Turn> = {}): Html =>
    turnPage(at, turnOf(seat, formId, { of, ...more }))
  if (of('step') === 'change') return again()
  const { line, faults, isEmpty } = passIn(member, of, charterOf(book, on).currency)
  if (faults.size > 0 || isEmpty) return context.html(again({ faults, isEmpty }), 400)
  const { hash } = context.get('needs')
  const placed = passCommands(line, { formId, hash, on })
  const isSaved = of('step') === 'save'
  try {
    const answers = await sendAll(seat, placed, { dryRun: !isSaved })
    const refused = refusedIn(seat, answers)
    if (refused.length > 0) return context.html(again({ refused }), 409)
    if (isSaved) return context.redirect(onwards(seat), 303)
    const flags = answers.flatMap((one) => (isAccepted(one) ? one.flags : []))
    const told = flags.map((code) => saidOf(seat, code))
    const carried = [...typed].filter(([name, text]) => name !== 'step' && text !== '')
    const question = await questionOf(seat, line, { flags: told, carried })
    return turnQuestion(at, turnOf(seat, formId, { of }), question)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return context.html(again({ refused: [deskWordsAt(at).busy] }), 503)
  }
}

/** One pass over the members, in card order: savings, repayments and what else is laid on the table. */
export const passPages = (pages: Pages): void => {
  const place = '/funds/:fundId/meetings/:day/pass'
  pages.get(place, 'BuyShares', list)
  pages.get(`${place}/:memberId`, 'BuyShares', form)
  pages.post(`${place}/:memberId`, 'BuyShares', save)
}
