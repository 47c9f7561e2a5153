import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { productsAboveCap } from '#domain/fund/charter/charter.ts'
import { committeeShareMaxPercent, ofCommitteeHouseholds } from '#domain/fund/exposure.ts'
import { everAbsent } from '#domain/fund/meeting/meetings.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { type LoanStanding, standingOf } from '#domain/loans/standing.ts'
import { onceADay } from '#domain/health/once.ts'
import { type FundBook, standingFlags, standingsOn, total } from '#domain/health/book.ts'
import {
  type Finding,
  type FindingCode,
  type FindingSubject,
  finding,
} from '#domain/health/finding.ts'
import { owedBy } from '#domain/health/health.ts'
import { olderFindings } from '#domain/health/older-findings.ts'
import { peopleFindings, peopleFlagCodes } from '#domain/health/people-findings.ts'
import { loansOnPassingSavings } from '#domain/health/around-a-loan.ts'
import { changedSinceCounted, keepersChangedLater } from '#domain/health/shortages.ts'
import { handFindings, handFlagCodes } from '#domain/health/hand-findings.ts'
import { meetingFindings } from '#domain/health/meeting-findings.ts'
import { laterFindings, withByDays } from '#domain/health/later-findings.ts'
import { lentBeyond, withLentBeyond } from '#domain/health/lent-beyond.ts'
import { reliefFindings } from '#domain/health/relief-findings.ts'
import { trustFindings } from '#domain/health/trust-findings.ts'
import { voteFindings } from '#domain/health/vote-findings.ts'

/** Flags that entries carry, as findings. Imported facts have no vote in these books: that is no finding. */
const flagCodes: Readonly<Record<string, FindingCode>> = {
  ...peopleFlagCodes,
  ...handFlagCodes,
  'LoanWrittenOff without-minute': 'write-off-without-minute',
  'LoanWrittenOff differs-from-owed': 'write-off-differs-from-owed',
  'LoanPaidOut above-ceiling': 'loan-above-ceiling',
  'LoanPaidOut above-fund-share': 'loan-above-fund-share',
  'LoanPaidOut second-loan': 'second-loan',
  'LoanTakenOver owed-above-principal': 'owed-above-principal',
  'LoanPaidOut differs-from-decision': 'paid-out-unlike-the-decision',
  'LoanPaidOut above-cap': 'lent-above-the-cap',
  'LoanPaidOut more-than-can-be-lent': 'voted-beyond-lendable',
  'LoanPaidOut above-committee-share': 'voted-above-committee-share',
  'GuaranteeGiven stood-for-by-one-word': 'stood-for-by-one-word',
  'WithdrawalRequested asked-by-one-word': 'savings-asked-by-one-word',
  'LoanTakenOver above-ceiling': 'loan-above-ceiling',
  'LoanTakenOver above-cap': 'lent-above-the-cap',
  'LoanTakenOver flat-rate': 'flat-rate-loan',
  'LoanPaidOut flat-rate': 'flat-rate-loan',
  'LoanTakenOver fee-taken': 'fee-taken',
  'LoanPaidOut fee-taken': 'fee-taken',
  'LoanTakenOver security-held': 'security-taken',
  'LoanPaidOut security-held': 'security-taken',
  'SecurityReturned not-held': 'returned-what-was-not-held',
  'SecurityReturned fewer-than-two-witnesses': 'given-back-unseen',
  'LoanPartPaidOut above-agreed': 'lent-more-than-agreed',
  'LateFinePaid fine-above-limit': 'fine-above-limit',
  'RecoveryRecorded above-claim': 'recovered-above-claim',
  'SuspenseReleased more-than-waited': 'handed-back-more-than-waited',
  'EntryReversed reversed-same-day': 'reversed-same-day',
  'TransferRecorded not-in-two-names': 'moved-in-one-name',
  'TransferRecorded more-than-held': 'moved-more-than-held',
  'PaymentSpread overpaid': 'loan-overpaid',
  'RepaymentRecorded overpaid': 'loan-overpaid',
  'RepaymentRecorded split-differs': 'split-differs',
  'RepaymentRecorded paid-by-another': 'paid-by-another',
  'EmergencyLinesPromised promised-above-cash': 'promised-above-cash',
  'ConfirmationAnswered differs-from-slip': 'answered-for-somebody',
  'RepaymentRecorded before-payout': 'repaid-before-payout',
  'FundFounded rate-above-cap': 'rate-above-cap',
  'SharesBought fewer-shares-than-a-meeting-asks': 'fewer-shares-than-a-meeting-asks',
  'SharesBought more-shares-than-a-meeting-allows': 'more-shares-than-a-meeting-allows',
  'SavingsPaidToHeirs more-than-saved': 'more-than-saved',
  'SavingsPaidToHeirs not-two-witnesses': 'heirs-paid-unwitnessed',
  'SavingsPaidToHeirs member-not-dead': 'heirs-of-the-living-paid',
  'MoneyBorrowed above-borrowing-limit': 'borrowed-above-limit',
  'BorrowingRepaid more-than-borrowed': 'repaid-above-borrowing',
  'MoneyExchanged more-than-held': 'exchanged-more-than-held',
  'MoneyExchanged rate-differs': 'exchange-rate-differs',
  'InterestOnSavingsPaid savings-cost-above-yield': 'savings-cost-above-yield',
  'SavingsWithdrawn from-held-savings': 'held-savings-given-out',
  'SavingsWithdrawn more-than-saved': 'more-than-saved',
  // About the fund and nobody in it. What earlier versions flagged beyond one owner's own is told to nobody but her.
  'PrivateSavingsMoved more-than-all-private': 'more-than-all-private',
  'SocialSupportPaid more-than-social-fund-holds': 'more-than-social-fund-holds',
  'FinePaid more-than-the-charter-asks': 'fine-above-charter',
  'SocialContributionPaid more-than-the-charter-asks': 'contribution-above-charter',
  'GrantPaid window-overspent': 'window-overspent',
  'SupportPartPaid window-overspent': 'window-overspent',
  'DonationReturned window-overspent': 'window-overspent',
  'SupportPartPaid paid-without-decision': 'support-without-decision',
  'SupportPartPaid above-award': 'above-award',
  'SupportPartPaid conditions-open': 'conditions-open',
  'SupportPartPaid paid-at-a-meeting': 'paid-at-a-meeting',
  'ReliefRecorded longer-than-rule': 'relief-longer-than-rule',
  'AuditorsDismissed auditors-dismissed': 'auditors-dismissed',
  'MeetingOpened box-differs-from-books': 'box-differs-from-books',
  'MeetingClosed box-differs-from-books': 'box-differs-from-books',
}

