import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { judgingIn } from '#src/app/network/judging.ts'
import { expectedRoutes } from '#test/http/access/expected.ts'
import type { Means } from '#test/http/access/means.ts'
import { bodyOf, methodOf, pathOf } from '#test/http/access/requests.ts'
import { type Target, targetIn } from '#test/http/access/targets.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking, paperOf, wanted } from '#test/http/support/team.ts'
import { archiveOf } from '#test/support/archives.ts'
import { sameChance } from '#test/support/same-chance.ts'

/*
 * Two networks that live the same days and differ only in which of two grants is a survivor's. Everything that
 * anybody but the team can get is laid side by side.
 */

type Twin = {
  readonly village: Village
  readonly codes: readonly string[]
  /** Two grants of the network's own pot, of which one is a survivor's. */
  readonly potCodes: readonly string[]
}

/** The same two kinds out of the network's own pot; which of them is a survivor's nobody but the team can tell. */
const liveOfPot = async (village: Village, survivor: 0 | 1): Promise<readonly string[]> => {
  const on = asking(village)
  const { f1, a, store, needs } = village
  const users = await store.users(a.networkId)
  const idOf = (way: string) => users.find(({ login }) => login === `${a.canary} ${way}`)!.userId
  const team = `/v1/networks/${a.networkId}/funds/${a.networkId}/support`
  const by = { actor: 'twin', device: 'twin' }
  const envelope = () => ({ v: 1 as const, id: needs.ids(), effectiveOn: '2025-12-31' })
  const windowId = a.potWindow
  await needs.recordNetwork(
    a.networkId,
    [{ ...envelope(), type: 'RecordPotDonation', windowId, amount: 900_000 }],
    by,
  )
  const codes: string[] = []
  const kinds = [
    { kind: 'reintegration', amount: 300_000, reason: 'a loom' },
    { kind: 'papers', amount: 50_000, reason: 'a stamp' },
  ]
  for (const [i, own] of kinds.entries()) {
    const { memberId: _, ...rest } = wanted(f1)
    const checkerId = idOf('case-supervisor')
    const json = {
      ...on.envelope(),
      ...rest,
      windowId,
      checkerId,
      papers: paperOf(`Q${i}`),
      ...own,
    }
    const answer = await on.one(
      await on.send(on.find('migration-worker'), team, {
        json: { ...json, isSurvivors: i === survivor },
      }),
    )
    expect(answer).toMatchObject({ outcome: 'recorded' })
    const list = await on.send(on.find('migration-worker'), `/v1/networks/${a.networkId}/support`)
    const { support } = (await list.json()) as {
      support: { code: string; fundId: string | null }[]
    }
    const code = support.find((one) => one.fundId === null && !codes.includes(one.code))!.code
    codes.push(code)
    const checked = { ...on.envelope(), step: 'checked' }
    await on.send(on.find('case-supervisor'), `${team}/${code}/steps`, { json: checked })
    const deciders = [idOf('administrator'), idOf('case-supervisor')] as const
    const answers = await needs.recordNetwork(
      a.networkId,
      [
        { ...envelope(), type: 'DecideFromPot', code, isApproved: true, deciders },
        { ...envelope(), type: 'RecordPotPart', code, amount: own.amount },
      ],
      by,
    )
    expect(answers.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded'])
  }
  return codes
}

const live = async (survivor: 0 | 1): Promise<Twin> => {
  const village = await twoNetworks(sameChance())
  const on = asking(village)
  const { f1, a, store } = village
  const users = await store.users(a.networkId)
  const checkerId = users.find(({ login }) => login === `${a.canary} case-supervisor`)!.userId
  const team = `/v1/networks/${a.networkId}/funds/${f1.fundId}/support`
  const { memberId: _, ...rest } = wanted(f1)
  const codes: string[] = []
  const kinds = [
    { kind: 'reintegration', amount: 300_000, reason: 'a stall' },
    { kind: 'papers', amount: 50_000, reason: 'a copy' },
  ]
  for (const [i, own] of kinds.entries()) {
    const json = { ...on.envelope(), ...rest, checkerId, papers: paperOf(`P${i}`), ...own }
    const said = { ...json, isSurvivors: i === survivor }
    await on.one(await on.send(on.find('migration-worker'), team, { json: said }))
    const before = new Set(codes)
    const list = await on.send(on.find('chair'), `/v1/funds/${f1.fundId}/support`)
    const { support } = (await list.json()) as { support: { code: string }[] }
    const code = support.find((one) => one.code !== f1.supportCode && !before.has(one.code))!.code
    codes.push(code)
    const checked = { ...on.envelope(), step: 'checked' }
    await on.send(on.find('case-supervisor'), `${team}/${code}/steps`, { json: checked })
  }
  const by = { actor: 'twin', device: 'twin' }
  const ballot = {
    by: 'meeting',
    hands: { present: 9, yes: 9, no: 0 },
    recused: [],
    confirmedBy: f1.memberIds.chair,
  } as const
  for (const [i, code] of codes.entries()) {
    const envelope = () => ({ v: 1 as const, id: village.needs.ids(), effectiveOn: '2025-12-31' })
    await village.needs.record(
      f1.fundId,
      [
        { ...envelope(), type: 'DecideSupport', code, ballot },
        { ...envelope(), type: 'RecordSupportPart', code, amount: kinds[i]!.amount },
      ],
      by,
    )
  }
  return { village, codes, potCodes: await liveOfPot(village, survivor) }
}

let twins: readonly [Twin, Twin]
beforeAll(async () => {
  twins = [await live(0), await live(1)]
})

const codesFor = (
  route: string,
  codes: readonly string[],
  potCodes: readonly string[],
): readonly string[] => {
  if (route.includes(':potCode')) return potCodes
  return route.includes(':code') ? [...codes, ...potCodes] : codes.slice(0, 1)
}

/** With little time a third of the routes is asked for, and all that tell of support. */
const isLong = process.env['TEST_BUDGET'] === 'ci'

/** Everything that can be read, as everybody but the two of the team who know. */
const gotBy = async ({ village, codes, potCodes }: Twin): Promise<ReadonlyMap<string, string>> => {
  const on = asking(village)
  const got = new Map<string, string>()
  const spare = {
    cardId: 'x',
    userId: 'x',
    memberUserId: 'x',
    deviceId: 'x',
    sessionId: 'x',
    loginless: 'x',
  }
  const team = ['migration-worker', 'case-supervisor']
  const others = village.people.filter(
    ({ way, networkId, home }) =>
      networkId === village.a.networkId && home === village.f1 && !team.includes(way),
  )
  const routes = Object.keys(expectedRoutes)
    .filter((route) => methodOf(route) === 'GET')
    .filter((route, place) => isLong || place % 3 === 0 || route.includes('/support'))
  // Whole books are read behind the first answer, which tells how far that has come.
  const auditor = others.find(({ way }) => way === 'auditor')!
  await on.send(auditor, `/v1/networks/${village.a.networkId}/portfolio`)
  await judgingIn(village.needs.store).settled()
  for (const somebody of others)
    for (const route of routes)
      for (const code of codesFor(route, codes, potCodes)) {
        const of = route.includes(':potCode') ? { potCode: code } : { code }
        const target = { ...targetIn(village.f1, 'neighbour', spare), ...of } as Target
        const means = { target, newId: () => 'x', isDryRun: true } as unknown as Means
        const made =
          route.includes('/begin') || route.includes('/enrol') ? {} : await bodyOf(route, means)
        const answer = await on.send(somebody, `${pathOf(route, target)}${made.query ?? ''}`)
        got.set(`${somebody.way} ${route} ${code}`, `${answer.status} ${await answer.text()}`)
      }
  return got
}

/** Ids that a page makes while it is shown differ by how much was made before, and say nothing. */
const withoutFresh = (text: string): string =>
  text.replaceAll(/name="id" value="[0-9a-f-]{36}"/g, 'name="id"')

test('what officers, members, auditors and administrators can get is the same to the last letter', async () => {
  const [first, second] = [await gotBy(twins[0]), await gotBy(twins[1])]
  expect([...first.keys()]).toEqual([...second.keys()])
  const differ = [...first].flatMap(([key, text]) =>
    withoutFresh(text) === withoutFresh(second.get(key)!) ? [] : [key],
  )
  expect(differ).toEqual([])
  expect(first.size).toBeGreaterThan(isLong ? 1500 : 500)
  const [code] = twins[0].codes
  expect([...first.values()].filter((text) => text.includes(code!)).length).toBeGreaterThan(
    isLong ? 10 : 3,
  )
})

test('after the year, when a donor is told of it, it is the same', async () => {
  const told = await Promise.all(
    twins.map(async ({ village }) => {
      Object.assign(village.needs, { today: () => '2026-04-15' })
      const on = asking(village)
      const windowId = village.f1.canary
      const path = `/v1/funds/${village.f1.fundId}/windows/${windowId}/report?year=2025`
      const report = await (await on.send(on.find('chair'), path)).text()
      const totals = `/v1/funds/${village.f1.fundId}/support/totals`
      const outcomes = `/v1/networks/${village.a.networkId}/support/outcomes?year=2025`
      return [
        report,
        await (await on.send(on.find('household-login'), totals)).text(),
        await (await on.send(on.find('administrator'), outcomes)).text(),
      ]
    }),
  )
  expect(told[0]).toEqual(told[1])
  expect(told[0]![0]).toContain('too-few')
  expect(told[0]![1]).toContain('350000')
})

/** Salts of cards differ by themselves, and with them the sum of the whole. */
const isOfBook = (line: string): boolean => !/"kind":"(card|end)"/.test(line)

test('the journals, the archive and the log are the same in every byte', async () => {
  const kept = await Promise.all(
    twins.map(async ({ village }) => {
      const { store, f1, a } = village
      const rows = await store.read(f1.fundId, 0, 5000)
      const networkRows = await store.networks.read(a.networkId, 0, 5000)
      const pot = await store.potSubjects(a.networkId)
      const logs = await Promise.all(
        [f1.fundId, a.networkId].map((scope) => store.activities(scope, { limit: 10_000 })),
      )
      const log = logs
        .flat()
        .map(({ actor, action, subject, outcome }) => [actor, action, subject, outcome])
      const kept = await Promise.all(
        [f1.fundId, a.networkId].map((scope) => store.supportFiles(scope)),
      )
      const files = kept.flat().map(({ code, sealed }) => [code, sealed.length])
      const archive = gunzipSync(await archiveOf(store as never, f1.fundId))
        .toString()
        .split('\n')
        .filter(isOfBook)
      return { rows, networkRows, pot, log, files, archive }
    }),
  )
  expect(kept[0]!.rows).toEqual(kept[1]!.rows)
  expect(kept[0]!.networkRows).toEqual(kept[1]!.networkRows)
  expect(kept[0]!.pot).toEqual(kept[1]!.pot)
  expect(kept[0]!.archive).toEqual(kept[1]!.archive)
  expect(kept[0]!.log).toEqual(kept[1]!.log)
  expect(kept[0]!.files).toEqual(kept[1]!.files)
})

test('the team alone can tell the two apart, so that there is something to hide', async () => {
  const seen = await Promise.all(
    twins.map(async ({ village, codes }) => {
      const on = asking(village)
      const path = `/v1/networks/${village.a.networkId}/funds/${village.f1.fundId}/support/${codes[0]}/file`
      return (await on.send(on.find('migration-worker'), path)).json()
    }),
  )
  expect(seen).toMatchObject([{ isSurvivors: true }, { isSurvivors: false }])
})

test('a fund is the same in every byte whether the network’s pot has paid somebody or not', async () => {
  const [{ village, potCodes }] = twins
  const { store, f1, f2, a, needs } = village
  const of = async (fundId: string) => ({
    rows: await store.read(fundId, 0, 5000),
    subjects: await store.subjects(fundId),
    postings: await store.postings(fundId, {}),
    notes: [...(await store.of(fundId))],
    log: await store.activities(fundId, { limit: 10_000 }),
    files: await store.supportFiles(fundId),
    archive: gunzipSync(await archiveOf(store as never, fundId)).toString(),
  })
  const [before, others] = [await of(f1.fundId), await of(f2.fundId)]
  const envelope = { v: 1 as const, id: needs.ids(), effectiveOn: '2025-12-31' }
  const again = { ...envelope, type: 'RecordPotPart' as const, code: potCodes[0]!, amount: 10_000 }
  const by = { actor: 'twin', device: 'twin' }
  const [answer] = await needs.recordNetwork(a.networkId, [again], by)
  expect(answer).toMatchObject({ outcome: 'flagged', flags: ['above-award'] })
  const after = await of(f1.fundId)
  expect(after).toEqual(before)
  // The log, which an archive carries too, holds the codes that this file itself has asked the fund for in vain.
  const books = [after, others].map((one) => ({ ...one, log: [], archive: '' }))
  for (const code of potCodes) expect(JSON.stringify(books)).not.toContain(code)
})
