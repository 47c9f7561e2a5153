import { expect, test } from 'vitest'
import type { PotMoveRow } from '#domain/grants/pot-report.ts'
import type { Support, SupportState } from '#domain/grants/support.ts'
import { potPage } from '#src/pages/network/pot-pages.ts'
import { pageText } from '#test/pages/page-text.ts'

/* A pot with money of two donors. */

const windowIds = ['first-donor', 'second-donor'] as const

const grant = (n: number, windowId: string, state: SupportState) =>
  ({
    code: `S-AAAA222${n}`,
    windowId,
    amount: 100 * 10 ** n,
    parts: 1,
    broughtBy: 'program',
    fileHash: 'a'.repeat(64),
    askedOn: '2026-01-02',
    state,
    paid: [],
    askedBy: 'worker',
  }) as unknown as Support & { readonly askedBy: string }

const on = '2026-01-03'
const move = (seq: number, amount: number): PotMoveRow => ({
  id: `entry-${seq}`,
  seq,
  effectiveOn: on,
  recordedAt: '2026-01-03T02:00:00.000Z',
  entryType: 'SupportPartPaid',
  flags: ['paid-without-decision'],
  postings: [
    { account: `liability:grant-window:${windowIds[0]}`, currency: 'KHR', on, amount },
    { account: 'asset:bank', currency: 'KHR', on, amount: -amount },
  ],
})

const shownText = async (): Promise<string> => {
  const nothing = { received: 0, spent: 0, returned: 0, held: 0, promised: 0 }
  const views = windowIds.map((windowId) => ({ windowId, terms: undefined, ...nothing }))
  const supports = [
    grant(1, windowIds[0], 'asked'),
    grant(2, windowIds[0], 'checked'),
    grant(3, windowIds[1], 'asked'),
  ]
  const source = { currencyOf: () => 'KHR' } as never
  const book = { windows: [], supports, moves: [move(1, 7_000), move(2, 8_000)] }
  const page = potPage(
    { language: 'en', isPractice: false },
    { source, book, views, today: '2026-02-01', mayKeep: false, mayDecide: false },
  )
  return pageText(String(await page)).replaceAll('\u202f', '')
}

test('of each donor’s money it is told what was asked for and is not decided, looked into or not', async () => {
  const undecided = [...(await shownText()).matchAll(/Asked, not decided yet ([\d,]+)/g)]
  expect(undecided.map(([, sum]) => sum)).toEqual(['11,000', '100,000'])
})

test('of two payments that nobody had decided each is told with its line', async () => {
  const text = await shownText()
  const found = text.slice(0, text.indexOf('Asked, not decided yet'))
  for (const sum of ['7,000', '8,000']) expect(found).toContain(sum)
})
