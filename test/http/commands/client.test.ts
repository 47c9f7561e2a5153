import { hc } from 'hono/client'
import { expect, test } from 'vitest'
import type { commandRoutes } from '#src/http/commands/routes.ts'
import type { journalRoutes } from '#src/http/journal.ts'
import { oneOfEach } from '#test/http/commands/one-of-each.ts'
import { ourHost, practice } from '#test/support/service.ts'

test('a client that knows the types sends a command and finds its entry in the feed', async () => {
  const village = await practice()
  const { fundId } = village
  const headers = { host: ourHost, authorization: `Bearer ${await village.as('record-keeper')}` }
  const options = {
    headers,
    fetch: (path: string | URL | Request, init?: RequestInit) =>
      village.service.request(path, init),
  }
  const commands = hc<ReturnType<typeof commandRoutes>>('http://127.0.0.1:3000', options)
  const journal = hc<ReturnType<typeof journalRoutes>>('http://127.0.0.1:3000', options)
  const { RecordFine } = await oneOfEach(village)
  const sent = await commands.v1.funds[':fundId'].commands.$post({
    param: { fundId },
    query: {},
    json: { commands: [RecordFine] },
  })
  if (sent.status !== 200) throw new Error(`answered ${sent.status}`)
  const [answer] = (await sent.json()).answers
  if (!answer || !('seq' in answer)) throw new Error('not recorded')
  const feed = await journal.v1.funds[':fundId'].journal.$get({
    param: { fundId },
    query: { after: String(answer.seq - 1) },
  })
  if (feed.status !== 200) throw new Error(`answered ${feed.status}`)
  const { items } = await feed.json()
  expect(items.map(({ id, hash }) => [id, hash])).toEqual([[RecordFine.id, answer.hash]])
})
