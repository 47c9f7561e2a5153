import { beforeAll, expect, test } from 'vitest'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { registerIds } from '#test/http/access/register-fixture.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { receiptIn, tell } from '#test/http/watch/telling.ts'
import { pageText } from '#test/pages/page-text.ts'

let village: Village
beforeAll(async () => {
  village = await twoNetworks()
})

const page = async (way: string, path: string): Promise<string> => {
  const { find, send } = asking(village)
  return (await send(find(way), path)).text()
}

test('a reviewer reads what each network has checked of agencies, and no report, no case and no money', async () => {
  receiptIn(await (await tell(village, { text: 'A word that only the team reads.' })).text())
  const text = pageText(await page('watchdog-reviewer', '/watch?lang=en'))
  // The agencies of both networks bear their canaries as names; nothing else of the other one is there.
  expect(text).toContain(village.a.canary)
  expect(text).toContain(village.b.canary)
  expect(text).toContain('First warning: due since')
  expect(text).toContain('due since')
  for (const secret of ['A word that only the team reads', village.f1.canary, village.f3.canary])
    expect(text).not.toContain(secret)
  expect(text).not.toMatch(/riel|KHR/)
})

test('a reviewer rules on nothing, and is shown no way to', async () => {
  const { find, send } = asking(village)
  const shown = await page('watchdog-reviewer', '/watch?lang=en')
  expect(shown).not.toMatch(/\/watch\/(rule|confirm|step|letter)\//)
  for (const path of ['/reports', '/cases', '/network/pot', '/portfolio'])
    expect((await send(find('watchdog-reviewer'), path)).status, path).toBe(403)
})

test('one of the team reads the own network alone', async () => {
  const text = pageText(await page('migration-worker', '/watch?lang=en'))
  expect(text).toContain(village.a.canary)
  expect(text).not.toContain(village.b.canary)
})

test('what another network has checked of an agency opens to a reviewer, and to nobody of the team', async () => {
  const { find, send } = asking(village)
  const { partyId } = registerIds(village.b.canary)
  const at = `/watch/of/${partyId}?n=${village.b.networkId}`
  const read = await send(find('watchdog-reviewer'), at)
  expect(read.status).toBe(200)
  expect(pageText(await read.text())).toContain('3 upheld, of 3 households')
  for (const way of ['migration-worker', 'case-supervisor'])
    expect((await send(find(way), at)).status).toBe(404)
})
