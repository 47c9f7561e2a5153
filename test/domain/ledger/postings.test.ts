import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AccountId,
  accountKinds,
  classOf,
  isAccountId,
  kindOf,
  subjectOf,
} from '#domain/ledger/accounts.ts'
import {
  nothingPosted,
  balanceOf,
  balanceOfKind,
  post,
  savedBy,
  waitingFor,
} from '#domain/ledger/balances.ts'
import {
  type Posting,
  assertSound,
  difference,
  merged,
  transfer,
  unsound,
} from '#domain/ledger/posting.ts'

const line = (account: AccountId, amount: number, on = '2025-01-20'): Posting => ({
  account,
  amount,
  currency: 'KHR',
  on,
})

const accounts: readonly AccountId[] = [
  'asset:cash-box',
  'asset:loan:l1',
  'liability:savings:m1',
  'income:interest',
]
const lines: fc.Arbitrary<readonly Posting[]> = fc.array(
  fc.record({
    account: fc.constantFrom(...accounts),
    amount: fc.integer({ min: -5, max: 5 }).map((n) => n * 100),
    currency: fc.constantFrom('KHR' as const, 'USD' as const),
    on: fc.constantFrom('2025-01-20', '2025-02-20'),
  }),
  { maxLength: 12 },
)

/** Account, currency and day with the sum that they came to, zeros left out. */
const sumsOf = (postings: readonly Posting[]): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const { account, currency, on, amount } of postings)
    sums[`${account} ${currency} ${on}`] = (sums[`${account} ${currency} ${on}`] ?? 0) + amount
  return Object.fromEntries(
    Object.entries(sums)
      .filter(([, sum]) => sum !== 0)
      .toSorted(),
  )
}

test('the books before and their difference make the books after, line by line', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      expect(sumsOf([...before, ...difference(before, after)])).toEqual(sumsOf(after))
    }),
  )
})

test('books that did not change have no difference', () => {
  fc.assert(
    fc.property(lines, (books) => {
      expect(difference(books, books.toReversed())).toEqual([])
    }),
  )
})

