import { randomUUID } from 'node:crypto'
import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { wallOf } from '#test/bench/measure.ts'

export type Asked = {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}
/** What is written down where a request writes: one deposit, each time of another member. */
export type Deposits = { readonly on: string; readonly members: readonly string[] }
type Asking = Asked & { readonly deposits?: Deposits | undefined }

type Much = { readonly connections: number; readonly ms: number; readonly turns: number }
export type Work = Much & { readonly kind: 'rate' | 'lone'; readonly asked: Asked }

let turn = 0
const bodyOf = ({ on, members }: Deposits): string => {
  turn += 1
  const memberId = members[turn % members.length]!
  const id = randomUUID()
  const command = {
    type: 'RecordDeposit',
    id,
    v: 1,
    effectiveOn: on,
    memberId,
    amount: 1_000 + turn,
  }
  return JSON.stringify({ commands: [command] })
}

const isWritten = (text: string): boolean => !/"(refused|invalid|conflict)"/.test(text)

/** One request on a connection that stays open; throws where the answer is none of the good ones. */
const answered = (agent: Agent, { port, path, headers, deposits }: Asking) =>
  new Promise<void>((resolve, reject) => {
    const method = deposits ? 'POST' : 'GET'
    const sent = request({ agent, port, path, method, headers, host: '127.0.0.1' }, (answer) => {
      const { statusCode = 0 } = answer
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      answer.on('end', () =>
        statusCode < 300 && isWritten(text)
          ? resolve()
          : reject(new Error(`${path} answered ${statusCode} ${text.slice(0, 200)}`)),
      )
    })
    sent.on('error', reject)
    sent.end(deposits && bodyOf(deposits))
  })

/** Milliseconds until each of some requests was answered, one after the other on one connection. */
export const loneOf = async (asking: Asking, turns: number): Promise<number[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const each = await wallOf(turns, () => answered(agent, asking))
  agent.destroy()
  return each
}

/** Requests a second over some connections, each asking again once it was answered, and how many in all; `turns` at most. */
export const rateOf = async (
  asking: Asking,
  {
    connections,
    ms,
    turns = Number.POSITIVE_INFINITY,
  }: Pick<Much, 'connections' | 'ms'> & Partial<Much>,
): Promise<number[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + ms
  let [begun, count] = [0, 0]
  const one = async (): Promise<void> => {
    while (performance.now() < until && begun < turns) {
      begun += 1
      await answered(agent, asking)
      count += 1
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return [(count * 1000) / (performance.now() - began), count]
}

type Answer = { readonly found: number[] } | { readonly failed: string }

/** A client in a process of its own, which is asked for figures and goes at the end. */
export const newClient = () => {
  const child = fork(fileURLToPath(new URL('client.ts', import.meta.url)))
  return {
    ask: (work: Partial<Much> & Pick<Work, 'kind' | 'asked'> & { readonly deposits?: Deposits }) =>
      new Promise<number[]>((resolve, reject) => {
        child.once('message', (answer: Answer) =>
          'found' in answer ? resolve(answer.found) : reject(new Error(answer.failed)),
        )
        child.send(work)
      }),
    stop: () => void child.kill(),
  }
}
