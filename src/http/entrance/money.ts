import { type Action, scopeFor } from '#domain/access/table.ts'
import type { CashPlace } from '#domain/fund/bank.ts'
import { owedOutside } from '#domain/fund/borrowing.ts'
import { charterOf, total } from '#domain/health/book.ts'
import { amountOf, byKind } from '#domain/ledger/statements.ts'
import { isBoxOpen } from '#src/app/today.ts'
import { type Act, titleOf } from '#src/desk/act.ts'
import { boxActs } from '#src/desk/fund/acts.ts'
import { payment, waitingMoney } from '#src/desk/loans/paying.ts'
import { type TaskName, placeOf, supportPath } from '#src/desk/places.ts'
import { savingsActs } from '#src/desk/savings/acts.ts'
import { ventureActs } from '#src/desk/ventures/acts.ts'
import { type Visit, onVisit } from '#src/http/desk/visit.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { moneyPlacePage } from '#src/pages/money-place.ts'
import type { Way } from '#src/pages/ways-list.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'
import { ventureWords } from '#src/words/venture-words.ts'
import { boxWords, moneyPlaceWords, savingWords, supportWords } from '#src/words/words.ts'

/** Money that is no single loan's: what comes in and goes out of box, bank and savings. */
const moneyActs: readonly Act[] = [
  ...boxActs,
  ...savingsActs,
  ...ventureActs,
  payment,
  waitingMoney,
]

/** Which of it stands together; one that is in none of these is about something that is chosen elsewhere. */
const groups = {
  box: ['expense', 'bank', 'statement', 'exchange'],
  savings: ['deposit', 'ask-savings', 'take-out', 'private-savings'],
  gifts: ['donation', 'support-payout', 'social-support'],
  loans: ['payment', 'waiting-money', 'remittance', 'receiving-account'],
  lenders: [
    'borrowing',
    'borrowing-payment',
    'venture',
    'venture-shares',
    'venture-line',
    'venture-count',
    'venture-profit',
    'venture-leave',
    'venture-end',
  ],
  yearly: ['savings-interest', 'period-close'],
} as const satisfies Readonly<Record<string, readonly TaskName[]>>
type Group = keyof typeof groups

/** What is gone once a year, or when somebody brings one sum for many loans, lies in folds. */
const seldom: readonly Group[] = ['loans', 'lenders', 'yearly']

const inOrder = Object.keys(groups) as readonly Group[]

const kinds = { box: 'asset:cash-box', bank: 'asset:bank', wallet: 'asset:wallet' } as const

const figuresOf = ({ at, book, today }: Visit) => {
  const words = boxWords.in(at.language)
  const { currency } = charterOf(book, today)
  const lines = byKind(book.balances, { through: today, withClosing: true })
  const lying = (kind: (typeof kinds)[CashPlace]): number => amountOf(lines, kind)
  const rest = [
    [words.bankHolds, lying(kinds.bank)],
    [words.walletHolds, lying(kinds.wallet)],
    [words.socialHolds, 0 - amountOf(lines, 'liability:social-fund')],
    [moneyPlaceWords.in(at.language).donors, 0 - amountOf(lines, 'liability:grant-window')],
    [
      moneyPlaceWords.in(at.language).lenders,
      total(book.borrowings.map((one) => owedOutside(one, today))),
    ],
  ] as const
  const boxSum = isBoxOpen(book, today) ? undefined : { amount: lying(kinds.box), currency }
  return [
    { said: words.boxHolds, sum: boxSum },
    ...rest
      .filter(([, amount]) => amount !== 0)
      .map(([said, amount]) => ({ said, sum: { amount, currency } })),
  ]
}

/** Where a group is looked at, before anything of it is written down. */
const looksOf = ({ at: { fundId, language } }: Visit) =>
  ({
    box: [['read-members', placeOf.bank({ fundId }), moneyPlaceWords.in(language).bankList]],
    savings: [['read-members', placeOf.savings({ fundId }), savingWords.in(language).toSavings]],
    gifts: [['read-support', supportPath.list({ fundId }), supportWords.in(language).toSupport]],
    lenders: [['read-members', placeOf.ventures({ fundId }), ventureWords.in(language).heading]],
    loans: [
      ['manage-cards', remittancePath.senders(fundId), remittanceWords.in(language).sendersHeading],
    ],
    yearly: [['read-members', placeOf.shareOut({ fundId }), savingWords.in(language).toShareOut]],
  }) as const satisfies Readonly<Record<Group, readonly (readonly [Action, string, string])[]>>

const waysOf = (visit: Visit, group: Group): readonly Way[] => {
  const { at, context } = visit
  const may = (action: Action): boolean => scopeFor(action, context.get('fund').held) === 'all'
  const names: readonly TaskName[] = groups[group]
  const looks: readonly (readonly [Action, string, string])[] = looksOf(visit)[group]
  return [
    ...looks.filter(([action]) => may(action)).map(([, href, name]) => ({ href, name })),
    ...moneyActs
      .filter(({ name, rule }) => names.includes(name) && may(rule))
      .toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
      .map(({ name }) => ({ href: placeOf.record(at, name), name: titleOf(at, name) })),
  ]
}

/** The place for all money that is no single loan's. */
export const moneyPlace = onVisit((visit) => {
  const { at, context } = visit
  const words = moneyPlaceWords.in(at.language)
  return moneyPlacePage(at, {
    fundId: at.fundId,
    figures: figuresOf(visit),
    ways: inOrder.map((group) => ({
      heading: words[`group_${group}`],
      ways: waysOf(visit, group),
      isSeldom: seldom.includes(group),
    })),
    mayTakeAlong: scopeFor('read-reports', context.get('fund').held) === 'all',
  })
})
