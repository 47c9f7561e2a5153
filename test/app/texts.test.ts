import { expect, test } from 'vitest'
import type { ActivityRow } from '#domain/ports.ts'
import { activitiesAfter, entriesAfter, logNews } from '#src/app/messages/news.ts'
import { receiptsOf } from '#src/app/messages/receipts.ts'
import { remindersOf } from '#src/app/messages/reminding.ts'
import { readText } from '#src/app/messages/menu.ts'
import { addressOf } from '#src/app/messages/rows.ts'
import type { Entry } from '#domain/village.ts'
import {
  type StoryCommand,
  admitted,
  fundBookOf,
  founded,
  paid,
  paidOut,
  relieved,
  storyOf,
} from '#test/support/village.ts'

const lent = (told: readonly StoryCommand[] = []) =>
  fundBookOf(
    storyOf([
      founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
      admitted('m1'),
      admitted('m2'),
      paidOut({ on: '2025-01-20', principal: 400_000, months: 4 }),
      ...told,
    ]),
  )

const remindedOn = (
  today: string,
  {
    told = [],
    memberId = 'm1',
    reminded = {},
  }: { told?: readonly StoryCommand[]; memberId?: string; reminded?: Record<string, string> } = {},
) =>
  remindersOf(lent(told), { memberId, reminded }, today).map(({ loanId, on }) => `${loanId} ${on}`)

test('a reminder goes out on the third day before a payment, and not on the day itself any more', () => {
  const due = lent().loans[0]!
  expect(due.loanId).toBe('l1')
  expect(remindedOn('2025-02-16')).toEqual([])
  expect(remindedOn('2025-02-17')).toEqual(['l1 2025-02-20'])
  expect(remindedOn('2025-02-19')).toEqual(['l1 2025-02-20'])
  expect(remindedOn('2025-02-20')).toEqual([])
})

test('it says what is due, and goes to the borrower alone', () => {
  const [reminder] = remindersOf(lent(), { memberId: 'm1', reminded: {} }, '2025-02-18')
  expect(reminder?.told).toEqual({
    what: 'reminder',
    on: '2025-02-20',
    amount: 106_000,
    currency: 'KHR',
  })
  expect(remindedOn('2025-02-18', { memberId: 'm2' })).toEqual([])
  expect(remindedOn('2025-02-18', { memberId: 'nobody' })).toEqual([])
})

test('nobody is reminded of one day twice, and of the next one all the same', () => {
  expect(remindedOn('2025-02-18', { reminded: { l1: '2025-02-20' } })).toEqual([])
  expect(remindedOn('2025-02-18', { reminded: { l1: '2025-01-20' } })).toEqual(['l1 2025-02-20'])
  expect(remindedOn('2025-02-18', { reminded: { l2: '2025-02-20' } })).toEqual(['l1 2025-02-20'])
  const told = [paid('2025-02-20', [6000, 100_000])]
  expect(remindedOn('2025-03-18', { told, reminded: { l1: '2025-02-20' } })).toEqual([
    'l1 2025-03-20',
  ])
})

test('while relief holds nobody is reminded, from its first to its last day', () => {
  const told = [relieved('2025-02-01', { from: '2025-02-18', to: '2025-02-18' })]
  expect(remindedOn('2025-02-17', { told })).toEqual(['l1 2025-02-20'])
  expect(remindedOn('2025-02-18', { told })).toEqual([])
  expect(remindedOn('2025-02-19', { told })).toEqual(['l1 2025-02-20'])
})

test('the house of somebody who died is never reminded', () => {
  const told: StoryCommand[] = [
    { type: 'RecordDeath', effectiveOn: '2025-02-18', memberId: 'm1' } as StoryCommand,
  ]
  expect(remindedOn('2025-02-17', { told: [] })).toEqual(['l1 2025-02-20'])
  expect(remindedOn('2025-02-18', { told })).toEqual([])
})

const entry = (seq: number, effectiveOn: string, body: object): Entry =>
  ({ id: `e${seq}`, seq, effectiveOn, recordedAt: '', hash: '', body }) as unknown as Entry

const receipts = (...entries: Parameters<typeof receiptsOf>[0]) =>
  Object.fromEntries(
    receiptsOf(entries, {
      ownerOf: (loanId) => (loanId === 'l1' ? 'm1' : loanId === 'l2' ? 'm2' : undefined),
      currency: 'KHR',
    }),
  )
const nothing = { saved: 0, handedOut: 0, repaid: 0, lent: 0 }
const receipt = (more: object) => ({
  what: 'receipt',
  currency: 'KHR',
  isTakenBack: false,
  count: 1,
  ...nothing,
  ...more,
})

