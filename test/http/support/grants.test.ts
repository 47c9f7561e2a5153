import { beforeEach, expect, test } from 'vitest'
import { secretOfAll, today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking, chairIn, paperOf, wanted } from '#test/http/support/team.ts'

let village: Village
let on: ReturnType<typeof asking>

beforeEach(async () => {
  village = await twoNetworks()
  on = asking(village)
})

const codesOf = async (fund = village.f1) => {
  const answer = await on.send(on.find('chair', fund), `/v1/funds/${fund.fundId}/support`)
  const { support } = (await answer.json()) as {
    support: { code: string; state: string; paid: number }[]
  }
  return support.filter(({ code }) => code !== fund.supportCode)
}

const ask = async (more: object = {}, fund = village.f1) =>
  on.one(
    await on.send(on.find('record-keeper', fund), `/v1/funds/${fund.fundId}/support`, {
      json: { ...on.envelope(), ...wanted(fund, more) },
    }),
  )

const path = (code: string, rest: string, fund = village.f1): string =>
  `/v1/funds/${fund.fundId}/support/${code}/${rest}`

const teamPath = (rest = ''): string =>
  `/v1/networks/${village.a.networkId}/funds/${village.f1.fundId}/support${rest}`

const bring = async (more: object = {}) => {
  const { memberId: _, ...rest } = wanted(village.f1)
  const json = {
    ...on.envelope(),
    ...rest,
    checkerId: await supervisorId(),
    papers: paperOf('999'),
    ...more,
  }
  return on.one(await on.send(on.find('migration-worker'), teamPath(), { json }))
}

const supervisorId = async (): Promise<string> => {
  const users = await village.store.users(village.a.networkId)
  return users.find(({ login }) => login === `${village.a.canary} case-supervisor`)!.userId
}

test('somebody asks, a second officer looks, and only these two can open what it is for', async () => {
  expect(await ask()).toMatchObject({ outcome: 'recorded' })
  const code = (await codesOf())[0]!.code
  expect(code).toMatch(/^S-[A-HJKMNP-Z2-9]{8}$/)
  for (const [way, status] of [
    ['record-keeper', 200],
    ['chair', 200],
    ['counter', 404],
    ['box-keeper', 404],
    ['committee-member', 404],
    ['auditor', 403],
  ] as const) {
    const answer = await on.send(on.find(way), path(code, 'file'))
    expect(answer.status, way).toBe(status)
  }
  const looks = await village.store.activities(village.f1.fundId, { limit: 50 })
  expect(looks.filter(({ subject }) => subject === `support:${code}`)).toHaveLength(5)
  const checked = { ...on.envelope(), step: 'checked' }
  const own = await on.send(on.find('record-keeper'), path(code, 'steps'), { json: checked })
  expect(await on.one(own)).toMatchObject({ code: 'not-the-checker' })
  const second = await on.send(on.find('chair'), path(code, 'steps'), { json: checked })
  expect(await on.one(second)).toMatchObject({ outcome: 'recorded' })
})

test('the journal and the database hold neither kind, nor person, nor reason, nor paper', async () => {
  await ask({ reason: 'zebra-reason', supplier: 'zebra-shop', papers: paperOf('zebra-paper') })
  const rows = await village.store.read(village.f1.fundId, 0, 5000)
  const asked = rows.filter(({ type }) => type === 'SupportAsked').at(-1)!
  expect(Object.keys(JSON.parse(asked.data) as object).toSorted()).toEqual(
    [
      'amount',
      'broughtBy',
      'code',
      'fileHash',
      'flags',
      'parts',
      'postings',
      'windowId',
    ].toSorted(),
  )
  const files = await village.store.supportFiles(village.f1.fundId)
  const everything = JSON.stringify([rows, files])
  expect(everything).not.toMatch(/zebra-?(?:reason|shop|paper)/i)
  for (const secret of ['papers', village.f1.memberIds.neighbour.concat('-grant')])
    expect(everything).not.toContain(`"${secret}"`)
  // Every file is as long as every other.
  await ask({ kind: 'school', reason: '', papers: paperOf('7') })
  const lengths = (await village.store.supportFiles(village.f1.fundId)).map(
    ({ sealed }) => sealed.length,
  )
  expect(new Set(lengths).size).toBe(1)
})

