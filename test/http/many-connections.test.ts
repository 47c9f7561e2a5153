import { Agent, request } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { expect, test } from 'vitest'
import { openFor } from '#src/cli/service/listening.ts'
import { bookOf } from '#src/app/queries.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { memoryStore } from '#infra/memory/store.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { ourHost, practice, practiceDay } from '#test/support/service.ts'

const newFile = temporaryFiles()
const connections = 20

/** The practice fund behind a real door, with a count of the commits that its file was asked for. */
const opened = async () => {
  const path = newFile()
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  let [entries, lines] = [[] as number[], 0]
  const counted = {
    ...store,
    append: (...told: Parameters<typeof store.append>) => {
      entries.push(told[1].length)
      return store.append(...told)
    },
    noteActivity: (...told: Parameters<typeof store.noteActivity>) => {
      lines += 1
      return store.noteActivity(...told)
    },
  }
  const kept = counted as unknown as ReturnType<typeof memoryStore>
  const village = await practice({}, paperBookFolder, practiceDay, kept)
  const server: Server = await new Promise((resolve) => {
    const door = openFor(village.service, {
      host: '127.0.0.1',
      port: 0,
      listens: () => resolve(door),
    })
  })
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (path: string, token: string, body?: object): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = {
        host: ourHost,
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      }
      const how = { agent, host: '127.0.0.1', port, path, headers, method: body ? 'POST' : 'GET' }
      const sent = request(how, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        answer.on('end', () => resolve(text))
      })
      sent.on('error', reject)
      sent.end(body && JSON.stringify(body))
    })
  return {
    ...village,
    ask,
    counts: () => ({ entries, lines }),
    reset: () => {
      entries = []
      lines = 0
    },
    close: async () => {
      agent.destroy()
      server.close()
      await store.close()
    },
  }
}

test('deposits that come over twenty connections at once are written together, each answered by itself', async () => {
  const { ask, as, fundId, needs, counts, reset, close } = await opened()
  const token = await as('record-keeper')
  const { members } = (await bookOf(needs.store, fundId))!
  const deposit = (n: number) => {
    const memberId = members[n]!.memberId
    const command = { type: 'RecordDeposit', v: 1, effectiveOn: practiceDay, memberId }
    return { commands: [{ ...command, id: needs.ids(), amount: 1000 + n }] }
  }
  const all = () =>
    Promise.all(
      Array.from({ length: connections }, (_, n) =>
        ask(`/v1/funds/${fundId}/commands`, token, deposit(n)),
      ),
    )
  // The connections are made first: whoever comes over one that is not open yet comes later.
  await all()
  reset()
  const answers = await all()
  expect(answers.filter((text) => /"outcome":"(recorded|flagged)"/.test(text))).toHaveLength(
    connections,
  )
  const { entries } = counts()
  expect(entries.reduce((sum, one) => sum + one, 0)).toBe(connections)
  expect(entries.length).toBeLessThanOrEqual(connections / 4)
  await close()
})
