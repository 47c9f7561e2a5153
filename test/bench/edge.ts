import { interleaved, medianOf, over, told } from '#test/bench/measure.ts'
import { type Deposits, newClient } from '#test/bench/requests.ts'
import type { Section } from '#test/bench/section.ts'
import { askOf, firstLink, startSecret } from '#test/edge/asking.ts'
import { startWorker } from '#test/edge/worker.ts'
import { visitor } from '#test/http/entrance-visits.ts'
import type { Practice } from '#test/support/service.ts'
import { dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'
import { villageDay } from '#test/support/today.ts'

/** Somebody may ask 600 times a minute: of a round so many are asked, by two people. */
const turns = 100
const connections = 16
const enoughMs = 60_000

/** A practice service in which a record-keeper and a household are signed in. */
const enteredBy = async (url: string, link: string) => {
  const ask = askOf({ url, stop: async () => undefined })
  const tokenAt = async (door: string): Promise<string> => {
    expect303((await guest.send(`/doors/${door}`)).status)
    return guest.cookies.get('__Host-session')!
  }
  const guest = visitor({ ask })
  await guest.get(link)
  const place = (await guest.send('/doors/household')).location!
  const fundId = /funds\/([\w-]{36})/.exec(place)![1]!
  const household = guest.cookies.get('__Host-session')!
  const keeper = await tokenAt('record-keeper')
  return { ask, fundId, household, keeper }
}

const expect303 = (status: number): void => {
  if (status !== 303) throw new Error(`a door answered ${status}`)
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
  const own = await ownMember(ask, household)
  const of = (path: string, token: string, more: Readonly<Record<string, string>> = {}) => ({
    port: Number(port),
    path,
    headers: { host: `${hostname}:${port}`, authorization: `Bearer ${token}`, ...more },
  })
  const json = { 'content-type': 'application/json' }
  const client = newClient()
  const much = { connections, turns, ms: enoughMs }
  const post = of(`/v1/funds/${fundId}/commands`, keeper, json)
  const read = of(`/v1/funds/${fundId}/members/${own}`, household)
  return {
    posts: async () => (await client.ask({ kind: 'rate', asked: post, deposits, ...much }))[0]!,
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

const ownMember = async (ask: Practice['ask'], token: string): Promise<string> => {
  const answer = await ask('/v1/me', { token })
  const text = await answer.text()
  const found = /"memberId":"([\w-]{36})"/.exec(text)
  if (!found) throw new Error(`who the household is was not told: ${text.slice(0, 200)}`)
  return found[1]!
}

const perSecond = (rates: number[]): string => `${told(rates, 1)} a second`

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
    fileLone: onFile.lone,
    edgeLone: atEdge.lone,
  })
  await onFile.audited()
  await atEdge.audited()
  onFile.stop()
  atEdge.stop()
  await worker.stop()
  await file.stop()
  dropFolder(folder)
  const { filePosts, edgePosts, fileReads, edgeReads, fileLone, edgeLone } = found
  return {
    name: 'edge',
    title: 'In the Workers runtime',
    heads: ['what', 'ratio', 'goal', 'seen'],
    rows: [
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
        'a lone deposit: file / Workers',
        told(over(fileLone, edgeLone)),
        'at least 0.5',
        `${told(edgeLone, 1)} ms; on a file ${told(fileLone, 1)} ms`,
      ],
    ],
    notes: [
      'The practice fund, in workerd on this machine behind the proxy of wrangler (which costs a part of each request that no Worker of Cloudflare has), and served by Node from a SQLite file. The clock of a Worker stands still while it works, so that its CPU is not in this table.',
    ],
  }
}
