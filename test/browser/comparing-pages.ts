import type { Page } from 'playwright-core'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { villageDay } from '#test/support/today.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'

const submit = async (page: Page): Promise<void> => {
  await page.locator('main form[method="post"] button.go').click()
  await page.waitForLoadState()
}

/** Today in the village, where the practice fund's last meeting was not long ago. */
const today = villageDay()
const form = `/funds/FUND/meetings/${today}/paper`

const figures: Readonly<Record<string, string>> = {
  'r0-savings': '១២០០០០',
  'r0-loan': '0',
  'r1-savings': '250000',
  'r1-loan': '1320000',
  'r2-savings': '90000',
}

const copy = async (page: Page): Promise<void> => {
  for (const [name, text] of Object.entries(figures))
    await page.locator(`input[name="${name}"]`).fill(text)
  await page.locator('select[name="confirmedBy"]').selectOption({ index: 1 })
}

const check = async (page: Page): Promise<void> => {
  await copy(page)
  await submit(page)
}

const sign = async (page: Page): Promise<void> => {
  await check(page)
  await page.locator('#login').fill(practiceSecond.login)
  await page.locator('#secret').fill(practiceSecond.pin)
  await submit(page)
}

/** The paper book beside the software. */
export const comparingPages: readonly PageToLookAt[] = [
  { name: 'comparing-form', path: form, door: 'record-keeper' },
  {
    name: 'comparing-mistyped',
    path: form,
    door: 'record-keeper',
    steps: async (page) => {
      await copy(page)
      await page.locator('input[name="r0-savings"]').fill('-5')
      await page.locator('select[name="confirmedBy"]').selectOption('')
      await submit(page)
    },
  },
  {
    name: 'comparing-pasted',
    path: form,
    door: 'record-keeper',
    steps: async (page) => {
      await page.locator('details.fold summary').last().click()
      await page.locator('textarea').fill('M02\t១២០០\t0\nM99\t5\t5')
      await page.locator('button[value="fill"]').click()
      await page.waitForLoadState()
    },
  },
  { name: 'comparing-check', path: form, door: 'record-keeper', steps: check },
  { name: 'comparing-signed', path: form, door: 'record-keeper', steps: sign },
  {
    name: 'comparisons',
    path: form,
    door: 'record-keeper',
    steps: async (page) => {
      await sign(page)
      const { origin, pathname } = new URL(page.url())
      await page.goto(`${origin}/funds/${pathname.split('/')[2]}/paper-comparisons`)
    },
  },
  {
    name: 'explaining',
    path: '/funds/FUND/old-book',
    door: 'record-keeper',
    steps: async (page) => {
      const { origin, pathname } = new URL(page.url())
      const fund = pathname.split('/')[2]
      await page.goto(`${origin}/funds/${fund}/record/explaining?fund=${fund}`)
    },
  },
]
