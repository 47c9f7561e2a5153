import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Command } from '#domain/village.ts'
import { assertRowsSound } from '#infra/memory/journal.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { packed } from '#src/packing/phone-files.ts'
import { journalFacts } from '#test/contract/journal-suite.ts'
import { type WithStore, hostile } from '#test/contract/store-suite.ts'
import { type Everything, idOf, sealedRows } from '#test/contract/village-life.ts'
import type { Replica } from '#test/browser/replica-page.ts'
import { launchBrowser } from '#test/support/browser.ts'

/*
 * The phone's store in a real browser. The facts of the contract are asked here, of a journal that lies there: rows and ids go
 * to the page and back, and what every store keeps beside its journal is kept in memory on this side.
 */

let browser: Browser
let page: Page
let code: string
beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext()).newPage()
  // An address of this machine is one where a browser has keys.
  await page
    .context()
    .route('http://localhost/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>replica</title>' }),
    )
  await page.goto('http://localhost/')
  ;({ code } = await packed(join(import.meta.dirname, 'replica-page.ts'), { plugins: [] }))
  await page.addScriptTag({ content: code, type: 'module' })
  await page.waitForFunction(() => 'ask' in globalThis)
})
afterAll(() => browser?.close())

type Told<Name extends keyof Replica> = Awaited<ReturnType<Replica[Name]>>

const callIn = async <Name extends keyof Replica>(
  window: Page,
  name: Name,
  ...given: Parameters<Replica[Name]>
): Promise<Told<Name>> => {
  const told = await window.evaluate(
    (text) => (globalThis as unknown as { ask: (text: string) => Promise<string> }).ask(text),
    JSON.stringify({ name, given }),
  )
  return JSON.parse(told) as Told<Name>
}

const call = <Name extends keyof Replica>(
  name: Name,
  ...given: Parameters<Replica[Name]>
): Promise<Told<Name>> => callIn(page, name, ...given)

const rowsOf = async (asked: Promise<readonly JournalRow[]>): Promise<readonly JournalRow[]> =>
  (await asked).map((row) => ({ ...row, reverses: row.reverses ?? undefined }))

let made = 0
const newDatabase = async (): Promise<string> => {
  const name = `phone ${(made += 1)}`
  await call('open', name)
  return name
}

const areSound = (rows: Parameters<typeof assertRowsSound>[0]): boolean => {
  try {
    assertRowsSound(rows, (rows[0]?.seq ?? 1) - 1)
    return true
  } catch {
    return false
  }
}

/** A store whose journal lies in the page. Where memory finds something odd beside sound rows, the page is told so. */
const storeIn = (name: string): Everything => {
  const beside = memoryStore()
  return {
    ...beside,
    fundIds: (atMost = 1000) => call('fundIds', name, atMost),
    read: (...asked) => rowsOf(call('read', name, ...asked)),
    find: (...asked) => rowsOf(call('find', name, ...asked)),
    append: async (fundId, rows, changes) => {
      const inMemory = await beside.append(fundId, rows, changes).catch((error: unknown) => error)
      const isOdd = inMemory instanceof Error && areSound(rows)
      const told = await call('append', name, fundId, rows, isOdd)
      expect(told).toBe(inMemory)
      return told
    },
  }
}

const withStore: WithStore = (work) => async () => {
  const name = await newDatabase()
  await work(storeIn(name))
  await call('close', name)
}

describe('a journal on a phone, in IndexedDB', () => journalFacts(withStore, hostile))

const fundId = 'fund-a'
const kept = (n: number) => ({
  command: {
    type: 'RecordDeposit',
    id: idOf(n),
    v: 1,
    effectiveOn: '2026-06-20',
    memberId: 'member-1',
    amount: n,
  } as Command,
  madeAt: '2026-06-20T02:00:00.000Z',
})

test('what is written down on a phone is there in its order, once, and says what became of it', async () => {
  const name = await newDatabase()
  await call('add', name, fundId, [kept(1), kept(2)])
  await call('add', name, fundId, [kept(2), kept(3)])
  expect(
    (await call('all', name, fundId)).map(({ place, command }) => [place, command.id]),
  ).toEqual([
    [1, idOf(1)],
    [2, idOf(2)],
    [3, idOf(3)],
  ])
  await call('tell', name, fundId, [{ id: idOf(2), outcome: 'refused', code: 'no-quorum' }])
  await call('see', name, fundId, idOf(2))
  const [first, second] = await call('all', name, fundId)
  expect(first).toEqual({ ...kept(1), place: 1 })
  expect(second).toEqual({
    ...kept(2),
    place: 2,
    told: { id: idOf(2), outcome: 'refused', code: 'no-quorum' },
    isSeen: true,
  })
  expect(await call('all', name, 'fund-b')).toEqual([])
})

test('a phone that is wiped twice still has what waited of both meetings, each once', async () => {
  const name = await newDatabase()
  const left = async () => (await call('left', name)).map(({ id }) => id)
  await call('add', name, fundId, [kept(1), kept(2)])
  await call('tell', name, fundId, [{ id: idOf(1), outcome: 'recorded', seq: 1, flags: [] }])
  await call('wipe', name)
  expect(await left()).toEqual([idOf(2)])
  await call('add', name, fundId, [kept(2), kept(3)])
  await call('wipe', name)
  expect(await left()).toEqual([idOf(2), idOf(3)])
})

