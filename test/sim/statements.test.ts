import { beforeAll, expect, test } from 'vitest'
import type { Statement, StatementRow } from '#domain/ledger/statement.ts'
import { healthOf } from '#domain/health/health.ts'
import { fundStatementNames, fundStatements } from '#src/exchange/statements/all.ts'
import { memberStatementOf } from '#src/exchange/statements/people.ts'
import { statementInWords } from '#src/words/statement-words.ts'
import { naiveLoans } from '#test/sim/naive-books.ts'
import { naiveProvision } from '#test/sim/naive-provision.ts'
import { naiveRegister, naiveWindUp } from '#test/sim/naive-register.ts'
import {
  isOf,
  naiveCashBook,
  naiveLate,
  naiveRestricted,
  naiveTrialBalance,
  sumOf,
} from '#test/sim/naive-statements.ts'
import { type Past, pastOf, pastsOf, seldomYear } from '#test/sim/pasts.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'

const seeds = process.env['TEST_BUDGET'] === undefined ? 45 : 200

let pasts: Past[] = []
const counted = new Map<Past, ReturnType<typeof naiveLoans>>()
/** The second count of a past's loans, made once. */
const loansOf = (past: Past): ReturnType<typeof naiveLoans> => {
  const loans = counted.get(past) ?? naiveLoans(past.log)
  counted.set(past, loans)
  return loans
}
beforeAll(async () => {
  for (const asOf of ['2025-03-31', '2025-06-30']) pasts.push(await pastOf(seldomYear, asOf))
  for (let seed = 1; seed <= seeds; seed += 1) pasts.push(...(await pastsOf(seed)))
})

/** Minus zero is zero. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const lineOf = ({ rows }: Statement, line: string): number =>
  Number(rows.find((row) => row['line'] === line)?.['amount'] ?? 0)

const equals = (ours: unknown, naive: unknown, past: Past): void =>
  expect(plain(ours), `${past.asked.asOf} known ${past.asked.knownAt}`).toEqual(plain(naive))

const currencyOf = ({ asked: { book } }: Past) => book.fund.charters[0]!.charter.currency
const fromOf = ({ asked: { asOf, book } }: Past): string =>
  [`${asOf.slice(0, 4)}-01-01`, book.fund.openedOn].toSorted().at(-1)!

const charterOf = ({ asked: { asOf, book } }: Past) =>
  book.fund.charters.findLast(({ from }) => from <= asOf)!.charter

/** What the day needs to have set aside, by the second count of the loans. */
const neededOn = (past: Past): number =>
  naiveProvision(loansOf(past), charterOf(past).provisioning, dayOf(past.asked.asOf))

test('enough was looked at: funds, closes, gifts, and what was taken back', () => {
  const all = pasts.flatMap(({ lines }) => lines)
  expect(pasts.length).toBeGreaterThanOrEqual(seeds * 2)
  for (const type of ['PeriodClosed', 'EntryReversed', 'DonationReceived', 'SocialSupportPaid'])
    expect(
      all.some((line) => line.type === type),
      type,
    ).toBe(true)
})

test('every account stands in the trial balance with what the journal posted to it', () => {
  for (const past of pasts) {
    const { rows, totals } = fundStatements['trial-balance'](past.asked)
    const told = rows.map((row) => {
      const [of, kind] = String(row['account']).split(':')
      return `${of}:${kind} ${row['currency']} ${row['debit']} ${row['credit']}`
    })
    equals(told.toSorted(), naiveTrialBalance(past.lines, past.asked.asOf), past)
    expect(totals!['debit']).toBe(totals!['credit'])
  }
})

test('both sides of every balance sheet are equal, and each line is what was posted', () => {
  for (const past of pasts) {
    const sheet = fundStatements['balance-sheet'](past.asked)
    const sum = (kind: string): number =>
      sumOf(past.lines, { kind, through: past.asked.asOf, currency: currencyOf(past) })
    const needed = neededOn(past)
    const cash = sum('asset:cash-box') + sum('asset:bank') + sum('asset:wallet')
    const loans = sum('asset:loan')
    const naive = {
      cash,
      loans,
      'loan-loss-provision': -needed,
      'total-assets': cash + loans - needed + sum('asset:advance') + sum('asset:exchange'),
      'member-savings': -sum('liability:savings') - sum('liability:private-savings'),
      'social-fund': -sum('liability:social-fund'),
      restricted: -sum('liability:grant-window'),
      borrowing: -sum('liability:borrowing'),
      suspense: -sum('liability:suspense'),
      'equity:unexplained': -sum('equity:unexplained'),
      'equity:takeover': -sum('equity:takeover'),
      'equity:reserve': -sum('equity:reserve'),
      'equity:undistributed-surplus': -sum('equity:undistributed-surplus'),
      'result-unposted': -sum('income') - sum('expense'),
      'provision-unposted': -needed - sum('asset:loan-loss-provision'),
    }
    for (const [line, amount] of Object.entries(naive)) equals(lineOf(sheet, line), amount, past)
    equals(lineOf(sheet, 'total-liabilities-and-equity'), naive['total-assets'], past)
  }
})

