import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { commandsInLines } from '#src/exchange/carried/commands.ts'
import { doors } from '#test/browser/pages.ts'
import { enrolledPhone, lookingAt, meetingOpened, phonePin, unlocked } from '#test/browser/phone.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

/* What whoever finds a phone gets of it, and what is left of it when the fund has shut it out. */

let browser: Browser
let practice: Practice
let visitor: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  visitor = await newVisitor(browser)
  ;({ page } = await enrolledPhone(visitor, practice))
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

/** All that lies in the phone's database, as somebody reads it who can run scripts there. */
const lying = () =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
    const database = await asked(indexedDB.open('village-fund'))
    const text = (value: unknown): string =>
      JSON.stringify(value, (_, one: unknown) =>
        one instanceof Uint8Array ? new TextDecoder('latin1').decode(one) : one,
      )
    const found: Record<string, { count: number; text: string }> = {}
    const keys: boolean[] = []
    for (const name of database.objectStoreNames) {
      const values: unknown[] = await asked(
        database.transaction(name).objectStore(name).getAll() as IDBRequest<unknown[]>,
      )
      found[name] = { count: values.length, text: values.map(text).join('\n') }
      for (const value of values)
        for (const one of Object.values(value as object))
          if (one instanceof CryptoKey && one.type !== 'public') keys.push(one.extractable)
    }
    database.close()
    return { found, keys }
  })

/** The file that the screen offers, for which fund it is, and how much is in it. */
const left = async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[download]').click(),
  ])
  const text = readFileSync(await download.path(), 'utf8')
  const carried = await commandsInLines(text.split('\n'))
  if ('why' in carried) throw new Error(carried.why)
  return { fundId: carried.fundId, count: carried.commands.length, text }
}

test('a book stays open while somebody touches the phone, and closes five minutes after the last touch', async () => {
  const window = await visitor.newPage()
  await window.clock.install()
  await window.goto(`${practice.url}/app/`)
  await unlocked(window)
  const pin = window.locator('input[name=pin]')
  for (let touch = 0; touch < 2; touch += 1) {
    await window.clock.fastForward('04:00')
    await window.mouse.click(2, 2)
  }
  await window.clock.fastForward('04:00')
  expect(await pin.count()).toBe(0)
  await window.clock.fastForward('01:01')
  await pin.waitFor()
  await window.close()
})

test('without the PIN nothing of the book, of names or of what waits can be read, and no key can be taken along', async () => {
  await visitor.setOffline(true)
  await meetingOpened(page, 1_000_000)
  const who = await page.locator('main h1').first().innerText()
  await page.locator('main button.main, main .two button').first().click()
  await page.waitForFunction((last) => document.querySelector('main h1')?.textContent !== last, who)
  const { found, keys } = await lying()
  expect(found['outbox']!.count).toBeGreaterThan(1)
  expect(found['blocks']!.count).toBeGreaterThan(0)
  const all = Object.values(found)
    .map(({ text }) => text)
    .join('\n')
  expect(all.length).toBeGreaterThan(100_000)
  for (const word of [who, 'memberId', 'SharesBought', 'RecordAttendance', 'effectiveOn', phonePin])
    expect(all.includes(word), word).toBe(false)
  // The device's own key; that of the book lies closed by it and by PIN and share.
  expect(keys).toEqual([false])
}, 600_000)

test('eight wrong PINs shut the book until its owner signs in, and what waits stays', async () => {
  await page.reload()
  for (let guess = 0; guess < 8; guess += 1) {
    await page.locator('input[name=pin]').fill(`00000${guess}`)
    await page.locator('button.main').click()
    await page.locator('input[name=pin]').waitFor({ state: guess < 7 ? 'visible' : 'detached' })
    if (guess < 7) await page.locator('.fault').waitFor()
  }
  await page.getByText('without its service for too long').waitFor()
  await lookingAt(page)('share-gone')
  expect((await lying()).found['outbox']!.count).toBeGreaterThan(1)
  await visitor.setOffline(false)
  await page.locator('button.main').click()
  await unlocked(page)
  await page.waitForFunction(
    () => !/^\d/.test(document.querySelector('header button')!.textContent!),
  )
  // What was sent was signed, by a key that nobody reads either.
  expect((await lying()).keys).toEqual([false, false])
}, 600_000)

test('a phone that was shut out wipes all that can be read when it hears of it, and what waited leaves it for two others', async () => {
  // Something waits: who leaves the service's book is written down once more, and does not go.
  await visitor.route('**/commands', (route) => route.abort())
  let who = ''
  for (let turn = 0; turn < 2; turn += 1) {
    who = await page.locator('main h1').first().innerText()
    await page.locator('main button.main, main .two button').first().click()
    await page.waitForFunction(
      (last) => document.querySelector('main h1')?.textContent !== last,
      who,
    )
  }
  // The sessions of a device that is shut out have ended, and it is told why by its own cookie.
  await visitor.clearCookies({ name: /session/ })
  await visitor.route('**/v1/devices/current', (route) =>
    route.fulfill({ json: { isShutOut: true } }),
  )
  await page.reload()
  await page.locator('input[name=pin]').fill(phonePin)
  await page.locator('button.main').click()
  await page.getByText('was shut out by the fund').waitFor()
  await lookingAt(page)('shut-out')
  const { found } = await lying()
  for (const name of ['blocks', 'ids', 'outbox']) expect(found[name]!.count, name).toBe(0)
  expect(found['kept']!.count).toBe(1)
  for (const word of [who, 'memberId', 'effectiveOn', 'deviceKey', 'wrapped'])
    expect(found['kept']!.text.includes(word), word).toBe(false)
  await page.reload()
  await page.getByText('Sign in').first().waitFor()
  await page.getByText('What was written here and not sent is not lost').waitFor()
  await lookingAt(page)('left-behind')
  await page.getByRole('button', { name: 'Carry it to the desk' }).click()
  await page.locator('svg.square').waitFor()
  await lookingAt(page)('left-codes')
  const fund = await left()
  expect(fund.count).toBeGreaterThan(1)
  // The record-keeper of another phone and a second officer look at it, and it is in the book.
  const other = await newVisitor(browser)
  await doors['record-keeper'](other, practice)
  const desk = await other.newPage()
  await desk.goto(`${practice.url}/funds/${fund.fundId}/carried`)
  const file = { name: 'meeting.txt', mimeType: 'text/plain', buffer: Buffer.from(fund.text) }
  await desk.locator('input[type=file][name=file]').setInputFiles(file)
  await desk.locator('main form button').last().click()
  await desk.getByText('Look at each line together').waitFor()
  await desk.locator('input[type=file][name=file]').setInputFiles(file)
  await desk.locator('details', { has: desk.locator('input[name=login]') }).evaluate((fold) => {
    ;(fold as HTMLDetailsElement).open = true
  })
  await desk.locator('input[name=login]').fill(practiceSecond.login)
  await desk.locator('input[name=secret]').fill(practiceSecond.pin)
  await desk.locator('main form button').last().click()
  await desk.getByText(/[1-9]\d* of \d+ lines are in the book/).waitFor()
  await other.close()
}, 300_000)
