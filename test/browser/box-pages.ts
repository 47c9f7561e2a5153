import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'

const settled = (page: Page): Promise<void> => page.waitForLoadState()

/** By the way from the own page, as a household comes; where sums are left out, it stands open there. */
const openBox = async (page: Page): Promise<void> => {
  const more = page.locator('.more-ways > summary')
  if ((await more.count()) > 0) await more.click()
  await page.locator('main a[href^="/box?b="]').click()
  await settled(page)
}

const write = async (page: Page, text: string): Promise<void> => {
  await page.locator('input[name="kind"][value="complaint"]').check()
  await page.locator('input[name="to"][value="fund"]').check()
  await page.locator('#text').fill(text)
  await page.locator('main form[action^="/box?"] button.go').click()
  await settled(page)
}

const said = 'ប្រជុំចាប់ផ្ដើមយឺតពេក។ The meeting begins too late for those who cook.'

const sent = async (page: Page): Promise<void> => {
  await openBox(page)
  await write(page, said)
}

const read = async (page: Page): Promise<void> => {
  await sent(page)
  const receipt = await page.locator('main .figure').innerText()
  await page.locator('main a[href^="/box?b="]').click()
  await settled(page)
  await page.locator('#receipt').fill(receipt)
  await page.locator('form[action^="/box/read?"] button').click()
  await settled(page)
}

/** A letter first, and then to those who read it. */
const letters = (path: string) => async (page: Page) => {
  const fund = page.url().replace(/\/me.*/, '')
  await sent(page)
  await page.goto(new URL(path === '' ? '/network/box' : `${fund}${path}`, page.url()).href)
}

/** The box without names: what is put in, what is answered, and who reads it. */
export const boxPagesToLookAt: readonly PageToLookAt[] = [
  { name: 'box', path: '/funds/FUND/me', door: 'household', steps: openBox },
  { name: 'box-sent', path: '/funds/FUND/me', door: 'household', steps: sent },
  { name: 'box-read', path: '/funds/FUND/me', door: 'household', steps: read },
  { name: 'box-gone', path: '/box?b=none', door: 'anyone', status: 404 },
  { name: 'box-paper', path: '/funds/FUND/box', door: 'chair' },
  {
    name: 'letters-of-fund',
    path: '/funds/FUND/me',
    door: 'chair',
    steps: letters('/letters'),
  },
  {
    name: 'letter-of-fund',
    path: '/funds/FUND/me',
    door: 'record-keeper',
    steps: async (page) => {
      await letters('/letters')(page)
      await page.locator('main .looks a.button').first().click()
      await settled(page)
    },
  },
  { name: 'letters-of-network', path: '/network/box', door: 'administrator' },
]
