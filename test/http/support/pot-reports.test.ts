import { beforeEach, expect, test } from 'vitest'
import type { SupportFile } from '#domain/grants/files.ts'
import type { SupportKind } from '#domain/grants/kinds.ts'
import type { Support } from '#domain/grants/support.ts'
import { reportYearOf } from '#domain/grants/report.ts'
import { supportCodeFrom } from '#domain/grants/support.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { keepFile } from '#src/app/support/files.ts'
import { type GrantSource, potBookOf, potSource } from '#src/app/support/grant-source.ts'
import type { FileNeeds } from '#src/app/support/files.ts'
import { donorReportOf, outcomeReportOf } from '#src/app/support/reports.ts'
import { sha256 } from '#infra/system/system.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import type { Village } from '#test/http/support/team.ts'

/* What is told of the network's own pot: money to the last riel, people never in groups that can be taken apart. */

let village: Village
let needs: FileNeeds & Village['needs']

beforeEach(async () => {
  village = await twoNetworks()
  needs = { ...village.needs, sealing: village.needs.sealing! }
})

const codeAt = (i: number): string => supportCodeFrom(sha256(`a grant ${i}`))

const fileOf = (code: string, more: Partial<SupportFile> = {}): SupportFile => ({
  code,
  kind: 'papers',
  isSurvivors: false,
  memberId: '',
  withChildren: false,
  reason: 'invented',
  way: 'cash',
  supplier: '',
  salt: 'salt',
  asker: 'one of the team',
  checker: 'another',
  networkId: village.a.networkId,
  conditions: [],
  mentor: '',
  followUps: [],
  book: [],
  ...more,
})

const say = async (...said: readonly (readonly [on: string, what: object])[]) => {
  const commands = said.map(([effectiveOn, what]) => ({
    id: needs.ids(),
    v: 1,
    effectiveOn,
    ...what,
  })) as unknown as NetworkCommand[]
  const by = { actor: 'test', device: 'test' }
  const answers = await needs.recordNetwork(village.a.networkId, commands, by)
  for (const { outcome } of answers) expect(['recorded', 'flagged']).toContain(outcome)
  return commands.map(({ id }) => id)
}

const windowId = 'many'
const ids = ['01976f2c-3a10-7c58-9c3e-5d2f4b8a6e02']

const staff = async () => {
  const users = await village.store.users(village.a.networkId)
  const of = (way: string) =>
    users.find(({ login }) => login === `${village.a.canary} ${way}`)!.userId
  return { deciders: [of('administrator'), of('case-supervisor')], second: of('case-supervisor') }
}

/** Asked for, looked at, decided by two and paid, one after the other. */
const give = async (kinds: readonly SupportKind[]) => {
  const { deciders } = await staff()
  const asked = { windowId, amount: 1000, parts: 1, fileHash: 'b'.repeat(64), askedBy: ids[0] }
  for (const [i, kind] of kinds.entries()) {
    const code = codeAt(i)
    await say(
      ['2025-10-01', { type: 'AskFromPot', code, ...asked }],
      ['2025-10-01', { type: 'TakePotStep', code, step: 'checked' }],
      ['2025-10-02', { type: 'DecideFromPot', code, isApproved: true, deciders }],
      [i % 2 === 0 ? '2025-10-03' : '2025-11-20', { type: 'RecordPotPart', code, amount: 1000 }],
    )
    await keepFile(needs, village.a.networkId, fileOf(code, { kind }))
  }
}

const donorReport = async () => {
  const { networkId } = village.a
  const source = potSource(networkId, await potBookOf(village.store, networkId))
  return donorReportOf(needs, source, { windowId, year: '2025', today: '2026-04-15' })
}

const begin = async () => {
  const opened = { type: 'OpenPotWindow', windowId, currency: 'KHR' }
  await say(['2025-09-02', opened])
  const gift = { type: 'RecordPotDonation', windowId, amount: 90_000 }
  const [, twice] = await say(['2025-09-10', gift], ['2025-09-10', gift])
  return twice!
}

test('a donor’s quarters follow one another to the last riel, and what was taken back was never there', async () => {
  const twice = await begin()
  await give(['papers', 'papers', 'passport'])
  const { second: approvedBy } = await staff()
  const reason = 'entered-twice'
  await say(
    ['2025-11-21', { type: 'ReversePotEntry', reverses: twice, reason, approvedBy }],
    ['2025-12-01', { type: 'ReturnPotDonation', windowId, amount: 7000 }],
  )
  const { quarters, statement, codes } = await donorReport()
  for (const one of [...quarters, statement])
    expect(one.opening + one.received - one.spent - one.returned).toBe(one.closing)
  expect(quarters.slice(1).map(({ opening }) => opening)).toEqual(
    quarters.slice(0, -1).map(({ closing }) => closing),
  )
  expect(statement).toEqual({
    opening: 0,
    received: 90_000,
    spent: 3000,
    returned: 7000,
    closing: 80_000,
  })
  expect(codes).toEqual([codeAt(0), codeAt(1), codeAt(2)].toSorted())
})

