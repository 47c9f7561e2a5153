import type { LocalDate } from '#domain/kernel/dates.ts'
import * as auditors from '#domain/fund/auditors.ts'
import * as away from '#domain/fund/away.ts'
import * as bank from '#domain/fund/bank.ts'
import * as charters from '#domain/fund/charter.ts'
import * as comparing from '#domain/fund/comparing.ts'
import * as confirming from '#domain/fund/confirming.ts'
import * as explaining from '#domain/fund/explaining.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { PeriodClosed } from '#domain/fund/periods.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** What changes the fund itself, once it is founded. */
type FundBody =
  | charters.CharterAmended
  | auditors.AuditorBody
  | PeriodClosed
  | bank.StatementRecorded
  | away.AwayCountRecorded
  | comparing.PaperCompared
  | explaining.UnexplainedAssigned
  | confirming.ConfirmationBody

/** The fund after an entry about itself. */
export const fundAfter = (
  fund: Fund,
  body: FundBody,
  {
    id: entryId,
    on,
    hash,
    recordedAt,
  }: {
    readonly id: EntryId
    readonly on: LocalDate
    readonly hash: string
    readonly recordedAt: string
  },
): Fund => {
  switch (body.type) {
    case 'CharterAmended':
      return charters.fundAfterAmending(fund, body, on)
    case 'AuditorsAdmitted':
    case 'AuditorsDismissed':
      return auditors.fundAfterAuditors(fund, body, on)
    case 'PeriodClosed':
      return { ...fund, closedThrough: on }
    case 'StatementRecorded':
      return bank.fundAfterStatement(fund, body, { entryId, on })
    case 'AwayCountRecorded':
      return away.fundAfterAwayCount(fund, body, { entryId, on })
    case 'PaperCompared':
      return comparing.fundAfterComparison(fund, body, { entryId, on })
    case 'UnexplainedAssigned':
      return explaining.fundAfterAssigning(fund, body, { entryId, on, recordedAt })
    case 'ConfirmationBegun':
    case 'ConfirmationAnswered':
      return confirming.fundAfterConfirmation(fund, body, { entryId, on, hash, recordedAt })
  }
}
