import { beforeAll, expect, test } from 'vitest'
import { noteHands } from '#src/app/identity/hands.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk } from '#test/http/cases/desk.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import {
  agencyIn,
  codeIn,
  receiptIn,
  sealedWith,
  team,
  tell,
  twoSources,
  typedIn,
  withReceipt,
} from '#test/http/watch/telling.ts'
import { digestOfBytes } from '#test/support/digest.ts'
import { pageText } from '#test/pages/page-text.ts'

let village: Village
let desk: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  village = await twoNetworks()
  desk = await team(village)
})

const photo = Uint8Array.from([
  0xff,
  0xd8,
  0xff,
  0xe0,
  ...Array.from({ length: 500 }, (_, i) => i % 256),
])

const idIn = (page: string): string => /name="id" value="([^"]+)"/.exec(page)![1]!

test('somebody tells of an agency without a name, and reads the answer by sixteen digits', async () => {
  const sent = await tell(village)
  expect(sent.status, await sent.clone().text()).toBe(200)
  const receipt = receiptIn(await sent.text())
  expect(receipt).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
  expect(pageText(await (await withReceipt(village, receipt)).text())).toContain(
    'It waits to be read.',
  )
  const code = codeIn(await desk.worker.page('/reports'))
  expect(pageText(await desk.worker.page(`/reports/of/${code}`))).toContain(
    'They took 700 dollars and gave no receipt.',
  )
  const answered = await desk.worker.ask(`/reports/of/${code}/answer`, {
    text: 'Keep the message in which they ask for it.',
  })
  expect(answered.status, await answered.clone().text()).toBe(303)
  const page = pageText(await (await withReceipt(village, receipt)).text())
  expect(page).toContain('The team has read it.')
  expect(page).toContain('Keep the message in which they ask for it.')
})

test('whoever has other digits learns nothing, and what is taken back is gone', async () => {
  const receipt = receiptIn(await (await tell(village)).text())
  const other = await withReceipt(village, '1234 5678 9012 3456')
  expect(other.status).toBe(404)
  expect((await withReceipt(village, receipt, 'take-back')).status).toBe(303)
  const gone = await withReceipt(village, receipt)
  expect(gone.status).toBe(404)
  expect(pageText(await gone.text()).replaceAll(/\s/g, '')).toBe(
    pageText(await other.text()).replaceAll(/\s/g, ''),
  )
})

test('what was sent along is kept with its digest, opened by a button alone, and who opened it is written down', async () => {
  const sent = await tell(village, { text: 'A photo of the slip is with it.' }, { files: [photo] })
  const digest = digestOfBytes(photo)
  expect(await sent.text()).toContain(digest)
  const list = await desk.worker.page('/reports')
  const code = [...list.matchAll(/\/reports\/of\/([0-9a-f]{32})/g)].map(([, one]) => one!)
  const pages = await Promise.all(code.map((one) => desk.worker.page(`/reports/of/${one}`)))
  const its = code[pages.findIndex((page) => page.includes(digest))]!
  const file = await desk.worker.ask(`/reports/of/${its}/evidence/${digest}`, {})
  expect(file.status).toBe(200)
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(photo)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
  const page = pageText(await desk.supervisor.page(`/reports/of/${its}`))
  expect(page).toContain(`${desk.worker.login} opened what was sent along`)
})

test('of two things that were sent along each opens as itself', async () => {
  const other = Uint8Array.from([...photo.slice(0, 4), ...photo.slice(4).toReversed()])
  const sent = await tell(
    village,
    { text: 'Two photos of one paper.' },
    { from: '192.0.2.44', files: [photo, other] },
  )
  expect(sent.status).toBe(200)
  const its = await sealedWith(village, 'Two photos of one paper.')
  for (const bytes of [photo, other]) {
    const at = `/reports/of/${its}/evidence/${digestOfBytes(bytes)}`
    const file = await desk.worker.ask(at, {})
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
  }
  const report = pageText(await desk.worker.page(`/reports/of/${its}`))
  expect(report).toContain(digestOfBytes(other).slice(0, 12))
})

