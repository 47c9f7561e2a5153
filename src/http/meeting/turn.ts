import type { ListOf } from '#domain/kernel/list-of.ts'
import { ownSavingsPostingsOf } from '#src/app/kept-books.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { cashMoved } from '#domain/fund/meeting/cash.ts'
import { charterOf, total } from '#domain/health/book.ts'
import { type PostingRow, settled } from '#domain/ledger/rows.ts'
import { lastTurnOf, memberOf } from '#src/app/meeting/day-rows.ts'
import { nextOf } from '#src/app/meeting/line.ts'
import {
  type PassLine,
  atTable,
  cashOfPass,
  passCommands,
  usualLine,
  usualShares,
} from '#src/app/meeting/pass.ts'
import { firstTurnId } from '#src/app/meeting/sheet-commands.ts'
import { doubtsOf } from '#src/app/meeting/sheet-doubts.ts'
import { cardOf } from '#src/desk/desk.ts'
import {
  asSheetLines,
  itemsOfLine,
  lineTyped,
  prefilledOf,
  turnFields,
} from '#src/desk/meeting/turn.ts'
import { namedVisit, noteNames } from '#src/http/desk/names.ts'
import type { Typed } from '#src/http/form-pages.ts'
import type { MeetingVisit } from '#src/http/meeting/day.ts'
import { type Line, goOn, lineOf } from '#src/http/meeting/line.ts'
import { meetingStep } from '#src/http/meeting/step.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { doubtText } from '#src/pages/meeting/doubts.ts'
import { called, nowPlace, turnPlace } from '#src/pages/meeting/line.ts'
import { sheetWordsAt } from '#src/pages/meeting/parts.ts'
import {
  type Before,
  type Turn,
  beforePart,
  besideTurn,
  laidPart,
  listLink,
  turnHeading,
  turnPart,
} from '#src/pages/meeting/turn.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

type Seat = MeetingVisit & {
  readonly turn: Turn
  readonly line: Line
  readonly savings: ListOf<PostingRow>
  readonly before: Before | undefined
}

/** What the member before was written down with the last time, where the address says who it was. */
export const beforeOf = (
  { context, book, on }: MeetingVisit,
  { entries }: Pick<Line, 'entries'>,
): Before | undefined => {
  const after = context.req.query('after')
  const turn = isUuid(after) ? lastTurnOf(book, entries, after) : []
  if (after === undefined || turn.length === 0) return undefined
  const amount = total(turn.map(({ body }) => cashMoved(body.postings)))
  const { currency } = charterOf(book, on)
  return { memberId: after, card: cardOf(book, after), amount, currency }
}

const seatOf = async (bare: MeetingVisit, of: Typed): Promise<Seat | undefined> => {
  const visit = { ...bare, ...(await namedVisit(bare)) }
  const { context, book, on, at } = visit
  const { store, hash } = context.get('needs')
  const memberId = context.req.param('memberId') ?? ''
  const member = atTable(book, { on, memberId, form: { formId: of('id'), hash } })
  if (!member) return undefined
  const line = await lineOf(visit)
  const savings = await ownSavingsPostingsOf(store, at.fundId, { book, memberId })
  const brought = line.brought.get(memberId)
  const usual = usualLine(member, {
    shares: usualShares(member, settled(savings, book.flags), on),
    isFirst: brought === undefined,
  })
  const faces = await store.photographed(at.fundId)
  const next = nextOf(line.table, memberId)
  const turn: Turn = {
    currency: charterOf(book, on).currency,
    member,
    usual,
    cash: cashOfPass(usual, member.shareValue),
    brought,
    took: line.took.get(memberId),
    hasFace: at.nameOf !== undefined && faces.some((face) => face.memberId === memberId),
    next: next === undefined ? undefined : cardOf(book, next),
    isTakenBack: context.req.query('taken') === 'back',
  }
  return { ...visit, turn, line, savings, before: beforeOf(visit, line) }
}

