import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { Hasher } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import {
  type Sheet,
  type SheetGrant,
  type SheetLine,
  type SheetPayout,
  totalsOf,
} from '#src/app/meeting/sheet.ts'

/** Where a command stands on the sheet: a line or a place of its own, and the column. */
export type SheetPlace = {
  readonly part: 'meeting' | 'line' | 'payout' | 'grant'
  readonly row: number
  readonly column: string
}

export type Placed = { readonly command: Command; readonly place: SheetPlace }

type Made = Command extends infer C
  ? C extends Command
    ? Omit<C, 'id' | 'v' | 'effectiveOn'>
    : never
  : never

type Form = Pick<SheetNeeds, 'formId' | 'hash'>

/**
 * An id of a form's own: the same form makes the same ids, so that it counts once. It begins with the form's
 * time, because of two counts of a meeting the one that was made last is believed.
 */
const idIn = ({ formId, hash }: Form, ...parts: readonly (string | number)[]): string => {
  const made = uuidOfHash(hash(lengthPrefixed([formId, ...parts.map(String)])))
  return `${formId.slice(0, 13)}${made.slice(13)}`
}

/** The same number for every page that is opened for a member at a meeting, so that two of them pressed at once count once. */
export const firstTurnId = (
  { openedBy, memberId }: { readonly openedBy: string; readonly memberId: string },
  hash: Hasher,
): string => idIn({ formId: openedBy, hash }, 'turn', memberId)

/** Whether two ids were made by the same form, as far as they tell. */
export const isOfOneForm = (one: string, other: string): boolean =>
  one.slice(0, 13) === other.slice(0, 13)

/** Makes the commands of one form for a day, each with an id of its own. */
export const makerOf =
  (form: Form, on: LocalDate) =>
  (place: SheetPlace, made: Made): Placed => {
    const id = idIn(form, place.part, place.row, place.column)
    return { command: { ...made, id, v: 1, effectiveOn: on } as Command, place }
  }

type Make = ReturnType<typeof makerOf>

const ofLine = (
  make: Make,
  line: SheetLine,
  { shareValue }: Pick<SheetNeeds, 'shareValue'>,
): Placed[] => {
  const { row, memberId, shares, savingsIn, socialIn, fineIn, savingsOut } = line
  const at = (column: string): SheetPlace => ({ part: 'line', row, column })
  const free = savingsIn - shares * shareValue
  const { loanId, principal, interest } = line
  return [
    ...(shares > 0 ? [make(at('shares'), { type: 'BuyShares', memberId, shares })] : []),
    ...(free > 0 ? [make(at('savingsIn'), { type: 'RecordDeposit', memberId, amount: free })] : []),
    ...(socialIn > 0
      ? [make(at('socialIn'), { type: 'RecordSocialContribution', memberId, amount: socialIn })]
      : []),
    ...(fineIn > 0 ? [make(at('fineIn'), { type: 'RecordFine', memberId, amount: fineIn })] : []),
    ...(savingsOut > 0
      ? [make(at('savingsOut'), { type: 'RecordWithdrawal', memberId, amount: savingsOut })]
      : []),
    ...(loanId !== undefined && principal + interest > 0
      ? [
          make(at('principal'), {
            type: 'RecordRepayment',
            loanId,
            amount: principal + interest,
            written: { interest, principal },
            paidBy: memberId,
          }),
        ]
      : []),
  ]
}

const ofPayout = (
  make: Make,
  { place, hands, ...terms }: SheetPayout,
  { loanId, present }: { readonly loanId: string; readonly present: number },
): Placed => {
  const vote = hands === undefined ? {} : { vote: { present, ...hands } }
  const made = { type: 'RecordPayout' as const, loanId, ...terms, ...vote }
  return make({ part: 'payout', row: place, column: 'principal' }, made)
}

const ofGrant = (make: Make, { place, ...grant }: SheetGrant): Placed =>
  make({ part: 'grant', row: place, column: 'amount' }, { type: 'RecordGrantPayout', ...grant })

const ofBook = (make: Make, { donation, socialOut, expenses, cost }: Sheet): Placed[] => {
  const at = (column: string): SheetPlace => ({ part: 'meeting', row: 0, column })
  const { amount, windowId } = donation
  return [
    ...(amount > 0
      ? [
          make(at('donorGrantIn'), {
            type: 'RecordDonation',
            amount,
            ...(windowId === undefined ? {} : { windowId }),
          }),
        ]
      : []),
    ...(socialOut > 0
      ? [make(at('socialOut'), { type: 'RecordSocialSupport', amount: socialOut })]
      : []),
    ...(expenses > 0
      ? [make(at('expensesOut'), { type: 'RecordExpense', amount: expenses, ...cost })]
      : []),
  ]
}

const attendanceOf = (make: Make, { lines }: Sheet): Placed => {
  const of = (isPresent: boolean): string[] =>
    lines
      .filter((line) => line.isFirst && line.isPresent === isPresent)
      .map((line) => line.memberId)
  const made = { type: 'RecordAttendance' as const, present: of(true), absent: of(false) }
  return make({ part: 'meeting', row: 0, column: 'membersPresent' }, made)
}

export type SheetNeeds = {
  /** Made with the form. */
  readonly formId: string
  readonly hash: Hasher
  readonly shareValue: number
}

const ofTwo: readonly string[] = [
  'RecordWithdrawal',
  'RecordExpense',
  'RecordSocialSupport',
  'RecordPayout',
] satisfies Command['type'][]

/** Whether somebody else may stand behind a line: money that leaves. */
export const mayBeOfTwo = ({ command: { type } }: Pick<Placed, 'command'>): boolean =>
  ofTwo.includes(type)

/** The same with a second officer behind what leaves, but not behind what is the own. */
export const seconded = <One extends Pick<Placed, 'command'>>(
  placed: readonly One[],
  approvedBy: string | undefined,
): readonly One[] =>
  placed.map((one) => {
    const isOwn = 'memberId' in one.command && one.command.memberId === approvedBy
    const isOfTwo = approvedBy !== undefined && mayBeOfTwo(one) && !isOwn
    return isOfTwo ? { ...one, command: { ...one.command, approvedBy } as Command } : one
  })

/**
 * Everything that a past meeting's sheet says, in the order of the meeting: opened and closed with its written
 * totals, which nobody can count by note any more.
 */
export const catchUpCommands = (sheet: Sheet, needs: SheetNeeds): readonly Placed[] => {
  const make = makerOf(needs, sheet.on)
  const loanIdOf = (place: number): string => idIn(needs, 'loan', place)
  const count = (amount: number) => ({ amount, isByNote: false })
  const at = (column: string): SheetPlace => ({ part: 'meeting', row: 0, column })
  const present = totalsOf(sheet).membersPresent
  return [
    make(at('openingCash'), { type: 'OpenMeeting', count: count(sheet.openingCash) }),
    attendanceOf(make, sheet),
    ...sheet.lines.flatMap((line) => ofLine(make, line, needs)),
    ...ofBook(make, sheet),
    ...sheet.payouts.map((payout) =>
      ofPayout(make, payout, { loanId: loanIdOf(payout.place), present }),
    ),
    ...sheet.grants.map((grant) => ofGrant(make, grant)),
    make(at('closingCash'), {
      type: 'CloseMeeting',
      count: count(sheet.closingCash),
      written: totalsOf(sheet),
    }),
  ]
}
