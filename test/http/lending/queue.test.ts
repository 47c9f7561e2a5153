import { expect, test } from 'vitest'
import { standingsOn } from '#domain/health/book.ts'
import type { RequestedLoan } from '#domain/loans/request/request-state.ts'
import { practiceDay } from '#test/support/service.ts'
import { idOf } from '#test/support/village.ts'
import {
  type Lending,
  chairsWord,
  hands,
  lending,
  lookedInto,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'

type Told = Pick<RequestedLoan, 'principal' | 'product' | 'purpose'> & {
  readonly effectiveOn: string
}

const told: readonly Told[] = [
  { principal: 300_000, product: 'normal', purpose: 'trade', effectiveOn: '2025-12-20' },
  { principal: 100_000, product: 'normal', purpose: 'farm', effectiveOn: '2025-12-20' },
  { principal: 900_000, product: 'normal', purpose: 'house', effectiveOn: '2025-12-10' },
  { principal: 150_000, product: 'emergency', purpose: 'health', effectiveOn: '2025-12-30' },
  { principal: 500_000, product: 'normal', purpose: 'buy-out', effectiveOn: '2025-12-28' },
]

/** Requests of households that are not among the poor, written down in the order of a list. */
const asked = async (at: Lending, order: readonly number[]) => {
  const book = await at.bookNow()
  const owing = new Set(
    standingsOn(book, practiceDay).flatMap(({ loan, owed }) => (owed > 0 ? [loan.memberId] : [])),
  )
  const plain = book.members.filter(
    ({ isFormer, povertyLevel, memberId }) => !isFormer && !povertyLevel && !owing.has(memberId),
  )
  const commands = order.map((n) => ({
    type: 'RequestLoan',
    id: idOf(9000 + n),
    v: 1,
    loanId: idOf(9000 + n),
    memberId: plain[n]!.memberId,
    months: 3,
    ...told[n]!,
  }))
  const answer = await at.ask(`/v1/funds/${at.fundId}/commands`, {
    token: at.token,
    json: { commands },
  })
  expect(answer.status).toBe(200)
}

type Jumper = { readonly loanId: string; readonly on: string }

type Read = {
  readonly cash: Readonly<Record<string, number>>
  readonly lines: readonly {
    readonly loanId: string
    readonly principal: number
    readonly reasons: readonly string[]
    readonly isReached: boolean
    readonly jumpedBy: readonly Jumper[]
  }[]
  readonly approved: readonly {
    readonly loanId: string
    readonly approvedOn: string
    readonly jumpedBy: readonly Jumper[]
  }[]
  readonly refused: readonly Readonly<Record<string, unknown>>[]
}

const queueIn = async (at: Lending): Promise<Read> => {
  const answer = await at.ask(`/v1/funds/${at.fundId}/queue`, { token: at.token })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Read
}

test('requests that were written down on one day stand by need, then by size, whatever days they name', async () => {
  const orders = [
    [0, 1, 2, 3, 4],
    [4, 3, 2, 1, 0],
    [2, 0, 4, 1, 3],
  ]
  const read: Read[] = []
  for (const order of orders) {
    const at = await lending()
    await asked(at, order)
    read.push(await queueIn(at))
  }
  expect(read[0]!.lines.map(({ principal, reasons }) => [principal, ...reasons])).toEqual([
    [150_000, 'emergency'],
    [500_000, 'buy-out-of-a-dear-debt'],
    [100_000, 'smaller'],
    [300_000, 'smaller'],
    [900_000, 'waits-longest'],
  ])
  expect(read[1]).toEqual(read[0])
  expect(read[2]).toEqual(read[0])
})

test('the page tells place, reason and how far the cash reaches, in plain words', async () => {
  const at = await lending()
  await asked(at, [0, 1, 2, 3, 4])
  const { cash, lines } = await queueIn(at)
  const { cash: all, earmarked, mustStay, askedBySavers, promised, lendable } = cash
  expect(lendable).toBe(Math.max(all! - earmarked! - mustStay! - askedBySavers! - promised!, 0))
  let left = lendable!
  for (const { principal, isReached } of lines) {
    left -= principal
    expect(isReached).toBe(left >= 0)
  }
  const text = pageText((await at.page('queue')).html)
  for (const said of [
    'Can be lent now',
    'Place 1',
    'It is an emergency.',
    'It pays a costly debt off.',
    'By the day on which it was asked.',
    'Asked on the same day as the next one, for less.',
    'No request was refused.',
  ])
    expect(text).toContain(said)
  expect((await at.page('loans')).html).toContain(`/funds/${at.fundId}/queue"`)
})

test('a loan that was approved and not paid out is spoken for before anybody else', async () => {
  const at = await lending()
  const before = (await queueIn(at)).cash
  const loanId = await lookedInto(at)
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 2), ...chairsWord })
  const after = (await queueIn(at)).cash
  expect(after.promised).toBe(400_000)
  expect(after.lendable).toBe(Math.max(before.lendable! - 400_000, 0))
})

