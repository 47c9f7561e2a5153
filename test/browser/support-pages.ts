import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'

const keeper = { door: 'record-keeper' } as const

/** Another member each time: nobody is given the same twice. */
let members = 20

const asked = async (page: Page): Promise<void> => {
  // Pages are looked at side by side: whoever it is stays the same to the end of this one.
  members += 1
  const member = members
  const choose = async (name: string, index: number): Promise<void> => {
    await page.locator(`select[name="${name}"]`).selectOption({ index })
  }
  await choose('member', member)
  await choose('window', 1)
  await page.locator('select[name="kind"]').selectOption('reintegration')
  await page.locator('input[name="amount"]').fill('300000')
  await choose('parts', 2)
  await choose('way', 1)
  await page.locator('input[name="reason"]').fill('two pigs')
  await choose('paper', 2)
  await page.locator('input[name="number"]').fill(`N ${member}`)
  await choose('checker', 1)
}

const onward = async (page: Page): Promise<void> => {
  await page.locator('main form button').last().click()
  await page.waitForLoadState()
}

/** Asked for, read back, and asked for indeed. */
const sent = async (page: Page): Promise<void> => {
  await asked(page)
  await onward(page)
  await onward(page)
}

/** The page of one that still goes on: what is ended here stays in the list for whoever looks next. */
const openFile = async (page: Page): Promise<void> => {
  await sent(page)
  const links = await page.locator('main a[href*="/support/file/"]').all()
  const files = await Promise.all(links.map((link) => link.getAttribute('href')))
  for (const file of files) {
    await page.goto(new URL(file!, page.url()).href)
    if ((await page.locator('input[name="act"][value="closed"]').count()) > 0) return
  }
}

const press = async (page: Page, act: string): Promise<void> => {
  await page.locator(`form:has(input[name="act"][value="${act}"]) button`).first().click()
  await page.waitForLoadState()
}

/** Pages about donors' money and what is given of it. */
export const supportPages: readonly PageToLookAt[] = [
  { name: 'support', path: '/funds/FUND/support/ask', ...keeper, steps: sent },
  { name: 'support-ask', path: '/funds/FUND/support/ask', ...keeper, steps: asked },
  {
    name: 'support-sure',
    path: '/funds/FUND/support/ask',
    ...keeper,
    steps: async (page) => {
      await asked(page)
      await onward(page)
    },
  },
  { name: 'support-file', path: '/funds/FUND/support/ask', ...keeper, steps: openFile },
  {
    name: 'support-end',
    path: '/funds/FUND/support/ask',
    ...keeper,
    steps: async (page) => {
      await openFile(page)
      await press(page, 'closed')
    },
  },
  {
    name: 'support-erase',
    path: '/funds/FUND/support/ask',
    ...keeper,
    steps: async (page) => {
      await openFile(page)
      await press(page, 'closed')
      await onward(page)
      await press(page, 'erase')
    },
  },
  { name: 'own-support', path: '/funds/FUND/me/support', door: 'household' },
  { name: 'support-terms', path: '/funds/FUND/support/terms', door: 'chair' },
  { name: 'support-village', path: '/funds/FUND/support/village', door: 'household' },
  { name: 'support-report', path: '/funds/FUND/support/report/migration?year=2025', ...keeper },
  { name: 'team-support', path: '/team/support', door: 'team' },
  { name: 'team-bring', path: '/team/support/bring', door: 'team' },
  { name: 'support-outcomes', path: '/team/outcomes', door: 'administrator' },
]
