import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'

const settled = (page: Page): Promise<void> => page.waitForLoadState()

const press = async (page: Page, what: string): Promise<void> => {
  await page.locator(`form:has(input[value="${what}"]) button`).click()
  await settled(page)
}

const openKept = async (page: Page): Promise<void> => {
  await page.locator('main form.record button.go').click()
  await settled(page)
}

/** A card for somebody far away: for each page and language another of the last in the list, whom no other page needs. */
const sendCard = async (page: Page, place: number): Promise<void> => {
  const isKhmer = (await page.locator('html').getAttribute('lang')) === 'km'
  const choices = page.locator('#memberId option')
  const chosen = (await choices.count()) - 1 - 2 * place - (isKhmer ? 1 : 0)
  const value = await choices.nth(chosen).getAttribute('value')
  await page.locator('#memberId').selectOption(value)
  await page.locator('input[name="way"][value="afar"]').check()
  await page.locator('input[name="login"]').fill(practiceSecond.login)
  await page.locator('input[name="secret"]').fill(practiceSecond.pin)
  await page.locator('main form.record button.go').click()
  await settled(page)
}

const openLink = async (page: Page, place: number): Promise<void> => {
  await sendCard(page, place)
  await page.goto(await page.locator('p.code bdi').innerText())
}

/** What a member looks after alone: the own page, the own card, the own data; and a card that is sent. */
export const ownPages: readonly PageToLookAt[] = [
  { name: 'own-mine', path: '/funds/FUND/me/mine', door: 'household' },
  { name: 'own-codes', path: '/funds/FUND/me/codes', door: 'household' },
  { name: 'own-kept-ask', path: '/funds/FUND/me/kept', door: 'record-keeper' },
  { name: 'own-kept', path: '/funds/FUND/me/kept', door: 'household', steps: openKept },
  {
    name: 'own-without-sums',
    path: '/funds/FUND/me/mine',
    door: 'chair',
    steps: async (page) => {
      if ((await page.locator('input[value="leave-out"]').count()) > 0)
        await press(page, 'leave-out')
      await page.goto(page.url().replace(/\/me\/mine.*/, '/me'))
    },
  },
  {
    name: 'card-sent',
    path: '/funds/FUND/cards',
    door: 'record-keeper',
    steps: (page) => sendCard(page, 0),
  },
  {
    name: 'card-first',
    path: '/funds/FUND/cards',
    door: 'record-keeper',
    steps: (page) => openLink(page, 1),
  },
  {
    // The second one's number is on another screen; here it is a wrong one.
    name: 'card-half-wrong',
    path: '/funds/FUND/cards',
    door: 'record-keeper',
    steps: async (page) => {
      await openLink(page, 2)
      await page.locator('input[name="half"]').fill('1234')
      await page.locator('main form.record button.go').click()
      await settled(page)
    },
  },
  { name: 'card-first-gone', path: '/card/first?c=none', door: 'anyone', status: 404 },
]
