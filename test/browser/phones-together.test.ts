import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandsInLines } from '#src/exchange/carried/commands.ts'
import { enrolledPhone, fullNow, lookingAt, meetingOpened, unlocked } from '#test/browser/phone.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

/*
 * Two phones at one meeting, and what goes wrong with a phone: it is full, its login was revoked, the app is replaced while
 * much waits. Nothing that was written may be lost by any of it.
 */

type Phone = { readonly visitor: BrowserContext; readonly page: Page }

let browser: Browser
let practice: Practice
let one: Phone
let two: Phone

const newPhone = async (): Promise<Phone> => {
  const visitor = await newVisitor(browser)
  const { page } = await enrolledPhone(visitor, practice)
  visitor.setDefaultTimeout(30_000)
  await page.setViewportSize({ width: 360, height: 640 })
  if ((await page.locator('html').getAttribute('lang')) === 'km')
    await page.locator('header button').last().click()
  return { visitor, page }
}

beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  one = await newPhone()
  two = await newPhone()
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

const main = ({ page }: Phone) => page.locator('main')
const waits = (phone: Phone) => phone.page.locator('header button').first()

/** The key is touched after which somebody else sits at the table. */
const nextBy = async (phone: Phone, key: Locator): Promise<string> => {
  const who = await main(phone).locator('h1').first().innerText()
  await key.click()
  await phone.page.waitForFunction(
    (last) => document.querySelector('main h1')?.textContent !== last,
    who,
  )
  return who
}

const passedOver = (phone: Phone): Promise<string> =>
  nextBy(phone, main(phone).locator('.two button').last())

/** The next member at the table brings what is usual. */
const turn = async (phone: Phone): Promise<string> => {
  const usual = main(phone).locator('button.main')
  return (await usual.count()) === 0 ? passedOver(phone) : nextBy(phone, usual)
}

const sent = async (phone: Phone): Promise<void> => {
  await phone.visitor.setOffline(false)
  // The same key leads there and back.
  if ((await main(phone).locator('h1').first().innerText()) !== 'What waits')
    await waits(phone).click()
  await main(phone).locator('button.main').click()
  await main(phone).getByText('Everything is with the service.').waitFor()
}

const journalOf = async ({
  visitor,
}: Phone): Promise<readonly { type: string; data: string }[]> => {
  const funds = await visitor.request.get(`${practice.url}/v1/funds`)
  const { fundId } = ((await funds.json()) as { items: { fundId: string }[] }).items[0]!
  const rows: { type: string; data: string }[] = []
  for (let after = 0; ;) {
    const some = await visitor.request.get(
      `${practice.url}/v1/funds/${fundId}/journal?after=${after}`,
    )
    const { items, nextAfter } = (await some.json()) as { items: typeof rows; nextAfter: number }
    if (items.length === 0) return rows
    rows.push(...items)
    after = nextAfter
  }
}

const cash = async ({ visitor }: Phone): Promise<number> => {
  const funds = await visitor.request.get(`${practice.url}/v1/funds`)
  const { fundId } = ((await funds.json()) as { items: { fundId: string }[] }).items[0]!
  const answer = await visitor.request.get(`${practice.url}/v1/funds/${fundId}`)
  return ((await answer.json()) as { figures: { cash: number } }).figures.cash
}

test('of two phones at one meeting the second one says who leads, and what both wrote is in the book once', async () => {
  await meetingOpened(one.page, await cash(one))
  await waits(one).filter({ hasText: 'What waits' }).waitFor()
  await sent(two)
  await main(two).locator('button').last().click()
  await two.page.locator('.leads').waitFor()
  await lookingAt(two.page)('second-phone')
  await one.visitor.setOffline(true)
  await two.visitor.setOffline(true)
  // Both have written down the first member; each one more that the other has not.
  const [a, b] = [await turn(one), await turn(two)]
  expect(a).toBe(b)
  await turn(one)
  await sent(one)
  await sent(two)
  await sent(one)
  const shares = (await journalOf(one)).filter(({ type }) => type === 'SharesBought').slice(-3)
  const members = shares.map(({ data }) => (JSON.parse(data) as { memberId: string }).memberId)
  expect(new Set(members).size).toBe(members.length)
  for (const phone of [one, two]) expect(await main(phone).innerText()).not.toContain('not taken')
}, 900_000)

test('a phone that is full says so, keeps what it had, and takes the next once there is room', async () => {
  await main(one).locator('button').last().click()
  await one.visitor.setOffline(true)
  await main(one).locator('.face').waitFor()
  const before = await waits(one).innerText()
  const roomAgain = await fullNow(one.page)
  await main(one).locator('button.main').click()
  await main(one).getByText('NOT written down').waitFor()
  await lookingAt(one.page)('full')
  expect(await waits(one).innerText()).toBe(before)
  // Whoever sits there next has tried nothing yet.
  await passedOver(one)
  await main(one).getByText('NOT written down').waitFor({ state: 'detached' })
  await roomAgain()
  await turn(one)
  await waits(one).filter({ hasText: /wait/ }).waitFor()
  expect(await waits(one).innerText()).not.toBe(before)
}, 300_000)

test('an app that was replaced while much waits has all of it, and sends it', async () => {
  const before = await waits(one).innerText()
  // Nothing goes before the other edition is there, however soon the phone hears that it has a network.
  await one.visitor.route('**/v1/**', (route) => route.abort())
  await one.visitor.setOffline(false)
  // The worker and its files are another edition: what was kept by the one before is thrown away.
  await one.page.evaluate(async () => {
    const worker = await navigator.serviceWorker.getRegistration('/app/')
    await worker?.unregister()
    for (const name of await caches.keys()) await caches.delete(name)
  })
  await one.page.reload()
  await unlocked(one.page)
  await main(one).locator('.face').waitFor()
  expect(await waits(one).innerText()).toBe(before)
  await one.visitor.unroute('**/v1/**')
  await sent(one)
}, 300_000)

test('a phone whose login was revoked keeps what was written, says what to do, and sends it after signing in', async () => {
  await main(one).locator('button').last().click()
  await one.visitor.setOffline(true)
  await turn(one)
  const cookies = await one.visitor.cookies()
  await one.visitor.clearCookies({ name: /session/ })
  expect((await one.visitor.cookies()).length).toBeLessThan(cookies.length)
  await one.visitor.setOffline(false)
  await waits(one).click()
  await main(one).locator('button.main').click()
  await main(one).getByText('Sign in again').waitFor()
  await lookingAt(one.page)('signed-out')
  expect(await main(one).innerText()).toContain('on this phone')
  await one.visitor.addCookies(cookies)
  await main(one).locator('button.main').click()
  await main(one).getByText('Everything is with the service.').waitFor()
}, 300_000)

test('what waits is carried to the desk as square codes or a file', async () => {
  await main(one).locator('button').last().click()
  await one.visitor.setOffline(true)
  await turn(one)
  await waits(one).click()
  await main(one).getByRole('button', { name: 'Carry it' }).click()
  await main(one).locator('.square').waitFor()
  await lookingAt(one.page)('carried')
  const [download] = await Promise.all([
    one.page.waitForEvent('download'),
    main(one).locator('a[download]').click(),
  ])
  const lines = readFileSync(await download.path(), 'utf8')
  const carried = await commandsInLines(lines.split('\n'))
  expect('commands' in carried && carried.commands.length).toBeGreaterThan(0)
}, 300_000)
