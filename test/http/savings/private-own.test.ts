import { expect, test } from 'vitest'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/* What the owner herself can do with a private line by the API, by card and by login; and what nobody beside her can. */

type Line = { readonly entryId: string; readonly seq: number; readonly receipt: string }

const ways = ['household-card', 'household-login'] as const

/** Somebody with one line of private savings, and all who might ask about it. */
const withALine = async (way: (typeof ways)[number]) => {
  const village = await twoNetworks()
  const on = asking(village)
  const fund = `/v1/funds/${village.f1.fundId}`
  const her = on.find(way)
  const other = on.find(ways.find((one) => one !== way)!)
  const memberId = village.f1.memberIds[way]
  const json = { ...on.envelope(), memberId, direction: 'in', amount: 7_000 }
  await on.send(on.find('record-keeper'), `${fund}/private-savings`, { json })
  const path = `${fund}/private-savings/own`
  const own = await on.send(her, path, { json: { secret: her.secret } })
  const { lines } = (await own.json()) as { lines: readonly Line[] }
  return { village, on, fund, her, other, memberId, line: lines[0]! }
}

test('the receipt of a private line opens to her behind her secret, and holds wherever it is checked', async () => {
  for (const way of ways) {
    const { village, on, fund, her, other, memberId, line } = await withALine(way)
    for (const who of [her, other, on.find('counter')]) {
      const checked = await on.send(who, '/v1/receipts/check', { json: { code: line.receipt } })
      const said = await checked.text()
      expect(said).toContain('stands')
      expect(said).not.toContain(memberId)
    }
    const query = new URLSearchParams({ code: line.receipt })
    const page = await village.service.request(`/receipt?${query}`, { headers: { host: ourHost } })
    expect(page.status).toBe(200)
    // A phone that lies open tells nobody that the line is hers: without the secret it is no household's.
    for (const who of [her, other])
      for (const path of [
        `${fund}/entries/${line.entryId}/receipt`,
        `/funds/${village.f1.fundId}/receipts/${line.entryId}`,
      ])
        expect((await on.send(who, path)).status).toBe(404)
  }
})

test('she says by the API that a private line is not right, for her secret; without it, and to others, there is no such line', async () => {
  for (const way of ways) {
    const { village, on, fund, her, other, memberId, line } = await withALine(way)
    const say = async (who: typeof her, secret?: string) => {
      const about = { kind: 'entry', entryId: line.entryId }
      const json = {
        id: village.needs.ids(),
        about,
        reason: 'wrong-amount',
        ...(secret && { secret }),
      }
      return on.send(who, `${fund}/disputes/own`, { json })
    }
    const unknown = { outcome: 'invalid', code: 'entry-unknown', at: '/about/entryId' }
    expect(await on.one(await say(her))).toMatchObject(unknown)
    expect(await on.one(await say(other, other.secret))).toMatchObject(unknown)
    expect((await say(her, '111111')).status).toBe(403)
    expect(await on.one(await say(her, her.secret))).toMatchObject({ outcome: 'recorded' })
    expect(await on.one(await say(her, her.secret))).toMatchObject({ code: 'dispute-waits' })
    const rows = await village.store.read(village.f1.fundId, 0, 10_000)
    const row = rows.findLast(({ type }) => type === 'DisputeRaised')!
    expect(row).toMatchObject({ recordedBy: 'household', device: '' })
    expect(row.data).not.toContain(memberId)
    const log = await (await on.send(on.find('chair'), `${fund}/log`)).text()
    expect(log).not.toContain(memberId)
  }
})