test('lines of one account, currency and day become one line, and zero becomes none', () => {
  fc.assert(
    fc.property(lines, (postings) => {
      const once = merged(postings)
      const keys = once.map(({ account, currency, on }) => `${account} ${currency} ${on}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(once.some(({ amount }) => amount === 0)).toBe(false)
      expect(sumsOf(once)).toEqual(sumsOf(postings))
    }),
  )
})

test('money that goes from one account to another leaves the one and reaches the other', () => {
  const sum = { amount: 500, currency: 'KHR', on: '2025-01-20' } as const
  expect(transfer({ from: 'liability:savings:m1', to: 'asset:cash-box', ...sum })).toEqual([
    line('asset:cash-box', 500),
    line('liability:savings:m1', -500),
  ])
  expect(transfer({ from: 'income:interest', to: 'asset:cash-box', ...sum, amount: 0 })).toEqual([])
})

test('postings that come to zero a day and currency are sound', () => {
  expect(unsound([])).toBe(undefined)
  const sound = [line('asset:cash-box', 700), line('income:interest', -700)]
  expect(unsound(sound)).toBe(undefined)
  expect(() => assertSound(sound)).not.toThrow()
})

test('postings that come to zero only over two days are named as unsound', () => {
  const postings = [
    line('asset:cash-box', 700, '2025-01-20'),
    line('income:interest', -700, '2025-01-21'),
  ]
  expect(unsound(postings)).toContain('KHR 2025-01-20')
  expect(() => assertSound(postings)).toThrow('2025-01-20 sum to 700')
})

test('riel never balance dollars', () => {
  const dollars: Posting = { ...line('income:interest', -700), currency: 'USD' }
  expect(unsound([line('asset:cash-box', 700), dollars])).toContain('KHR')
})

test('an amount of zero, a part of a riel and an unknown account are named as unsound', () => {
  expect(unsound([line('asset:cash-box', 0)])).toContain('amount 0')
  expect(unsound([line('asset:cash-box', 0.5), line('income:interest', -0.5)])).toContain('0.5')
  const unsafe = [line('asset:cash-box', 2 ** 53), line('income:interest', -(2 ** 53))]
  expect(unsound(unsafe)).toContain('amount 9007199254740992')
  expect(unsound([line('asset:safe' as AccountId, 1), line('income:interest', -1)])).toContain(
    'unknown account',
  )
})

test('an account has a subject exactly where its kind has one', () => {
  const good = ['asset:cash-box', 'asset:loan:l1', 'liability:grant-window:migration']
  expect(good.every(isAccountId)).toBe(true)
  const bad = [
    'asset:loan',
    'asset:loan:',
    'asset:cash-box:m1',
    'asset:loan:l1:more',
    'liability:cash-box',
    'liability:cash-box:m1',
    'asset:safe:1',
    'toString',
    '',
  ]
  expect(bad.filter(isAccountId)).toEqual([])
})

test('the accounts of a fund are these, for ever, each with a subject or without', () => {
  const subjects = [
    'asset:foreign-box',
    'asset:exchange',
    'asset:loan',
    'asset:advance',
    'asset:venture-cash',
    'asset:venture-goods',
    'liability:savings',
    'liability:grant-window',
    'liability:borrowing',
    'liability:suspense',
    'liability:venture',
    'equity:share-capital',
  ]
  const alone = [
    'asset:cash-box',
    'asset:bank',
    'asset:wallet',
    'asset:loan-loss-provision',
    'liability:private-savings',
    'liability:social-fund',
    'equity:takeover',
    'equity:unexplained',
    'equity:reserve',
    'equity:calamity-reserve',
    'equity:undistributed-surplus',
    'equity:running-costs-reserve',
    'income:interest',
    'income:fines',
    'income:donations',
    'expense:running-costs',
    'expense:provision',
    'expense:interest-paid',
    'expense:cash-shortage',
  ]
  expect([...accountKinds].toSorted()).toEqual([...subjects, ...alone].toSorted())
  const asked = accountKinds.flatMap((kind) => [kind, `${kind}:x`])
  const found = asked.filter(isAccountId).toSorted()
  // What a cost was spent on is said since there are words for it.
  const withSubject = [...subjects, 'expense:running-costs'].map((kind) => `${kind}:x`)
  expect(found).toEqual([...alone, ...withSubject].toSorted())
})

test('an account id names its class, kind and subject', () => {
  expect(classOf('liability:savings:m1')).toBe('liability')
  expect(kindOf('liability:savings:m1')).toBe('liability:savings')
  expect(subjectOf('liability:savings:m1')).toBe('m1')
  expect(subjectOf('equity:reserve')).toBe(undefined)
})

test('a balance through a day leaves out what was posted after it', () => {
  const posted = nothingPosted()
  post(posted, line('liability:savings:m1', -5_000, '2025-01-20'))
  post(posted, line('liability:savings:m1', -10_000, '2025-02-20'))
  post(posted, line('liability:savings:m1', 3_000, '2025-02-20'))
  expect(savedBy(posted, 'm1', '2025-01-19') + 0).toBe(0)
  expect(savedBy(posted, 'm1', '2025-02-19')).toBe(5_000)
  expect(savedBy(posted, 'm1')).toBe(12_000)
  expect(balanceOf(posted, 'liability:savings:m1', '2025-02-20')).toBe(-12_000)
  expect(balanceOf(posted, 'asset:bank')).toBe(0)
})

test('a kind comes to what all its accounts come to, each through the day', () => {
  const posted = nothingPosted()
  post(posted, line('liability:savings:m1', -5_000, '2025-01-20'))
  post(posted, line('liability:savings:m2', -7_000, '2025-01-21'))
  post(posted, line('liability:social-fund', -400, '2025-01-20'))
  const through = ['2025-01-19', '2025-01-20', '2025-01-21', undefined]
  expect(through.map((day) => balanceOfKind(posted, 'liability:savings', day))).toEqual([
    0, -5_000, -12_000, -12_000,
  ])
})

test('money that waits was there on the day and is there still: what came later or went is none of it', () => {
  const posted = nothingPosted()
  post(posted, line('liability:suspense:m1', -5_000, '2025-01-20'))
  expect(waitingFor(posted, 'm1', '2025-01-20')).toBe(5_000)
  expect(waitingFor(posted, 'm1', '2025-01-19')).toBe(0)
  post(posted, line('liability:suspense:m1', -900, '2025-02-20'))
  expect(waitingFor(posted, 'm1', '2025-01-20')).toBe(5_000)
  expect(waitingFor(posted, 'm1', '2025-02-20')).toBe(5_900)
  post(posted, line('liability:suspense:m1', 2_000, '2025-03-20'))
  expect(waitingFor(posted, 'm1', '2025-01-20')).toBe(3_900)
  expect(waitingFor(posted, 'm2', '2025-03-20') + 0).toBe(0)
})