test('health and balance sheet know one sum of all that the fund has, also while a late line of a loan is not booked', () => {
  let ahead = 0
  for (const { asked, lines } of pasts) {
    const { book } = asked
    const days = lines
      .filter(({ account, on, trueDay }) => isOf(account, 'asset:loan') && on > trueDay)
      .map(({ trueDay }) => trueDay)
    for (const asOf of new Set([asked.asOf, ...days].filter((day) => day >= book.fund.openedOn))) {
      const health = healthOf(book, asOf)
      const sheet = fundStatements['balance-sheet']({ ...asked, asOf })
      expect(health.total_assets, asOf).toBe(lineOf(sheet, 'total-assets'))
      expect(lineOf(sheet, 'total-liabilities-and-equity'), asOf).toBe(health.total_assets)
      const isAhead = health.gross_loan_portfolio !== lineOf(sheet, 'loans')
      if (isAhead) ahead += 1
      const notes = sheet.notes.map(({ code }) => code)
      expect(notes.includes('note-loans-by-facts'), asOf).toBe(isAhead)
    }
  }
  expect(ahead).toBeGreaterThan(0)
})

test('income and costs are what came and went within the period, whatever was closed', () => {
  for (const past of pasts) {
    const { asOf } = past.asked
    const from = fromOf(past)
    const open = past.lines.filter(({ type }) => type !== 'PeriodClosed')
    const sum = (kind: string): number => sumOf(open, { kind, from, through: asOf })
    const income = fundStatements.income(past.asked)
    equals(lineOf(income, 'interest-received'), -sum('income:interest'), past)
    equals(lineOf(income, 'other-income'), -sum('income:fines') - sum('income:donations'), past)
    equals(lineOf(income, 'running-costs'), sum('expense:running-costs'), past)
    const others = sum('expense:interest-paid') + sum('expense:cash-shortage')
    equals(lineOf(income, 'other-costs'), others, past)
    const earned = lineOf(income, 'interest-received') + lineOf(income, 'other-income')
    const spent = ['running-costs', 'other-costs', 'provision-and-write-offs']
      .map((line) => lineOf(income, line))
      .reduce((a, b) => a + b, 0)
    equals(income.totals!['amount'], earned - spent, past)
  }
})

test('the cash book leads from each day of the box to the next, each move in its column', () => {
  for (const past of pasts) {
    const { rows } = fundStatements['cash-book'](past.asked)
    equals(rows, naiveCashBook(past.lines, past.asked.asOf, currencyOf(past)), past)
    for (const { date: _, opening, closing, ...moved } of rows) {
      const sum = Object.values(moved).reduce<number>((a, b) => a + Number(b), 0)
      equals(Number(opening) + sum, closing, past)
    }
  }
})

test('money for one purpose was there, came, went, went back and is there', () => {
  for (const past of pasts) {
    const { rows } = fundStatements['restricted-funds'](past.asked)
    const period = { from: fromOf(past), to: past.asked.asOf }
    for (const { fund, ...told } of rows)
      equals(told, naiveRestricted(past.lines, String(fund), period), past)
    const closing = rows.reduce((sum, row) => sum + Number(row['closing']), 0)
    const naive =
      sumOf(past.lines, { kind: 'liability:grant-window', through: period.to }) +
      sumOf(past.lines, { kind: 'liability:social-fund', through: period.to })
    equals(closing, -naive, past)
  }
})

test('what the fund owns beyond its debts ends with what the day leaves of it', () => {
  for (const past of pasts) {
    const { asOf } = past.asked
    const { totals, rows } = fundStatements['changes-in-equity'](past.asked)
    const sum = (kind: string): number => sumOf(past.lines, { kind, through: asOf })
    const posted = -sum('equity') - sum('income') - sum('expense')
    equals(totals!['closing'], posted - neededOn(past) - sum('asset:loan-loss-provision'), past)
    for (const { opening, change, closing } of [...rows, totals!])
      equals(Number(opening) + Number(change), closing, past)
  }
})

