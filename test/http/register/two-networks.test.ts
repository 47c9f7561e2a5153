import { beforeAll, expect, test } from 'vitest'
import { ownCopyOf } from '#src/app/network/agency-copy.ts'
import { app } from '#src/http/app.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import type { Village } from '#test/http/support/team.ts'
import { pageText } from '#test/pages/page-text.ts'
import { ourHost } from '#test/support/service.ts'

/* Two networks in one service: whoever reads of agencies says of which, where that matters. */

let village: Village
beforeAll(async () => {
  village = await twoNetworks()
})

const get = (path: string) => village.service.request(path, { headers: { host: ourHost } })

test('a copy for the phone is of the network that the address names, signed by it; of two unnamed ones there is none', async () => {
  const { a, b, needs } = village
  for (const { networkId } of [a, b]) {
    const answer = await get(`/agencies/copy?n=${networkId}`)
    expect(answer.status).toBe(200)
    expect(ownCopyOf(needs.signer, await answer.text())?.networkId).toBe(networkId)
  }
  expect((await get('/agencies/copy')).status).toBe(404)
  expect((await get(`/agencies/copy?n=${village.f1.fundId}`)).status).toBe(404)
})

test('whoever reads of roads in the other language reads on of the same network', async () => {
  const { networkId } = village.b
  for (const path of ['/roads', '/agencies', '/agencies/poster']) {
    const page = await (await get(`${path}?lang=en&n=${networkId}`)).text()
    expect(/href="([^"]*)" lang="km"/.exec(page)![1], path).toContain(`n=${networkId}`)
    const ofAll = await (await get(`${path}?lang=en`)).text()
    expect(/href="([^"]*)" lang="km"/.exec(ofAll)![1], path).not.toContain('n=')
  }
})

test('whoever tells of an agency says to which network, and is told where that is missing or nobody reads it', async () => {
  const { networkId } = village.a
  expect((await get(`/report?lang=en&n=${networkId}`)).status).toBe(200)
  const unnamed = await get('/report?lang=en')
  expect(unnamed.status).toBe(404)
  expect(pageText(await unnamed.text())).toContain('Scan the square on the poster')
  const { cases: _cases, ...without } = village.needs
  const closed = await app(without).request(`/report?lang=en&n=${networkId}`, {
    headers: { host: ourHost },
  })
  expect(closed.status).toBe(503)
  expect(pageText(await closed.text())).toContain(
    'Say it to the migration team, on paper or by voice',
  )
})