test('each kind has its limit, and a window gives no kind more than its donor said', async () => {
  expect(await ask({ amount: 100_001 })).toMatchObject({ code: 'above-its-kind' })
  const chair = on.find('chair')
  const terms = {
    ...on.envelope(),
    type: 'SetWindowTerms',
    v: 1,
    windowId: village.f1.canary,
    from: '2025-01-01',
    until: '2026-12-31',
    lines: [
      { kind: 'papers', amount: 150_000 },
      { kind: 'school', amount: 200_000 },
    ],
    unspent: 'given-back',
    confirmedBy: village.f1.memberIds['second-officer'],
    approvals: [{ login: `${village.f1.logins} second-officer`, secret: secretOfAll }],
  }
  const set = await on.send(chair, `/v1/funds/${village.f1.fundId}/commands`, {
    json: { commands: [terms] },
  })
  expect(await on.one(set)).toMatchObject({ outcome: 'recorded' })
  expect(await ask({ kind: 'training' })).toMatchObject({ code: 'kind-not-in-window' })
  expect(await ask()).toMatchObject({ outcome: 'recorded' })
  expect(await ask({ papers: paperOf('4'), memberId: village.f1.memberIds.counter })).toMatchObject(
    {
      code: 'budget-of-its-kind-spent',
    },
  )
})

test('who asks or looks may not be the one it is for, nor kin', async () => {
  const { memberIds, fundId } = village.f1
  expect(await ask({ memberId: memberIds['record-keeper'] })).toMatchObject({
    code: 'asker-is-concerned',
  })
  expect(await ask({ memberId: memberIds.chair })).toMatchObject({ code: 'checker-is-concerned' })
  expect(await ask({ checkerId: memberIds['record-keeper'] })).toMatchObject({
    code: 'checker-not-another',
  })
  expect(await ask({ checkerId: memberIds.neighbour, memberId: memberIds.counter })).toMatchObject({
    code: 'checker-not-an-officer',
  })
  await village.store.keepKinships(fundId, [
    {
      fundId,
      firstId: memberIds.chair,
      secondId: memberIds.neighbour,
      relation: 'parent',
      declaredAt: '2025-12-31T00:00:00.000Z',
    },
  ])
  expect(await ask()).toMatchObject({ code: 'checker-is-concerned' })
})

test('two funds of a network do not pay the same twice, and neither learns a name', async () => {
  const paper = paperOf('N 12-34 (៥៦) 78-90')
  expect(await ask({ papers: paper })).toMatchObject({ outcome: 'recorded' })
  const again = paperOf('n1234567890')
  expect(await ask({ papers: again }, village.f2)).toMatchObject({ code: 'already-helped' })
  // Another kind is another need; and nothing of what was refused is kept.
  expect(await ask({ papers: again, kind: 'training' }, village.f2)).toMatchObject({
    outcome: 'recorded',
  })
  expect(await village.store.supportFiles(village.f2.fundId)).toHaveLength(1)
  const claims = JSON.stringify(await village.store.networkSubjects(village.a.networkId))
  expect(claims).not.toContain('1234567890')
})

test('sent again it is the same answer, and anything else under its id is a conflict', async () => {
  const json = { ...on.envelope(), ...wanted(village.f1) }
  const keeper = on.find('record-keeper')
  const to = `/v1/funds/${village.f1.fundId}/support`
  const first = await on.one(await on.send(keeper, to, { json }))
  expect(await on.one(await on.send(keeper, to, { json }))).toEqual(first)
  const other = { ...json, kind: 'school' }
  expect(await on.one(await on.send(keeper, to, { json: other }))).toMatchObject({
    outcome: 'conflict',
  })
})

test('what was turned down keeps nobody from being helped elsewhere', async () => {
  await ask()
  const code = (await codesOf())[0]!.code
  const json = { ...on.envelope(), step: 'turned-down' }
  await on.send(on.find('chair'), path(code, 'steps'), { json })
  expect(await ask({}, village.f2)).toMatchObject({ outcome: 'recorded' })
})

test('two officers help at once where it cannot wait, and nowhere else', async () => {
  await ask({ kind: 'emergency-return', amount: 500_000, withChildren: true })
  await ask({ kind: 'school', papers: paperOf('5'), memberId: village.f1.memberIds.counter })
  const files = await codesOf()
  const now = async (code: string) =>
    on.one(
      await on.send(on.find('record-keeper'), path(code, 'at-once'), {
        json: { ...on.envelope(), approver: chairIn(village.f1) },
      }),
    )
  const answers = await Promise.all(files.map(({ code }) => now(code)))
  expect(answers.map((one) => one['code'] ?? one['outcome']).toSorted()).toEqual([
    'can-wait-for-a-meeting',
    'recorded',
  ])
})

