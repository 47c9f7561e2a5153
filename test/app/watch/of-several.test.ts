import { expect, test } from 'vitest'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomOnNode, sha256 } from '#infra/system/system.ts'
import { noteHands } from '#src/app/identity/hands.ts'
import { type CopiedAgency, changedSince } from '#src/app/network/agency-copy.ts'
import type { ShownAgency } from '#src/app/network/register.ts'
import { confirmerRefusal } from '#src/app/watch/confirming.ts'
import { reporterOf } from '#src/app/watch/sealed-parts.ts'
import { reportsIn, takeReport } from '#src/app/watch/reports.ts'
import { takeSlip } from '#src/app/watch/slips.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { caseTeam } from '#test/app/cases/case-team.ts'
import { toldInShort } from '#test/app/watch/told.ts'

/* Several reports, agencies and colleagues, where one of each would tell nothing of their order or of whose they are. */

const id = (n: number): string => `a0000000-0000-8000-8000-00000000000${n}`

const taking = () => {
  const team = caseTeam()
  const signer = signerOnNode({ secret: 'a signing secret for tests' })
  const needs = { ...team.needs, signer, hash: sha256, random: randomOnNode }
  const tell = (today: string, way: 'first' | 'more', more: object = {}) =>
    takeReport(
      { ...needs, today, networkId: team.needs.networkId },
      { ...toldInShort, way, files: [], reach: '', team: [], ...more },
    )
  return { ...team, needs, tell }
}

test('of reports those are read first that came first from their line, and of these the oldest', async () => {
  const { needs, tell } = taking()
  for (const day of ['2026-11-04', '2026-11-02', '2026-11-05', '2026-11-03'])
    for (const way of ['more', 'first'] as const) await tell(day, way)
  const read = (await reportsIn(needs)).map(
    ({ on, isFirst }) => `${isFirst ? 'first' : 'more'} ${on}`,
  )
  expect(read).toEqual(read.toSorted())
  expect(read).toHaveLength(8)
})

test('how somebody is reached opens to whoever had a key then, and to no colleague of later', async () => {
  const { needs, tell, worker } = taking()
  const hers = await worker(id(1))
  await tell('2026-11-02', 'first', { reach: 'after dark', team: [id(1)] })
  const others = await worker(id(2))
  const [report] = await reportsIn(needs)
  expect(await reporterOf(needs, hers, report!)).toBe('after dark')
  expect(await reporterOf(needs, others, report!)).toBeUndefined()
  expect(await reporterOf(needs, hers, { code: 'f'.repeat(32) })).toBeUndefined()
})

test('a slip of an older sheet, which had fewer digits, is good until the end of its time', () => {
  const { needs } = taking()
  const ofYear = (year: string): string => {
    const text = lengthPrefixed(['village-fund/slip/1', year, '0042'])
    const mark = sha256(needs.signer.mark(needs.networkId, text)).slice(0, 12)
    return `0042${String(Number.parseInt(mark, 16) % 10 ** 8).padStart(8, '0')}`
  }
  expect(takeSlip(needs, ofYear('2026'))).toBe(true)
  expect(takeSlip(needs, ofYear('2025'))).toBe(true)
  expect(takeSlip(needs, ofYear('2024'))).toBe(false)
})

test('a network that has said nothing of publication tells nothing outside', async () => {
  const book = await watchBookOf(memoryStore(), id(9))
  expect(book.isPublic).toBe(false)
})

test('a copy says of each agency what has become of it: one stays, one is gone, one is new, one was taken off', () => {
  const before = ['stays', 'gone', 'taken off'].map((name): CopiedAgency => ({
    key: name,
    name,
    maySend: true,
  }))
  const now = (['stays', 'new', 'taken off'] as const).map(
    (latin) =>
      ({
        latin,
        licence: { state: latin === 'taken off' ? 'removed' : 'licensed', warnings: 0 },
        isStale: false,
        countries: [],
      }) as unknown as ShownAgency,
  )
  expect(changedSince({ agencies: before }, now, '2026-11-02')).toEqual({
    stopped: ['taken off'],
    stale: [],
    may: [],
    gone: ['gone'],
    added: ['new'],
  })
})

test('whoever was given a secret by the one who proposed a ruling is not heard as the second one', async () => {
  const store = memoryStore()
  const networkId = id(9)
  const decision = { decisionId: id(7), what: 'ruling', proposedBy: id(1) }
  const views = {
    ...store,
    registerSubjects: async () => [
      { kind: 'watch-decision', key: id(7), data: JSON.stringify(decision) },
    ],
  } as unknown as typeof store
  const command = { type: 'ConfirmDecision', decisionId: id(7) } as NetworkCommand
  const asked = (userId: string, day = '2026-11-02') =>
    confirmerRefusal({ store: views }, { session: { networkId, userId } as never, day })(command)
  expect(await asked(id(1))).toBe('checked-by-whoever-entered')
  expect(await asked(id(2))).toBeUndefined()
  const by = { action: 'give-secret', by: id(1), device: 'd' } as const
  await noteHands(
    { store, clock: () => '2026-11-01T03:00:00.000Z', ids: () => id(8) } as never,
    { networkId, userId: id(2) },
    by,
  )
  expect(await asked(id(2))).toBe('approver-reset-lately')
  expect(await asked(id(3))).toBeUndefined()
})

test('of two wordings of a reply each is confirmed by whoever did not write that one', async () => {
  const networkId = id(9)
  const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
  const replies = [
    { digest: first, proposedBy: id(1) },
    { digest: second, proposedBy: id(2) },
  ]
  const store = {
    ...memoryStore(),
    registerSubjects: async () => [
      { kind: 'watch-letter', key: id(7), data: JSON.stringify({ letterId: id(7), replies }) },
    ],
  } as unknown as ReturnType<typeof memoryStore>
  const asked = (userId: string, digest: string) =>
    confirmerRefusal(
      { store },
      { session: { networkId, userId } as never, day: '2026-11-02' },
    )({
      type: 'ConfirmReplyText',
      letterId: id(7),
      digest,
    } as NetworkCommand)
  expect(await asked(id(2), second)).toBe('checked-by-whoever-entered')
  expect(await asked(id(1), second)).toBeUndefined()
  expect(await asked(id(1), first)).toBe('checked-by-whoever-entered')
  expect(await asked(id(2), first)).toBeUndefined()
})
