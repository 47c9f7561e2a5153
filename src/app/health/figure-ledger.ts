import type { LocalDate } from '#domain/kernel/dates.ts'
import { costAccounts } from '#domain/fund/costs.ts'
import { type AccountId, type AccountKind, kindOf, subjectOf } from '#domain/ledger/accounts.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import { atStart, balancesOn, charterOf, foreignCost, total } from '#domain/health/book.ts'
import { type CountedFigure, findingsBehind } from '#domain/health/counted-findings.ts'
import { findingsOf } from '#domain/health/findings.ts'
import {
  type Facts,
  type FigureRow,
  memberRows,
  postingRows,
  sum,
} from '#src/app/health/figure-facts.ts'
import { peopleParts } from '#src/app/health/figure-parts.ts'

type RowsOf = (facts: Facts) => readonly FigureRow[]

/** Accounts whose single postings a part is made of; the caller brings them. */
export const accountsBehind = {
  cash: ['asset:cash-box', 'asset:bank', 'asset:wallet'],
  social: ['liability:social-fund'],
  interest: ['income:interest'],
  'running-costs': costAccounts,
  'other-income': ['income:fines', 'income:donations'],
  'other-costs': ['expense:interest-paid', 'expense:cash-shortage'],
} as const satisfies Readonly<Record<string, readonly AccountId[]>>

type Behind = keyof typeof accountsBehind

const throughDay =
  (part: Behind, sign: 1 | -1): RowsOf =>
  ({ postings, asOf }) =>
    postingRows(
      postings.filter(
        ({ account, on }) =>
          on <= asOf && (accountsBehind[part] as readonly string[]).includes(account),
      ),
      sign,
    )

/** Income and costs of the period, what a close moved left out. */
const ofPeriod =
  (part: Behind, sign: 1 | -1): RowsOf =>
  ({ postings, period }) =>
    postingRows(
      postings.filter(
        ({ account, on, entryType }) =>
          period.from <= on &&
          on <= period.to &&
          entryType !== 'PeriodClosed' &&
          (accountsBehind[part] as readonly string[]).includes(account),
      ),
      sign,
    )

/** Balances of one kind of account on a day, by whom or what they belong to. */
const bySubject = ({ book }: Facts, wanted: AccountKind, day: LocalDate) => {
  const sums = new Map<string, number>()
  for (const { account, on, amount } of book.balances) {
    if (kindOf(account) !== wanted || on > day) continue
    const subject = subjectOf(account) ?? ''
    sums.set(subject, (sums.get(subject) ?? 0) - amount)
  }
  return [...sums].filter(([, amount]) => amount !== 0)
}

const ofMembers =
  (wanted: AccountKind, dayOf: (facts: Facts) => LocalDate): RowsOf =>
  (facts) =>
    memberRows(
      facts,
      bySubject(facts, wanted, dayOf(facts)).map(([memberId, amount]) => ({ memberId, amount })),
    ).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** What members have saved, by card; private savings are one sum of all who save so. */
const ofSavers =
  (dayOf: (facts: Facts) => LocalDate): RowsOf =>
  (facts) => [
    ...ofMembers('liability:savings', dayOf)(facts),
    ...bySubject(facts, 'liability:private-savings', dayOf(facts)).map(([, amount]): FigureRow => ({
      kind: 'account',
      account: 'liability:private-savings',
      amount,
    })),
  ]

const today = ({ asOf }: Facts): LocalDate => asOf

const sumOf = (rows: readonly FigureRow[]): number => total(rows.map(({ amount }) => amount))

const writtenOff = (facts: Facts): number => sumOf(peopleParts['written-off'](facts))

const provisionChange = ({ health, book, period }: Facts): number =>
  health.provision - atStart(book, period).provision

const counted =
  (figure: CountedFigure): RowsOf =>
  ({ book, asOf }) =>
    findingsBehind(figure, findingsOf(book, asOf), asOf).map((finding) => ({
      kind: 'finding',
      finding,
      amount: 1,
    }))

