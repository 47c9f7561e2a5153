import { beforeAll, expect, test } from 'vitest'
import { noteHands } from '#src/app/identity/hands.ts'
import { textsOf } from '#src/app/cases/kept-texts.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import type { Village } from '#test/http/support/team.ts'
import {
  agencyIn,
  receiptIn,
  sealedWith,
  team,
  tell,
  twoSources,
  typedIn,
  withReceipt,
} from '#test/http/watch/telling.ts'
import { pageText } from '#test/pages/page-text.ts'

let village: Village
let desk: Awaited<ReturnType<typeof team>>
beforeAll(async () => {
  village = await twoNetworks()
  desk = await team(village)
})

const reads = async (receipt: string): Promise<string> =>
  pageText(await (await withReceipt(village, receipt)).text())

const idIn = (page: string): string => /name="id" value="([^"]+)"/.exec(page)![1]!

test('whoever typed in what somebody told and kept the receipt does not erase it alone', async () => {
  const receipt = await typedIn(desk.worker, { text: 'The recruiter is a cousin of the worker.' })
  expect((await withReceipt(village, receipt, 'take-back')).status).toBe(200)
  expect(await reads(receipt)).toContain('The recruiter is a cousin of the worker.')
  const code = await sealedWith(village, 'is a cousin')
  const erase = (who: typeof desk.worker) => who.ask(`/reports/of/${code}/erase`, {})
  expect((await erase(desk.worker)).status).toBe(303)
  const again = await erase(desk.worker)
  expect(again.status).toBe(409)
  expect(pageText(await again.text())).toContain('another one of the team has to say it too')
  // Everybody of the team sees that somebody asks, and who of them has said so.
  expect(pageText(await desk.supervisor.page('/reports'))).toContain('asks for it to be erased')
  expect(pageText(await desk.supervisor.page(`/reports/of/${code}`))).toContain(
    `${desk.worker.login} said that it is to be erased`,
  )
  expect((await erase(desk.supervisor)).status).toBe(303)
  expect((await withReceipt(village, receipt)).status).toBe(404)
  const list = pageText(await desk.worker.page('/reports'))
  expect(list).toContain(`erased by ${desk.worker.login}, ${desk.supervisor.login}`)
  expect(list).toContain(`${desk.worker.login} had typed it in`)
  expect(list).not.toContain('is a cousin')
})

test('what nobody asked for with the receipt is erased by no two', async () => {
  await typedIn(desk.worker, { text: 'Nobody asked to erase this.' })
  const code = await sealedWith(village, 'Nobody asked to erase')
  for (const who of [desk.worker, desk.supervisor])
    expect((await who.ask(`/reports/of/${code}/erase`, {})).status).toBe(404)
  expect(await sealedWith(village, 'Nobody asked to erase')).toBe(code)
})

test('what was read by the team and is taken back by its receipt is gone, and the list says so', async () => {
  const receipt = receiptIn(await (await tell(village, { text: 'Read, then taken back.' })).text())
  const code = await sealedWith(village, 'Read, then taken')
  await desk.worker.page(`/reports/of/${code}`)
  expect((await withReceipt(village, receipt, 'take-back')).status).toBe(303)
  expect((await withReceipt(village, receipt)).status).toBe(404)
  expect(pageText(await desk.supervisor.page('/reports'))).toContain(
    'taken back by its receipt after the team had read it',
  )
})

test('whoever typed somebody’s report into the open page and takes it back alone is named by the list', async () => {
  const before = pageText(await desk.supervisor.page('/reports'))
  expect(before).not.toContain('before any of the team had read it')
  for (const text of ['Typed in for her on his own phone.', 'And another one.']) {
    const receipt = receiptIn(await (await tell(village, { text })).text())
    expect((await withReceipt(village, receipt, 'take-back')).status).toBe(303)
  }
  const list = pageText(await desk.supervisor.page('/reports'))
  expect(list).toContain('2 of them · taken back by its receipt before any of the team had read it')
  expect(list).toContain('In the last 30 days 3 reports were taken back by a receipt alone')
  expect(list).not.toContain('for her on his own phone')
})

test('what was checked is erased as its maker asks, by two, and only codes are left', async () => {
  const partyId = await agencyIn(village, 'River of Gold')
  const text = 'They keep my passport, and I am afraid.'
  const receipt = receiptIn(await (await tell(village, { text, reach: 'after dark' })).text())
  const code = await sealedWith(village, 'I am afraid')
  const at = `/reports/of/${code}/check`
  const checked = await desk.worker.ask(at, {
    id: idIn(await desk.worker.page(at)),
    party: partyId,
    kind: 'duty',
    'duty-papers-kept-by-worker': 'yes',
    month: '2025-11',
    ...twoSources,
    household: '',
  })
  expect(checked.status, pageText(await checked.clone().text())).toBe(303)
  const asked = await withReceipt(village, receipt, 'take-back')
  expect(pageText(await asked.text())).toContain('Two of the team do it.')
  for (const [who, said] of [
    [desk.worker, 'It takes two of you.'],
    [desk.supervisor, 'One of the team has said so.'],
  ] as const) {
    expect(pageText(await who.page(`/reports/of/${code}/erase`))).toContain(said)
    expect((await who.ask(`/reports/of/${code}/erase`, {})).status).toBe(303)
  }
  expect((await withReceipt(village, receipt)).status).toBe(404)
  for (const part of ['reports', 'reporters', 'erased'] as const) {
    const scope = village.a.networkId
    const left = JSON.stringify([...(await textsOf(village.needs.cases!, { part, scope }))])
    for (const word of ['I am afraid', code, 'Golden River']) expect(left).not.toContain(word)
  }
  expect(pageText(await desk.worker.page('/reports'))).toContain('it had been checked')
})

test('whoever is asked to put a report aside can say that it stays', async () => {
  await tell(village, { text: 'One of us wants this gone.' }, { from: '198.51.100.99' })
  const code = await sealedWith(village, 'wants this gone')
  const at = `/reports/of/${code}/aside`
  expect((await desk.worker.ask(at, { why: 'empty' })).status).toBe(303)
  expect((await desk.supervisor.ask(at, { does: 'stays' })).status).toBe(303)
  const page = pageText(await desk.worker.page(`/reports/of/${code}`))
  expect(page).toContain(`${desk.supervisor.login} said that it stays`)
  // And it is asked for anew before it is put aside.
  expect(pageText(await desk.supervisor.page(at))).toContain('It takes two.')
})

test('whoever was lately given a secret by the first one does not erase it with them', async () => {
  const receipt = await typedIn(desk.supervisor, { text: 'Two who could be one.' })
  await withReceipt(village, receipt, 'take-back')
  const code = await sealedWith(village, 'could be one')
  const erase = (who: typeof desk.worker) => who.ask(`/reports/of/${code}/erase`, {})
  expect((await erase(desk.supervisor)).status).toBe(303)
  const { a, needs } = village
  const whose = { networkId: a.networkId, userId: desk.worker.userId }
  await noteHands(needs, whose, { action: 'give-secret', by: desk.supervisor.userId, device: 'd' })
  const refused = await erase(desk.worker)
  expect(refused.status).toBe(409)
  expect(pageText(await refused.text())).toContain('or wait a week')
  expect(await reads(receipt)).toContain('Two who could be one.')
})