test('by kind no group of fewer than ten is told, nor can it be found as what is left over', async () => {
  await begin()
  await give([...Array.from({ length: 12 }, () => 'papers' as const), 'passport', 'passport'])
  const { byKind } = await donorReport()
  const rows = [{ key: 'others', people: 15, amount: 14_000 }]
  expect(byKind).toEqual({ is: 'told', rows })
})

test('of nine people nothing is told by kind, and a later reading tells the same', async () => {
  await begin()
  await give(Array.from({ length: 9 }, () => 'papers' as const))
  expect((await donorReport()).byKind).toEqual({ is: 'too-few' })
  await keepFile(needs, village.a.networkId, fileOf(codeAt(0), { kind: 'school' }))
  expect((await donorReport()).byKind).toEqual({ is: 'too-few' })
})

/** So many who were helped out of one source in 2025, of whom some are survivors; their files are kept with it. */
const helping = async (
  { scope, isPot }: { readonly scope: string; readonly isPot: boolean },
  [from, to]: readonly [number, number],
): Promise<GrantSource> => {
  const supports = Array.from({ length: to - from }, (_, i): Support => {
    const on = '2025-06-01'
    return {
      code: codeAt(from + i),
      windowId,
      amount: 1000,
      parts: 1,
      broughtBy: 'team',
      fileHash: 'b'.repeat(64),
      askedOn: on,
      state: 'approved',
      paid: [{ id: ids[0]!, on, amount: 1000 }],
    } as unknown as Support
  })
  for (const [i, { code }] of supports.entries())
    await keepFile(needs, scope, fileOf(code, { isSurvivors: i % 2 === 0 }))
  const nothing = { windows: [], members: [], limitOf: () => 0, lines: async () => [] }
  return { scope, isPot, supports, currencyOf: () => 'KHR', ...nothing }
}

const pot = () => ({ scope: village.a.networkId, isPot: true })
const fund = (which: 'f1' | 'f2') => ({ scope: village[which].fundId, isPot: false })

const survivorsOf = async (sources: readonly GrantSource[]) => {
  const { networkId } = village.a
  const asked = { networkId, sources, year: '2025', today: '2026-04-15' }
  const told = await outcomeReportOf(needs, asked)
  return told.is === 'told' ? [told.people, told.survivors] : told.is
}

test('survivors whom the pot has helped are counted as of any fund, where there are two at least', async () => {
  const sources = [
    await helping(pot(), [0, 24]),
    await helping(fund('f1'), [0, 0]),
    await helping(fund('f2'), [0, 0]),
  ]
  expect(await survivorsOf(sources)).toEqual([25, 10])
})

test('survivors of one fund alone are never counted, though the network has a pot', async () => {
  const sources = [
    await helping(pot(), [0, 0]),
    await helping(fund('f1'), [0, 24]),
    await helping(fund('f2'), [0, 0]),
  ]
  expect(await survivorsOf(sources)).toEqual([25, undefined])
})

test('a network of one fund tells no number of survivors, pot or not', async () => {
  const sources = [await helping(pot(), [0, 24]), await helping(fund('f1'), [30, 54])]
  expect((await survivorsOf(sources))[1]).toBeUndefined()
})

test('fewer than eleven survivors, or fewer than eleven others, are not told of a pot either', async () => {
  const sources = [
    await helping(pot(), [0, 20]),
    await helping(fund('f1'), [0, 0]),
    await helping(fund('f2'), [0, 0]),
  ]
  expect(await survivorsOf(sources)).toEqual([20, undefined])
})

const agreed = (from: string, until: string) =>
  ({ from, until, lines: [], unspent: 'given-back' }) as const

test.each([
  ['2026-11-26', undefined, '2026'],
  ['2026-04-01', undefined, '2026'],
  ['2026-03-31', undefined, '2025'],
  ['2026-02-10', agreed('2026-01-01', '2027-12-31'), '2026'],
  ['2027-02-10', agreed('2026-01-01', '2027-12-31'), '2026'],
  ['2026-11-26', agreed('2024-01-01', '2025-02-28'), '2025'],
])(
  'on %s a donor’s report opens on the latest year with a quarter that is over',
  (today, terms, year) => {
    expect(reportYearOf(terms, today)).toBe(year)
  },
)
