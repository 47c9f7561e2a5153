import { settled } from '#domain/ledger/rows.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { FundBook } from '#domain/health/book.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Hasher, Ids } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { broughtBy, entriesOfDay } from '#src/app/meeting/day-rows.ts'
import { type MeetingNow, type Table, meetingNow, tableOf } from '#src/app/meeting/line.ts'
import {
  type AtTable,
  type PassLine,
  atTable,
  cashOfPass,
  passCommands,
  usualLine,
  usualShares,
} from '#src/app/meeting/pass.ts'
import { firstTurnId } from '#src/app/meeting/sheet-commands.ts'
import { type MeetingView, meetingViewOf } from '#src/app/meeting/view.ts'
import { rowsByAccount } from '#src/app/savings-rows.ts'
import { type PhoneBook, fundBookOf } from '#src/pwa/book.ts'
import type { Phone } from '#src/pwa/phone.ts'

/** A day's meeting as a phone shows it. */
export type MeetingLine = {
  readonly on: LocalDate
  readonly book: FundBook
  readonly phoneBook: PhoneBook
  readonly view: MeetingView
  readonly brought: ReadonlyMap<string, number>
  readonly table: Table
  readonly now: MeetingNow
}

/** Where the meeting of a day stands; undefined before there is a book. */
export const meetingLineOf = async (
  phone: Phone,
  { fundId, on }: { readonly fundId: string; readonly on: LocalDate },
): Promise<MeetingLine | undefined> => {
  const phoneBook = phone.shown().book
  const book = fundBookOf(phoneBook)
  if (!book) return undefined
  const entries = await entriesOfDay(phone.rows, { book, fundId, on })
  const brought = broughtBy(book, entries)
  const view = meetingViewOf(book, on)
  const table = tableOf(book, on, brought)
  return { on, book, phoneBook, view, brought, table, now: meetingNow(book, view, brought) }
}

/** One member's turn: what is expected, and what it comes to. */
export type TurnOnPhone = {
  readonly currency: Currency
  readonly member: AtTable
  readonly usual: PassLine
  readonly cash: number
}

export const turnOnPhone = (line: MeetingLine, memberId: string): TurnOnPhone | undefined => {
  const { book, on, phoneBook, brought } = line
  const member = atTable(book, { on, memberId })
  if (!member) return undefined
  const savings = rowsByAccount(phoneBook.savings).get(`liability:savings:${memberId}`) ?? []
  const usual = usualLine(member, {
    shares: usualShares(member, settled(savings, book.flags), on),
    isFirst: !brought.has(memberId),
  })
  const { currency } = charterOf(book, on)
  return { currency, member, usual, cash: cashOfPass(usual, member.shareValue) }
}

/** The commands of a turn. Of a first one the ids are the same on every phone, so that two who press count once. */
export const turnCommands = (
  { view, brought, on }: MeetingLine,
  laid: PassLine,
  { hash, ids }: { readonly hash: Hasher; readonly ids: Ids },
): readonly Command[] => {
  const { memberId } = laid
  const openedBy = view.meeting?.opening?.entryId
  const isFirst = openedBy !== undefined && !brought.has(memberId)
  const formId = isFirst ? firstTurnId({ openedBy, memberId }, hash) : ids()
  return passCommands(laid, { formId, hash, on }).map(({ command }) => command)
}
