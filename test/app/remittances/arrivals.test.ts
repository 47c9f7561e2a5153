import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { arrivalCommands, bookedArrivals, partsOfArrival } from '#src/app/remittances/arrivals.ts'
import { comparedPrices } from '#src/app/remittances/comparing.ts'
import { ownPartsOf } from '#src/app/remittances/own-parts.ts'
import { splitFor } from '#src/app/remittances/on-the-list.ts'
import { referenceNow } from '#src/app/remittances/references.ts'
import { paymentCodeOf, senderViewOf } from '#src/app/remittances/sender-view.ts'
import { type Sender, keepSender, senderOf, withSent } from '#src/app/remittances/senders.ts'
import { idOf, memberId, officer } from '#test/contract/village-life.ts'
import { foundedVillage, fundId } from '#test/pwa/village-with-phones.ts'
import { sentHome as sent } from '#test/support/sent-home.ts'

/* What becomes of money that came in under a reference, and of what somebody abroad has said of it. */

const book = { loans: [{ loanId: 'l1', memberId: 'm1' }] } as never
const reference = 'RF18539007547034'
const given = (kind: 'member' | 'loan', key: string, isOld = false) =>
  ({ book, given: new Map([[reference, { kind, key, reference, isOld }]]) }) as never
const sender = { kind: 'sender', key: 's' } as const

test('a member’s own reference saves, a loan’s pays back, and what somebody abroad has said of a part holds', () => {
  const of = (kind: 'member' | 'loan', key: string) =>
    partsOfArrival(given(kind, key), { of: { kind, key }, amount: 900, rule: undefined })
  expect(of('member', 'm2')).toEqual([{ use: 'savings', amount: 900, memberId: 'm2' }])
  expect(of('loan', 'l1')).toEqual([{ use: 'loan', amount: 900, memberId: 'm1', loanId: 'l1' }])
  expect(of('loan', 'gone')).toBe('part-reference-old')
  const split = (use: 'loan' | 'school', owners: never) =>
    partsOfArrival(owners, { of: sender, amount: 900, rule: [{ use, reference, shares: 1 }] })
  expect(split('loan', given('member', 'm2'))).toBe('part-unlike-its-use')
  expect(split('school', given('loan', 'l1'))).toBe('part-unlike-its-use')
  expect(split('school', given('member', 'm2', true))).toBe('part-reference-old')
  expect(split('school', { book, given: new Map() } as never)).toBe('part-reference-old')
  expect(partsOfArrival(given('member', 'm2'), { of: sender, amount: 1, rule: undefined })).toBe(
    'no-rule-yet',
  )
})

test('each part is booked as what it is for: paid back, saved, for school or for home', async () => {
  const needs = { store: memoryStore(), hash: sha256, signer: signerOnNode({ secret: 's' }) }
  const line = { place: 'bank', on: '2026-01-02', amount: 1000, mark: 'a'.repeat(64) } as const
  const parts = (['loan', 'savings', 'school', 'home'] as const).map((use) => ({
    use,
    amount: 250,
    memberId: 'm1',
    ...(use === 'loan' && { loanId: 'l1' }),
  }))
  const asked = { line, of: sender, parts, matchId: 'a-match' }
  const commands = await arrivalCommands(needs as never, fundId, asked)
  expect(commands!.map((one) => [one.type, 'use' in one ? one.use : undefined])).toEqual([
    ['RecordRepayment', undefined],
    ['RecordDeposit', undefined],
    ['RecordRemittance', 'school'],
    ['RecordRemittance', 'home'],
    ['MatchBankLine', undefined],
  ])
  const ids = commands!.map(({ id }) => id)
  expect(commands!.at(-1)).toMatchObject({ id: 'a-match', entryIds: ids.slice(0, 4) })
  expect(new Set(ids).size).toBe(5)
})

