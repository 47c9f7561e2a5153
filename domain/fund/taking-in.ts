import type { LocalDate } from '#domain/kernel/dates.ts'
import * as auditors from '#domain/fund/auditors.ts'
import * as away from '#domain/fund/meeting/away.ts'
import * as bank from '#domain/fund/bank.ts'
import { type BankState, type BankLine, takeInBankLine } from '#domain/fund/bank-lines.ts'
import type { Borrowings } from '#domain/fund/borrowing.ts'
import * as charters from '#domain/fund/charter/charter.ts'
import * as comparing from '#domain/fund/meeting/comparing.ts'
import * as confirming from '#domain/fund/meeting/confirming.ts'
import * as futures from '#domain/fund/future.ts'
import * as explaining from '#domain/fund/meeting/explaining.ts'
import { fundAfterReceiving } from '#domain/fund/receiving.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { type Meeting, meetingAfter, putMeeting } from '#domain/fund/meeting/meetings.ts'
import type { FundBody } from '#domain/fund/operations.ts'
import type { foundFund } from '#domain/fund/operations/founding.ts'
import * as talks from '#domain/fund/meeting/talks.ts'
import { takeInOutside } from '#domain/fund/outside.ts'
import { type Posted, balanceOf } from '#domain/ledger/balances.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { BodyOf } from '#domain/operations/operation.ts'

/** What a village keeps of the fund itself. */
type State = Pick<BankState, 'kept'> & {
  fund: Fund | undefined
  readonly meetings: Map<LocalDate, Meeting>
  readonly bankLines: Map<EntryId, BankLine>
  readonly borrowings: Borrowings
  readonly posted: Posted
  readonly windows: {
    readonly set: (
      windowId: string,
      window: { readonly windowId: string; readonly grants: readonly never[] },
    ) => unknown
  }
}

type Sealed = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly hash: string
  readonly recordedAt: string
}

/** The fund as its first entry makes it. */
const fundFounded = (body: BodyOf<typeof foundFund>, on: LocalDate): Fund => ({
  villageCode: body.villageCode,
  openedOn: on,
  charters: [{ version: 1, from: on, charter: body.charter }],
  openingProvision: body.opening.provision,
})

/** The fund's own row after an entry about itself, once it is founded. */
const fundAfter = (fund: Fund, body: FundBody, { id: entryId, ...sealed }: Sealed): Fund => {
  const { on } = sealed
  switch (body.type) {
    case 'CharterAmended':
      return charters.fundAfterAmending(fund, body, on)
    case 'AuditorsAdmitted':
    case 'AuditorsDismissed':
    case 'AuditorsRenewed':
      return auditors.fundAfterAuditors(fund, body, on)
    case 'FutureDecided':
      return futures.fundAfterFuture(fund, body, { entryId, on })
    case 'ReceivingAccountSet':
      return fundAfterReceiving(fund, body, sealed)
    case 'PeriodClosed':
      return { ...fund, closedThrough: on }
    case 'AwayCountRecorded':
      return away.fundAfterAwayCount(fund, body, { entryId, on })
    case 'TalkGiven':
      return talks.fundAfterTalk(fund, body, { entryId, on })
    case 'PaperCompared':
      return comparing.fundAfterComparison(fund, body, { entryId, on })
    case 'UnexplainedAssigned':
      return explaining.fundAfterAssigning(fund, body, { entryId, ...sealed })
    case 'ConfirmationBegun':
    case 'ConfirmationAnswered':
      return confirming.fundAfterConfirmation(fund, body, { entryId, ...sealed })
    // What else is done stands in the balances, or beside this row.
    default:
      return fund
  }
}

/** Takes in what an entry says of the fund itself, in place. */
export const takeInFund = (state: State, body: FundBody, sealed: Sealed): void => {
  const { id, on } = sealed
  switch (body.type) {
    case 'FundFounded':
      state.fund = fundFounded(body, on)
      for (const { windowId } of body.opening.windows)
        state.windows.set(windowId, { windowId, grants: [] })
      return
    case 'MeetingOpened':
    case 'AttendanceRecorded':
    case 'MeetingClosed': {
      const meeting = meetingAfter(state.meetings.get(on), body, { entryId: id, on })
      putMeeting(state.meetings, meeting)
      return
    }
    case 'StatementRecorded': {
      const booked = balanceOf(state.posted, bank.accountOfPlace(body.place), on)
      state.fund = bank.fundAfterStatement(state.fund!, body, { entryId: id, on, booked })
      return
    }
    case 'BankLineMatched':
      return takeInBankLine(state, body, sealed)
    case 'MoneyBorrowed':
    case 'BorrowingRepaid':
      return takeInOutside(state.borrowings, body, sealed)
    default:
      state.fund = fundAfter(state.fund!, body, sealed)
  }
}
