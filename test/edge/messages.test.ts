import { createHmac } from 'node:crypto'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askOf, firstLink, startSecret } from '#test/edge/asking.ts'
import { type Running, startWorker } from '#test/edge/worker.ts'
import { fieldsOf } from '#test/http/desk/at-desk.ts'
import { visitor } from '#test/http/entrance-visits.ts'
import type { Practice } from '#test/support/service.ts'
import { inFields, secondNow, villageDay } from '#test/support/today.ts'

/* A Worker that is told of a gateway: what is written to it links a phone, and each minute it hands over what there is to tell. */

const secrets = {
  MESSAGES_SECRET: 'a secret of messages, for this test alone, and long',
  MESSAGES_GATEWAY_SECRET: 'a secret of the gateway, for this test alone, and long',
  MESSAGES_INCOMING_SECRET: 'a secret of what comes in, for this test alone, and long',
}
const phone = '+85512345678'

type Handed = { readonly id: string; readonly to: string; readonly text: string }

let gateway: Server
let running: Running
let ask: Practice['ask']
/** What the gateway was handed, and what it says. */
const handed: (Handed & { readonly by: string | undefined })[] = []
let says = 200

beforeAll(async () => {
  gateway = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      handed.push({ ...(JSON.parse(body) as Handed), by: request.headers.authorization })
      response.writeHead(says, says === 307 ? { location: '/other' } : {}).end()
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  running = await startWorker({
    entry: 'roof-worker.ts',
    settings: {
      MODE: 'practice',
      START_SECRET: startSecret,
      MESSAGES: 'gateway',
      MESSAGES_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`,
      MESSAGES_GATEWAY_PRIVATE: 'yes',
      ...secrets,
    },
  })
  ask = askOf(running)
})

afterAll(async () => {
  await running?.stop()
  gateway.closeAllConnections()
  gateway.close()
})

/** The minute strikes: what the clock of the host asks. */
const minute = async (): Promise<void> => {
  const answer = await fetch(`${running.url}/cdn-cgi/local/scheduled?cron=*+*+*+*+*`)
  expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
}

const written = async (networkId: string, text: string, secret: string) => {
  const [id, at] = [`in-${text.length}`, `${secondNow()}`]
  const body = JSON.stringify({ from: phone, text })
  const mac = createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest('base64')
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': `v1,${mac}`,
    'content-type': 'application/json',
  }
  return ask(`/v1/networks/${networkId}/messages`, { method: 'POST', body, headers })
}

test('a phone is linked by what its gateway hands over, and hears within the minute of what was written on the card', async () => {
  const guest = visitor({ ask })
  await guest.get(await firstLink(running))
  const fund = (await guest.send('/doors/record-keeper')).location!.replace(/\/today$/, '')
  const [networkId] = (await (
    await ask('/test/networks', { method: 'POST', body: '{}' })
  ).json()) as readonly [string]
  const loans = (await guest.get(`${fund}/record/repayment`)).page
  const loan = /record\/repayment\?loan=[\w-]+/.exec(loans)![0]
  const whose = /M\d\d/.exec((await guest.get(`${fund}/${loan}`)).text)![0]
  const texts = (await guest.get(`${fund}/messages`)).page
  const memberId = new RegExp(`value="([\\w-]+)"[^>]*>[^<]*${whose}`).exec(texts)![1]!
  const told = await guest.send(`${fund}/messages`, { memberId, step: 'code' })
  const code = /\b(\d{4}) (\d{4})\b/.exec(told.text)!.slice(1).join('')

  expect((await written(networkId, code, 'another secret')).status).toBe(401)
  const answered = await written(networkId, code, secrets.MESSAGES_INCOMING_SECRET)
  expect(answered.status).toBe(200)
  expect(await answered.json()).toEqual({ answer: expect.stringContaining('0 ឈប់') })
  await minute()
  handed.length = 0

  const counted = async (): Promise<unknown[]> => {
    const { text } = await guest.get(`${fund}/messages`)
    return [/Texts sent (\d+)/, /Texts waiting (\d+)/].map((one) => Number(one.exec(text)![1]))
  }
  const repaid = async (amount: string): Promise<void> => {
    const check = await guest.send(`${fund}/record/repayment/confirm`, {
      ...fieldsOf((await guest.get(`${fund}/${loan}`)).page),
      amount,
      ...inFields(villageDay()),
    })
    const done = await guest.send(`${fund}/record/repayment`, fieldsOf(check.page))
    expect(done.status).toBe(303)
  }
  const [before] = await counted()
  await repaid('20000')
  // A gateway that sends elsewhere is not followed, and has taken nothing.
  says = 307
  await minute()
  expect(handed).toEqual([
    {
      id: expect.any(String),
      to: phone,
      text: expect.stringMatching(/\S/),
      by: `Bearer ${secrets.MESSAGES_GATEWAY_SECRET}`,
    },
  ])
  expect(await counted()).toEqual([before, 1])
  says = 200
  await repaid('10000')
  await minute()
  expect(new Set(handed.map(({ id }) => id)).size).toBe(2)
  const [sent, waiting] = (await counted()) as [number, number]
  // Whether the minute of the first one is over by now is the machine's to say.
  expect(sent + waiting).toBe((before as number) + 2)
  expect(sent).toBeGreaterThan(before as number)
})
