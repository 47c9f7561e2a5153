import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Sealing, SupportFile } from '#domain/grants/files.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { keepFile } from '#src/app/support/files.ts'
import { type GrantSource, fundSource, potSource } from '#src/app/support/grant-source.ts'
import {
  donorReportOf,
  outcomeReportOf,
  villageTotalsOf,
  windowViewsOf,
} from '#src/app/support/reports.ts'
import { file, support } from '#test/support/grant-file.ts'

type Line = { readonly on: string; readonly amount: number; readonly entryType: string }

const gift = (on: string, amount: number): Line => ({
  on,
  amount: 0 - amount,
  entryType: 'DonationReceived',
})
const spent = (on: string, amount: number): Line => ({ on, amount, entryType: 'SupportPartPaid' })

const source = (
  lines: readonly Line[],
  supports: readonly object[] = [],
  more: object = {},
): GrantSource =>
  ({
    scope: 'f1',
    isPot: false,
    windows: [{ windowId: 'w1', terms: undefined }],
    supports,
    lines: async () => lines,
    ...more,
  }) as unknown as GrantSource

/** Nothing is sealed: what reports say hangs on no secret. */
const open = {
  seal: async (_: string, __: string, text: string) => text,
  open: async (_: string, __: string, sealed: string) => sealed,
} as unknown as Sealing

const withFiles = async (files: readonly Partial<SupportFile>[] = [], scope = 'f1') => {
  const store = memoryStore()
  const needs = {
    store,
    sealing: open,
    hash: sha256,
    signer: {} as never,
  }
  for (const one of files) await keepFile(needs, scope, { ...file, ...one })
  return needs
}

test('a window is told with all that ever came, went and is promised', async () => {
  const lines = [gift('2024-01-01', 500), gift('2025-03-01', 300), spent('2025-03-02', 120)]
  const [window] = await windowViewsOf(source(lines, [support({ amount: 100 })]))
  expect(window).toMatchObject({ received: 800, spent: 120, returned: 0, held: 680, promised: 100 })
})

test('the village is told the total of a quarter from the day after it', async () => {
  const lines = [spent('2025-03-31', 100), spent('2025-01-01', 20), gift('2025-02-01', 999)]
  expect(await villageTotalsOf(source(lines), '2025-03-31')).toEqual([])
  expect(await villageTotalsOf(source(lines), '2025-04-01')).toEqual([
    { quarter: '2025-Q1', total: 120 },
  ])
})

const paidOn = (code: string, ...days: readonly string[]) =>
  support({ code, paid: days.map((on) => ({ entryId: on, on, amount: 50 })) })

test('a donor is told of a quarter from the day after its last one, and of codes that were paid in it', async () => {
  const needs = await withFiles()
  const of = source(
    [gift('2024-12-31', 1000), spent('2025-03-31', 50), spent('2025-04-01', 50)],
    [
      paidOn('S-B', '2025-03-31'),
      paidOn('S-A', '2025-01-01', '2025-05-01'),
      paidOn('S-C', '2025-04-01'),
      paidOn('S-D', '2024-12-31'),
      { ...paidOn('S-E', '2025-02-01'), windowId: 'w2' },
    ],
  )
  const report = (today: string) =>
    donorReportOf(needs, of, { windowId: 'w1', year: '2025', today })
  const before = await report('2025-03-31')
  expect(before.quarters).toEqual([])
  expect(before.codes).toEqual([])
  expect(before.statement).toEqual({ opening: 0, received: 0, spent: 0, returned: 0, closing: 0 })
  const after = await report('2025-04-01')
  expect(after.quarters).toEqual([
    { quarter: '2025-Q1', opening: 1000, received: 0, spent: 50, returned: 0, closing: 950 },
  ])
  expect(after.statement).toEqual({
    opening: 1000,
    received: 0,
    spent: 50,
    returned: 0,
    closing: 950,
  })
  expect(after.codes).toEqual(['S-A', 'S-B'])
  const half = await report('2025-07-01')
  expect(half.quarters.map(({ quarter }) => quarter)).toEqual(['2025-Q1', '2025-Q2'])
  expect(half.statement).toMatchObject({ opening: 1000, spent: 100, closing: 900 })
  expect(half.codes).toEqual(['S-A', 'S-B', 'S-C'])
  expect(half.byKind).toEqual({ is: 'not-yet' })
})

