import { setTimeout } from 'node:timers/promises'
import { interleaved, medianOf, over, told } from '#test/bench/measure.ts'
import { type Deposits, newClient } from '#test/bench/requests.ts'
import type { Section } from '#test/bench/section.ts'
import { askOf, firstLink, startSecret } from '#test/edge/asking.ts'
import { startWorker } from '#test/edge/worker.ts'
import { visitor } from '#test/http/entrance-visits.ts'
import { dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'
import { villageDay } from '#test/support/today.ts'

/** Somebody may ask 600 times a minute: of a round so many are asked, by two people, and the next round waits its time. */
const turns = 100
const roundMs = 21_000
const connections = 16
const enoughMs = 60_000

/** A practice service in which a record-keeper and a household are signed in, each on a browser of this device. */
const enteredBy = async (url: string, link: string) => {
  const ask = askOf({ url, stop: async () => undefined })
  const guest = visitor({ ask })
  await guest.get(link)
  const device = { '__Host-device': guest.cookies.get('__Host-device')! }
  const enterBy = async (door: string) => {
    const own = visitor({ ask }, device)
    const { status, location } = await own.send(`/doors/${door}`)
    if (status !== 303) throw new Error(`the door of a ${door} answered ${status}`)
    return { token: own.cookies.get('__Host-session')!, location: location ?? '' }
  }
  const { token: household, location } = await enterBy('household')
  const { token: keeper } = await enterBy('record-keeper')
  return { ask, fundId: /funds\/([\w-]{36})/.exec(location)![1]!, household, keeper }
}

type Entered = Awaited<ReturnType<typeof enteredBy>>

const membersIn = async ({ ask, fundId, keeper }: Entered): Promise<readonly string[]> => {
  const answer = await ask(`/v1/funds/${fundId}/members?limit=100`, { token: keeper })
  const { items } = (await answer.json()) as { items: { memberId: string; isFormer?: boolean }[] }
  return items.map(({ memberId }) => memberId)
}

/** What one host is asked, and how quickly it answers. */
const hostAt = async (url: string, link: string) => {
  const entered = await enteredBy(url, link)
  const { fundId, household, keeper, ask } = entered
  const members = await membersIn(entered)
  const deposits: Deposits = { on: villageDay(), members }
  const { hostname, port } = new URL(url)
  const own = await ownMember(entered, members)
  const of = (path: string, token: string, more: Readonly<Record<string, string>> = {}) => ({
    port: Number(port),
    path,
    headers: { host: `${hostname}:${port}`, authorization: `Bearer ${token}`, ...more },
  })
  const json = { 'content-type': 'application/json' }
  const client = newClient()
  const much = { connections, turns, ms: enoughMs }
  const post = of(`/v1/funds/${fundId}/commands`, keeper, json)
  const alive = of('/healthz', household)
  const read = of(`/v1/funds/${fundId}/members/${own}`, household)
  return {
    posts: async () => (await client.ask({ kind: 'rate', asked: post, deposits, ...much }))[0]!,
    /** What passes the proxy and the Worker before any fund is asked. */
    alive: async () => (await client.ask({ kind: 'rate', asked: alive, ...much }))[0]!,
    reads: async () => (await client.ask({ kind: 'rate', asked: read, ...much }))[0]!,
    lone: async () =>
      medianOf(await client.ask({ kind: 'lone', asked: post, deposits, turns: 20 })),
    audited: async () => {
      const answer = await ask(`/v1/funds/${fundId}/members/${own}`, { token: keeper })
      if (answer.status !== 200) throw new Error(`the book cannot be read: ${answer.status}`)
    },
    stop: client.stop,
  }
}

/** Whose card the household has: the one member that it may read. */
const ownMember = async ({ ask, fundId, household }: Entered, members: readonly string[]) => {
  for (const memberId of members) {
    const answer = await ask(`/v1/funds/${fundId}/members/${memberId}`, { token: household })
    if (answer.status === 200) return memberId
  }
  throw new Error('the household reads no member')
}

const perSecond = (rates: number[]): string => `${told(rates, 1)} a second`

type Found = Readonly<
  Record<
    'filePosts' | 'edgePosts' | 'fileReads' | 'edgeReads' | 'edgeAlive' | 'fileLone' | 'edgeLone',
    number[]
  >
>

const rowsOf = (found: Found): Section['rows'] => {
  const { filePosts, edgePosts, fileReads, edgeReads, edgeAlive, fileLone, edgeLone } = found
  return [
    [
      'deposits, 16 connections: Workers / file',
      told(over(edgePosts, filePosts)),
      'at least 0.5',
      `${perSecond(edgePosts)}; on a file ${perSecond(filePosts)}`,
    ],
    [
      'a member read, 16 connections: Workers / file',
      told(over(edgeReads, fileReads)),
      'at least 0.5',
      `${perSecond(edgeReads)}; on a file ${perSecond(fileReads)}`,
    ],
    [
      'the same: a member read / `/healthz`, both in Workers',
      told(over(edgeReads, edgeAlive)),
      '',
      `${perSecond(edgeAlive)} that ask no fund anything`,
    ],
    [
      'a lone deposit: file / Workers',
      told(over(fileLone, edgeLone)),
      'at least 0.5',
      `${told(edgeLone, 1)} ms; on a file ${told(fileLone, 1)} ms`,
    ],
  ]
}

/** Waits until a round has taken its time: whoever asks as fast as a quick machine answers is turned away. */
const resting = (): (() => Promise<number>) => {
  let began = performance.now()
  return async () => {
    await setTimeout(Math.max(0, began + roundMs - performance.now()))
    began = performance.now()
    return roundMs
  }
}

/** Commands and reads in the Workers runtime, beside the same service on a file. */
export const edge = async ({ rounds }: { readonly rounds: number }): Promise<Section> => {
  const folder = newFolder()
  const file = await started(folder, { MODE: 'practice' })
  const worker = await startWorker({ settings: { MODE: 'practice', START_SECRET: startSecret } })
  const onFile = await hostAt(
    file.url,
    linkIn(file.printed(), 'start')!
      .trim()
      .replace(/^.*(?=\/start)/, ''),
  )
  const atEdge = await hostAt(worker.url, await firstLink(worker))
  const found = await interleaved(rounds, {
    filePosts: onFile.posts,
    edgePosts: atEdge.posts,
    fileReads: onFile.reads,
    edgeReads: atEdge.reads,
    edgeAlive: atEdge.alive,
    fileLone: onFile.lone,
    edgeLone: atEdge.lone,
    rest: resting(),
  })
  await onFile.audited()
  await atEdge.audited()
  onFile.stop()
  atEdge.stop()
  await worker.stop()
  await file.stop()
  dropFolder(folder)
  return {
    name: 'edge',
    title: 'In the Workers runtime',
    heads: ['what', 'ratio', 'goal', 'seen'],
    rows: rowsOf(found),
    notes: [
      'The practice fund, in workerd on this machine behind the proxy of wrangler (which costs a part of each request that no Worker of Cloudflare has), and served by Node from a SQLite file. The clock of a Worker stands still while it works, so that its CPU is not in this table.',
    ],
  }
}