test('a request that was refused stands there with its reason and with the way to the meeting', async () => {
  const at = await lending()
  const loanId = await lookedInto(at)
  await written(at, `decision?loan=${loanId}`, {
    ...hands(at, 2, 50),
    reason: 'no-cash',
    ...chairsWord,
  })
  const { lines, refused } = await queueIn(at)
  expect(lines).toEqual([])
  expect(refused).toMatchObject([{ loanId, reason: 'no-cash', appealUntil: '2026-01-31' }])
  const { html } = await at.page('queue')
  expect(pageText(html)).toContain('Until 31 January 2026 the household may ask the meeting')
  expect(html).toContain(`/record/appeal?loan=${loanId}`)
  await written(at, `appeal?loan=${loanId}`)
  expect((await queueIn(at)).lines).toMatchObject([{ loanId, next: 'decision' }])
})

test('an auditor reads it and can write nothing down; a household does not read it', async () => {
  const at = await lending()
  await lookedInto(at)
  const page = async (door: 'auditor' | 'household') =>
    at.ask(`/funds/${at.fundId}/queue`, { token: await at.as(door) })
  const auditors = await page('auditor')
  expect(auditors.status).toBe(200)
  expect(await auditors.text()).not.toContain('/record/')
  expect((await page('household')).status).toBe(403)
})

test('whoever is voted on before those who come first by the rule is named beside each of them', async () => {
  const at = await lending()
  await asked(at, [3, 4])
  const loanId = await lookedInto(at)
  const vote = pageText((await at.page(`record/decision?loan=${loanId}`)).html)
  expect(vote).toContain('2 requests come before it by the rule.')
  expect(pageText((await at.page('queue')).html)).not.toContain('was served first')
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 2), ...chairsWord })
  const { lines, approved } = await queueIn(at)
  expect(approved).toMatchObject([{ loanId, approvedOn: '2025-12-31', jumpedBy: [] }])
  expect(lines.map(({ jumpedBy }) => jumpedBy)).toMatchObject([
    [{ loanId, on: '2025-12-31' }],
    [{ loanId, on: '2025-12-31' }],
  ])
  const text = pageText((await at.page('queue')).html)
  expect(text.indexOf('Approved, and waits for its money')).toBeGreaterThan(0)
  expect(text.indexOf('Approved, and waits')).toBeLessThan(text.indexOf('Place 1'))
  expect(text).toMatch(
    /Card M\d+ comes after it by the rule and was served first, on 31 December 2025\./,
  )
})

test('of those who were approved the one whose money comes first by the rule stands first, and is told of who was paid before', async () => {
  const at = await lending()
  await asked(at, [1, 3])
  const by = { actor: 'test', device: 'test' }
  const on = { v: 1, effectiveOn: '2025-12-31' } as const
  const told = (loanId: string) => {
    const ballot = {
      by: 'meeting',
      recused: [],
      confirmedBy: at.chair.memberId,
      hands: { present: 55, yes: 50, no: 2 },
    } as const
    const looked = { appraisedBy: at.chair.memberId, finding: 'sound', burden: 'up-to-33' } as const
    const price = { textHash: 'a'.repeat(64), language: 'km', paidOutOn: '2025-12-31' } as const
    const id = at.needs.ids
    return [
      { ...on, id: id(), type: 'AppraiseLoan', loanId, ...looked },
      { ...on, id: id(), type: 'DiscloseCost', loanId, ...price },
      { ...on, id: id(), type: 'DecideLoan', loanId, ballot },
    ] as const
  }
  const [plain, urgent] = [idOf(9001), idOf(9003)]
  const done = await at.needs.record(at.fundId, [...told(plain), ...told(urgent)], by)
  expect(done.filter(({ outcome }) => outcome !== 'recorded')).toEqual([])
  const before = await queueIn(at)
  expect(before.approved.map(({ loanId }) => loanId)).toEqual([urgent, plain])
  expect(before.approved.flatMap(({ jumpedBy }) => jumpedBy)).toEqual([])
  const { asked: paid } = (await at.bookNow()).requests.find(({ loanId }) => loanId === plain)!
  const { memberId, principal, months, product } = paid
  const payout = { loanId: plain, number: '99/1', memberId, principal, months, product }
  const [out] = await at.needs.record(
    at.fundId,
    [{ ...on, id: at.needs.ids(), type: 'RecordPayout', ...payout }],
    by,
  )
  expect(out).toMatchObject({ outcome: 'recorded' })
  const after = await queueIn(at)
  expect(after.approved).toMatchObject([
    { loanId: urgent, jumpedBy: [{ loanId: plain, on: '2025-12-31' }] },
  ])
})