test('if the fund ended, whoever comes first is owed what the journal says, and gets no more than there is', () => {
  for (const past of pasts) {
    const { rows, totals } = fundStatements['wind-up'](past.asked)
    const sum = (kind: string): number =>
      -sumOf(past.lines, { kind, through: past.asked.asOf, currency: currencyOf(past) })
    const savers =
      Math.max(0, sum('liability:savings') + sum('liability:private-savings')) +
      Math.max(0, sum('liability:suspense'))
    const owed = [
      ['claim-savers', savers],
      ['claim-donors', Math.max(0, sum('liability:grant-window'))],
      ['claim-lenders', Math.max(0, sum('liability:borrowing'))],
      ['claim-social-fund', Math.max(0, sum('liability:social-fund'))],
    ] as const
    const there =
      -sum('asset:cash-box') - sum('asset:bank') - sum('asset:wallet') - sum('asset:exchange')
    const cash = Math.max(0, there)
    const back = Math.max(0, -sum('asset:loan') - neededOn(past))
    const naive = naiveWindUp(owed, { cash, back })
    equals(rows, naive, past)
    for (const key of ['owed', 'from_cash', 'from_loans', 'short'] as const)
      expect(totals![key]).toBe(naive.reduce((all, row) => all + row[key], 0))
  }
})

test('every column of every loan of the register is what the facts of the loan say', () => {
  const seen = new Set<string>()
  for (const past of pasts) {
    const { rows, totals } = fundStatements['loan-register'](past.asked)
    // Purposes are words beside the journal, and are not counted.
    const told = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'purpose')),
    )
    const { asOf } = past.asked
    const loans = loansOf(past)
    const naive = naiveRegister({ log: past.log, loans, asOf, charter: charterOf(past) })
    const byNumber = (all: readonly StatementRow[]) =>
      all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    equals(byNumber(told), byNumber(naive), past)
    for (const key of ['principal_paid', 'interest_paid', 'owed', 'overdue'] as const)
      expect(totals![key]).toBe(naive.reduce((sum, row) => sum + row[key], 0))
    for (const row of naive)
      for (const [key, value] of Object.entries(row)) if (value) seen.add(key)
  }
  // Each column had something in it that could have been wrong.
  const { columns } = fundStatements['loan-register'](pasts[0]!.asked)
  const keys = columns.map(({ key }) => key).filter((key) => key !== 'purpose')
  expect(keys.filter((key) => !seen.has(key))).toEqual([])
})

test('a member’s statement ends with what the journal says was saved', () => {
  for (const past of pasts)
    for (const member of past.asked.book.members) {
      const { rows } = memberStatementOf(past.asked, member)
      const kind = `liability:savings:${member.memberId}`
      equals(
        rows.at(-1)?.['savings'] ?? 0,
        -sumOf(past.lines, { kind, through: past.asked.asOf }),
        past,
      )
    }
})

test('what is unexplained is what was posted there, line by line', () => {
  for (const past of pasts) {
    const { rows } = fundStatements.unexplained(past.asked)
    const own = past.lines.filter(
      ({ account, on }) => isOf(account, 'equity:unexplained') && on <= past.asked.asOf,
    )
    equals(rows.map(({ entry }) => entry).toSorted(), own.map(({ seq }) => seq).toSorted(), past)
    equals(rows.at(-1)?.['left'] ?? 0, -own.reduce((sum, { amount }) => sum + amount, 0), past)
  }
})

test('what came after its period was closed stands under the statement, with its true day', () => {
  for (const past of pasts) {
    const { asOf } = past.asked
    const from = fromOf(past)
    const naive = naiveLate(past.lines)
      .filter(({ on, trueDay }) => (on >= from && on <= asOf) || (trueDay <= asOf && on > asOf))
      .map(({ seq, trueDay, amount }) => `${seq} ${trueDay} ${amount}`)
    const told: readonly StatementRow[] =
      fundStatements['trial-balance'](past.asked).more.find(({ name }) => name === 'late-entries')
        ?.rows ?? []
    equals(
      told.map(({ entry, true_day: day, amount }) => `${entry} ${day} ${amount}`),
      naive,
      past,
    )
  }
})

test('every statement can be said in words in both languages, with no code left in it', () => {
  for (const past of pasts.slice(0, 30))
    for (const name of fundStatementNames)
      for (const language of ['en', 'km'] as const) {
        const told = statementInWords(fundStatements[name](past.asked), language)
        for (const { key, heading } of told.columns) expect(heading, key).not.toMatch(/_/)
        for (const note of told.notes) expect(note).not.toMatch(/^$|[{}]/)
        for (const row of told.rows)
          for (const key of ['account', 'fund', 'line', 'claim', 'what', 'part'])
            expect(String(row[key] ?? '')).not.toMatch(
              /^(?:asset|liability|equity|income|expense):/,
            )
      }
})