/** Grants of one kind to so many people, each paid in 2025. */
const grants = (n: number, more: Partial<SupportFile> = {}, prefix = 'S') => ({
  files: Array.from({ length: n }, (_, i) => ({
    code: `${prefix}-${i}`,
    memberId: `${prefix}${i}`,
    ...more,
  })),
  supports: Array.from({ length: n }, (_, i) => paidOn(`${prefix}-${i}`, '2025-06-01')),
})

test('by kind a year is told once, a quarter of a year after its end, where ten people at least were helped', async () => {
  const table = async (n: number, today: string) => {
    const { files, supports } = grants(n)
    const needs = await withFiles(files)
    const of = source([], supports)
    return (await donorReportOf(needs, of, { windowId: 'w1', year: '2025', today })).byKind
  }
  expect(await table(10, '2026-03-31')).toEqual({ is: 'not-yet' })
  expect(await table(10, '2026-04-01')).toEqual({
    is: 'told',
    rows: [{ key: 'reintegration', people: 10, amount: 500 }],
  })
  expect(await table(9, '2026-04-01')).toEqual({ is: 'too-few' })
})

test('what was told once is told again whatever has happened since', async () => {
  const { files, supports } = grants(10)
  const needs = await withFiles(files)
  const asked = { windowId: 'w1', year: '2025', today: '2026-04-01' }
  const first = await donorReportOf(needs, source([], supports), asked)
  const again = await donorReportOf(needs, source([], []), asked)
  expect(again.byKind).toEqual(first.byKind)
  const other = await donorReportOf(needs, source([], []), { ...asked, windowId: 'w2' })
  expect(other.byKind).toEqual({ is: 'too-few' })
})

/** What is told of people and survivors where funds, or the pot, have helped so many. */
const outcome = async (
  places: readonly {
    readonly scope: string
    readonly isPot?: boolean
    readonly people: number
    readonly survivors: number
  }[],
) => {
  const store = memoryStore()
  const needs = { ...(await withFiles()), store }
  const sources: GrantSource[] = []
  for (const { scope, isPot = false, people, survivors } of places) {
    const all = grants(people, {}, scope)
    for (const [i, one] of all.files.entries())
      await keepFile(needs, scope, { ...file, ...one, isSurvivors: i < survivors })
    sources.push(source([], all.supports, { scope, isPot }))
  }
  const told = await outcomeReportOf(needs, {
    networkId: 'n1',
    sources,
    year: '2025',
    today: '2026-04-01',
  })
  return told.is === 'told' ? [told.people, told.survivors] : told.is
}

test('how many were helped is told from ten on, rounded to fives', async () => {
  expect(await outcome([{ scope: 'a', people: 9, survivors: 0 }])).toEqual([undefined, undefined])
  expect(await outcome([{ scope: 'a', people: 10, survivors: 0 }])).toEqual([10, undefined])
  expect(await outcome([{ scope: 'a', people: 13, survivors: 0 }])).toEqual([15, undefined])
})

