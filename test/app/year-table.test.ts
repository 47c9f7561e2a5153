import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Sealing, SupportFile } from '#domain/grants/files.ts'
import type { Support } from '#domain/grants/support.ts'
import { keepFile } from '#src/app/support/files.ts'
import type { GrantSource } from '#src/app/support/grant-source.ts'
import { donorReportOf, outcomeReportOf } from '#src/app/support/reports.ts'
import { file, support } from '#test/support/grant-file.ts'
import { slowWrites } from '#test/support/slow-writes.ts'

/** Nothing is sealed: what reports say hangs on no secret. */
const open = {
  seal: async (_: string, __: string, text: string) => text,
  open: async (_: string, __: string, sealed: string) => sealed,
} as unknown as Sealing
const source = (supports: readonly Support[], more: object = {}): GrantSource =>
  ({
    scope: 'f1',
    isPot: false,
    windows: [{ windowId: 'w1' }],
    supports,
    lines: async () => [],
    ...more,
  }) as unknown as GrantSource
const needsOf = () => {
  const store = slowWrites(memoryStore())
  return { store, sealing: open, hash: sha256, signer: {} as never }
}

type Grant = Partial<SupportFile> & {
  readonly paid?: readonly (readonly [on: string, amount: number])[]
  readonly windowId?: string
  readonly isErased?: boolean
}
const once: NonNullable<Grant['paid']> = [['2025-06-01', 50]]

/** So many grants, each of 50 in 2025 to somebody else. */
const many = (n: number, more: Grant = {}): Grant[] =>
  Array.from({ length: n }, (_, i) => ({ code: `S-${i}`, memberId: `m${i}`, ...more }))

const given = async (grants: readonly Grant[]) => {
  const needs = needsOf()
  const supports: Support[] = []
  for (const { paid = once, windowId = 'w1', isErased, ...one } of grants) {
    if (isErased !== true) await keepFile(needs, 'f1', { ...file, ...one })
    const code = one.code!
    const parts = paid.map(([on, amount]) => ({ entryId: `${code} ${on}`, on, amount }))
    supports.push(support({ code, windowId, paid: parts }))
  }
  return { needs, of: source(supports) }
}
const table = async (grants: readonly Grant[]) => {
  const { needs, of } = await given(grants)
  const asked = { windowId: 'w1', year: '2025', today: '2026-04-01' }
  const { byKind } = await donorReportOf(needs, of, asked)
  return byKind.is === 'told' ? byKind.rows : byKind.is
}
const told = (people: number, amount: number) => [{ key: 'reintegration', people, amount }]

test('in a year’s table stands what was paid in the year alone', async () => {
  const both = [
    ['2024-12-31', 1_000],
    ['2025-01-01', 50],
    ['2025-12-31', 50],
    ['2026-01-01', 1_000],
  ] as const
  expect(await table(many(10, { paid: both }))).toEqual(told(10, 1_000))
  expect(await table(many(10, { paid: [['2024-12-31', 50]] }))).toBe('too-few')
})

test('a grant of another window, one that was erased and one of which all was taken back are not in it', async () => {
  for (const more of [
    { windowId: 'w2' },
    { isErased: true },
    { paid: [] },
    {
      paid: [
        ['2025-06-01', 50],
        ['2025-06-02', -50],
      ],
    },
  ] as const satisfies readonly Grant[])
    expect(await table([...many(9), { code: 'S-X', memberId: 'x', ...more }])).toBe('too-few')
  expect(await table([...many(9), { code: 'S-X', memberId: 'x' }])).toEqual(told(10, 500))
})

test('somebody who was given twice is one person, and whom the team does not name is one by each code', async () => {
  const again = { code: 'S-X', memberId: 'm0' }
  expect(await table([...many(9), again])).toBe('too-few')
  expect(await table([...many(10), again])).toEqual(told(10, 550))
  expect(await table(many(10, { memberId: '' }))).toEqual(told(10, 500))
})

test('a year’s table is kept before it is told', async () => {
  const { needs, of } = await given(many(10))
  const asked = { windowId: 'w1', year: '2025', today: '2026-04-01' }
  await donorReportOf(needs, of, asked)
  expect([...(await needs.store.of('f1')).keys()]).toEqual(['support-release:w1:2025'])
})

const outcome = async (grants: readonly Grant[]) => {
  const { needs, of } = await given(grants)
  const told_ = await outcomeReportOf(needs, {
    networkId: 'n1',
    sources: [of],
    year: '2025',
    today: '2026-04-01',
  })
  return told_.is === 'told' ? told_.people : told_.is
}

test('helped in a year is whoever was paid in it and kept it', async () => {
  expect(await outcome(many(10))).toBe(10)
  const nine = many(9)
  for (const paid of [
    [['2024-06-01', 50]],
    [
      ['2025-06-01', 50],
      ['2025-06-02', -50],
    ],
    [
      ['2025-06-01', 50],
      ['2026-01-02', -50],
    ],
    [
      ['2024-06-01', 80],
      ['2025-06-02', -50],
    ],
  ] as const)
    expect(await outcome([...nine, { code: 'S-X', memberId: 'x', paid }])).toBeUndefined()
})

test('of several places one pot is enough that survivors can be of any fund', async () => {
  const needs = needsOf()
  const sources: GrantSource[] = []
  for (const [scope, isPot, n] of [
    ['a', false, 0],
    ['b', false, 11],
    ['p', true, 11],
  ] as const) {
    const supports: Support[] = []
    for (let i = 0; i < n; i += 1) {
      const code = `S-${scope}${i}`
      await keepFile(needs, scope, { ...file, code, memberId: code, isSurvivors: scope === 'p' })
      supports.push(support({ code, paid: [{ entryId: code, on: '2025-06-01', amount: 50 }] }))
    }
    sources.push(source(supports, { scope, isPot }))
  }
  const asked = { networkId: 'n1', sources, year: '2025', today: '2026-04-01' }
  expect(await outcomeReportOf(needs, asked)).toMatchObject({ people: 20, survivors: 10 })
})
