import type { Page } from 'playwright-core'
import { follow, goOn } from '#test/browser/lending-pages.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'

const keeper = { door: 'record-keeper' } as const

/** A sum for the n-th member that a task offers. */
const filled =
  (member: number, amount: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('main a[href*="?member="]').nth(member).click()
    await page.waitForLoadState()
    await page.locator('#amount').fill(amount)
  }

const asked =
  (member: number, amount: string) =>
  async (page: Page): Promise<void> => {
    await filled(member, amount)(page)
    await goOn(page)
  }

const record = (task: string): string => `/funds/FUND/record/${task}`

/** Pages about savings, their queue and the share-out. */
export const savingPages: readonly PageToLookAt[] = [
  { name: 'savings', path: '/funds/FUND/savings', ...keeper },
  { name: 'savings-auditor', path: '/funds/FUND/savings', door: 'auditor' },
  { name: 'deposit', path: record('deposit'), ...keeper, steps: filled(3, '12000') },
  { name: 'deposit-check', path: record('deposit'), ...keeper, steps: asked(3, '12000') },
  { name: 'ask-savings', path: record('ask-savings'), ...keeper, steps: filled(4, '200000') },
  { name: 'ask-savings-check', path: record('ask-savings'), ...keeper, steps: asked(5, '300000') },
  { name: 'take-out', path: record('take-out'), ...keeper, steps: filled(6, '20000') },
  {
    name: 'private-savings',
    path: record('private-savings'),
    ...keeper,
    steps: async (page) => {
      await filled(7, '20000')(page)
      await page.locator('input[name="direction"][value="in"]').check()
    },
  },
  { name: 'own-private-not-right', path: '/funds/FUND/me/private/not-right', door: 'household' },
  { name: 'own-private', path: '/funds/FUND/me/private', door: 'household' },
  {
    name: 'own-private-seen',
    path: '/funds/FUND/me/private',
    door: 'household',
    steps: async (page) => {
      await page.locator('main form button').last().click()
      await page.waitForLoadState()
    },
  },
  { name: 'share-out', path: '/funds/FUND/share-out', ...keeper },
  {
    name: 'share-out-cycle',
    path: '/funds/FUND/share-out?split=no&payOut=shares-and-parts',
    ...keeper,
  },
  {
    name: 'share-out-vote',
    path: '/funds/FUND/share-out?split=no&payOut=shares-and-parts',
    ...keeper,
    steps: (page) => follow(page, 'record/share-out'),
  },
]