export const largestBorrowerMaxPercent = 10
const evergreenDays = 7

/** The member whose matter a part of the book is; undefined where it is of nobody alone. */
const whoseIn = (book: FundBook, kind: string, key: string): string | undefined => {
  if (kind === 'member') return key
  if (kind === 'withdrawal') return key.slice(key.indexOf(' ') + 1)
  const request = kind === 'request' && book.requests.find(({ loanId }) => loanId === key)
  return request ? request.asked.memberId : undefined
}

const subjectOf = (book: FundBook, subject: string): FindingSubject => {
  const colon = subject.indexOf(':')
  const [kind, key] = [subject.slice(0, colon), subject.slice(colon + 1)]
  if (kind === 'loan')
    return { kind, number: book.loans.find(({ loanId }) => loanId === key)?.number ?? key }
  const whose = whoseIn(book, kind, key)
  if (whose !== undefined)
    return {
      kind: 'member',
      number: book.members.find((one) => one.memberId === whose)?.card ?? key,
    }
  if (kind === 'meeting' || kind === 'window' || kind === 'event') return { kind, number: key }
  return { kind: 'fund', number: book.fund.villageCode }
}

/** What is a finding of whatever entry it is seen. */
const ofAnyEntry = ['paid-after-the-count', 'foreign-by-one-hand'] as const

const fromFlags = (book: FundBook): Finding[] =>
  standingFlags(book).flatMap(({ seq, flag, entryType, effectiveOn, subject }) => {
    const code = ofAnyEntry.find((one) => one === flag) ?? flagCodes[`${entryType} ${flag}`]
    if (!code) return []
    // The last one to come for the own money finds the pool empty: the finding points at nobody's line.
    const at = code === 'more-than-all-private' ? {} : { seq }
    return [finding(code, effectiveOn, subjectOf(book, subject), at)]
  })

const loanSubject = ({ number }: Loan): FindingSubject => ({ kind: 'loan', number })

/** Money that was handed to somebody whom a list of that meeting marks as absent, whatever a later one says. */
const toAbsentMembers = (book: FundBook): Finding[] => {
  const absences = new Set(
    [...book.meetings, ...book.unmet].flatMap((meeting) =>
      everAbsent(meeting).map((memberId) => `${meeting.heldOn} ${memberId}`),
    ),
  )
  return book.loans
    .filter(
      ({ origin, memberId }) =>
        origin.kind === 'paid-out' && absences.has(`${origin.on} ${memberId}`),
    )
    .map((loan) =>
      finding('loan-to-absent-member', loan.origin.on, loanSubject(loan), {
        found: loan.terms.principal,
      }),
    )
}

