import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { Hasher } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { PaperBook } from '#src/exchange/paper-book/book.ts'

/** A command with the place that it takes among the others: what it needs must come before it. */
export type Placed = { readonly at: LocalDate; readonly rank: number; readonly command: Command }

type CommandBody = {
  [T in Command['type']]: Omit<Extract<Command, { type: T }>, 'id' | 'v'>
}[Command['type']]

export type Wording = {
  readonly id: (...parts: readonly string[]) => string
  readonly member: (card: string) => string
  readonly loan: (number: string) => string
  readonly place: (
    file: string,
    line: { readonly row: number },
    body: CommandBody,
    at?: LocalDate,
  ) => Placed
}

/** The order of a meeting, so that what a member saved today counts for what she borrows today. */
const ranks: readonly Command['type'][] = [
  'FoundFund',
  'AdmitMember',
  'AppointOfficer',
  'TakeOverSavings',
  'TakeOverLoan',
  'OpenMeeting',
  'RecordAttendance',
  'RecordDonation',
  'BuyShares',
  'RecordSocialContribution',
  'RecordFine',
  'RecordWithdrawal',
  'RecordPayout',
  'RecordRelief',
  'RecordRepayment',
  'RecordGrantPayout',
  'RecordSocialSupport',
  'RecordExpense',
  'RecordWriteOff',
  'CloseMeeting',
]

/** How a book's lines become commands with ids of their own. */
export const wordingOf = (book: PaperBook, hash: Hasher): Wording => {
  const id = (...parts: readonly string[]): string =>
    uuidOfHash(hash(lengthPrefixed([book.hash, ...parts])))
  return {
    id,
    member: (card) => id('member', card),
    loan: (number) => id('loan', number),
    place: (file, { row }, body, at = body.effectiveOn) => ({
      at: later(at, body.effectiveOn),
      rank: ranks.indexOf(body.type),
      command: { ...body, id: id(file, String(row), body.type), v: 1 } as Command,
    }),
  }
}
