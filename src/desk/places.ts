import type { LocalDate } from '#domain/kernel/dates.ts'

type In = { readonly fundId: string }

/** What is written down of members, households and offices. */
type MemberTaskName =
  | 'member-change'
  | 'death'
  | 'card-correction'
  | 'household'
  | 'new-member'
  | 'election'
  | 'appointment'
  | 'office-end'
  | 'hand-over'
  | 'opening-savings'
  | 'opening-loan'
  | 'settlement'
  | 'explaining'

/** What the record-keeper writes down, as it stands in addresses. */
export type TaskName =
  | LendingTaskName
  | MemberTaskName
  | SupportTaskName
  | ReliefTaskName
  | SeldomTaskName

/** What is written down once or twice a year. */
type SeldomTaskName =
  | 'borrowing'
  | 'borrowing-payment'
  | 'exchange'
  | 'savings-interest'
  | 'leave-saved'
  | 'heirs'
  | 'death-settled'
  | 'period-close'
  | 'auditors-end'
  | 'future'
  | 'remittance'
  | 'receiving-account'
  | 'venture'
  | 'venture-shares'
  | 'venture-line'
  | 'venture-count'
  | 'venture-profit'
  | 'venture-leave'
  | 'venture-end'

/** About donors' money. */
type SupportTaskName = 'support-vote' | 'support-part' | 'donation-back'

/** What is decided about events and emergency loans. */
type ReliefTaskName =
  | 'event'
  | 'relief'
  | 'relief-again'
  | 'relief-word'
  | 'relief-lapse'
  | 'relief-undo'
  | 'relief-decline'
  | 'emergency-promise'
  | 'emergency-open'

export type LendingTaskName =
  | 'repayment'
  | 'saving'
  | 'request'
  | 'appraisal'
  | 'disclosure'
  | 'guarantee'
  | 'withdrawal'
  | 'decision'
  | 'appeal'
  | 'payout'
  | 'payout-part'
  | 'payout-word'
  | 'payment'
  | 'late-fine'
  | 'from-savings'
  | 'new-plan'
  | 'giving-up'
  | 'recovery'
  | 'waiting-money'
  | 'correction'
  | 'conversion'
  | 'giving-back'
  | 'expense'
  | 'social-support'
  | 'donation'
  | 'support-payout'
  | 'bank'
  | 'statement'
  | 'dispute'
  | 'dispute-answer'
  | 'deposit'
  | 'take-out'
  | 'ask-savings'
  | 'private-savings'
  | 'share-out'

export const placeOf = {
  own: ({ fundId }: In): string => `/funds/${fundId}/me`,
  members: ({ fundId }: In): string => `/funds/${fundId}/members`,
  member: ({ fundId }: In, memberId: string): string => `/funds/${fundId}/members/${memberId}`,
  officers: ({ fundId }: In): string => `/funds/${fundId}/officers`,
  handOverSheet: ({ fundId }: In): string => `/funds/${fundId}/officers/sheet`,
  households: ({ fundId }: In): string => `/funds/${fundId}/households`,
  oldBook: ({ fundId }: In): string => `/funds/${fundId}/old-book`,
  today: ({ fundId }: In): string => `/funds/${fundId}/today`,
  bank: ({ fundId }: In): string => `/funds/${fundId}/bank`,
  record: ({ fundId }: In, task: TaskName): string => `/funds/${fundId}/record/${task}`,
  loans: ({ fundId }: In): string => `/funds/${fundId}/loans`,
  queue: ({ fundId }: In): string => `/funds/${fundId}/queue`,
  loan: ({ fundId }: In, loanId: string): string => `/funds/${fundId}/loans/${loanId}`,
  savings: ({ fundId }: In): string => `/funds/${fundId}/savings`,
  money: ({ fundId }: In): string => `/funds/${fundId}/money`,
  ventures: ({ fundId }: In): string => `/funds/${fundId}/ventures`,
  venture: ({ fundId }: In, ventureId: string): string => `/funds/${fundId}/ventures/${ventureId}`,
  rules: ({ fundId }: In): string => `/funds/${fundId}/rules`,
  auditors: ({ fundId }: In): string => `/funds/${fundId}/auditors`,
  shareOut: ({ fundId }: In): string => `/funds/${fundId}/share-out`,
  /** A line of the book by its number: leads to its receipt. */
  entry: ({ fundId }: In, seq: number): string => `/funds/${fundId}/entries/${seq}`,
  receipt: ({ fundId }: In, entryId: string): string => `/funds/${fundId}/receipts/${entryId}`,
}

/** The page of a task about one loan, member or entry. */
export const taskPath = (at: In, task: TaskName, about: Readonly<Record<string, string>>): string =>
  `${placeOf.record(at, task)}?${new URLSearchParams(about).toString()}`

/** The agreement on what was asked for, to be read aloud and printed. */
export const agreementPath = (at: In, loanId: string, paidOutOn?: LocalDate): string =>
  `${placeOf.loan(at, loanId)}/agreement${paidOutOn === undefined ? '' : `?paidOutOn=${paidOutOn}`}`

/** Where the pages of relief stand. */
export const reliefPlace = {
  all: ({ fundId }: In): string => `/funds/${fundId}/relief`,
  event: ({ fundId }: In, eventId: string): string =>
    `/funds/${fundId}/relief/events/${encodeURIComponent(eventId)}`,
  lines: ({ fundId }: In): string => `/funds/${fundId}/relief/lines`,
  ahead: ({ fundId }: In): string => `/funds/${fundId}/relief/ahead`,
  alerts: ({ fundId }: In): string => `/funds/${fundId}/relief/alerts`,
}

/** What is done at a meeting, as it stands in addresses. */
export type MeetingStep =
  | 'open'
  | 'attendance'
  | 'pass'
  | 'loans'
  | 'close'
  | 'catch-up'
  | 'minutes'
  | 'wall'
  | 'sheet'
  | 'away'
  | 'talk'
  | 'paper'
  | 'text'

/** Where the pages of meetings stand. */
export const meetingPlace = {
  all: ({ fundId }: In): string => `/funds/${fundId}/meetings`,
  of: ({ fundId }: In, day: LocalDate): string => `/funds/${fundId}/meetings/${day}`,
  step: ({ fundId }: In, day: LocalDate, step: MeetingStep): string =>
    `/funds/${fundId}/meetings/${day}/${step}`,
  disputes: ({ fundId }: In): string => `/funds/${fundId}/disputes`,
  away: ({ fundId }: In): string => `/funds/${fundId}/away`,
  /** Where what a phone wrote down without a line is brought in. */
  carried: ({ fundId }: In): string => `/funds/${fundId}/carried`,
  /** Where a text that says how a meeting went is held against the book. */
  texts: ({ fundId }: In): string => `/funds/${fundId}/meeting-text`,
}

export const supportPath = {
  list: ({ fundId }: In): string => `/funds/${fundId}/support`,
  ask: ({ fundId }: In): string => `/funds/${fundId}/support/ask`,
  village: ({ fundId }: In): string => `/funds/${fundId}/support/village`,
  terms: ({ fundId }: In): string => `/funds/${fundId}/support/terms`,
  file: ({ fundId }: In, code: string): string => `/funds/${fundId}/support/file/${code}`,
  report: ({ fundId }: In, windowId: string, year: string): string =>
    `/funds/${fundId}/support/report/${windowId}?year=${year}`,
  team: '/team/support',
  bring: '/team/support/bring',
  outcomes: '/team/outcomes',
  teamFile: (fundId: string, code: string): string => `/team/support/${fundId}/${code}`,
}