test('a receipt adds up what one member brought and took, each under its own heading', () => {
  const on = '2025-03-01'
  expect(
    receipts(
      { entry: entry(1, on, { type: 'SharesBought', memberId: 'm1', amount: 5000 }) },
      { entry: entry(2, on, { type: 'SavingsDeposited', memberId: 'm1', amount: 300 }) },
      { entry: entry(3, '2025-03-02', { type: 'SavingsWithdrawn', memberId: 'm1', amount: 200 }) },
      { entry: entry(4, on, { type: 'RepaymentRecorded', loanId: 'l1', amount: 70 }) },
      { entry: entry(5, on, { type: 'RepaidFromSavings', loanId: 'l1', amount: 7 }) },
      {
        entry: entry(6, on, { type: 'LoanPaidOut', memberId: 'm1', terms: { principal: 90_000 } }),
      },
      { entry: entry(7, on, { type: 'LoanPartPaidOut', loanId: 'l1', amount: 1000 }) },
    ),
  ).toEqual({
    m1: receipt({
      on: '2025-03-02',
      count: 7,
      saved: 5300,
      handedOut: 200,
      repaid: 77,
      lent: 91_000,
    }),
  })
})

test('one payment over several loans is a receipt for each of their owners, once', () => {
  const parts = [
    { loanId: 'l1', amount: 10 },
    { loanId: 'l1', amount: 5 },
    { loanId: 'l2', amount: 20 },
    { loanId: 'l9', amount: 40 },
  ]
  const on = '2025-03-01'
  expect(receipts({ entry: entry(1, on, { type: 'PaymentSpread', parts }) })).toEqual({
    m1: receipt({ on, repaid: 15 }),
    m2: receipt({ on, repaid: 20 }),
  })
})

test('what was taken back is told as that, without its sum', () => {
  const on = '2025-03-01'
  const saved = entry(1, on, { type: 'SharesBought', memberId: 'm1', amount: 5000 })
  const back = { entry: entry(2, '2025-03-02', { type: 'EntryReversed' }), takesBack: saved }
  expect(receipts(back)).toEqual({ m1: receipt({ on: '2025-03-02', isTakenBack: true }) })
  expect(receipts({ entry: saved }, back)).toEqual({
    m1: receipt({ on: '2025-03-02', count: 2, isTakenBack: true, saved: 5000 }),
  })
})

test('of private savings, fines, support and votes nobody gets a receipt', () => {
  for (const type of ['PrivateSavingsMoved', 'FinePaid', 'SupportPartPaid', 'LoanDecided'])
    expect(
      receipts({ entry: entry(1, '2025-03-01', { type, memberId: 'm1', amount: 5 }) }),
    ).toEqual({})
})

const line = (n: number, more: Partial<ActivityRow> = {}): ActivityRow => ({
  scope: 'f1',
  activityId: String(n).padStart(4, '0'),
  at: `2025-03-01T02:00:00.${String(n).padStart(3, '0')}Z`,
  actor: 'u1',
  device: 'd1',
  action: 'manage-cards',
  subject: 'member:m1',
  outcome: 'done',
  ...more,
})

/** The lines of a log after one, and later than an instant, from a log that gives them as a store does. */
const after = async (count: number, afterActivity: string, since: string) => {
  const rows = Array.from({ length: count }, (_, i) => line(i + 1))
  const log = {
    activities: async (_: string, { before, limit }: { before?: string; limit: number }) =>
      rows
        .toReversed()
        .filter(({ activityId }) => before === undefined || activityId < before)
        .slice(0, limit),
  }
  const found = await activitiesAfter(log, 'f1', { afterActivity, since })
  return [found.length, found[0]?.activityId, found.at(-1)?.activityId]
}

test('the log is read on from the last line that was read, page by page, the oldest first', async () => {
  expect(await after(250, '', '')).toEqual([250, '0001', '0250'])
  expect(await after(100, '', '')).toEqual([100, '0001', '0100'])
  expect(await after(250, '0050', '')).toEqual([200, '0051', '0250'])
  expect(await after(250, '0249', '')).toEqual([1, '0250', '0250'])
  expect(await after(250, '0250', '')).toEqual([0, undefined, undefined])
  expect(await after(250, '', '2025-03-01T02:00:00.199Z')).toEqual([51, '0200', '0250'])
})

