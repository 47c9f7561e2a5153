import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrolledPhone, lookingAt, unlocked } from '#test/browser/phone.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor, openWindow } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

/*
 * Numbers for an emergency in the meeting app, with the network off: before anybody has signed in on the phone, before a PIN
 * is given, and whatever the phone's clock says.
 */

let browser: Browser
let practice: Practice
let visitor: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  visitor = await newVisitor(browser)
  ;({ page } = await openWindow(visitor))
  await page.setViewportSize({ width: 360, height: 640 })
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

const main = () => page.locator('main')
const toNumbers = () => page.locator('button', { hasText: 'Useful numbers' })
const back = () => main().locator('button').first()
const numbersOf = (some: Page) =>
  some.waitForFunction(() => localStorage.getItem('numbers') !== null)

/** The app as it is started again where there is no network. */
const startedOffline = async (): Promise<void> => {
  await visitor.setOffline(true)
  await page.goto(`${practice.url}/app/`)
  await toNumbers().waitFor()
}

test('whoever has loaded the app once has the numbers without a network, a book or a name', async () => {
  const asked: { readonly cookie: string | undefined; readonly url: string }[] = []
  page.on('request', (request) => {
    if (request.url().includes('/v1/numbers'))
      asked.push({ cookie: request.headers()['cookie'], url: request.url() })
  })
  await page.goto(`${practice.url}/app/`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await numbersOf(page)
  await startedOffline()
  await toNumbers().click()
  await main().locator('li').first().waitFor()
  const said = await main().innerText()
  for (const word of ['Cambodia', 'Thailand', 'checked ', 'Do not dial', 'Good until'])
    expect(said).toContain(word)
  // Invented numbers dial nothing, and nothing on the screen or in its title says what for they are.
  expect(await main().locator('a').count()).toBe(0)
  expect(await page.title()).toBe('Village fund')
  expect(page.url()).toBe(`${practice.url}/app/`)
  // The letters of Khmer came with the app, though nothing in bold was read in it before.
  const letters = await page.evaluate(async () => {
    const faces = await Promise.all(
      [400, 700].map((weight) => document.fonts.load(`${weight} 16px 'Noto Sans Khmer'`, 'លេខ')),
    )
    return faces.map((loaded) => loaded.length)
  })
  expect(letters).toEqual([1, 1])
  await lookingAt(page)('numbers', { hasNames: true })
  await back().click()
  await toNumbers().waitFor()
  // Asked at the start, of all networks, without a word of who asks.
  expect(asked.length).toBeGreaterThan(0)
  for (const { cookie, url } of asked) {
    expect(cookie).toBeUndefined()
    expect(url).toBe(`${practice.url}/v1/numbers`)
  }
}, 600_000)

test('a phone that is set to another year says that its clock is odd, and shows nothing that is old by either clock', async () => {
  const at = await page.evaluate(() =>
    Date.parse((JSON.parse(localStorage.getItem('numbers')!) as { readonly at: string }).at),
  )
  const years = (count: number): number => at + count * 365 * 86_400_000
  await page.clock.setFixedTime(years(-5))
  await startedOffline()
  await toNumbers().click()
  await main().locator('li').first().waitFor()
  await main().getByText('The clock of this phone may be wrong').waitFor()
  await lookingAt(page)('numbers-clock', { hasNames: true })
  await page.clock.setFixedTime(years(3))
  await startedOffline()
  await toNumbers().click()
  await main().getByText('checked too long ago').waitFor()
  expect(await main().locator('li').count()).toBe(0)
  await lookingAt(page)('numbers-old')
  // Set back again, what was old stays so until there is a network.
  await page.clock.setFixedTime(at)
  await startedOffline()
  await toNumbers().click()
  await main().getByText('checked too long ago').waitFor()
}, 600_000)

test('with a network they are renewed by themselves: what was taken out is gone, and a real number is dialled by a tap', async () => {
  const { asOf: today, at } = await page.evaluate(
    () =>
      JSON.parse(localStorage.getItem('numbers')!) as {
        readonly asOf: string
        readonly at: string
      },
  )
  const one = {
    country: 'MY',
    kind: 'hotline',
    number: '+60 55 501',
    name: 'Help line, Khmer',
    hours: '00:00-24:00',
    languages: ['km', 'ms'],
    checkedOn: today,
    checkAgainOn: '2199-01-01',
  }
  const answered = { asOf: today, isPractice: false, numbers: [one] }
  const answer = (route: Route): Promise<void> => route.fulfill({ json: answered })
  await page.clock.setFixedTime(at)
  await visitor.route('**/v1/numbers', answer)
  await visitor.setOffline(false)
  // Phones say this by themselves.
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await main().locator('a').waitFor()
  expect(await main().locator('li').count()).toBe(1)
  expect(await main().locator('a').getAttribute('href')).toBe('tel:+6055501')
  await lookingAt(page)('numbers-real', { hasNames: true })
  // A page that another network puts in its place takes none of them away.
  await visitor.unroute('**/v1/numbers')
  await visitor.route('**/v1/numbers', (route) => route.fulfill({ json: { welcome: 'guest' } }))
  await page.reload()
  await toNumbers().click()
  await main().locator('a').waitFor()
  await visitor.unroute('**/v1/numbers')
}, 600_000)

test('a phone with a book has them before its PIN is given, and beside what waits', async () => {
  const other = await newVisitor(browser)
  const { page: phone } = await enrolledPhone(other, practice)
  await numbersOf(phone)
  await other.setOffline(true)
  await phone.reload()
  await phone.locator('aside button').click()
  await phone.locator('main li').first().waitFor()
  await phone.locator('main button').first().click()
  await unlocked(phone)
  await phone.locator('header button').first().click()
  await phone.locator('main button', { hasText: /Useful numbers|លេខ/ }).click()
  await phone.locator('main li').first().waitFor()
  await other.close()
}, 600_000)
