import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, startWorker } from '#test/edge/worker.ts'

/* On Workers an older version has left files of grants and a reason of relief in the objects of a fund and a network. */

const asked = {
  fundId: '0f000000-0000-8000-8000-000000000001',
  networkId: 'ba000000-0000-8000-8000-000000000001',
  code: 'S-AAAAAAAA',
  sealed: 'sealed '.repeat(3500),
  reason: '{"salt":"1","text":"a death"}',
}

let running: Running
const ask = async (name: string): Promise<unknown> => {
  const answer = await fetch(`${running.url}/test/${name}`, {
    method: 'POST',
    body: JSON.stringify(asked),
  })
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
/** The hour strikes: what the clock of the host asks. */
const hour = async (): Promise<void> => {
  const answer = await fetch(`${running.url}/cdn-cgi/local/scheduled`)
  expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
}

beforeAll(async () => {
  running = await startWorker({
    entry: 'roof-worker.ts',
    settings: {
      MODE: 'practice',
      CASES_SECRET: 'a secret of cases, for this test alone, and long',
    },
  })
})
afterAll(() => running?.stop())

test('what an older version left beside the journals comes under the roof of the cases within the hour, to the last sign', async () => {
  await ask('leave')
  const all = { files: [asked.sealed, asked.sealed], reason: asked.reason }
  const left = {
    files: 2,
    notes: [
      ['fund:', 'Prey Veng'],
      ['relief:one', asked.reason],
    ],
  }
  // Before it is carried it is found where it lies.
  expect([await ask('left'), await ask('found')]).toEqual([left, all])
  await hour()
  const gone = { files: 0, notes: [['fund:', 'Prey Veng']] }
  expect([await ask('left'), await ask('found')]).toEqual([gone, all])
  await hour()
  expect([await ask('left'), await ask('found')]).toEqual([gone, all])
})

test('what was destroyed is kept in another object than the cases, sealed and of one length', async () => {
  const before = (await ask('kept')) as number
  await ask('keepGone')
  expect(await ask('kept')).toBe(4096 + 28)
  expect([0, 4096 + 28]).toContain(before)
})