/** A loan paid back and a new one taken within a week can hide that nothing was really paid. */
const lentAgain = (book: FundBook, asOf: LocalDate): Finding[] => {
  const settledOn = book.loans.flatMap((loan) => {
    const standing = standingOf(loan, asOf)
    const last = standing?.status === 'closed' ? standing.splits.at(-1)?.on : undefined
    return last === undefined ? [] : [{ loan, on: last }]
  })
  return book.loans.flatMap((loan) => {
    if (loan.origin.kind !== 'paid-out') return []
    const before = settledOn.some(({ loan: other, on }) => {
      const days = daysBetween(on, loan.origin.on)
      return (
        other.memberId === loan.memberId &&
        other.loanId !== loan.loanId &&
        days >= 0 &&
        days <= evergreenDays
      )
    })
    return before ? [finding('repaid-and-lent-again', loan.origin.on, loanSubject(loan))] : []
  })
}

const concentration = (
  book: FundBook,
  standings: readonly LoanStanding[],
  { asOf }: { readonly asOf: LocalDate },
): Finding[] => {
  const fund: FindingSubject = { kind: 'fund', number: book.fund.villageCode }
  const portfolio = total(standings.map(({ owed }) => owed))
  const houses = ofCommitteeHouseholds(book.members, asOf)
  const committee = owedBy(book, standings, ({ memberId }) => houses.has(memberId))
  const own = total(
    book.balances
      .filter(
        ({ account, on }) =>
          on <= asOf && /^(equity|income|expense|liability:savings)/.test(account),
      )
      .map(({ amount }) => -amount),
  )
  const byMember = Map.groupBy(standings, ({ loan }) => loan.memberId)
  const largest = Math.max(
    0,
    ...[...byMember.values()].map((loans) => total(loans.map(({ owed }) => owed))),
  )
  return [
    ...((percentOf(committee, portfolio) ?? 0) > committeeShareMaxPercent
      ? [
          finding('committee-share-high', asOf, fund, {
            found: committee,
            expected: Math.floor((portfolio * committeeShareMaxPercent) / 100),
          }),
        ]
      : []),
    ...(own > 0 && (percentOf(largest, own) ?? 0) > largestBorrowerMaxPercent
      ? [
          finding('largest-borrower-high', asOf, fund, {
            found: largest,
            expected: Math.floor((own * largestBorrowerMaxPercent) / 100),
          }),
        ]
      : []),
  ]
}

const charterBreaches = (book: FundBook, asOf: LocalDate): Finding[] => {
  const later = book.fund.charters.slice(1).filter(({ from }) => from <= asOf)
  const fund: FindingSubject = { kind: 'fund', number: book.fund.villageCode }
  const above = later.filter(({ charter, from }) => productsAboveCap(charter, from).length > 0)
  const takeover = total(
    book.balances
      .filter(({ account }) => account === 'equity:takeover')
      .map(({ amount }) => amount),
  )
  return [
    ...above.map(({ from }) => finding('rate-above-cap', from, fund)),
    ...(takeover === 0
      ? []
      : [
          finding('takeover-not-settled', book.fund.openedOn, fund, {
            found: takeover,
            expected: 0,
          }),
        ]),
  ]
}

/** All findings of a fund through a day, by day and code. A sound book can be full of them. */
export const findingsOf = onceADay((book, asOf): readonly Finding[] => {
  const all = [
    ...withByDays(book, withLentBeyond(book, fromFlags(book), lentBeyond(book, asOf)), asOf),
    ...toAbsentMembers(book),
    ...lentAgain(book, asOf),
    ...loansOnPassingSavings(book),
    ...laterFindings(book, asOf),
    ...olderFindings(book, asOf),
    ...meetingFindings(book),
    ...changedSinceCounted(book, asOf),
    ...keepersChangedLater(book, asOf),
    ...peopleFindings(book, asOf),
    ...concentration(book, standingsOn(book, asOf), { asOf }),
    ...charterBreaches(book, asOf),
    ...trustFindings(book, asOf),
    ...voteFindings(book),
    ...handFindings(book, asOf),
    ...reliefFindings(book, asOf),
  ]
  const place = ({ on, code, subject, seq }: Finding): string =>
    `${on} ${code} ${subject.number} ${seq ?? ''}`
  return all.filter(({ on }) => on <= asOf).toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
})