test('a log that others read does not tell when reports were read, but that somebody was turned away', async () => {
  const { needs, a } = village
  await desk.worker.page('/reports')
  const reviewer = await atDesk(village, asking(village).find('watchdog-reviewer'))
  expect((await reviewer.ask('/reports')).status).toBe(403)
  const lines = await needs.store.activities(a.networkId, { limit: 10_000 })
  const told = lines.filter(({ action }) => action === 'triage-reports')
  expect(new Set(told.map(({ outcome }) => outcome))).toEqual(new Set(['refused']))
})

test('a file that is no photo, PDF or recording is not taken, and nothing is kept', async () => {
  const sent = await tell(village, { text: 'with a program' }, { files: [new Uint8Array(50)] })
  expect(sent.status).toBe(400)
  expect(pageText(await sent.text())).toContain('Nothing was kept.')
  expect(await desk.worker.page('/reports')).not.toContain('with a program')
})

test('how somebody is reached is opened by one of the team with the own key, and by no secret of the service', async () => {
  await tell(village, { text: 'Call me after dark.', reach: 'Sopheap, 555-0177, after dark' })
  const { needs, a } = village
  const { textsOf } = await import('#src/app/cases/kept-texts.ts')
  const reporters = await textsOf(needs.cases!, { part: 'reporters', scope: a.networkId })
  expect(reporters.size).toBe(1)
  expect([...reporters.values()].join()).not.toContain('Sopheap')
  const reports = await textsOf(needs.cases!, { part: 'reports', scope: a.networkId })
  expect([...reports.values()].join()).not.toContain('Sopheap')
  const [code] = [...reports].find(([, text]) => text.includes('after dark'))!
  expect(await desk.worker.page(`/reports/of/${code}`)).not.toContain('Sopheap')
  const opened = await desk.worker.ask(`/reports/of/${code}/reporter`, {})
  expect(await opened.text()).toContain('Sopheap, 555-0177, after dark')
  expect(pageText(await desk.supervisor.page(`/reports/of/${code}`))).toContain(
    'opened how its maker is reached',
  )
})

test('one alone puts no report aside', async () => {
  await tell(village, { text: 'The same once more, and more.' })
  const { needs, a } = village
  const { textsOf } = await import('#src/app/cases/kept-texts.ts')
  const reports = await textsOf(needs.cases!, { part: 'reports', scope: a.networkId })
  const [code] = [...reports].find(([, text]) => text.includes('once more'))!
  const at = `/reports/of/${code}/aside`
  expect((await desk.worker.ask(at, { why: 'twice' })).status).toBe(303)
  const again = await desk.worker.ask(at, { does: 'aside' })
  expect(again.status).toBe(409)
  expect(pageText(await again.text())).toContain('another one of the team')
  expect((await desk.supervisor.ask(at, { does: 'aside' })).status).toBe(303)
  expect(pageText(await desk.worker.page(`/reports/of/${code}`))).toContain('Put aside')
})

