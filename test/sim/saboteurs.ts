import { sha256 } from '#infra/system/system.ts'
import { dayBefore } from '#domain/kernel/dates.ts'
import { copyOfRunning, move, movedWithin } from '#domain/ledger/running.ts'
import type { Sabotage } from '#test/sim/desk.ts'
import * as lending from '#test/sim/wrong-lending.ts'
import * as rules from '#test/sim/wrong-rules.ts'
import * as stores from '#test/sim/wrong-stores.ts'

/** Each is a defect that somebody could have written. All of them must be caught by what they do. */
export const saboteurs: Readonly<Record<string, () => Sabotage>> = {
  'an update is lost when two write at once': stores.keeping((journal) => ({
    append: async (...batch) => {
      await journal.append(...batch)
      return 'appended'
    },
  })),
  'a desk never catches up with the other': stores.keeping((journal) => ({
    read: async (fundId, after, limit) =>
      journal.read(fundId, after, after > 0 && limit === 5000 ? 1 : limit),
  })),
  'a repayment counts again when it is sent again after a month': stores.expiringKeys,
  'a phone that heard nothing sends a new intent': stores.newIdAfterSilence,
  'an acknowledged entry is not yet on the disk': stores.withoutSync,
  'an id of another fund is taken for this one': stores.keeping(stores.everywhere),
  'an entry is changed later': stores.keeping(stores.rewritesHistory),
  'a hash leaves out who recorded': () => ({
    hash: (text) =>
      sha256(text.startsWith('20:village-fund') ? text.split(',').toSpliced(8, 1).join(',') : text),
  }),
  'an expense is posted a day late': rules.recording(
    'RecordExpense',
    rules.dayOff('asset:cash-box'),
  ),
  'interest is rounded to the riel and not to the step': rules.seeing(
    'RecordRepayment',
    rules.roundsToTheRiel,
  ),
  'shares are valued in floating point': rules.recording('BuyShares', (body) =>
    rules.repost(body, (posting) => ({
      ...posting,
      amount: Math.round(posting.amount * 0.0333) * 30,
    })),
  ),
  'interest bears interest': rules.recording('RecordRepayment', rules.withInterestOnInterest),
  'relief makes instalments larger': rules.withShorterLoans,
  'a write-off is taken twice': rules.writesOffTwice,
  'an overpaid loan is a debt below zero': rules.recording('RecordRepayment', (body) =>
    rules.repost(body, (posting) =>
      posting.account.startsWith('liability:suspense') && body.type === 'RepaymentRecorded'
        ? { ...posting, account: `asset:loan:${body.loanId}` }
        : posting,
    ),
  ),
  'a late entry goes into a closed period': rules.seeing('RecordExpense', rules.openFund),
  'a closing forgets what must be set aside': rules.recording(
    'ClosePeriod',
    rules.withoutProvision,
  ),
  'the charter of today judges yesterday': rules.seeing('BuyShares', rules.lastCharterOnly),
  'cash that was forgotten does not explain a count': rules.seeing('RecordDonation', (village) => ({
    ...village,
    meetings: new Map(),
  })),
  'a count forgets what moved on its own day': rules.seeing(
    'CloseMeeting',
    (village, { effectiveOn }) => {
      const cashMoved = copyOfRunning(village.cashMoved)
      const today = { before: dayBefore(effectiveOn), through: effectiveOn }
      move(cashMoved, effectiveOn, 0 - (movedWithin(cashMoved, today) ?? 0))
      return { ...village, cashMoved }
    },
  ),
  'a tie wins a vote': rules.tiesWin,
  'a quorum is counted from half of the members': rules.seeing('AmendCharter', (village) => ({
    ...village,
    members: new Map([...village.members].slice(village.members.size / 2)),
  })),
  'one card is given to two': rules.seeing('AdmitMember', rules.withoutCards),
  'a fact is refused': rules.refusesFacts,
  'a refusal leaves something behind': rules.leavesTraces,
  'a dry run writes': stores.asking(
    (record) => (fundId, commands, options) =>
      record(fundId, commands, { ...options, dryRun: false }),
  ),
  'an import is kept by half': stores.asking(
    (record) => (fundId, commands, options) =>
      record(fundId, commands, { ...options, atomic: false }),
  ),
  'a reversal counts twice': lending.countsTwice,
  'an entry is taken back twice': lending.reversesTwice,
  'a pay-out is taken back and its repayments stay': lending.reversesUnderRepayments,
  'what is taken back goes out of a closed period': rules.seeing('ReverseEntry', rules.openFund),
  'whoever an entry is about approves that it is taken back': lending.approvesTheOwn,
  'the number of a loan that never was stays taken': lending.neverFreesNumbers,
  'a later part of a loan bears no interest for three weeks': lending.drawsWithoutInterest,
  'early money is lost to the fund': lending.losesEarlyMoney,
  'what early money was for is forgotten': lending.forgetsWhatEarlyMoneyIsFor,
  'what is recovered is income': lending.recoversAsIncome,
  'a fine is kept above its limit': lending.keepsFines,
  'a new plan makes a debt of interest': lending.capitalises,
  'the borrower votes too': lending.countsTheBorrower,
  'a vote sees no other loan': lending.votesForASecond,
  'nobody was told the price': lending.votesUntold,
  'everybody is taken for a saver': lending.lendsWithoutSavings,
  'a tie lends': lending.tiesLend,
  'a meeting without its quorum lends': lending.lendsWithoutQuorum,
  'somebody confirms the vote on the own loan': lending.confirmsTheOwn,
  'what waits is released twice': lending.releasesTwice,
  'what an older book asks is demanded, however dear': lending.demandsAsWritten,
  'the vote to convert is forgotten': lending.forgetsConversions,
  'a paper that came back is held for ever': lending.keepsPapers,
  'a warning does not reach the views': rules.changing(() => ({ flags: [] })),
}
