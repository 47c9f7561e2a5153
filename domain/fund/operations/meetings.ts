import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  code,
  described,
  group,
  optional,
  sumOrZero,
  text,
  whole,
  word,
} from '#domain/kernel/shape.ts'
import { notesFault } from '#domain/fund/meeting/banknotes.ts'
import { countDifference } from '#domain/fund/meeting/cash.ts'
import { countedCash } from '#domain/fund/meeting/count-shape.ts'
import type { FundBooks } from '#domain/fund/fund-books.ts'
import type { Count, CountPoint } from '#domain/fund/meeting/meetings.ts'
import { someMembers } from '#domain/fund/people/members-shape.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { chairOrRecordKeeper, counters } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

type Counting = Pick<FundBooks, 'cashMoved' | 'meetings' | 'charter'>
type Counted = { readonly effectiveOn: LocalDate; readonly count: Count }
type Members = Pick<FundBooks, 'members'>

const countFault = ({ amount, isByNote, notes }: Count, { charter }: Counting) => {
  if (notes === undefined) return undefined
  if (!isByNote) return invalid('notes-not-counted', '/count/notes')
  const fault = notesFault(notes, { amount, currency: charter.currency })
  return fault && invalid(fault.code, `/count/notes${fault.at}`)
}

/** A count with the difference between box and books that it books. */
const counted = (
  now: Counting,
  { effectiveOn: on, count: found }: Counted,
  at: CountPoint,
): Decision<{ flags: 'box-differs-from-books'[]; postings: readonly Posting[] }, never> => {
  const fault = countFault(found, now)
  if (fault) return fault
  const book = { moved: now.cashMoved, meetings: now.meetings }
  const { currency } = now.charter
  const postings = countDifference(book, { on, at, count: found, currency })
  return recorded({ flags: flagsOf({ 'box-differs-from-books': postings.length > 0 }), postings })
}

const strangerIn = ({ members }: Members, memberIds: readonly string[], at: string) => {
  const stranger = memberIds.findIndex((memberId) => !members.has(memberId))
  return stranger < 0 ? undefined : invalid('member-unknown', `${at}/${stranger}`)
}

const ofCount = {
  may: counters,
  second: 'none',
  minutes: 'told',
  isReversible: false,
} as const

/** Meetings are known by their day, which the entry stands under and does not say again. */
const ofItsDay = () => []

/** The box is opened and counted. Members by id, places by a code of the fund's own. */
export const openMeeting = operation({
  ...ofCount,
  command: 'OpenMeeting',
  entry: 'MeetingOpened',
  oneHand: 'evidence',
  asks: {
    count: countedCash,
    place: optional(code('place-not-a-code')),
    /** Who brought the keys. */
    keyHolders: optional(someMembers),
    among: described(optional(word(['women'])), 'A meeting of women alone'),
  },
  keeps: ['count', 'place', 'keyHolders', 'among'],
  decide: (now: Counting & Members, command) => {
    const decision = counted(now, command, 'opening')
    if (decision.outcome !== 'recorded') return decision
    return strangerIn(now, command.keyHolders ?? [], '/keyHolders') ?? decision
  },
  about: ofItsDay,
})

export const recordAttendance = operation({
  command: 'RecordAttendance',
  entry: 'AttendanceRecorded',
  oneHand: 'evidence',
  asks: { present: someMembers, absent: someMembers },
  keeps: ['present', 'absent'],
  may: chairOrRecordKeeper,
  second: 'none',
  minutes: 'told-above',
  isReversible: true,
  decide: (now: Members, { present, absent }) =>
    strangerIn(now, present, '/present') ??
    strangerIn(now, absent, '/absent') ??
    recorded({ flags: [], postings: [] }),
  about: ofItsDay,
})

const presentMax = 10_000

/** The committee's own totals of a meeting, as their cash book has them; a witness, not the ledger. */
const writtenTotals = group({
  membersPresent: whole(0, presentMax, 'amount-not-whole'),
  savingsIn: sumOrZero,
  socialIn: sumOrZero,
  finesIn: sumOrZero,
  loanPrincipalIn: sumOrZero,
  interestIn: sumOrZero,
  donorGrantIn: sumOrZero,
  loansOut: sumOrZero,
  savingsOut: sumOrZero,
  socialOut: sumOrZero,
  migrationGrantsOut: sumOrZero,
  expensesOut: sumOrZero,
})

/**
 * What is read aloud when a meeting has closed and again when the next one opens: eight digits of a hash over
 * the last head that had been synced before it, and over the meeting's commands in their order.
 */
const meetingCode = group({
  digits: text(/^\d{8}$/, { code: 'code-not-8-digits', example: '40718236' }),
  head: text(/^([0-9a-f]{64})?$/, { code: 'head-not-a-hash', example: '5f'.repeat(32) }),
})

export const closeMeeting = operation({
  ...ofCount,
  command: 'CloseMeeting',
  entry: 'MeetingClosed',
  oneHand: 'evidence',
  asks: {
    count: countedCash,
    written: optional(writtenTotals),
    code: described(
      optional(meetingCode),
      'Eight digits that are read aloud: of the last head that was synced before the meeting, and of the meeting’s commands in their order',
    ),
  },
  keeps: ['count', 'written', 'code'],
  decide: (now: Counting, command) => counted(now, command, 'closing'),
  about: ofItsDay,
})
