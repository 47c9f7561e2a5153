import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import type { Sealing } from '#domain/grants/files.ts'
import type { Support } from '#domain/grants/support.ts'
import type { NetworkSubjectRow, SubjectRow } from '#domain/ports.ts'
import { type Claiming, claim, letGoClaims } from '#src/app/support/claims.ts'
import { slowWrites } from '#test/support/slow-writes.ts'

/** Marks by the secret of now and those before it, readable. */
const sealingWith = (...secrets: readonly string[]) =>
  ({
    marks: async (_: string, text: string) => secrets.map((one) => `${one}:${text}`),
  }) as unknown as Sealing

type Ended = Pick<Support, 'code' | 'state'> & { readonly paid?: number }

const supportRow = (kind: string, { code, state, paid = 0 }: Ended) => ({
  kind,
  key: code,
  data: JSON.stringify({ code, state, paid: paid > 0 ? [{ amount: paid }] : [] }),
})

/** A network with two funds, of which grants are as far as is told. */
const network = () => {
  const store = slowWrites(memoryStore())
  const grants = new Map<string, Ended[]>()
  const funds: NetworkSubjectRow[] = ['f1', 'f2'].map((key) => ({ kind: 'fund', key, data: '{}' }))
  const needs = {
    store: Object.assign(Object.create(store) as typeof store, {
      subjects: async (id: string) =>
        [
          // A loan that was refused is no grant, and has not been paid on.
          { kind: 'request', key: 'l1', data: JSON.stringify({ code: 'S-1', state: 'refused' }) },
          ...(grants.get(id) ?? []).map((one) => supportRow('support', one)),
        ] as SubjectRow[],
      networkSubjects: async () => funds,
      potSubjects: async (id: string) =>
        (grants.get(id) ?? []).map((one) => supportRow('pot-grant', one) as NetworkSubjectRow),
    }),
    sealing: sealingWith('now'),
  }
  const asks = (code: string, more: Partial<Claiming> = {}, sealing = needs.sealing) =>
    claim({ ...needs, sealing }, {
      fundId: 'f1',
      code,
      networkId: 'n1',
      isTeam: false,
      kind: 'training',
      papers: [{ paper: 'passport', number: 'N 123' }],
      memberId: '',
      on: '2025-03-01',
      ...more,
    } as Claiming)
  return { store, grants, needs, asks }
}

test('the same is given once for the same paper, in whichever of the funds, and to its own grant again', async () => {
  const { asks } = network()
  expect(await asks('S-1')).toBe('taken')
  expect(await asks('S-1')).toBe('taken')
  expect(await asks('S-2')).toBe('held')
  expect(await asks('S-2', { fundId: 'f2' })).toBe('held')
  const written = [{ paper: 'passport', number: 'n១២៣' }] as unknown as Claiming['papers']
  expect(await asks('S-3', { papers: written })).toBe('held')
})

test('another kind, another paper and another number are not the same', async () => {
  const { asks } = network()
  await asks('S-1')
  expect(await asks('S-2', { kind: 'school' })).toBe('taken')
  const other = (paper: string, number: string) =>
    ({ papers: [{ paper, number }] }) as unknown as Partial<Claiming>
  expect(await asks('S-3', other('family-book', 'N 123'))).toBe('taken')
  expect(await asks('S-4', other('passport', 'N 124'))).toBe('taken')
})

test('of two papers that were shown, and of who it is, each holds by itself', async () => {
  const { asks } = network()
  const [passport, book] = [
    { paper: 'passport', number: 'N 123' },
    { paper: 'family-book', number: 'B 7' },
  ] as unknown as Claiming['papers']
  expect(await asks('S-1', { papers: [passport!, book!], memberId: 'm1' })).toBe('taken')
  expect(await asks('S-2', { papers: [book!] })).toBe('held')
  expect(await asks('S-3', { papers: [passport!] })).toBe('held')
  expect(await asks('S-4', { papers: [], memberId: 'm1' })).toBe('held')
})

