import { type LocalDate, daysAfter, later } from '#domain/kernel/dates.ts'
import { currencyCodes } from '#domain/kernel/money.ts'
import {
  type Said,
  anyWhole,
  code,
  day,
  group,
  list,
  optional,
  sum,
  sumOrZero,
  text,
  uuid,
  word,
} from '#domain/kernel/shape.ts'

/*
 * An audit of one fund, as the network's journal tells it: codes, card numbers and sums. What is said in words lies beside it,
 * where it can be erased.
 */

export const fundId = uuid('fund')
export const auditId = uuid('audit')
export const findingId = uuid('finding')

/** An entry of the fund's book: whoever has its number and hash can show what came before it. */
export const bookHead = group(
  {
    seq: anyWhole('number-not-whole'),
    hash: text(/^[0-9a-f]{64}$/, { code: 'hash-unreadable', example: '9f'.repeat(32) }),
  },
  'head-missing',
)
export type BookHead = { readonly seq: number; readonly hash: string }

/** Reasons of the ranking, signs among them, and what it does not know. */
export const otherReasons = ['routine', 'asked', 'letter', 'follow-up'] as const
export const visitReasons = list(
  text(/^[a-z][a-z0-9_-]{1,39}$/, { code: 'reason-unreadable', example: 'silence' }),
  { min: 1, max: 12, code: 'reasons-missing' },
)

export const auditTests = [
  'roll-forward',
  'passbook',
  'box-count',
  'confirmations',
  'exceptions',
] as const
export type AuditTestKind = (typeof auditTests)[number]

/** What a row is about: sums of the book, or how often something is there. */
export const rowSubjects = ['cash', 'in', 'out', 'savings', 'owed', 'count'] as const

/** One thing that the book says, and what the auditor saw of it; nothing was seen where `seen` is left out. */
export const testRow = group({
  of: code('row-unreadable'),
  what: word(rowSubjects),
  currency: optional(word(currencyCodes, 'currency-unknown')),
  book: sumOrZero,
  seen: optional(sumOrZero),
})
export type TestRow = Said<(typeof testRow)['of']>
export const rowsMax = 200
export const testRows = list(testRow, { min: 1, max: rowsMax, code: 'rows-missing' })

export type AuditTest = {
  readonly test: AuditTestKind
  /** Up to which entry the book was read for it. */
  readonly head: BookHead
  readonly rows: readonly TestRow[]
  readonly on: LocalDate
  readonly by: string
}

/** What came of a test. */
export type TestResult = 'agrees' | 'differs' | 'in-part'
export const resultOf = ({ rows }: Pick<AuditTest, 'rows'>): TestResult => {
  if (rows.some(({ book, seen }) => seen !== undefined && seen !== book)) return 'differs'
  return rows.some(({ seen }) => seen === undefined) ? 'in-part' : 'agrees'
}

export const findingKinds = [
  'money-missing',
  'books-differ',
  'passbook-differs',
  'paper-missing',
  'rule-broken',
  'count-missing',
  'member-unknown',
  'one-hand',
  'other',
] as const
export const findingWeights = ['minor', 'serious', 'grave'] as const

/** What is said of a finding. */
export const findingSays = {
  kind: word(findingKinds, 'kind-unknown'),
  weight: word(findingWeights, 'weight-unknown'),
  test: optional(word(auditTests, 'test-unknown')),
  /** A card, a loan or the number of an entry; never a name. */
  of: optional(code('row-unreadable')),
  amount: optional(sum),
  /** The fund answers by that day; from then on it can be closed without. */
  replyBy: day,
} as const

export const replies = ['agreed', 'agreed-in-part', 'disputed'] as const
export const closings = ['mended', 'explained', 'not-mended', 'withdrawn'] as const
export const looksAgain = ['mended', 'not-mended'] as const

export type AuditFinding = Said<typeof findingSays> & {
  readonly findingId: string
  readonly raisedOn: LocalDate
  readonly by: string
  readonly reply?: {
    readonly reply: (typeof replies)[number]
    readonly mendBy?: LocalDate
    readonly on: LocalDate
    readonly by: string
  }
  readonly closed?: {
    readonly how: (typeof closings)[number]
    readonly on: LocalDate
    readonly by: string
  }
  /** When somebody looks again; none where nothing is left to look at. */
  readonly followUpOn?: LocalDate
  readonly looks?: readonly {
    readonly seen: (typeof looksAgain)[number]
    readonly on: LocalDate
    readonly by: string
  }[]
}

export const opinions = ['clean', 'with-reservations', 'adverse', 'none'] as const
export const cancellings = ['not-reached', 'other-auditor', 'not-wanted', 'mistake'] as const

export type Audit = {
  readonly auditId: string
  readonly fundId: string
  readonly by: string
  readonly plannedOn: LocalDate
  /** When the plan was written down, by the clock of the service: its own day is the sender's word. */
  readonly writtenOn: LocalDate
  /** The first day that is audited. */
  readonly from: LocalDate
  readonly visitOn: LocalDate
  readonly moved: number
  readonly why: readonly string[]
  readonly head: BookHead
  /** The hash of the entry in which it was planned: what is looked at is drawn by it. */
  readonly seed: string
  readonly tests: readonly AuditTest[]
  readonly findings: readonly AuditFinding[]
  readonly cancelled?: {
    readonly why: (typeof cancellings)[number]
    readonly on: LocalDate
    readonly by: string
  }
  readonly opinion?: {
    readonly opinion: (typeof opinions)[number]
    readonly head: BookHead
    readonly on: LocalDate
    readonly by: string
  }
}

export const isOver = ({ cancelled, opinion }: Audit): boolean =>
  cancelled !== undefined || opinion !== undefined

/** Under which key the views keep an audit: those of a fund stand together. */
export const auditKey = (of: { readonly fundId: string; readonly auditId: string }): string =>
  `${of.fundId} ${of.auditId}`

/** The fund has at least so many days for its reply, whatever day the finding says that it is of. */
const replyDaysMin = 14

/** Until which day a finding waits for the fund's reply. */
export const waitsUntil = (replyBy: LocalDate, writtenOn: LocalDate): LocalDate =>
  later(replyBy, daysAfter(writtenOn, replyDaysMin))

/** Of each test what was written down last. */
export const lastTests = ({ tests }: Pick<Audit, 'tests'>): readonly AuditTest[] =>
  auditTests.flatMap((kind) => tests.findLast(({ test }) => test === kind) ?? [])

/** Whether something is still to be done about a finding. */
export const isFindingOpen = ({ closed, followUpOn }: AuditFinding): boolean =>
  closed === undefined || followUpOn !== undefined
