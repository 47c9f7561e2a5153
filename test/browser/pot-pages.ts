import type { Page } from 'playwright-core'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { lastButton, onwards } from '#test/browser/sending.ts'

const send = async (page: Page): Promise<void> => {
  await onwards(page, lastButton)
}

const money = async (page: Page): Promise<void> => {
  await page.locator('main select[name="window"]').selectOption('river-trust')
  await page.locator('main input[name="amount"]').fill('12.50')
  await send(page)
}

/** The first grant is the one that is decided and paid, the other one never: pages are looked at side by side. */
const to =
  (act: string, about = act === 'decide' ? 'S-PRACT333' : '') =>
  async (page: Page): Promise<void> => {
    await page.locator(`main a[href*="/pot/${act}/${about}"]`).first().click()
    await page.waitForLoadState()
  }

const choose =
  (act: string, answer: string, about?: string) =>
  async (page: Page): Promise<void> => {
    await to(act, about)(page)
    await page.locator(`main input[type="radio"][value="${answer}"]`).check()
    await send(page)
  }

/** The other one of the staff gives name and PIN beside the administrator. */
const bothSign = async (page: Page): Promise<void> => {
  await page.locator('main input[name="login"]').fill(practiceStaff.login)
  await page.locator('main input[name="secret"]').fill(practiceStaff.pin)
  await send(page)
}

const gift = async (page: Page): Promise<void> => {
  await page.goto(new URL('/network/pot/received', page.url()).href)
  await money(page)
  await send(page)
  await page.goto(new URL('/network/pot', page.url()).href)
}

/** Only what was decided can be paid; whoever looks first decides it for all. */
const toPayment = async (page: Page): Promise<void> => {
  if ((await page.locator('main a[href*="/pot/pay/"]').count()) === 0) {
    await choose('decide', 'yes', 'S-PRACT222')(page)
    await bothSign(page)
    await page.goto(new URL('/network/pot', page.url()).href)
  }
  await to('pay')(page)
}

const payment = async (page: Page): Promise<void> => {
  await toPayment(page)
  await page.locator('main input[name="amount"]').fill('5')
  await send(page)
}

const administrator = { path: '/network/pot', door: 'administrator' } as const

/** The network's own pot, as its administrator keeps it. */
export const potPagesToLookAt: readonly PageToLookAt[] = [
  { name: 'pot', ...administrator },
  { name: 'pot-open', ...administrator, path: '/network/pot/open' },
  {
    name: 'pot-open-wrong',
    ...administrator,
    path: '/network/pot/open',
    steps: async (page) => {
      await page.locator('main input[name="window"]').fill('Not A Word')
      await page.locator('main select[name="currency"]').selectOption('KHR')
      await send(page)
    },
  },
  { name: 'pot-received', ...administrator, path: '/network/pot/received' },
  { name: 'pot-received-sure', ...administrator, path: '/network/pot/received', steps: money },
  {
    name: 'pot-received-done',
    ...administrator,
    path: '/network/pot/received',
    steps: async (page) => {
      await money(page)
      await send(page)
    },
  },
  { name: 'pot-returned-sure', ...administrator, path: '/network/pot/returned', steps: money },
  { name: 'pot-decide', ...administrator, steps: to('decide') },
  { name: 'pot-decide-sure', ...administrator, steps: choose('decide', 'no') },
  {
    name: 'pot-decide-wrong',
    ...administrator,
    steps: async (page) => {
      await choose('decide', 'yes')(page)
      await page.locator('main input[name="login"]').fill('practice administrator')
      await page.locator('main input[name="secret"]').fill('000000')
      await send(page)
    },
  },
  { name: 'pot-pay', ...administrator, steps: toPayment },
  { name: 'pot-pay-sure', ...administrator, steps: payment },
  {
    name: 'pot-correct-sure',
    ...administrator,
    steps: async (page) => {
      await gift(page)
      await choose('correct', 'wrong-amount')(page)
    },
  },
  {
    name: 'pot-correct-done',
    ...administrator,
    steps: async (page) => {
      await gift(page)
      await choose('correct', 'entered-twice')(page)
      await bothSign(page)
    },
  },
  {
    name: 'pot-report',
    ...administrator,
    path: '/network/pot/report/river-trust?year=2025',
  },
]