test('a member is known without a paper, and of whom nobody is named nothing is held', async () => {
  const { asks } = network()
  expect(await asks('S-1', { memberId: 'm1', papers: [] })).toBe('taken')
  expect(await asks('S-2', { memberId: 'm1', papers: [] })).toBe('held')
  expect(await asks('S-3', { memberId: 'm2', papers: [] })).toBe('taken')
  expect(await asks('S-4', { memberId: 'm1', papers: [], fundId: 'f2' })).toBe('taken')
  expect(await asks('S-5', { papers: [] })).toBe('taken')
  expect(await asks('S-6', { papers: [] })).toBe('taken')
})

test('a year later the same training is given again: the day of it is the last on which it is held', async () => {
  const { asks } = network()
  await asks('S-1', { on: '2025-03-15' })
  expect(await asks('S-2', { on: '2026-03-15' })).toBe('held')
  expect(await asks('S-2', { on: '2026-03-16' })).toBe('taken')
})

test('the team is told of what funds gave; a fund learns nothing of whom the team has helped', async () => {
  const { asks } = network()
  expect(await asks('T-1', { isTeam: true })).toBe('taken')
  expect(await asks('S-1')).toBe('taken')
  expect(await asks('T-2', { isTeam: true })).toBe('held')
  const second = network()
  await second.asks('S-1')
  expect(await second.asks('T-1', { isTeam: true })).toBe('held')
  second.grants.set('f1', [{ code: 'S-1', state: 'refused' }])
  expect(await second.asks('T-1', { isTeam: true })).toBe('taken')
})

test.each(['turned-down', 'refused', 'not-ratified', 'closed'] as const)(
  'what a grant that was %s without a riel held is free when the same is asked for again',
  async (state) => {
    for (const place of ['f1', 'f2', 'n1']) {
      const { asks, grants, store } = network()
      await asks('S-1', { fundId: place })
      grants.set(place, [{ code: 'S-1', state }])
      expect(await asks('S-2')).toBe('taken')
      expect(await store.claimHolders('n1', ['now:x'], '2025-03-01')).toEqual([])
      const paid = network()
      await paid.asks('S-1', { fundId: place })
      paid.grants.set(place, [{ code: 'S-1', state, paid: 1 }])
      expect(await paid.asks('S-2')).toBe('held')
    }
  },
)

test('what is still going on holds', async () => {
  for (const state of ['asked', 'checked', 'approved', 'awarded-at-once'] as const) {
    const { asks, grants } = network()
    await asks('S-1')
    grants.set('f1', [{ code: 'S-1', state }])
    expect(await asks('S-2')).toBe('held')
  }
})

test('what was held under a secret of before is held under the one of now', async () => {
  const { asks, grants } = network()
  await asks('S-1', {}, sealingWith('old'))
  const both = sealingWith('now', 'old')
  expect(await asks('S-2', {}, both)).toBe('held')
  expect(await asks('S-1', {}, both)).toBe('taken')
  expect(await asks('T-1', { isTeam: true }, both)).toBe('held')
  grants.set('f1', [{ code: 'S-1', state: 'refused' }])
  expect(await asks('T-1', { isTeam: true }, both)).toBe('taken')
  expect(await asks('S-2', {}, both)).toBe('taken')
})

test('a grant that lets go lets go of all that it holds, and of nothing else', async () => {
  const { asks, needs } = network()
  await asks('S-1')
  await asks('S-2', { memberId: 'm2', papers: [] })
  await letGoClaims(needs, 'n1', { fundId: 'f1', code: 'S-1' })
  expect(await asks('S-3')).toBe('taken')
  expect(await asks('S-4', { memberId: 'm2', papers: [] })).toBe('held')
})

test('what a grant held under a secret of before it lets go under the one of now', async () => {
  const { asks, needs } = network()
  await asks('S-1', {}, sealingWith('old'))
  const both = sealingWith('now', 'old')
  await letGoClaims({ ...needs, sealing: both }, 'n1', { fundId: 'f1', code: 'S-1' })
  expect(await asks('S-2', {}, both)).toBe('taken')
})