const costs: RowsOf = (facts) => [
  ...ofPeriod('running-costs', 1)(facts),
  ...ofPeriod('other-costs', 1)(facts),
  sum('provision-change', provisionChange(facts)),
  sum('written-off', writtenOff(facts)),
]

/** What the fund has of its own: the accounts as posted, and the provision that is not posted yet. */
const reserve: RowsOf = (facts) => [
  ...balancesOn(facts.book, facts.asOf)
    .filter(({ kind, amount }) => /^(equity|income|expense):/.test(kind) && amount !== 0)
    .map(({ kind, amount }): FigureRow => ({ kind: 'account', account: kind, amount: -amount })),
  sum('provision_unposted', 0 - facts.more.provision_unposted),
]

/** What late lines of loans change when their day comes: the loans' facts are ahead of the books by it. */
const loansBookedLater = ({ health, book, asOf }: Facts): FigureRow[] => {
  const later = amountOf(balancesOn(book, asOf), 'asset:loan') - health.gross_loan_portfolio
  return later === 0 ? [] : [sum('loans-booked-later', later)]
}

const assets: RowsOf = (facts) => [
  sum('cash', facts.health.cash),
  sum('gross_loan_portfolio', facts.health.gross_loan_portfolio),
  ...loansBookedLater(facts),
  ...otherAssets(facts),
]

const otherAssets: RowsOf = ({ health, book, asOf }) => [
  sum('provision', 0 - health.provision),
  sum('advances', amountOf(balancesOn(book, asOf), 'asset:advance')),
  sum('foreign-cash', foreignCost(balancesOn(book, asOf), charterOf(book, asOf).currency)),
]

const unrestricted: RowsOf = ({ health }) => [
  sum('cash', health.cash),
  sum('restricted_migration', 0 - health.restricted_migration),
]

const savingsAtStart = (facts: Facts): number => sumOf(ofSavers(({ start }) => start)(facts))

/** Rows that come from the ledger, and sums of other figures. */
export const ledgerParts = {
  cash: throughDay('cash', 1),
  social: throughDay('social', -1),
  interest: ofPeriod('interest', -1),
  'running-costs': ofPeriod('running-costs', 1),
  costs,
  reserve,
  assets,
  unrestricted,
  surplus: (facts) => [
    sum('interest_received', facts.health.interest_received),
    ...ofPeriod('other-income', -1)(facts),
    ...costs(facts).map((row) => ({ ...row, amount: 0 - row.amount })),
  ],
  lendable: (facts) => [
    sum('gross_loan_portfolio', facts.health.gross_loan_portfolio),
    ...unrestricted(facts),
  ],
  savings: ofSavers(today),
  'savings-at-start': ofSavers(({ start }) => start),
  'savings-growth': (facts) => [
    sum('member_savings', facts.health.member_savings),
    sum('savings-at-start', 0 - savingsAtStart(facts), facts.start),
  ],
  suspense: ofMembers('liability:suspense', today),
  windows: (facts) =>
    bySubject(facts, 'liability:grant-window', facts.asOf).map(([windowId, amount]) => ({
      kind: 'window',
      windowId,
      amount,
    })),
  'provision-unposted': ({ health, more }) => [
    sum('provision', health.provision),
    sum('provision-posted', more.provision_unposted - health.provision),
  ],
  integrity: counted('book_integrity_findings'),
  disputes: counted('disputes_unanswered'),
  missed: counted('meetings_missed'),
  uncounted: counted('counts_missing'),
  unasked: counted('askings_missing'),
  unseen: counted('members_unseen'),
  'one-hand': counted('one_hand_findings'),
  'mean-portfolio': ({ book, period, health, start }) => [
    sum('portfolio-at-start', atStart(book, period).owed, start),
    sum('gross_loan_portfolio', health.gross_loan_portfolio),
  ],
  'mean-savings': (facts) => [
    sum('savings-at-start', savingsAtStart(facts), facts.start),
    sum('member_savings', facts.health.member_savings),
  ],
} as const satisfies Readonly<Record<string, RowsOf>>