test('nothing of rows or of what waits can be read on the phone’s disk but how many and which ids', async () => {
  const name = await newDatabase()
  const rows = sealedRows([{ fundId, type: 'RepaymentRecorded', data: '{"amount":212000}' }])
  await call('append', name, fundId, rows, false)
  await call('add', name, fundId, [kept(7)])
  const disk = await call('disk', name)
  expect(disk).toContain(idOf(7))
  for (const word of ['RepaymentRecorded', '212000', 'RecordDeposit', 'member-1', rows[0]!.hash])
    expect(disk).not.toContain(word)
})

test('rows that were taken from another place of the book do not open there', async () => {
  const name = await newDatabase()
  await call('append', name, fundId, sealedRows([{ fundId }]), false)
  await page.evaluate(async (database) => {
    const opening = indexedDB.open(database)
    await new Promise((done) => (opening.onsuccess = done))
    const blocks = opening.result.transaction('blocks', 'readwrite').objectStore('blocks')
    const asked = blocks.get(['fund-a', 1])
    await new Promise((done) => (asked.onsuccess = done))
    await new Promise((done) => (blocks.put(asked.result, ['fund-b', 1]).onsuccess = done))
  }, name)
  await expect(call('read', name, 'fund-b', 0, 10)).rejects.toThrow()
  expect(await call('read', name, fundId, 0, 10)).toHaveLength(1)
})

const dayMs = 24 * 3_600_000
const start = Date.parse('2026-06-01T00:00:00.000Z')

test('a book opens by its PIN for as long as the phone may be without its service, and a clock that is set back then opens nothing', async () => {
  const name = await newDatabase()
  expect(await call('vault', name, 'make', '482915', start)).toBe('open')
  expect(await call('vault', name, 'open', '482916', start)).toBe('wrong-pin')
  expect(await call('vault', name, 'open', '482915', start + 45 * dayMs)).toBe('open')
  expect(await call('vault', name, 'open', '482915', start + 46 * dayMs)).toBe('share-gone')
  expect(await call('vault', name, 'open', '482915', start)).toBe('share-gone')
  expect(await call('vault', name, 'renew', '482915', start + 46 * dayMs)).toBe('open')
})

test('after eight wrong PINs only the service opens the book again', async () => {
  const name = await newDatabase()
  await call('vault', name, 'make', '482915', start)
  for (let n = 0; n < 7; n += 1)
    expect(await call('vault', name, 'open', '000000', start)).toBe('wrong-pin')
  expect(await call('hasShare', name)).toBe(true)
  expect(await call('vault', name, 'open', '000000', start)).toBe('share-gone')
  // Whoever copies the phone now has no share to guess with.
  expect(await call('hasShare', name)).toBe(false)
  expect(await call('vault', name, 'open', '482915', start)).toBe('share-gone')
  expect(await call('vault', name, 'renew', '482915', start)).toBe('open')
})

/** One more window on the same phone. */
const newWindow = async (): Promise<Page> => {
  const window = await page.context().newPage()
  await window.goto('http://localhost/')
  await window.addScriptTag({ content: code, type: 'module' })
  await window.waitForFunction(() => 'ask' in globalThis)
  return window
}

test('windows side by side have the same eight guesses together, and not eight each', async () => {
  const name = await newDatabase()
  await call('vault', name, 'make', '482915', start)
  const windows = await Promise.all([newWindow(), newWindow(), newWindow()])
  for (const window of windows) await callIn(window, 'open', name)
  // All at once, in each window several: none waits for what became of another.
  const guesses = windows.flatMap((window, i) =>
    Array.from({ length: 5 }, (_, n) =>
      callIn(window, 'vault', name, 'open', `0000${i}${n}`, start),
    ),
  )
  const told = await Promise.all(guesses)
  expect(told.filter((one) => one === 'wrong-pin')).toHaveLength(7)
  expect(told.filter((one) => one === 'share-gone')).toHaveLength(8)
  for (const window of [page, ...windows])
    expect(await callIn(window, 'vault', name, 'open', '482915', start)).toBe('share-gone')
  expect(await call('vault', name, 'renew', '482915', start)).toBe('open')
  for (const window of windows) await window.close()
})

test('a window that is closed while it tries has tried, and a right PIN gives back all guesses', async () => {
  const name = await newDatabase()
  await call('vault', name, 'make', '482915', start)
  for (let n = 0; n < 7; n += 1) {
    const window = await newWindow()
    await callIn(window, 'open', name)
    const trying = callIn(window, 'vault', name, 'open', '000000', start).catch(() => 'closed')
    await page.waitForFunction(
      async ([of, count]) => {
        const opening = indexedDB.open(of as string)
        await new Promise((done) => (opening.onsuccess = done))
        const kept = opening.result.transaction('kept').objectStore('kept').get('vault')
        await new Promise((done) => (kept.onsuccess = done))
        opening.result.close()
        return (kept.result as { guesses: number }).guesses === count
      },
      [name, n + 1] as const,
    )
    await window.close()
    await trying
  }
  // One is left, and it is the right one.
  expect(await call('vault', name, 'open', '482915', start)).toBe('open')
  for (let n = 0; n < 7; n += 1)
    expect(await call('vault', name, 'open', '000000', start)).toBe('wrong-pin')
  expect(await call('vault', name, 'open', '482915', start)).toBe('open')
})

test('a book of before is not appended to by rows of another one', async () => {
  const name = await newDatabase()
  const rows = sealedRows([{ fundId }, { fundId }])
  expect(await call('append', name, fundId, rows, false)).toBe('appended')
  expect(await call('append', name, fundId, rows, false)).toBe('stale')
  expect(await call('append', name, fundId, sealedRows([{ fundId }], rows[1]), false)).toBe(
    'appended',
  )
})
