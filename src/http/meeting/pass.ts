import { meetingPlace } from '#src/desk/places.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { charterOf, total } from '#domain/health/book.ts'
import { broughtBy, entriesOfDay } from '#src/app/meeting/day-rows.ts'
import {
  type LoanAtTable,
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
import { amountIn } from '#src/desk/entered.ts'
import { type Field, countField, sumField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type Typed, formPages } from '#src/http/form-pages.ts'
import { cardOf } from '#src/desk/desk.ts'
import { type MeetingVisit, meetingVisitOf } from '#src/http/meeting/day.ts'
import { meetingStep } from '#src/http/meeting/step.ts'
import type { Pages } from '#src/http/page.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { doubtText } from '#src/pages/meeting/doubts.ts'
import { sheetWordsAt } from '#src/pages/meeting/parts.ts'
import {
  type Laid,
  type Turn,
  laidPart,
  passListPage,
  turnPlace,
  turnPart,
} from '#src/pages/meeting/pass.ts'
import type { Html } from '#src/pages/layout.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

const broughtIn = async ({ context, book, at, on }: MeetingVisit) => {
  const { store } = context.get('needs')
  return broughtBy(book, await entriesOfDay(store, { book, fundId: at.fundId, on }))
}

const list = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await meetingVisitOf(context)
  if (visit instanceof Response) return visit
  const { at, book, on } = visit
  const brought = await broughtIn(visit)
  const members = tableOrder(book, on).map((memberId) => ({
    memberId,
    card: cardOf(book, memberId),
    brought: brought.get(memberId) ?? 0,
    due: total(atTable(book, { on, memberId })!.loans.map(({ due }) => due.total)),
  }))
  const { currency } = charterOf(book, on)
  return passListPage(at, { on, currency, inBox: meetingViewOf(book, on).expectedNow, members })
}

type Seat = MeetingVisit & { readonly turn: Turn; readonly next: string | undefined }

/** What the member before was written down with, where the address says who it was. */
const beforeOf = async (visit: MeetingVisit): Promise<Turn['before']> => {
  const after = visit.context.req.query('after')
  if (!isUuid(after)) return undefined
  const amount = (await broughtIn(visit)).get(after)
  return amount === undefined ? undefined : { card: cardOf(visit.book, after), amount }
}

const seatOf = async (visit: MeetingVisit, of: Typed): Promise<Seat | undefined> => {
  const { context, book, on } = visit
  const memberId = context.req.param('memberId') ?? ''
  const form = { formId: of('id'), hash: context.get('needs').hash }
  const member = atTable(book, { on, memberId, form })
  if (!member) return undefined
  const { currency } = charterOf(book, on)
  const inBox = meetingViewOf(book, on).expectedNow
  const turn = { currency, inBox, member, before: await beforeOf(visit) }
  return { ...visit, turn, next: nextAtTable(book, { on, memberId }) }
}

const loanField = (place: number): string => `loan${place}`

const loanHint = ({ at, turn: { currency } }: Seat, loan: LoanAtTable): string => {
  const words = sheetWordsAt(at)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const { due, owed, settlement, isPostponed } = loan
  const asked =
    due.total > 0
      ? words.dueOn(money(due.total), money(due.interest), money(owed))
      : words.nothingDueOn(money(owed), money(settlement))
  return isPostponed ? `${words.postponedOn}; ${asked}` : asked
}

/** Everything that can be laid on the table, each in a field of its own; an empty one is nothing. */
const fieldsOf = (seat: Seat): readonly Field[] => {
  const { at, turn } = seat
  const { member, currency } = turn
  const words = sheetWordsAt(at)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const { fault_digits: digits, fault_large: large } = words
  const faults = { missing: digits, 'not-digits': digits, zero: digits, 'too-large': large }
  const may = { faults, isLarge: true, isOptional: true, mayBeZero: true }
  const usual = member.shareValue * member.sharesMax
  const sum = (name: string, label: string, hint: string): Field =>
    sumField(at, { ...may, name, label, hint, currency, usual })
  const shareHint = words.sharesCost(money(member.shareValue), String(member.sharesMax))
  const fineHint = member.fineAsked > 0 ? words.fineAsked(money(member.fineAsked)) : words.fineNone
  const saved = `${words.savedSoFar} ${money(member.saved)}`
  return [
    countField({ ...may, name: 'shares', label: words.shares, hint: shareHint }),
    ...member.loans.map((loan, place) =>
      sum(loanField(place), words.paidOn(loan.number), loanHint(seat, loan)),
    ),
    sum('social', words.socialIn, words.socialAsked(money(member.socialAsked))),
    sum('fine', words.finesIn, fineHint),
    sum('deposit', words.freeSavings, saved),
    sum('out', words.savingsOut, saved),
  ]
}

