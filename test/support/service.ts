import { casesInMemory } from '#test/support/cases-in-memory.ts'
import { randomBytes } from 'node:crypto'
import type { MemoryStore, memoryStore } from '#infra/memory/store.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { phoneSealBy } from '#infra/system/phone-seal.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomIds, randomOnNode, sha256, sha256Digest } from '#infra/system/system.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { type Door, makePracticePeople, openDoor } from '#src/app/practice/practice-people.ts'
import { recorder } from '#src/app/record.ts'
import { takeRooms } from '#src/app/watch/day-rooms.ts'
import { type Service, app } from '#src/http/app.ts'
import type { AppNeeds, LogLine } from '#src/http/needs.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { type Heard, overheard } from '#test/support/overheard.ts'

/** A service in memory with the paper book of the fixtures, practice people, and a clock that stands. */
export type Practice = {
  readonly service: Service
  readonly needs: AppNeeds
  readonly fundId: string
  readonly networkId: string
  /** Bearer token of a fresh session of that person. */
  readonly as: (door: Door) => Promise<string>
  /** One request with the right host, as that token, JSON where there is a body. */
  readonly ask: (path: string, asked?: ServiceRequest) => Promise<Response>
  readonly lines: readonly LogLine[]
  /** Moves the clock on. */
  readonly pass: (ms: number) => void
}

export type ServiceRequest = {
  readonly token?: string | undefined
  readonly method?: string
  readonly json?: unknown
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
}

export const ourHost = '127.0.0.1:3000'
export const practiceDay = '2025-12-31'

export const requestOf = ({ token, method, json, body, headers }: ServiceRequest): RequestInit => ({
  method: method ?? (json === undefined && body === undefined ? 'GET' : 'POST'),
  headers: {
    host: ourHost,
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...headers,
  },
  ...(json === undefined ? (body === undefined ? {} : { body }) : { body: JSON.stringify(json) }),
})

/** What is made of a day with these is the same each time. */
const usualPepper = randomBytes(32)
const unusual = [
  'store',
  'record',
  'recordNetwork',
  'secrets',
  'random',
  'ids',
  'hash',
  'clock',
] as const

const peopled = new Map<string, Heard<string>>()

/** A book with its practice people in a store; of the usual ones all is made once, and written into a store of one's own. */
const peopledBook = async (
  { store, fundId }: { readonly store: MemoryStore; readonly fundId: string },
  { needs, today, isUsual }: { needs: AppNeeds; today: string; isUsual: boolean },
): Promise<string> => {
  if (!isUsual) return makePracticePeople(needs, { fundId, today })
  const heard = peopled.get(today)
  if (heard) {
    const networkId = await heard.writtenInto(store)
    // What a network has taken today is counted in the process by its id: to this one nobody has come yet.
    takeRooms({ networkId, today: '2000-01-01' }, [])
    return networkId
  }
  const hearing = overheard(store)
  const world = {
    journal: hearing.store,
    networks: hearing.store.networks,
    clock: needs.clock,
    hash: sha256,
  }
  const making = {
    ...needs,
    store: hearing.store,
    record: recorder(world),
    recordNetwork: networkRecorder(world),
  }
  const networkId = await makePracticePeople(making, { fundId, today })
  peopled.set(today, hearing.heard(networkId))
  return networkId
}

export const practice = async (
  more: Partial<AppNeeds> = {},
  folder = paperBookFolder,
  day = practiceDay,
  /** Where the book is kept; left out, in memory. */
  into?: ReturnType<typeof memoryStore>,
): Promise<Practice> => {
  const { store, fundId } = await bookFrom(folder, into)
  const isUsual =
    into === undefined && folder === paperBookFolder && unusual.every((name) => !(name in more))
  return practiceOn({ store: store as MemoryStore, fundId }, { more, day, isUsual })
}

type On = {
  readonly more?: Partial<AppNeeds>
  readonly day?: string
  /** Whether all that is made of it is the same each time. */
  readonly isUsual?: boolean
}

/** The same of a book that lies in a store already; its people are made where it has none. */
export const practiceOn = async (
  { store: kept, fundId }: { readonly store: MemoryStore; readonly fundId: string },
  { more = {}, day = practiceDay, isUsual = false }: On,
): Promise<Practice> => {
  let now = Date.parse(`${day}T02:00:00.000Z`)
  const clock = () => new Date(now).toISOString()
  const lines: LogLine[] = []
  const world = { journal: kept, networks: kept.networks, clock, hash: sha256 }
  const signer = signerOnNode({ secret: 'a signing secret for tests' })
  const needs: AppNeeds = {
    store: kept,
    record: recorder(world),
    recordNetwork: networkRecorder(world),
    // What stretching costs is no matter of most tests; those of secrets and of the doors ask for it by name.
    secrets: cheapSecrets(usualPepper),
    random: randomOnNode,
    signer,
    phoneSeal: phoneSealBy(signer),
    sealing: sealingBy({ secret: 'a support secret for tests' }),
    cases: casesInMemory(),
    hash: sha256,
    digest: sha256Digest,
    clock,
    ids: randomIds,
    today: () => clock().slice(0, 10),
    isReady: async () => true,
    isPractice: true,
    version: '0.2.0',
    assets: new Map([
      [
        '/fonts/noto-sans-khmer-400.woff2',
        { bytes: new Uint8Array([1, 2, 3]), type: 'font/woff2' },
      ],
    ]),
    log: (line) => lines.push(line),
    ...more,
  }
  const networkId = await peopledBook({ store: kept, fundId }, { needs, today: day, isUsual })
  const { device } = await enrolDevice(needs, { networkId, label: 'test', by: 'test' })
  const service = app(needs)
  return {
    service,
    needs,
    fundId,
    networkId,
    as: async (door) => (await openDoor(needs, { device, door }))!.token,
    ask: async (path, asked = {}) => service.request(path, requestOf(asked)),
    lines,
    pass: (ms) => {
      now += ms
    },
  }
}