test('a line that was taken back is booked again under other ids, four times in all, and known each time as what arrived', async () => {
  const { store, record } = await foundedVillage()
  const needs = { store, hash: sha256, signer: signerOnNode({ secret: 's' }) }
  const [on, place] = ['2026-05-02', 'bank'] as const
  const lineOf = (mark: string) => ({ place, on, amount: 10_000, mark: mark.repeat(64) }) as const
  const parts = [1, 2].map((n) => ({
    use: 'savings' as const,
    amount: 5_000,
    memberId: memberId(n),
  }))
  const ofLine = async (mark: string, kept: typeof parts = parts) => {
    const asked = { line: lineOf(mark), of: sender, parts: kept, matchId: 'a-match' }
    return (await arrivalCommands(needs as never, fundId, asked))?.slice(0, -1)
  }
  const bookedIds: string[] = []
  for (let time = 1; time <= 4; time += 1) {
    const deposits = (await ofLine('a'))!
    for (const { outcome } of await record(fundId, deposits, officer))
      expect(['recorded', 'flagged']).toContain(outcome)
    bookedIds.push(...deposits.map(({ id }) => id))
  }
  expect(new Set(bookedIds).size).toBe(8)
  expect(await ofLine('a')).toBeUndefined()
  expect((await ofLine('b'))!.map(({ id }) => bookedIds.includes(id))).toEqual([false, false])
  const bankLine = (mark: string, entryIds: readonly string[], isTakenBack = false) => ({
    ...lineOf(mark),
    entries: entryIds.map((entryId) => ({ entryId })),
    isTakenBack,
  })
  const booked = bookedArrivals(needs as never, fundId, {
    of: sender,
    bankLines: [
      bankLine('a', bookedIds.slice(0, 2), true),
      bankLine('a', ['another entry', ...bookedIds.slice(2, 4)]),
      bankLine('b', bookedIds.slice(4, 6)),
    ] as never,
  })
  expect(booked.map(({ entryIds }) => entryIds)).toEqual([bookedIds.slice(2, 4)])
})

test('what arrived for a member stands newest first, and nothing of it after the line of the bank was taken back', async () => {
  const { store, record } = await foundedVillage()
  const days = ['2026-05-02', '2026-05-03', '2026-05-03', '2026-05-01']
  const ids = days.map((_, n) => idOf(100 + n))
  const deposit = { type: 'RecordDeposit', v: 1, amount: 5_000, place: 'bank' } as const
  const commands = ids.map((id, n) => ({
    ...deposit,
    id,
    effectiveOn: days[n]!,
    memberId: memberId(1),
  }))
  for (const { outcome } of await record(fundId, commands, officer))
    expect(['recorded', 'flagged']).toContain(outcome)
  const bankLines = (isTakenBack: boolean, amount = 20_000) => [
    { isTakenBack, amount, entries: ids.map((entryId) => ({ entryId })) },
  ]
  const read = async (lines: unknown, member = 1) => {
    const asked = { book: { loans: [], bankLines: lines } as never, memberId: memberId(member) }
    return (await ownPartsOf(store, fundId, asked)).map(({ entryId }) => ids.indexOf(entryId))
  }
  expect(await read(bankLines(false))).toEqual([1, 2, 0, 3])
  expect(await read(bankLines(false), 2)).toEqual([])
  expect(await read(bankLines(true))).toEqual([])
  expect(await read(bankLines(false, 0))).toEqual([])
})

const card: Sender = {
  networkId: 'n',
  madeOn: '2026-01-01',
  tokenHash: 'h'.repeat(64),
  rules: [],
  sent: [],
}

test('a sending that is kept once more stands there once, as it was said last', () => {
  const other = { ...sent, sentId: 's2' }
  const kept = withSent(withSent(withSent(card, sent), other), { ...sent, fee: 20_000 })
  expect(kept.sent.map(({ sentId, fee }) => [sentId, fee])).toEqual([
    ['s2', 10_000],
    ['s1', 20_000],
  ])
})

test('what was sealed by another secret is as if it had never been said', async () => {
  const store = memoryStore()
  const at = { fundId, senderId: 'one' }
  const [own, other] = ['a secret of this service', 'another secret'].map((secret) =>
    sealingBy({ secret }),
  )
  await keepSender({ store, sealing: own! }, at, card)
  expect(await senderOf({ store, sealing: own! }, at)).toEqual(card)
  expect(await senderOf({ store, sealing: other! }, at)).toBeUndefined()
  expect(await senderOf({ store, sealing: own! }, { fundId, senderId: 'two' })).toBeUndefined()
})

