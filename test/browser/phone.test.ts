import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrolledPhone, faultShown, lookingAt, phonePin, unlocked } from '#test/browser/phone.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

/*
 * The meeting app in a real browser, with the network off. One meeting of all members of the practice fund goes through every
 * screen; what the phone said of it the service must say too.
 */

let browser: Browser
let practice: Practice
let visitor: BrowserContext
let page: Page
let fundId: string
/** The touches that a look takes are none of the meeting's. */
let lookedAt: ReturnType<typeof lookingAt>
beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  visitor = await newVisitor(browser)
  ;({ page } = await enrolledPhone(visitor, practice))
  await page.setViewportSize({ width: 360, height: 640 })
  lookedAt = lookingAt(page)
  const funds = await visitor.request.get(`${practice.url}/v1/funds`)
  fundId = ((await funds.json()) as { items: { fundId: string }[] }).items[0]!.fundId
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

const main = () => page.locator('main')
let touches = 0
const touch = async (locator: ReturnType<Page['locator']>): Promise<void> => {
  touches += 1
  await locator.click()
}
const heading = (): Promise<string> => main().locator('h1').first().innerText()
/** Until somebody else sits at the table, or nobody does. */
const nextAfter = async (who: string): Promise<void> => {
  await page.waitForFunction((last) => document.querySelector('main h1')?.textContent !== last, who)
}
const fits = (): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)

const counted = async (sum: string): Promise<void> => {
  await page.locator('input[name=sum]').fill(sum)
  await touch(main().locator('button.main'))
  await main().locator('.sum').waitFor()
}

const boxNow = async (): Promise<number> => {
  const answer = await visitor.request.get(`${practice.url}/v1/funds/${fundId}`)
  return ((await answer.json()) as { figures: { cash: number } }).figures.cash
}

/** A word where a sum belongs is said to be none. */
const sumInWords = async (): Promise<void> => {
  await page.locator('input[name=sum]').fill('many')
  expect(await faultShown(page)).toContain('for example 212000')
  await lookedAt('count-fault')
}

/** Nobody has saved like that before: it is asked about, and whoever changes it finds what was typed. */
const askedAboutZeros = async (): Promise<void> => {
  await main().locator('input[name=deposit]').fill('many')
  await faultShown(page)
  await lookedAt('turn-fault')
  await main().locator('input[name=deposit]').fill('90000000')
  await main().locator('button.main').click()
  await main().locator('dl').waitFor()
  expect(await main().locator('.alert').innerText()).toContain('90,000,000')
  await main().locator('button').first().click()
  expect(await main().locator('input[name=deposit]').inputValue()).toBe('90000000')
}

/** So many members bring what is usual, one after another, and how many touches the longest of them took. */
const usualOf = async (members: number): Promise<number> => {
  let most = 0
  for (let turn = 0; turn < members; turn += 1) {
    const who = await heading()
    const start = touches
    const usual = main().locator('button.main')
    if ((await usual.count()) === 0) await touch(main().locator('.two button').last())
    else await touch(usual)
    most = Math.max(most, touches - start)
    await nextAfter(who)
  }
  return most
}

test('a whole meeting is held without a network, from the first count to the code', async () => {
  const before = await boxNow()
  await lookedAt('count-in')
  await visitor.setOffline(true)
  await page.goto(`${practice.url}/app/any/place`)
  await unlocked(page)
  await main().locator('.notes').waitFor()
  await sumInWords()
  await counted(String(before))
  await lookedAt('count-sure')
  await touch(main().locator('button.main'))
  await main().locator('.tick').first().waitFor()
  await lookedAt('attendance')
  const members = await main().locator('.tick').count()
  for (const box of await main().locator('.tick input').all()) await box.check()
  await touch(main().locator('button.main'))
  await main().locator('.face').waitFor()
  await lookedAt('turn')

  // The first member brings another sum; all others what is usual, with one touch each.
  await touch(main().locator('.two button').first())
  await askedAboutZeros()
  await main().locator('input[name=deposit]').fill('១០០០')
  await lookedAt('turn-typed')
  await touch(main().locator('button.main'))
  await main().locator('dl').waitFor()
  expect(await fits()).toBe(true)
  await lookedAt('turn-sure')
  const first = await heading()
  await touch(main().locator('button.main'))
  await nextAfter(first)
  const most = await usualOf(members - 1)
  expect(most).toBeLessThanOrEqual(4)
  console.log(
    `touches of a meeting of ${members} members: ${touches}, at most ${most} a member at the table`,
  )

  // Whatever waits beside the table, the box is counted last.
  await main().locator('.face').waitFor({ state: 'detached' })
  if ((await main().locator('.notes').count()) === 0) {
    await lookedAt('beside')
    await touch(main().locator('button.main'))
  }
  await counted('0')
  await touch(main().locator('button').first())
  await main().locator('.notes').waitFor()
  await counted('1234500')
  await touch(main().locator('button.main'))
  await main().locator('.code').waitFor()
  expect(await main().locator('.code').innerText()).toMatch(/^\d{4} \d{4}$/)
  await lookedAt('code')
}, 900_000)

test('what was written is there after the phone is started again without a network', async () => {
  const code = await main().locator('.code').innerText()
  await page.reload()
  await page.locator('input[name=pin]').fill('000000')
  await page.locator('button.main').click()
  await page.locator('.fault').waitFor()
  await lookedAt('locked')
  await unlocked(page)
  await main().locator('.code').waitFor()
  expect(await main().locator('.code').innerText()).toBe(code)
  await page.locator('header button').first().click()
  expect(await main().locator('li').count()).toBe(100)
  await lookedAt('waiting')
}, 300_000)

test('once there is a network all of it is in the book of the service, with the same figures, and with the phone’s code', async () => {
  await visitor.setOffline(false)
  await main().locator('button.main').click()
  await page.waitForFunction(
    () => !document.querySelector('main')!.textContent!.includes('on this phone'),
  )
  const answer = await visitor.request.get(
    `${practice.url}/v1/funds/${fundId}/journal?limit=1&after=0`,
  )
  expect(answer.ok()).toBe(true)
  await page.locator('main button').last().click()
  await main().locator('.code').waitFor()
  const code = (await main().locator('.code').innerText()).replace(' ', '')
  const rows: { type: string; data: string }[] = []
  for (let after = 0; ;) {
    const some = await visitor.request.get(
      `${practice.url}/v1/funds/${fundId}/journal?after=${after}`,
    )
    const { items, nextAfter } = (await some.json()) as { items: typeof rows; nextAfter: number }
    if (items.length === 0) break
    rows.push(...items)
    after = nextAfter
  }
  const closing = JSON.parse(rows.findLast(({ type }) => type === 'MeetingClosed')!.data) as {
    code: { digits: string }
    count: { amount: number }
  }
  expect(closing.code.digits).toBe(code)
  expect(await boxNow()).toBe(1_234_500)
  expect(phonePin).toHaveLength(6)
}, 300_000)