test('what was done about the own card, login or family is news, by its hour or day; a refused try and a look are none', () => {
  const dayOf = (at: string): string => at.slice(0, 10)
  const causes = (more: Partial<ActivityRow>) =>
    logNews([line(1, more)], dayOf).map(({ key, memberId }) => `${memberId} ${key}`)
  expect(causes({})).toEqual(['m1 card 2025-03-01T02'])
  for (const action of ['manage-logins', 'manage-users', 'reset'])
    expect(causes({ action })).toEqual(['m1 login 2025-03-01T02'])
  for (const action of ['read-family', 'keep-family', 'read-relief-reason'])
    expect(causes({ action })).toEqual(['m1 looked 2025-03-01'])
  expect(causes({ action: 'read-member' })).toEqual([])
  expect(causes({ outcome: 'refused' })).toEqual([])
  // Where a look is what matters, it is one; a form about a card that was opened and left is none.
  expect(causes({ outcome: 'read' })).toEqual([])
  expect(causes({ action: 'read-family', outcome: 'read' })).toEqual(['m1 looked 2025-03-01'])
  expect(causes({ subject: 'user:u1' })).toEqual([])
})

test('entries are read on page by page, each with what it takes back', async () => {
  const row = (seq: number) => ({
    id: `e${seq}`,
    seq,
    effectiveOn: '2025-03-01',
    recordedAt: '',
    hash: '',
    type: 'X',
    v: 1,
    data: '{}',
    reverses: seq === 600 ? 'e3' : undefined,
  })
  const journal = (count: number) =>
    ({
      read: async (_: string, from: number, limit: number) =>
        Array.from({ length: Math.max(0, Math.min(limit, count - from)) }, (_row, i) =>
          row(from + i + 1),
        ),
      find: async (_: string, ids: readonly string[]) => ids.map((id) => row(Number(id.slice(1)))),
    }) as never
  for (const count of [499, 500, 501, 1000])
    expect((await entriesAfter(journal(count), 'f1', 0)).length).toBe(count)
  const all = await entriesAfter(journal(700), 'f1', 10)
  expect(all).toHaveLength(690)
  expect(all[0]!.entry.seq).toBe(11)
  const back = all.filter(({ takesBack }) => takesBack)
  expect(back.map(({ entry: one, takesBack }) => [one.seq, takesBack?.seq])).toEqual([[600, 3]])
})

test('a number is one number however it is written, and too few or too many digits are none', () => {
  for (const typed of [
    '012 345 678',
    '០១២៣៤៥៦៧៨',
    '+855 12-345-678',
    '0085512345678',
    '(012) 345.678',
  ])
    expect(addressOf(typed)).toBe('+85512345678')
  expect(addressOf('0123456789')).toBe('+855123456789')
  expect(addressOf('123456')).toBe('123456')
  expect(addressOf('12345')).toBeUndefined()
  expect(addressOf('+123456789012345')).toBe('+123456789012345')
  expect(addressOf('+1234567890123456')).toBeUndefined()
  expect(addressOf('phone')).toBeUndefined()
})

test('a text is read by its word, with a PIN of six digits behind it and no other', () => {
  expect(readText('1 123456')).toEqual({ what: 'balance', pin: '123456' })
  expect(readText('NEXT. 123456')).toEqual({ what: 'next', pin: '123456' })
  expect(readText('1')).toEqual({ what: 'balance', pin: undefined })
  expect(readText('1 12345')).toEqual({ what: 'help' })
  expect(readText('1 1234567')).toEqual({ what: 'help' })
  expect(readText('1234 5678')).toEqual({ what: 'code', code: '12345678' })
  expect(readText('code 1234-5678')).toEqual({ what: 'code', code: '12345678' })
  expect(readText('1234567')).toEqual({ what: 'help' })
  expect(readText('123456789')).toEqual({ what: 'help' })
  expect([readText('4'), readText('5')]).toEqual([
    { what: 'language', language: 'km' },
    { what: 'language', language: 'en' },
  ])
  expect(['6', '7', '0', '3', 'stopped'].map((text) => readText(text).what)).toEqual([
    'right',
    'wrong',
    'stop',
    'help',
    'help',
  ])
})

test('that something was taken back stays told, whatever comes after it', () => {
  const on = '2025-03-01'
  const saved = entry(1, on, { type: 'SavingsDeposited', memberId: 'm1', amount: 300 })
  const back = entry(2, on, { type: 'EntryReversed' })
  const then = entry(3, on, { type: 'SavingsDeposited', memberId: 'm1', amount: 200 })
  const all = receipts({ entry: saved }, { entry: back, takesBack: saved }, { entry: then })
  expect(all).toMatchObject({ m1: { count: 3, isTakenBack: true } })
})