test('a payment code is made of riel and dollars alone, and of an account that was said', () => {
  const receiving = { place: 'bank', account: 'fund@bank', called: 'Fund', city: 'Battambang' }
  const code = (currency: 'KHR' | 'USD' | 'THB') =>
    paymentCodeOf(receiving as never, { currency, reference })
  expect(code('KHR')).toContain('fund@bank')
  expect(code('USD')).toContain('fund@bank')
  expect(code('THB')).toBeUndefined()
  expect(paymentCodeOf(undefined, { currency: 'KHR', reference })).toBeUndefined()
})

test('of two ways that bring as much the one that is called first stands first, and what is old comes last', () => {
  const price = (called: string, rate: string, isStale = false) =>
    ({ called, rate, isStale, currency: 'THB', fee: 0, feePercent: '0', payoutFee: 0 }) as never
  const order = (...prices: readonly never[]) =>
    comparedPrices(prices, { currency: 'THB', paid: 100_000 }).map(({ called }) => called)
  expect(order(price('B', '118'), price('A', '118'), price('C', '119'))).toEqual(['C', 'A', 'B'])
  expect(order(price('A', '118'), price('B', '118'), price('C', '119'))).toEqual(['C', 'A', 'B'])
  expect(order(price('old', '130', true), price('new', '100'))).toEqual(['new', 'old'])
})

test('what a card has said of the split is held against what came in, and against nothing where it cannot be read', async () => {
  const { store } = await foundedVillage()
  const needs = { store, hash: sha256, signer: signerOnNode({ secret: 's' }) }
  const sealing = sealingBy({ secret: 'a secret of this service' })
  const one = await referenceNow(needs, fundId, { kind: 'member', key: memberId(1) })
  const parts = [{ use: 'savings', reference: one, shares: 1 }] as const
  const rules = [{ from: '2026-01-01', parts }]
  await keepSender({ store, sealing }, { fundId, senderId: 's' }, { ...card, rules })
  const asked = {
    book: (await bookOf(store, fundId))!,
    of: sender,
    line: { on: '2026-05-02', amount: 900 },
  }
  expect(await splitFor({ ...needs, sealing }, fundId, asked)).toEqual([
    { use: 'savings', amount: 900, memberId: memberId(1) },
  ])
  expect(await splitFor(needs, fundId, asked)).toBe('no-rule-yet')
})

test('an arrival that was booked as the rule says is like it in whatever order its parts are found', async () => {
  const { store, record } = await foundedVillage()
  const needs = { store, hash: sha256, signer: signerOnNode({ secret: 's' }) }
  const line = { place: 'bank', on: '2026-05-02', amount: 900, mark: 'b'.repeat(64) } as const
  const parts = [
    { use: 'savings', amount: 600, memberId: memberId(1) },
    { use: 'home', amount: 300, memberId: memberId(2) },
  ] as const
  const asked = { line, of: sender, parts, matchId: idOf(900) }
  const commands = (await arrivalCommands(needs, fundId, asked))!
  for (const { outcome } of await record(fundId, commands, officer))
    expect(['recorded', 'flagged']).toContain(outcome)
  // A line that was booked and taken back may be booked again, four times in all, and each time under other ids.
  const ids = new Set(commands.map(({ id }) => id))
  for (let time = 1; time < 4; time += 1) {
    const again = (await arrivalCommands(needs, fundId, asked))!.slice(0, parts.length)
    for (const { id } of again) expect(ids.has(id)).toBe(false)
    for (const { id } of again) ids.add(id)
    await record(fundId, again, officer)
  }
  expect(await arrivalCommands(needs, fundId, asked)).toBeUndefined()
  const book = (await bookOf(store, fundId))!
  const turned: typeof store = {
    ...store,
    find: async (...of) => (await store.find(...of)).toReversed(),
  }
  const isUnlike = async (shares: number, at: typeof store) => {
    const said = [
      { use: 'savings', reference, shares },
      { use: 'home', reference, shares: 1 },
    ] as const
    const own = { ...card, rules: [{ from: '2026-01-01', parts: said }] }
    const seen = { sender: own, book, today: '2026-05-03' }
    const view = await senderViewOf({ ...needs, store: at }, { fundId, senderId: 's' }, seen)
    return view.arrivals.map(({ isUnlikeRule }) => isUnlikeRule)
  }
  for (const at of [store, turned]) {
    expect(await isUnlike(2, at)).toEqual([false])
    expect(await isUnlike(1, at)).toEqual([true])
  }
})