test('an officer who does not know what it is for does not help at once with whoever does', async () => {
  await ask({ kind: 'emergency-return', amount: 500_000, withChildren: true })
  const { code } = (await codesOf())[0]!
  const now = async (way: string, second: string) => {
    const approver = { ...chairIn(village.f1), login: `${village.f1.logins} ${second}` }
    const json = { ...on.envelope(), approver }
    return on.one(await on.send(on.find(way), path(code, 'at-once'), { json }))
  }
  // The one who is to look at it, with somebody who has never opened it.
  expect(await now('chair', 'counter')).toMatchObject({ code: 'approval-of-another' })
  expect(await now('record-keeper', 'counter')).toMatchObject({ code: 'approval-of-another' })
  expect(await now('chair', 'record-keeper')).toMatchObject({ outcome: 'recorded' })
})

test('the team brings somebody whom the fund is never told of; officers see a code like any other', async () => {
  expect(await bring({ kind: 'reintegration', amount: 300_000, isSurvivors: true })).toMatchObject({
    outcome: 'recorded',
  })
  const code = (await codesOf())[0]!.code
  for (const way of ['chair', 'record-keeper', 'counter'])
    expect((await on.send(on.find(way), path(code, 'file'))).status).toBe(404)
  const worker = on.find('migration-worker')
  const file = await on.send(worker, teamPath(`/${code}/file`))
  expect(await file.json()).toMatchObject({ kind: 'reintegration', isSurvivors: true })
  const own = await on.send(worker, `/v1/networks/${village.a.networkId}/support`)
  expect(await own.json()).toMatchObject({ support: [{ code, fundId: village.f1.fundId }] })
  const json = { ...on.envelope(), step: 'checked' }
  expect(await on.one(await on.send(worker, teamPath(`/${code}/steps`), { json }))).toMatchObject({
    code: 'not-the-checker',
  })
  const supervisor = on.find('case-supervisor')
  const checked = await on.one(await on.send(supervisor, teamPath(`/${code}/steps`), { json }))
  expect(checked).toMatchObject({ outcome: 'recorded' })
})

test('officers cannot ask the service whom the team has helped; the team is told of both', async () => {
  await bring({ papers: paperOf('same') })
  expect(await ask({ papers: paperOf('same') })).toMatchObject({ outcome: 'recorded' })
  await ask({ kind: 'school', papers: paperOf('other'), memberId: village.f1.memberIds.counter })
  expect(await bring({ kind: 'school', papers: paperOf('other') })).toMatchObject({
    code: 'already-helped',
  })
})

test('an enterprise is followed up, has a book of its own, and stops when its owner says so', async () => {
  await ask({ kind: 'reintegration', amount: 300_000, parts: 2, mentor: 'a neighbour who sells' })
  const code = (await codesOf())[0]!.code
  const chair = on.find('chair')
  const write = async (json: object) => (await on.send(chair, path(code, 'file'), { json })).status
  const read = async () => (await on.send(chair, path(code, 'file'))).json()
  const file = (await read()) as { followUps: { months: number; dueOn: string }[] }
  expect(file.followUps.map(({ months }) => months)).toEqual([1, 3, 6, 12, 24])
  expect(file.followUps.map(({ dueOn }) => dueOn)).toEqual([
    '2026-01-31',
    '2026-03-31',
    '2026-06-30',
    '2026-12-31',
    '2027-12-31',
  ])
  const line = { on: today, direction: 'in', amount: 20_000, what: 'eggs' }
  expect(await write({ is: 'line', line })).toBe(204)
  expect(await write({ is: 'followed-up', months: 1, on: today, outcome: 'earns-more' })).toBe(204)
  expect(await write({ is: 'followed-up', months: 2, on: today, outcome: 'earns-more' })).toBe(422)
  expect(await write({ is: 'stopped', on: today })).toBe(204)
  expect(await write({ is: 'followed-up', months: 3, on: today, outcome: 'earns-less' })).toBe(422)
  expect(await read()).toMatchObject({
    stoppedOn: today,
    followUps: [{ months: 1, outcome: 'earns-more' }],
    book: [line],
  })
})

test('a year is told once: what comes later changes nothing that was told', async () => {
  const report = async () =>
    (
      await on.send(
        on.find('auditor'),
        `/v1/funds/${village.f1.fundId}/windows/${village.f1.canary}/report?year=2025`,
      )
    ).json()
  const told = (await report()) as { statement: Record<string, number>; quarters: object[] }
  const { opening, received, spent, returned, closing } = told.statement
  expect(opening! + received! - spent! - returned!).toBe(closing)
  // The last quarter still runs.
  expect(told.quarters).toHaveLength(3)
  expect(told).toMatchObject({ byKind: { is: 'not-yet' } })
})
