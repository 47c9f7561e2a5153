import { expect, test } from 'vitest'
import { sealingBy } from '#infra/system/sealing.ts'
import { sha256 } from '#infra/system/system.ts'
import { answerLetter, lettersIn, lettersWaiting, putIn, takeOut } from '#src/app/box.ts'
import { lettersWaitingIn } from '#src/app/network/letters-waiting.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const morning = '2025-03-01T02:00:00.000Z'
const later = '2025-03-01T02:02:00.000Z'
const own = new Set([fundId])

/** A box whose sealed files are counted as they are opened, and whose lists are counted as they are read. */
const countedBox = async () => {
  const { store } = await smallNetwork()
  const seal = sealingBy({ secret: 'a support secret for tests' })
  const done = { opened: 0, read: 0 }
  const sealing: typeof seal = {
    ...seal,
    open: (...given) => {
      done.opened += 1
      return seal.open(...given)
    },
  }
  let drawn = 0
  const needs = {
    store: {
      ...store,
      supportFiles: (of: string) => {
        done.read += 1
        return store.supportFiles(of)
      },
    },
    sealing,
    signer: { mark: (scope: string, text: string) => `${scope} ${text}` } as never,
    hash: sha256,
    random: { token: () => '', below: () => (drawn += 1) },
  }
  const put = async (of = needs, into = fundId) => {
    const letter = { kind: 'complaint', to: 'ngo', on: '2025-03-01', text: 'Late.' } as const
    await putIn(of, { fundId: into, networkId }, { isFirst: false, ...letter })
  }
  const ask = (now = morning, fundIds: ReadonlySet<string> = own) =>
    lettersWaiting(needs, { networkId, fundIds, now })
  const settled = () => lettersWaitingIn(needs.store, networkId).settled()
  /** Another process at the same rows. */
  const elsewhere = { ...needs, store: { ...store } }
  return { needs, store, put, ask, settled, done, elsewhere }
}

test('letters are counted behind the first answer, and only those of the villages that are asked about', async () => {
  const { put, ask, settled, needs } = await countedBox()
  await put()
  await put()
  await put(needs, '0190c8a4-0000-7000-8000-00000000dead')
  expect(ask()).toBeUndefined()
  await settled()
  expect(ask()).toBe(2)
  expect(ask(morning, new Set())).toBe(0)
})

test('letters of two networks of one service are counted each by itself', async () => {
  const { put, ask, settled, needs } = await countedBox()
  await put()
  ask()
  await settled()
  const [otherNetwork, fund] = ['another network', 'a fund of it']
  const letter = { kind: 'complaint', to: 'ngo', on: '2025-03-01', text: 'Late.' } as const
  const place = { fundId: fund, networkId: otherNetwork }
  await putIn(needs, place, { isFirst: false, ...letter })
  const asked = { networkId: otherNetwork, fundIds: new Set([fund]), now: morning }
  expect(lettersWaiting(needs, asked)).toBeUndefined()
  await lettersWaitingIn(needs.store, otherNetwork).settled()
  expect([lettersWaiting(needs, asked), ask()]).toEqual([1, 1])
})

test('once counted no letter is opened again, and no list of letters is read, for each that comes, is answered or taken back', async () => {
  const { put, ask, settled, done, needs } = await countedBox()
  await put()
  ask()
  await settled()
  Object.assign(done, { opened: 0, read: 0 })
  await put()
  await put()
  expect(ask()).toBe(3)
  expect(done).toEqual({ opened: 0, read: 0 })
  const [first, second] = await lettersIn(needs, networkId)
  await answerLetter(needs, networkId, first!, { on: '2025-03-02', by: 'ngo', text: 'Yes.' })
  expect(ask()).toBe(2)
  await takeOut(needs, networkId, second!.code)
  expect(ask()).toBe(1)
})

test('an answer that came too late changes no count', async () => {
  const { put, ask, settled, needs } = await countedBox()
  await put()
  ask()
  await settled()
  const [letter] = await lettersIn(needs, networkId)
  const stale = { ...letter!, seen: 'another' }
  const answer = { on: '2025-03-02', by: 'ngo', text: 'Yes.' } as const
  expect(await answerLetter(needs, networkId, stale, answer)).toBe('stale')
  expect(ask()).toBe(1)
})

test('what another process took in is counted within a minute, and what is known is not opened again', async () => {
  const { put, ask, settled, done, elsewhere } = await countedBox()
  await put()
  await put()
  ask()
  await settled()
  await put(elsewhere)
  expect(ask()).toBe(2)
  await settled()
  Object.assign(done, { opened: 0, read: 0 })
  // The answer does not wait for it.
  expect(ask(later)).toBe(2)
  await settled()
  expect(ask(later)).toBe(3)
  expect(done).toEqual({ opened: 1, read: 1 })
})

test('a letter that comes while all are counted is counted once', async () => {
  const { put, ask, settled, needs } = await countedBox()
  await put()
  ask()
  await put()
  await settled()
  expect(ask()).toBe(2)
  const [first] = await lettersIn(needs, networkId)
  ask(later)
  await takeOut(needs, networkId, first!.code)
  await settled()
  expect(ask(later)).toBe(1)
})

test('what comes and goes between the list of letters and the count of it is counted as it stands then', async () => {
  const { needs, put, ask, settled } = await countedBox()
  await put()
  await put()
  const { supportFiles } = needs.store
  needs.store.supportFiles = async (of) => {
    needs.store.supportFiles = supportFiles
    const read = await supportFiles(of)
    const [first, second] = await lettersIn(needs, of)
    for (const letter of [first!, second!]) await takeOut(needs, of, letter.code)
    await put()
    return read
  }
  ask()
  await settled()
  expect(ask()).toBe(1)
})

test('where letters cannot be read the page says nothing false, and they are counted at the next asking', async () => {
  const { needs, put, ask, settled } = await countedBox()
  await put()
  const { supportFiles } = needs.store
  needs.store.supportFiles = () => Promise.reject(new Error('away'))
  expect(ask()).toBeUndefined()
  await settled()
  needs.store.supportFiles = supportFiles
  expect(ask()).toBeUndefined()
  await settled()
  expect(ask()).toBe(1)
})