test('survivors are told from eleven on, beside eleven others, over more than one fund or with the pot', async () => {
  const a = { scope: 'a', people: 12, survivors: 6 }
  const b = { scope: 'b', people: 10, survivors: 5 }
  expect(await outcome([a, b])).toEqual([20, 10])
  expect(await outcome([a, { ...b, survivors: 4 }])).toEqual([20, undefined])
  expect(await outcome([a, { ...b, survivors: 6 }])).toEqual([20, undefined])
  const alone = { scope: 'a', people: 22, survivors: 11 }
  const idle = { scope: 'b', people: 0, survivors: 0 }
  expect(await outcome([alone])).toEqual([20, undefined])
  expect(await outcome([alone, idle])).toEqual([20, undefined])
  expect(
    await outcome([{ ...alone, scope: 'p', isPot: true }, { ...idle, scope: 'a' }, idle]),
  ).toEqual([20, 10])
  expect(await outcome([{ ...alone, scope: 'p', isPot: true }, idle])).toEqual([20, undefined])
})

test('nothing of outcomes is told before the year is released', async () => {
  const needs = await withFiles()
  const asked = { networkId: 'n1', sources: [], year: '2025', today: '2026-03-31' }
  expect(await outcomeReportOf(needs, asked)).toEqual({ is: 'not-yet' })
})

test('how it goes is counted by the last answer of the year, and of the year alone', async () => {
  const { files, supports } = grants(12)
  const needs = await withFiles(
    files.map((one, i) => ({
      ...one,
      followUps: [
        { months: 1, dueOn: '2025-02-01', doneOn: '2025-02-01', outcome: 'earns-less' },
        { months: 3, dueOn: '2025-05-01', doneOn: '2025-05-01', outcome: 'earns-more' },
        ...(i < 2
          ? [{ months: 6, dueOn: '2026-01-01', doneOn: '2026-01-01', outcome: 'earns-less' }]
          : []),
      ] as unknown as SupportFile['followUps'],
    })),
  )
  const told = await outcomeReportOf(needs, {
    networkId: 'n1',
    sources: [source([], supports)],
    year: '2025',
    today: '2026-04-01',
  })
  expect(told).toMatchObject({ is: 'told', outcomes: [{ key: 'earns-more', people: 10 }] })
})

test('money that took something back belongs to what it takes back, in the accounts of a fund', async () => {
  const asked: (readonly AccountId[])[] = []
  const store = {
    postings: async (_: string, { accounts = [] }: { accounts?: readonly AccountId[] }) => {
      asked.push(accounts)
      return [
        { seq: 1, on: '2025-01-01', amount: -500, entryType: 'DonationReceived' },
        { seq: 2, on: '2025-01-02', amount: 200, entryType: 'GrantPaid' },
        { seq: 3, on: '2025-01-03', amount: -200, entryType: 'EntryReversed' },
      ] as never
    },
  }
  const flags = [
    { seq: 3, flag: 'takes-back', subject: 'entry:2' },
    { seq: 1, flag: 'other', subject: 'entry:9' },
  ]
  const book = { windows: [], supports: [], members: [], flags } as unknown as FundBook
  const of = fundSource(store, { fundId: 'f1', book })
  expect((await of.lines(['w1'])).map(({ entryType }) => entryType)).toEqual([
    'DonationReceived',
    'GrantPaid',
    'GrantPaid',
  ])
  expect(await of.lines([])).toEqual([])
  expect(asked).toEqual([['liability:grant-window:w1']])
})

test('the pot counts each window in its own money', () => {
  const windows = [{ windowId: 'w1', currency: 'USD' }] as never
  const pot = potSource('n1', { windows, supports: [], moves: [] })
  expect([pot.currencyOf('w1', ''), pot.currencyOf('none', '')]).toEqual(['USD', 'KHR'])
  expect([pot.scope, pot.isPot, pot.members]).toEqual(['n1', true, []])
})

test('what was told of one year stands for no other year', async () => {
  const { files, supports } = grants(12)
  const needs = await withFiles(files)
  const peopleIn = async (year: string) => {
    const sources = [source([], supports)]
    const told = await outcomeReportOf(needs, {
      networkId: 'n1',
      sources,
      year,
      today: '2026-04-01',
    })
    return told.is === 'told' ? told.people : told.is
  }
  expect([await peopleIn('2024'), await peopleIn('2025')]).toEqual([undefined, 10])
})