/** Sums that are unusual enough to be asked about again. */
const asksOf = (
  { at, book, on, savings, turn: { member, currency } }: Seat,
  line: PassLine,
): readonly string[] =>
  doubtsOf({ book, on, savings }, asSheetLines(line)).map((doubt) =>
    doubtText(at, { ...doubt, card: member.card }, currency),
  )

/** What is expected of somebody on the list of an open meeting who has not been at the table: the one button that asks nothing more. */
const isAsUsual = (
  { turn: { member, usual, brought }, line: { view } }: Seat,
  line: PassLine,
  of: Typed,
): boolean =>
  of('way') === 'usual' &&
  brought === undefined &&
  member.isPresent === true &&
  view.meeting?.opening !== undefined &&
  view.meeting.closing === undefined &&
  JSON.stringify(line) === JSON.stringify(usual)

/** The way on without writing anything down. */
const passOver = ({ at, on, turn: { member }, line: { table } }: Seat): string => {
  const next = nextOf(table, member.memberId)
  return next === undefined ? nowPlace(at, on, { step: 'loans' }) : turnPlace(at, on, next)
}

/** Of a first turn that two pages show, one number; whoever was at the table before has another form each time. */
const formIdOf = ({ context, book, turn: { member }, line: { view, entries } }: Seat) => {
  const { memberId } = member
  const openedBy = view.meeting?.opening?.entryId
  const wasThere = entries.some((entry) => memberOf(book, entry) === memberId)
  return openedBy === undefined || wasThere
    ? undefined
    : firstTurnId({ openedBy, memberId }, context.get('needs').hash)
}

/** The turn of one member at the table. */
export const oneTurn = meetingStep<Seat>({
  act: 'pass/:memberId',
  rule: 'BuyShares',
  more: seatOf,
  formId: formIdOf,
  look: (seat) => noteNames(seat, { kind: 'member', id: seat.turn.member.memberId }),
  line: ({ at, on, turn: { member }, line: { table }, before }) => ({
    step: 'at-the-table',
    turn: table.here.includes(member.memberId)
      ? { place: table.here.indexOf(member.memberId) + 1, of: table.here.length }
      : undefined,
    above: beforePart(at, on, before),
  }),
  headed: ({ at, turn }) => turnHeading(at, turn),
  form: (seat) => {
    const { at, on, turn } = seat
    const words = sheetWordsAt(at)
    const sum = moneyInFigures({ amount: turn.cash, currency: turn.currency })
    const usual = { value: 'usual', label: words.isOnTable(sum) }
    const check = { value: 'check', label: words.checkTurn }
    return {
      shown: 'savings',
      heading: called(at, turn.member.card),
      query: seat.before === undefined ? {} : { after: seat.before.memberId },
      above: turnPart(at, on, turn),
      more: besideTurn(at, turn),
      fields: turnFields(seat),
      prefilled: prefilledOf(seat),
      isUsualFolded: true,
      beside: 'all',
      submit: words.checkTurn,
      submits: { name: 'way', choices: turn.cash > 0 ? [usual, check] : [check] },
      back: { href: passOver(seat), label: words.nothingFrom },
      after: listLink(at, on),
    }
  },
  ready: async (seat, of) => {
    const { context, at, on, turn } = seat
    const words = sheetWordsAt(at)
    const line = lineTyped(turn, of)
    const items = itemsOfLine(seat, line)
    if (items.length === 0) return { fault: words.turnEmpty }
    return {
      placed: passCommands(line, { formId: of('id'), hash: context.get('needs').hash, on }),
      readBack: (codes) => {
        const asks = asksOf(seat, line)
        if (isAsUsual(seat, line, of) && asks.length + codes.length === 0) return undefined
        const flags = codes.map(
          (code) => codeSaid(code, at.language) ?? deskWordsAt(at).notAllowedByRule,
        )
        const cash = cashOfPass(line, turn.member.shareValue)
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
  next: (seat) => goOn(seat, { after: seat.turn.member.memberId }),
})
