import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hooksOnNode } from '#infra/system/hooks-on-node.ts'
import { outsideAddress } from '#src/app/links/addresses.ts'
import { countsOfLink } from '#src/app/links/notices.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { noticeNeeds } from '#src/http/messages/needs.ts'
import { fieldsOf } from '#test/http/desk/at-desk.ts'
import { type Receiver, linked, receiver, toldAt } from '#test/http/links/receiver.ts'
import { pageText } from '#test/pages/page-text.ts'

let program: Receiver
beforeEach(async () => {
  program = await receiver()
})
afterEach(() => program.stop())

type Linked = Awaited<ReturnType<typeof linked>>

const linksOf = async ({ needs, networkId }: Linked) =>
  (await networkBookOf(needs.store, networkId))!.links

/** The key that the page of the link shows, as a receiver takes it. */
const keyOf = async (its: Linked, linkId: string): Promise<Buffer> => {
  const page = await its.open(`/network/links/${linkId}`)
  return Buffer.from(/whsec_([A-Za-z0-9+/=]+)/.exec(page)![1]!, 'base64')
}

test('two of the staff set a webhook, and one alone does not', async () => {
  const its = await linked()
  const alone = await its.set('webhook', program.url, { secondLogin: '', secret: '' })
  expect(alone.status).not.toBe(303)
  expect(await linksOf(its)).toEqual([])
  expect((await its.set('webhook', program.url)).status).toBe(303)
  expect(await linksOf(its)).toMatchObject([{ kind: 'webhook' }])
  // The address is in no entry of the journal.
  const rows = await its.needs.store.networks.read(its.networkId, 0, 1000)
  expect(JSON.stringify(rows)).not.toContain('/hook')
  expect(await its.open('/network/links')).toContain(new URL(program.url).host)
})

test('a closed meeting is told once, signed, by ids and codes and without a name or a sum', async () => {
  const its = await linked()
  await its.set('webhook', program.url)
  await its.close()
  expect(await its.round()).toMatchObject({ sent: 1, waiting: 0 })
  const [{ body, headers }] = program.heard as [Receiver['heard'][0]]
  const [link] = await linksOf(its)
  const id = String(headers['webhook-id'])
  const at = String(headers['webhook-timestamp'])
  const signature = createHmac('sha256', await keyOf(its, link!.linkId))
    .update(`${id}.${at}.${body}`)
    .digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${signature}`)
  expect(at).toBe(String(toldAt / 1000))
  const told = JSON.parse(body) as { type: string; data: Record<string, unknown> }
  expect(told.type).toBe('meeting.closed')
  expect(Object.keys(told.data).toSorted()).toEqual(
    ['entry', 'entryId', 'fundId', 'hash', 'networkId', 'on', 'seq'].toSorted(),
  )
  expect(told.data['fundId']).toBe(its.fundId)
  // The same round again, and the same closing kept again, tell nothing twice.
  await its.close()
  expect(await its.round()).toEqual({ sent: 0, waiting: 0, givenUp: 0 })
  expect(program.heard).toHaveLength(1)
})

test('what is not taken comes again with the same id, is given up after three days, and the page says so', async () => {
  const its = await linked()
  await its.set('webhook', program.url)
  await its.close()
  program.status = 500
  expect(await its.round()).toMatchObject({ sent: 0, waiting: 1 })
  // Before its pause is over nothing is tried.
  await its.round()
  expect(program.heard).toHaveLength(1)
  its.pass(61_000)
  await its.round()
  expect(new Set(program.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(program.heard).toHaveLength(2)
  its.pass(3 * 86_400_000)
  expect(await its.round()).toMatchObject({ givenUp: 1, waiting: 0 })
  expect(program.heard).toHaveLength(2)
  expect(pageText(await its.open('/network/links'))).toContain('Given up after three days')
})

test('a redirect is not followed', async () => {
  program.status = 307
  const its = await linked()
  await its.set('webhook', program.url)
  await its.close()
  expect(await its.round()).toMatchObject({ sent: 0, waiting: 1 })
})

test('no webhook leads into a private network unless the configuration says so', async () => {
  const tell = hooksOnNode({ mayBePrivate: false, waitMs: 500 })
  const { port } = new URL(program.url)
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '10.0.0.1', '169.254.169.254', '0x7f.1'])
    expect(
      await tell({ url: `https://${host}:${port}/`, id: 'a', body: '{}', key: new Uint8Array(32) }),
      host,
    ).toBe('not-taken')
  expect(program.heard).toEqual([])
  expect(outsideAddress('webhook', program.url, false)).toBeUndefined()
  expect(outsideAddress('webhook', 'https://me:secret@example.org/', false)).toBeUndefined()
  expect(outsideAddress('webhook', 'https://example.org/a?b=c', false)).toBe(
    'https://example.org/a?b=c',
  )
  const its = await linked({ mayBePrivate: false })
  expect((await its.set('webhook', program.url)).status).toBe(400)
})

test('an address that somebody put in the place of the one that two have set hears nothing', async () => {
  const its = await linked()
  await its.set('webhook', program.url)
  const other = await receiver()
  const [link] = await linksOf(its)
  const { addressRow } = await import('#src/app/links/addresses.ts')
  const row = await addressRow(its.needs.links!, its.networkId, {
    linkId: link!.linkId,
    kind: 'webhook',
    to: other.url,
  })
  await its.needs.store.changeMessageRows(its.networkId, { keep: [row] })
  await its.close()
  expect(await its.round()).toMatchObject({ sent: 0, waiting: 1 })
  expect([...program.heard, ...other.heard]).toEqual([])
  expect(pageText(await its.open('/network/links'))).toContain('It tells nobody')
  await other.stop()
})

test('one alone ends a link: nothing more is told, and what waits is dropped', async () => {
  const its = await linked()
  await its.set('webhook', program.url)
  const [link] = await linksOf(its)
  program.status = 500
  await its.close()
  await its.round()
  const path = `/network/links/${link!.linkId}/end`
  const body = new URLSearchParams(fieldsOf(await its.open(path)))
  expect((await its.ask(path, { token: its.token, body })).status).toBe(303)
  program.status = 204
  its.pass(86_400_000)
  expect(await its.round()).toEqual({ sent: 0, waiting: 0, givenUp: 0 })
  expect(program.heard).toHaveLength(1)
  expect(pageText(await its.open('/network/links'))).toContain('Ended by practice administrator')
})

test('an auditor and the team see no link and set none', async () => {
  const its = await linked()
  for (const door of ['auditor', 'migration-worker'] as const) {
    const token = await its.as(door)
    expect((await its.ask('/network/links', { token })).status, door).toBe(403)
  }
})

test('of two webhooks each is told, and what one does not take waits for it alone', async () => {
  const its = await linked()
  const other = await receiver()
  const counts = async () =>
    Promise.all(
      (await linksOf(its)).map((link) =>
        countsOfLink(noticeNeeds(its.needs)!, { networkId: its.networkId, link }),
      ),
    )
  await its.set('webhook', program.url)
  await its.set('webhook', other.url)
  // The first one hears that the second was set.
  await its.round()
  const [before] = await counts()
  await its.close()
  other.status = 500
  await its.round()
  expect((await counts()).map(({ sent, waiting }) => [sent, waiting])).toEqual([
    [before!.sent + 1, 0],
    [0, 1],
  ])
  await other.stop()
})
