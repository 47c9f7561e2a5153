import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** Figures of one thing that was measured, one a round. */
export type Rounds = readonly number[]

const sorted = (rounds: Rounds): number[] => rounds.toSorted((a, b) => a - b)

export const medianOf = (rounds: Rounds): number => sorted(rounds)[Math.floor(rounds.length / 2)]!

/** Median and range, as a document tells them. */
export const told = (rounds: Rounds, digits = 2): string => {
  const all = sorted(rounds)
  const [least, most] = [all[0]!, all.at(-1)!]
  return `${medianOf(rounds).toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
}

/** CPU of this process in microseconds that one turn of some work takes. */
export const cpuOf = async (turns: number, work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  for (let turn = 0; turn < turns; turn += 1) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / turns
}

/** Milliseconds that each of some turns takes by the clock on the wall. */
export const wallOf = async (turns: number, work: () => Promise<unknown>): Promise<number[]> => {
  const each: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now()
    await work()
    each.push(performance.now() - began)
  }
  return each
}

/** How long the disk takes to keep 4 KiB at the end of a file, each by itself; milliseconds. */
export const disk = (path: string, turns: number): number[] => {
  const file = openSync(path, 'w')
  const block = Buffer.alloc(4096, 1)
  const each: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now()
    writeSync(file, block)
    fdatasyncSync(file)
    each.push(performance.now() - began)
  }
  closeSync(file)
  rmSync(path)
  return each
}

export type Asked = {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly method?: string
  readonly body?: () => string
}

/** One request on a connection that stays open; throws where the answer is none of the good ones. */
const answered = (agent: Agent, { port, path, headers, method = 'GET', body }: Asked) =>
  new Promise<void>((resolve, reject) => {
    const sent = request({ agent, port, path, method, headers, host: '127.0.0.1' }, (answer) => {
      const { statusCode = 0 } = answer
      answer.resume()
      answer.on('end', () =>
        statusCode < 300 ? resolve() : reject(new Error(`${path} answered ${statusCode}`)),
      )
    })
    sent.on('error', reject)
    sent.end(body?.())
  })

/** Milliseconds until each of some requests was answered, one after the other on one connection. */
export const loneOf = async (asked: Asked, turns: number): Promise<number[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const each = await wallOf(turns, () => answered(agent, asked))
  agent.destroy()
  return each
}

/** Requests a second over some connections, each asking again once it was answered. */
export const rateOf = async (
  asked: Asked,
  { connections, ms }: { readonly connections: number; readonly ms: number },
): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + ms
  let count = 0
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      await answered(agent, asked)
      count += 1
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return (count * 1000) / (performance.now() - began)
}
