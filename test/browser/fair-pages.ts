import type { Page } from 'playwright-core'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { fillHands, goOn, onTo, openFolds, openGate } from '#test/browser/lending-pages.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'

const debts = {
  owed1: '1200000',
  pays1: '120000',
  percent1: '10',
  other: '180000',
  incomeFrom: '500000',
  incomeTo: '650000',
  months: '24',
}

const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(fields)) await page.locator(`main #${name}`).fill(text)
}

const count = async (page: Page): Promise<void> => {
  await page.locator('main form[action$="/buy-out"] button').last().click()
  await page.waitForLoadState()
}

const planned = async (page: Page): Promise<void> => {
  await fill(page, debts)
  await count(page)
}

/** Each page asks for a card of its own, in each language another: one request of a sort at a time. */
const onwards = async (page: Page, cards: readonly [en: string, km: string]): Promise<void> => {
  await planned(page)
  const isKhmer = (await page.locator('html').getAttribute('lang')) === 'km'
  await page.locator('main #card').fill(isKhmer ? cards[1] : cards[0])
  await page.locator('main form[action$="/from-plan"] button').click()
  await page.waitForLoadState()
}

const boughtOut = async (page: Page, cards: readonly [string, string]): Promise<void> => {
  await onwards(page, cards)
  await onTo(page, '/loans/')
}

const looked = async (page: Page, cards: readonly [string, string]): Promise<void> => {
  await boughtOut(page, cards)
  await openGate(page)
  await page.locator('input[name="finding"][value="sound"]').check()
  await onTo(page, '/loans/')
  await openGate(page)
  await onTo(page, '/loans/')
}

/** Types until the price stands there by itself. */
const priced = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  await openFolds(page)
  await page.locator('main a[href*="?member="]').nth(40).click()
  await page.waitForLoadState()
  await page.locator('input[name="product"][value="normal"]').check()
  await fill(page, fields)
  await page.locator('#price h2').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('#price')?.hasAttribute('aria-busy'))
}

const keeper = { door: 'record-keeper' } as const
const plan = { ...keeper, path: '/funds/FUND/buy-out' } as const
const request = { ...keeper, path: '/funds/FUND/record/request' } as const

/** Pages of fair lending: dear debts paid off, a price while it is typed, who comes first. */
export const fairPages: readonly PageToLookAt[] = [
  { name: 'buy-out', path: '/funds/FUND/buy-out', door: 'household' },
  { name: 'buy-out-answer', ...plan, steps: planned },
  {
    name: 'buy-out-mistyped',
    ...plan,
    steps: async (page) => {
      await fill(page, { ...debts, owed1: 'much', percent1: '200', months: '0' })
      await count(page)
    },
  },
  { name: 'buy-out-no-card', ...plan, steps: (page) => onwards(page, ['9999', '9999']) },
  { name: 'buy-out-request', ...plan, steps: (page) => onwards(page, ['M41', 'M42']) },
  {
    name: 'buy-out-appraisal',
    ...plan,
    steps: (page) => boughtOut(page, ['M43', 'M44']),
  },
  {
    name: 'buy-out-vote',
    ...plan,
    steps: (page) => looked(page, ['M46', 'M47']),
  },
  {
    name: 'buy-out-receipt',
    ...plan,
    steps: async (page) => {
      await looked(page, ['M48', 'M45'])
      await fillHands(page, '50')
      await goOn(page)
      await page.locator('#login').fill(practiceSecond.login)
      await page.locator('#secret').fill(practiceSecond.pin)
      await goOn(page)
      await openGate(page)
      await onTo(page, '/loans/')
      await openGate(page)
      const isKhmer = (await page.locator('html').getAttribute('lang')) === 'km'
      await page.locator('#number').fill(isKhmer ? 'L26-91' : 'L26-90')
      await onTo(page, '/receipts/')
    },
  },
  {
    name: 'request-priced',
    ...request,
    steps: (page) => priced(page, { principal: '500000', months: '10' }),
  },
  {
    name: 'request-priced-no',
    ...request,
    steps: async (page) => {
      for (const fold of await page.locator('details').all())
        await fold.evaluate((element) => element.setAttribute('open', ''))
      await priced(page, { principal: '2500000', months: '10' })
    },
  },
  { name: 'queue', path: '/funds/FUND/queue', ...keeper },
]
