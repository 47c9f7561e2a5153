import { type IncomingHttpHeaders, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hooksOnNode } from '#infra/system/hooks-on-node.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { sendNotices } from '#src/app/links/notices.ts'
import { witnessLast } from '#src/app/proof/witnessing.ts'
import { noticeNeeds } from '#src/http/messages/needs.ts'
import type { OutgoingText } from '#domain/fund/messages.ts'
import { fieldsOf } from '#test/http/desk/at-desk.ts'
import { practice } from '#test/support/service.ts'

type Heard = { readonly body: string; readonly headers: IncomingHttpHeaders }

/** A program of the organisation that listens on this machine. */
export type Receiver = {
  readonly url: string
  readonly heard: Heard[]
  status: number
  readonly stop: () => Promise<void>
}

export const receiver = async (): Promise<Receiver> => {
  const heard: Heard[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      heard.push({ body, headers: request.headers })
      response.writeHead(its.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const its: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    heard,
    status: 204,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return its
}

/** When webhooks are told, by the clock of the sender. */
export const toldAt = 1_770_000_000_000

const secret = 'a message secret for tests, long enough'

/** The practice network with ways out: webhooks, and texts that land in a list. */
export const linked = async ({ mayBePrivate = true } = {}) => {
  const texts: OutgoingText[] = []
  const sealing = sealingBy({ secret, things: 'messages' })
  const its = await practice({
    messages: {
      sealing,
      carrier: async (text) => {
        texts.push(text)
        return 'taken'
      },
    },
    links: {
      sealing,
      mayBePrivate,
      tellHook: hooksOnNode({ mayBePrivate, waitMs: 5000, now: () => toldAt }),
    },
  })
  const token = await its.as('administrator')
  // Signed in anew each time: a session does not last as long as a notice waits.
  const open = async (path: string): Promise<string> =>
    (await its.ask(path, { token: await its.as('administrator') })).text()
  const set = async (
    kind: string,
    address: string,
    second: Readonly<Record<string, string>> = {
      secondLogin: practiceStaff.login,
      secret: practiceStaff.pin,
    },
  ): Promise<Response> => {
    const path = '/network/links/set'
    const fields = { ...fieldsOf(await open(path)), kind, address, ...second }
    return its.ask(path, { token, body: new URLSearchParams(fields) })
  }
  const round = () => sendNotices(noticeNeeds(its.needs)!)
  const close = () => witnessLast(its.needs, its.fundId, { actor: 'practice', device: 'practice' })
  return { ...its, token, texts, open, set, round, close }
}
