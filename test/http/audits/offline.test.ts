import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { auditsOf } from '#src/app/audits/audits.ts'
import { type TakenPlan, openPlan, papersOf } from '#src/app/audits/laptop.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import { auditNetwork } from '#src/app/proof/network-audit.ts'
import { exportArchive } from '#src/exchange/archive/export.ts'
import { importArchive } from '#src/exchange/archive/import.ts'
import { sealedPapers } from '#src/exchange/carried/papers.ts'
import { app } from '#src/http/app.ts'
import { auditIn, fillIn, plan, read, seenAsBooked } from '#test/http/audits/steps.ts'
import { type Practice, ourHost, practice } from '#test/support/service.ts'

type Taken = { readonly plan: TakenPlan; readonly key: string }

const planFile = async (village: Practice, auditId: string): Promise<Taken> =>
  JSON.parse(
    await read(village, 'auditor', `/funds/${village.fundId}/audits/${auditId}/take-along`),
  )

/** A laptop: a store of its own with the fund's journal and the plan, and the same pages. */
const laptopOf = async (village: Practice, taken: Taken): Promise<Practice> => {
  const store = memoryStore()
  const { needs: own, fundId, networkId } = village
  const whole = { store: own.store as never, hash: sha256, digest: sha256Digest }
  const archive = (await exportArchive(whole, fundId, { journalAlone: true }))!
  const pieces: Uint8Array[] = []
  for await (const piece of archive.bytes) pieces.push(piece)
  const here = { store: store as never, hash: sha256, digest: sha256Digest }
  const again = async function* () {
    yield* pieces
  }
  const came = await importArchive(here, again as never, { dryRun: false })
  expect(came).not.toHaveProperty('problem')
  const world = { journal: store, networks: store.networks, clock: own.clock, hash: sha256 }
  const needs = {
    ...own,
    store,
    record: recorder(world),
    recordNetwork: networkRecorder(world),
  }
  const by = { actor: 'laptop', device: 'laptop' }
  const user = await openPlan(needs, taken.plan, { login: 'auditor', by })
  if ('code' in user) throw new Error(user.code)
  const { device } = await enrolDevice(needs, { networkId, label: 'laptop', by: 'test' })
  const service = app(needs)
  const whose = { userId: user.userId }
  const { token } = await openSession(needs, { networkId, deviceId: device.deviceId, whose })
  return {
    ...village,
    service,
    needs,
    as: async () => token,
    ask: async (path, { token: of, body, headers } = {}) =>
      service.request(path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { host: ourHost, authorization: `Bearer ${of}`, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
  }
}

const bring = async (village: Practice, text: string) => {
  const files = new FormData()
  files.append('file', new Blob([text], { type: 'text/plain' }), 'papers.txt')
  const token = await village.as('auditor')
  const answer = await village.ask('/audits/bring?lang=en', {
    token,
    body: files,
    headers: { origin: `http://${ourHost}` },
  })
  return { status: answer.status, page: await answer.text() }
}

const workedOnTheWay = async () => {
  const village = await practice({ isPractice: false })
  const { auditId } = await plan(village)
  const taken = await planFile(village, auditId)
  const laptop = await laptopOf(village, taken)
  const at = `/funds/${village.fundId}/audits/${auditId}`
  for (const kind of ['box-count', 'passbook']) {
    const fields = seenAsBooked(await read(laptop, 'auditor', `${at}/tests/${kind}?lang=en`))
    const sent = await fillIn(laptop, 'auditor', `${at}/tests/${kind}`, fields)
    expect(sent.status, sent.page).toBe(303)
  }
  const finding = {
    kind: 'count-missing',
    weight: 'minor',
    test: 'box-count',
    replyBy: '20/1/2026',
  }
  const said = { ...finding, words: 'No key was there.' }
  expect((await fillIn(laptop, 'auditor', `${at}/findings/new`, said)).status).toBe(303)
  const opinion = { opinion: 'with-reservations' }
  expect((await fillIn(laptop, 'auditor', `${at}/opinion`, opinion)).status).toBe(303)
  const papers = await papersOf(laptop.needs.store, taken.plan)
  return { village, laptop, taken, at, auditId, papers }
}

test('what was drawn at the network is looked at on the laptop, and what was seen comes back as it was', async () => {
  const { village, laptop, taken, at, auditId, papers } = await workedOnTheWay()
  const drawn = async (of: Practice) =>
    /<ul class="drawn">([\s\S]*?)<\/ul>/.exec(await read(of, 'auditor', `${at}?lang=en`))![1]
  expect(await drawn(laptop)).toBe(await drawn(village))
  const text = await sealedPapers(taken.plan, papers, taken.key)
  expect(text).not.toContain('key was')
  const first = await bring(village, text)
  expect([first.status, first.page]).toEqual([
    200,
    expect.stringContaining('4 of 4 are written down.'),
  ])
  const [away] = await auditsOf(laptop.needs.store, village.networkId)
  const here = await auditIn(village)
  const told = ({ tests, findings, opinion }: typeof here) => ({
    tests: tests.map(({ test: kind, rows, head }) => ({ kind, rows, head })),
    findings: findings.map(({ findingId, kind, weight }) => ({ findingId, kind, weight })),
    opinion: opinion && { opinion: opinion.opinion, head: opinion.head },
  })
  expect(told(here)).toEqual(told(away!))
  const page = await read(village, 'auditor', `${at}/report?lang=en`)
  expect(page).toContain('No key was there.')
  expect(page).toContain('This entry is in the book now, as it was then.')
  expect(page).not.toContain('Figures are told as the book’s that the book does not say')
  // Twice is once.
  const head = await village.needs.store.networks.read(village.networkId, 0, 1000)
  expect((await bring(village, text)).status).toBe(200)
  expect(await village.needs.store.networks.read(village.networkId, 0, 1000)).toEqual(head)
  expect(auditId).toBe(here.auditId)
})

test('one act that is not taken stops no other', async () => {
  const { village, taken, papers } = await workedOnTheWay()
  const [first] = papers as { id: string }[]
  const lie = { ...first, id: village.needs.ids(), head: { seq: 1, hash: '9f'.repeat(32) } }
  const odd = { id: village.needs.ids(), v: 1, type: 'DrinkTea' }
  const text = await sealedPapers(taken.plan, [lie, odd, ...papers], taken.key)
  const { status, page } = await bring(village, text)
  expect(status).toBe(409)
  expect(page).toContain('4 of 6 are written down.')
  expect(page).toContain('The entry that it quotes is not in the book.')
  expect((await auditIn(village)).opinion?.opinion).toBe('with-reservations')
})

test('a file that was altered, another audit’s, or of somebody else is not taken', async () => {
  const { village, taken, papers } = await workedOnTheWay()
  const text = await sealedPapers(taken.plan, papers, taken.key)
  const other = await sealedPapers(taken.plan, papers, sha256('another key'))
  const lines = text.split('\n')
  const cut = [lines[0], ...lines.slice(2)].join('\n')
  const renamed = text.replace(taken.plan.auditId, village.needs.ids())
  for (const wrong of [other, cut, renamed, 'AUDIT1', '']) {
    const { status, page } = await bring(village, wrong)
    expect([status, page]).toEqual([
      400,
      expect.stringContaining('This is no file of working papers'),
    ])
  }
  expect((await auditIn(village)).tests).toEqual([])
})

test('a laptop goes to a second village of the network: its book holds together, and each audit has its own papers', async () => {
  const { laptop, taken, papers } = await workedOnTheWay()
  const { needs, networkId } = laptop
  const other = { fundId: needs.ids(), auditId: needs.ids(), plannedOn: '2025-12-30' }
  const second = { ...taken.plan, ...other }
  const how = { login: 'auditor', by: { actor: 'laptop', device: 'laptop' } }
  for (const one of [second, second, taken.plan]) await openPlan(needs, one, how)
  expect(await papersOf(needs.store, second)).toEqual([])
  expect(await papersOf(needs.store, taken.plan)).toEqual(papers)
  const faults: string[] = []
  const found = (_: unknown, __: unknown, fault: string) => void faults.push(fault)
  await auditNetwork(needs.store, networkId, { hash: sha256, found: found as never })
  expect(faults).toEqual([])
  const audits = await auditsOf(needs.store, networkId)
  expect(audits.map(({ fundId, plannedOn }) => [fundId, plannedOn])).toEqual([
    [taken.plan.fundId, '2025-12-31'],
    [second.fundId, '2025-12-30'],
  ])
  // On the laptop the auditor is let into both, from the day on which the plan came there.
  const letIn = async () =>
    (await networkBookOf(needs.store, networkId))!.staff.flatMap(({ assignments }) => assignments)
  const year = { from: '2025-12-31', until: '2026-12-31' }
  const both = [
    { fundId: taken.plan.fundId, ...year },
    { fundId: second.fundId, ...year },
  ]
  expect(await letIn()).toEqual(both)
  // And again, where it is looked at once more after that year.
  laptop.pass(366 * 86_400_000)
  await openPlan(needs, second, how)
  const next = { fundId: second.fundId, from: '2027-01-01', until: '2028-01-01' }
  expect(await letIn()).toEqual([...both, next])
})