const lineIn = ({ member: { memberId, loans }, currency }: Turn, of: Typed): PassLine => {
  const sum = (name: string): number => {
    const read = amountIn(of(name), currency)
    return typeof read === 'number' ? read : 0
  }
  return {
    memberId,
    shares: Number(of('shares')),
    deposit: sum('deposit'),
    social: sum('social'),
    fine: sum('fine'),
    out: sum('out'),
    repaid: loans.map(({ loanId }, place) => ({ loanId, amount: sum(loanField(place)) })),
  }
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

const itemsOf = ({ at, book, on, turn: { member } }: Seat, line: PassLine): Laid['items'] => {
  const words = sheetWordsAt(at)
  return [
    { label: words.shares, amount: line.shares * charterOf(book, on).shareValue },
    ...member.loans.map(({ number }, place) => ({
      label: words.paidOn(number),
      amount: line.repaid[place]!.amount,
    })),
    { label: words.socialIn, amount: line.social },
    { label: words.finesIn, amount: line.fine },
    { label: words.freeSavings, amount: line.deposit },
    { label: words.savingsOut, amount: line.out },
  ].filter(({ amount }) => amount > 0)
}

/** Sums that are unusual enough to be asked about again. */
const asksOf = async (
  { at, book, on, context, turn: { member, currency } }: Seat,
  line: PassLine,
): Promise<readonly string[]> => {
  const { store } = context.get('needs')
  const accounts = [`liability:savings:${member.memberId}` as const]
  const savings = await store.postings(at.fundId, { accounts })
  return doubtsOf({ book, on, savings }, asSheetLines(line)).map((doubt) =>
    doubtText(at, { ...doubt, card: member.card }, currency),
  )
}

const taking = meetingStep<Seat>({
  act: 'pass/:memberId',
  rule: 'BuyShares',
  more: seatOf,
  form: (seat) => {
    const { at, on, turn, next } = seat
    const words = sheetWordsAt(at)
    const href = next === undefined ? meetingPlace.step(at, on, 'pass') : turnPlace(at, on, next)
    return {
      shown: 'savings',
      heading: words.atTable(turn.member.card),
      told: turnPart(at, turn),
      fields: fieldsOf(seat),
      beside: 'all',
      submit: words.checkTurn,
      back: { href, label: words.nothingFrom },
    }
  },
  ready: async (seat, of) => {
    const { context, at, book, on, turn } = seat
    const words = sheetWordsAt(at)
    const line = lineIn(turn, of)
    const cash = cashOfPass(line, charterOf(book, on).shareValue)
    const items = itemsOf(seat, line)
    if (items.length === 0) return { fault: words.turnEmpty }
    return {
      placed: passCommands(line, { formId: of('id'), hash: context.get('needs').hash, on }),
      readBack: async (codes) => {
        const asks = await asksOf(seat, line)
        const flags = codes.map(
          (code) => codeSaid(code, at.language) ?? deskWordsAt(at).notAllowedByRule,
        )
        return {
          shown: 'savings',
          heading: words.turnQuestion,
          told: laidPart(at, turn, { cash, items, asks, flags }),
          change: words.noChange,
          submit: asks.length === 0 ? words.saveTurn : words.saveCounted,
        }
      },
    }
  },
  next: ({ at, on, turn: { member }, next }) =>
    next === undefined
      ? meetingPlace.step(at, on, 'pass')
      : `${turnPlace(at, on, next)}?after=${member.memberId}`,
})

/** One pass over the members, in card order: savings, repayments and what else is laid on the table. */
export const passPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/meetings/:day/pass', 'BuyShares', list)
  formPages(pages, taking)
}