test('a report is checked by codes, ruled on by two, and its household is a mark', async () => {
  const partyId = await agencyIn(village)
  await tell(village, { text: 'Checked by two of us.', counted: 'yes' }, { files: [photo] })
  const { needs, a } = village
  const { textsOf } = await import('#src/app/cases/kept-texts.ts')
  const reports = await textsOf(needs.cases!, { part: 'reports', scope: a.networkId })
  const [code] = [...reports].find(([, text]) => text.includes('Checked by two'))!
  const at = `/reports/of/${code}/check`
  const form = {
    id: idIn(await desk.worker.page(at)),
    party: partyId,
    kind: 'duty',
    'duty-no-fee-above-ceiling': 'yes',
    month: '2025-11',
    ...twoSources,
    household: 'Village of the bridge, card 14',
  }
  const checked = await desk.worker.ask(at, form)
  expect(checked.status, pageText(await checked.clone().text())).toBe(303)
  const book = await watchBookOf(needs.store, a.networkId)
  const report = [...book.reports.values()].find((one) => one.partyId === partyId)
  expect(report).toMatchObject({ partyId, duties: ['no-fee-above-ceiling'], mayBeCounted: true })
  // An agency that has the same file, because it sent it, does not find its client by it; the team shows what it is.
  const digest = digestOfBytes(photo)
  const its = await desk.worker.page(`/reports/of/${code}`)
  const kept = [...its.matchAll(/<code class="digest">([^<]+)<\/code>/g)].map(([, one]) => one!)
  expect(kept).toContain(digest)
  expect(report!.evidence).toEqual([
    digestOfBytes(new TextEncoder().encode(`${kept[1]} ${digest}`)),
  ])
  expect(report!.household).toMatch(/^[0-9a-f]{32}$/)
  expect(JSON.stringify([...book.reports.values()])).not.toContain('bridge')

  const ruleAt = `/watch/rule/${report!.reportId}`
  const ruled = await desk.worker.ask(ruleAt, {
    id: idIn(await desk.worker.page(ruleAt)),
    found: 'upheld',
    official: 'none',
    on: '',
  })
  expect(ruled.status, pageText(await ruled.clone().text())).toBe(303)
  const own = await desk.worker.page('/watch')
  expect(pageText(own)).toContain('another one has to confirm it')
  const { decisionId } = [...(await watchBookOf(needs.store, a.networkId)).decisions.values()].find(
    (one) => one.what === 'ruling' && one.reportId === report!.reportId,
  )!
  const confirmAt = `/watch/confirm/${decisionId}`
  expect((await desk.worker.ask(confirmAt)).status).toBe(200)
  expect(await desk.worker.page(confirmAt)).not.toContain('name="id"')
  const sent = await desk.worker.ask(confirmAt, { id: village.needs.ids() })
  // What answers a form has no page of its own: another language is read at the list.
  expect(await sent.text()).toMatch(/href="\/watch\?lang=/)
  const page = await desk.supervisor.page(confirmAt)
  expect((await desk.supervisor.ask(confirmAt, { id: idIn(page) })).status).toBe(303)
  expect(pageText(await desk.worker.page(`/watch/of/${partyId}`))).toContain(
    '1 upheld, of 1 households',
  )
})

test('one line that is filled up shuts out nobody with a slip, and nobody elsewhere', async () => {
  const from = '203.0.113.9'
  for (let i = 0; i < 6; i += 1)
    expect((await tell(village, { text: `flood number ${i}` }, { from })).status).toBe(200)
  const shut = await tell(village, { text: 'from the same village' }, { from })
  expect(shut.status).toBe(429)
  // What was written is still there, to be sent in another way.
  expect(await shut.text()).toContain('from the same village')
  expect((await tell(village, { text: 'from elsewhere' }, { from: '203.0.113.10' })).status).toBe(
    200,
  )
  const sheet = pageText(await desk.worker.page('/reports/slips'))
  const [slip] = /\d{4} \d{4} \d{4} \d{2}/.exec(sheet)!
  const inside = await tell(village, { text: 'with a slip of paper', slip }, { from })
  expect(inside.status).toBe(200)
  const again = await tell(village, { text: 'with a slip of paper again', slip }, { from })
  expect(again.status).toBe(429)
  expect(
    (await tell(village, { text: 'made up', slip: '0000 1234 5678 90' }, { from })).status,
  ).toBe(429)
  // What came first from its line, or with a slip, is read before the rest of the flood.
  const list = pageText(await desk.worker.page('/reports'))
  expect(list).toContain('wait')
})

test('what somebody told on paper is typed in by one of the team, and answered by its receipt', async () => {
  const receipt = await typedIn(desk.worker)
  expect(pageText(await (await withReceipt(village, receipt)).text())).toContain(
    'She paid and never left.',
  )
})

test('whoever was lately given a secret by who asked for it puts no report aside', async () => {
  await tell(village, { text: 'Nobody shall hear of this.' }, { from: '198.51.100.8' })
  const { needs, a } = village
  const { textsOf } = await import('#src/app/cases/kept-texts.ts')
  const reports = await textsOf(needs.cases!, { part: 'reports', scope: a.networkId })
  const [code] = [...reports].find(([, text]) => text.includes('Nobody shall'))!
  const at = `/reports/of/${code}/aside`
  expect((await desk.worker.ask(at, { why: 'empty' })).status).toBe(303)
  const whose = { networkId: a.networkId, userId: desk.supervisor.userId }
  await noteHands(needs, whose, { action: 'give-secret', by: desk.worker.userId, device: 'd' })
  const refused = await desk.supervisor.ask(at, { does: 'aside' })
  expect(refused.status).toBe(409)
  expect(pageText(await refused.text())).toContain('Another one has to confirm it, or wait a week.')
})
