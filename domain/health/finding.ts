import type { LocalDate } from '#domain/kernel/dates.ts'

/** What a finding is about, by the number that the village knows it by. */
export type FindingSubject = {
  readonly kind: 'loan' | 'member' | 'meeting' | 'window' | 'event' | 'fund' | 'dispute'
  readonly number: string
}

/** A charter breach or warning sign: something to look at, never a verdict. Sums in smallest units. */
export type Finding = {
  readonly code: FindingCode
  readonly on: LocalDate
  readonly subject: FindingSubject
  /** Entry of the journal that it rests on, where it is one. */
  readonly seq: number | null
  /** The column of the cash book that differs, where it is one. */
  readonly column: string | null
  readonly expected: number | null
  readonly found: number | null
}

export const findingCodes = [
  'write-off-without-minute',
  'write-off-differs-from-owed',
  'loan-to-absent-member',
  'loan-above-ceiling',
  'loan-above-fund-share',
  'second-loan',
  'repaid-and-lent-again',
  'split-differs',
  'loan-overpaid',
  'paid-by-another',
  'repaid-before-payout',
  'owed-above-principal',
  'rate-above-cap',
  'more-shares-than-a-meeting-allows',
  'fewer-shares-than-a-meeting-asks',
  'savings-cost-above-yield',
  'heirs-paid-unwitnessed',
  'heirs-of-the-living-paid',
  'borrowed-above-limit',
  'repaid-above-borrowing',
  'exchanged-more-than-held',
  'exchange-rate-differs',
  'more-than-saved',
  'held-savings-given-out',
  'more-than-all-private',
  'more-than-social-fund-holds',
  'window-overspent',
  'support-without-decision',
  'above-award',
  'conditions-open',
  'paid-at-a-meeting',
  'relief-longer-than-rule',
  'relief-not-ratified',
  'box-differs-from-books',
  'opening-not-last-closing',
  'cash-book-does-not-add-up',
  'cash-book-differs',
  'attendance-differs',
  'meeting-missing-in-cash-book',
  'absent-but-paid-in',
  'cash-above-box-limit',
  'committee-share-high',
  'largest-borrower-high',
  'takeover-not-settled',
  'auditors-dismissed',
  'paid-out-unlike-the-decision',
  'lent-above-the-cap',
  'lent-more-than-agreed',
  'fine-above-limit',
  'fine-above-charter',
  'contribution-above-charter',
  'recovered-above-claim',
  'handed-back-more-than-waited',
  'reversed-same-day',
  'moved-in-one-name',
  'moved-more-than-held',
  'bank-statement-differs',
  'dispute-unanswered',
  'dispute-handed-to-the-ngo',
  'flat-rate-loan',
  'fee-taken',
  'security-taken',
  'security-not-given-back',
  'interest-beyond-the-cap',
  'old-interest-beyond-half',
  'charges-above-half',
  'returned-what-was-not-held',
  'given-back-unseen',
  'lent-to-somebody-not-here',
  'left-owing',
  'officer-gone',
  'officer-gone-by-one-word',
  'written-after-death',
  'second-loan-in-household',
  'too-few-women',
  'key-holder-on-committee',
  'put-in-without-election',
  'hand-over-incomplete',
  'hand-over-missing',
  'hand-over-box-differs',
  'officers-lapsed',
  'not-explained',
  'not-explained-in-time',
  'explaining-put-off',
  'asked-too-long-ago',
  'asked-and-often-not-right',
  'out-by-one-hand',
  'back-and-forth-by-one-hand',
  'taken-over-by-one-hand',
  'member-nobody-has-seen',
  'paid-after-the-count',
  'lent-without-decision',
  'granted-without-decision',
  'given-up-without-vote',
  'relief-without-vote',
  'lent-after-leaving',
  'heirs-paid-elsewhere',
  'interest-beyond-schedule',
  'restricted-money-lent',
  'lent-beyond-lendable',
  'counted-again',
  'attendance-changed',
] as const

export type FindingCode = (typeof findingCodes)[number]

export const finding = (
  code: FindingCode,
  on: LocalDate,
  subject: FindingSubject,
  more: Partial<Pick<Finding, 'seq' | 'column' | 'expected' | 'found'>> = {},
): Finding => ({
  code,
  on,
  subject,
  seq: more.seq ?? null,
  column: more.column ?? null,
  expected: more.expected ?? null,
  found: more.found ?? null,
})
