import { type PhoneSeal, type Signed, batchSigned } from '#domain/phone/sealing.ts'
import type { Kept, Told } from '#domain/phone/outbox.ts'
import type { Clock, SessionRow } from '#domain/ports.ts'
import type { MemoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { isFromPhone } from '#src/app/identity/phone-key.ts'
import { sentAs } from '#src/pwa/http-service.ts'
import { type Service, ServiceFault } from '#src/pwa/service.ts'
import { shares } from '#test/contract/village-life.ts'
import type { Marks } from '#test/sim/phones/net.ts'
import type { Chance } from '#test/support/oracle/chance.ts'

/** What stands in a browser: a key that signs, and a session of which a thief may have a copy. */
export type Browser = {
  readonly name: string
  /** Of which the key is made: another one is another key. */
  secret: string
  steppedUpAt: string | undefined
  /** The last batch that went out signed, as somebody on the way has seen it. */
  seen: Batch | undefined
}

type Batch = { readonly body: string; readonly key: string; readonly signature: string }

const halfOf = (secret: string): string => sha256(secret)
/** As long as a point of P-256 is, and made by sums that need no waiting. */
const keyOf = (secret: string): string => `${halfOf(secret)}${halfOf(secret)}`.slice(0, 87)
const signedBy = (key: string, text: string): string => sha256(`${key} signs ${text}`)

/** The signatures of this simulator: as good as real ones against whoever does not take a key for a secret. */
export const phoneSeal = {
  isSigned: ({ text, key, signature }: Signed) =>
    Promise.resolve(signature === signedBy(key, text)),
} as PhoneSeal

/** So many commands go into one request here; a phone is to send fewer. */
const commandsMax = 6
const readable: RegExp = /^(?!FromTomorrow)/

export type Door = {
  readonly service: Service
  readonly store: MemoryStore
  readonly clock: Clock
  readonly marks: Marks
  readonly phoneSeal: Pick<PhoneSeal, 'isSigned'>
}

const sessionOf = ({ name, steppedUpAt }: Browser): SessionRow =>
  ({ deviceId: name, steppedUpAt }) as SessionRow

const bodyOf = (some: readonly Pick<Kept, 'command' | 'word'>[]): string =>
  JSON.stringify({ commands: some.map(sentAs) })

/** What stands before a service: whose key signed is asked by the service's own code, and then whether it can be read. */
const received = async (
  { service, store, clock, marks, phoneSeal: seal }: Door,
  session: SessionRow,
  { fundId, batch, some }: { fundId: string; batch: Partial<Batch>; some: readonly Kept[] },
): Promise<readonly Told[]> => {
  const needs = { store, clock, phoneSeal: seal } as unknown as Parameters<typeof isFromPhone>[0]
  const { key, signature } = batch
  const asked = { fundId, body: batch.body ?? '', key, signature }
  if (!(await isFromPhone(needs, session, asked))) {
    marks.add('key not known')
    throw new ServiceFault('signed-out')
  }
  if (some.length > commandsMax) {
    marks.add('too large')
    throw new ServiceFault('too-large')
  }
  if (some.some(({ command }) => !readable.test(command.type))) {
    marks.add('unreadable')
    throw new ServiceFault('unreadable')
  }
  return service.send(fundId, some)
}

/** The service as one browser reaches it over its network: each batch signed before it goes, by the key of then. */
export const throughDoor = (
  door: Door,
  browser: Browser,
  network: (service: Service) => Service,
): Service => ({
  rowsAfter: network(door.service).rowsAfter,
  send: (fundId, some) => {
    const body = bodyOf(some)
    const key = keyOf(browser.secret)
    const batch = { body, key, signature: signedBy(key, batchSigned(fundId, body)) }
    const session = sessionOf(browser)
    browser.seen = batch
    const send: Service['send'] = (_, sent) =>
      received(door, session, { fundId, batch, some: sent })
    return network({ ...door.service, send }).send(fundId, some)
  },
})

/** Somebody gives a secret on a phone: a key that the service did not know is known from then on. */
export const signInAgain = ({ clock, marks }: Door, browser: Browser): void => {
  marks.add('signed in again')
  browser.steppedUpAt = clock()
}

/** The browser's storage was cleared: its key is gone, and it has a new one. */
export const loseKey = ({ marks }: Door, browser: Browser): void => {
  marks.add('key lost')
  browser.secret = `${browser.secret}'`
}

/** Somebody with a copy of a phone's cookies, taken before anybody last gave a secret on it, sends a command of his own. */
export const stealBy = async (
  door: Door,
  {
    browser,
    fundId,
    n,
  }: { readonly browser: Browser; readonly fundId: string; readonly n: number },
  chance: Chance,
): Promise<void> => {
  // Until a phone has signed once its cookies alone are enough, and what is tried here would be taken.
  if ((await door.store.noteOf(fundId, `phone:${browser.name}`)) === undefined) return
  const some = [{ place: 1, command: shares(900_000 + n, 1), madeAt: door.clock() }]
  const body = bodyOf(some)
  const own = keyOf(`thief ${n}`)
  const batch = chance.one<Partial<Batch>>([
    { body },
    { body, key: own, signature: signedBy(own, batchSigned(fundId, body)) },
    { body, key: browser.seen?.key, signature: browser.seen?.signature },
    { ...browser.seen, body },
  ] as Partial<Batch>[])
  const session = sessionOf({ ...browser, steppedUpAt: undefined })
  await received(door, session, { fundId, batch, some }).catch(() =>
    door.marks.add('thief sent away'),
  )
}
