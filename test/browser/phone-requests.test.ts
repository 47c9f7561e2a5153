import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import {
  enrolledPhone,
  faultShown,
  lookingAt,
  meetingOpened,
  tablePassed,
} from '#test/browser/phone.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

/*
 * Requests, votes and pay-outs of a meeting without a network, in a real browser, from the question what it costs to the
 * word of a second officer, which the service checks when it hears of it.
 */

let browser: Browser
let practice: Practice
let visitor: BrowserContext
let page: Page
let fundId: string
let lookedAt: ReturnType<typeof lookingAt>
beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  visitor = await newVisitor(browser)
  ;({ page } = await enrolledPhone(visitor, practice))
  visitor.setDefaultTimeout(15_000)
  await page.setViewportSize({ width: 360, height: 640 })
  lookedAt = lookingAt(page)
  const funds = await visitor.request.get(`${practice.url}/v1/funds`)
  fundId = ((await funds.json()) as { items: { fundId: string }[] }).items[0]!.fundId
  if ((await page.locator('html').getAttribute('lang')) === 'km')
    await page.locator('header button').last().click()
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

const main = () => page.locator('main')
const keyNamed = (text: string | RegExp) => main().locator('button', { hasText: text })

const boxNow = async (): Promise<number> => {
  const answer = await visitor.request.get(`${practice.url}/v1/funds/${fundId}`)
  return ((await answer.json()) as { figures: { cash: number } }).figures.cash
}

/** Says yes to the question, with a second officer's own word where one is asked. */
const saidYes = async (name: string, pin: string = practiceSecond.pin): Promise<void> => {
  await main().locator('.foot button.main').waitFor()
  if ((await main().locator('input[name=login]').count()) > 0) {
    expect(await faultShown(page)).toContain('types the own name')
    await lookedAt(`${name}-lacking`)
    await main().locator('input[name=login]').fill(practiceSecond.login)
    await main().locator('input[name=secret]').fill(pin)
  }
  await lookedAt(name, { mayScroll: false })
  await main().locator('button.main').click()
}

let who = ''

/** Opens what waits for somebody, and says yes to it once it is filled in. */
const done = async (name: string, fill: () => Promise<void> = async () => {}): Promise<void> => {
  await main().getByRole('button', { name: who }).first().click()
  await main().locator('.foot').waitFor()
  await fill()
  await lookedAt(name, { mayScroll: name === 'disclosure' })
  await main().locator('button.main').click()
  await saidYes(`${name}-sure`)
  await keyNamed('Write down a request').waitFor()
}

test('somebody asks for a loan without a network, is told what it costs, the meeting votes, and it is paid out', async () => {
  const before = await boxNow()
  await visitor.setOffline(true)
  await meetingOpened(page, before)
  await tablePassed(page)
  await lookedAt('beside-requests')
  await keyNamed('Agree a new plan').click()
  await lookedAt('which-loan')
  const owing = await main().locator('button').allInnerTexts()
  await main().locator('button').first().click()
  await keyNamed('Write down a request').click()
  const all = await main().locator('button').allInnerTexts()
  who = all.slice(12).find((name) => !owing.some((one) => one.startsWith(`${name} ·`)))!
  // A part of the name makes the list short.
  await main().locator('input[name=sought]').fill(who.slice(1).toUpperCase())
  expect(await main().locator('button').count()).toBeLessThan(all.length / 2)
  await main().getByRole('button', { name: who }).click()
  await main().locator('input[name=principal]').fill('១០០០០០')
  await main().locator('input[name=months]').fill('5')
  await main().locator('select[name=purpose]').selectOption('farm')
  await lookedAt('request', { mayScroll: false })
  await main().locator('input[name=principal]').fill('many')
  await faultShown(page)
  await lookedAt('request-faults')
  await main().locator('input[name=principal]').fill('១០០០០០')
  await main().locator('button.main').click()
  await main().locator('dl').first().waitFor()
  expect(await main().innerText()).toContain('Paid back in all')
  await saidYes('request-sure')
  await keyNamed('Write down a request').waitFor()
  await done('appraisal', async () => {
    await main().locator('select[name=finding]').selectOption('sound')
  })
  await done('disclosure')
  await done('vote', async () => {
    await main().locator('input[name=yes]').fill('50')
    await main().locator('input[name=no]').fill('0')
  })
  await done('payout')
  // Whoever got the money types the own PIN; this one has none at the service, which no phone can know.
  await main().getByRole('button', { name: who }).first().click()
  await main().locator('.foot').waitFor()
  expect(await main().innerText()).toContain('Who says so?')
  await lookedAt('payout-word')
  await main().locator('button.main').click()
  await main().locator('input[name=secret]').waitFor()
  expect(await main().locator('input[name=login]').count()).toBe(0)
  await main().locator('input[name=secret]').fill('314159')
  await lookedAt('payout-word-sure', { mayScroll: false })
  await main().locator('button.main').click()
  await keyNamed('Write down a request').waitFor()
  expect(await main().getByRole('button', { name: who }).count()).toBe(0)
  await keyNamed('The minutes').click()
  await main().locator('li').first().waitFor()
  const minutes = await main().innerText()
  expect(minutes).toContain('100,000')
  expect(minutes).toContain('50')
  await lookedAt('minutes')
  await main().locator('button').last().click()
}, 900_000)

test('once there is a network the service checks the officer’s word, and all of it is in the book', async () => {
  await visitor.setOffline(false)
  await page.locator('header button').first().click()
  await main().locator('button.main').click()
  await page.waitForFunction(
    () => !document.querySelector('main')!.textContent!.includes('on this phone'),
  )
  // The pay-out is in the book, and her word is not: why, and what to do next, stands above all else.
  const told = await main().innerText()
  expect(told.split('not taken')).toHaveLength(2)
  const first = await main().locator('li').first().innerText()
  expect(first).toContain(`the money of a loan has come · ${who}`)
  expect(first).toContain('It is not in the book. Tell whoever it is about')
  await lookedAt('requests-sent')
  await main().locator('li').first().locator('button').click()
  await main().locator('button').last().click()
}, 300_000)

test('a word that was not taken is asked for again, and is in the book once it is right', async () => {
  await main().locator('.two button').first().waitFor()
  await tablePassed(page)
  const again = main().getByRole('button', { name: who })
  await again.first().waitFor()
  await again.first().click()
  await main().locator('.foot button.main').click()
  // People of the practice fund have no PIN of their own: there the field stays empty.
  await main().locator('input[name=secret]').waitFor()
  await main().locator('button.main').click()
  await keyNamed('Write down a request').waitFor()
  expect(await again.count()).toBe(0)
  await page.locator('header button').first().click()
  await main().locator('button.main').click()
  await page.waitForFunction(
    () => !document.querySelector('main')!.textContent!.includes('on this phone'),
  )
  const first = await main().locator('li').first().innerText()
  expect(first).toContain(`the money of a loan has come · ${who}`)
  expect(first).toContain('in the book')
}, 300_000)
