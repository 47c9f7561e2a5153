import { expect, test } from 'vitest'
import { recorder } from '#src/app/record.ts'
import { app } from '#src/http/app.ts'
import { evening } from '#test/http/commands/one-of-each.ts'
import { commandsPath } from '#test/http/commands/sending.ts'
import { ourHost, practice } from '#test/support/service.ts'
import { reached } from '#test/support/reached.ts'
import { ofCost } from '#test/support/a-cost.ts'

const atOnce = 300
const mayWait = 30

/** The practice village behind a service in whose queue only a few may wait. */
const crowded = async () => {
  const village = await practice()
  const { needs } = village
  const world = { journal: needs.store, clock: needs.clock, hash: needs.hash }
  const service = app({ ...needs, record: recorder(world, { waitingMax: mayWait }) })
  const token = await village.as('record-keeper')
  const send = async (id: string): Promise<Response> =>
    service.request(commandsPath(village), {
      method: 'POST',
      headers: {
        host: ourHost,
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({
        commands: [
          { id, v: 1, type: 'RecordExpense', effectiveOn: evening, amount: 5000, ...ofCost },
        ],
      }),
    })
  return { village, send }
}

test('ten times more than can wait are answered at once: taken and kept, or told when to come again', async () => {
  const { village, send } = await crowded()
  const { needs, fundId } = village
  const ids = Array.from({ length: atOnce }, () => needs.ids())
  const answers = await Promise.all(ids.map(send))
  const taken = ids.filter((_, i) => answers[i]!.status === 200)
  const turnedAway = answers.filter(({ status }) => status === 503)
  expect(taken.length + turnedAway.length).toBe(atOnce)
  expect(taken.length).toBeGreaterThanOrEqual(mayWait)
  expect(turnedAway.length).toBeGreaterThan(0)
  for (const answer of turnedAway) expect(Number(answer.headers.get('retry-after'))).toBe(5)
  const kept = (await needs.store.find(fundId, ids)).map(({ id }) => id)
  expect(kept.toSorted()).toEqual(taken.toSorted())
  const untrue = ids.filter((id) => kept.includes(id) !== taken.includes(id))
  // Whoever comes again with the same command is served, and no expense counts twice.
  for (const id of ids) expect((await send(id)).status).toBe(200)
  expect((await needs.store.find(fundId, ids)).length).toBe(atOnce)
  const tried = 'requests at once, ten times what may wait'
  reached({ promise: 'P15', tried, count: answers.length, atLeast: 300, found: untrue.length })
})
