import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { onwards } from '#test/browser/sending.ts'

const follow = (href: string) => async (page: Page) => {
  await page.locator(`main a[href*="${href}"]`).first().click()
  await page.waitForLoadState()
}

const inTurn =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page)
  }

const figures = 'cost=2400000&wage=1200000&living=600000'

/** Somebody of the register, found by name. */
const one = follow('/network/agencies/0')

/** A copy as anybody takes it along, held against the register. */
const copyChecked = async (page: Page): Promise<void> => {
  const copy = await page.request.get(new URL('/agencies/copy', page.url()).href)
  await page.locator('main textarea[name="copy"]').fill(await copy.text())
  await onwards(page, 'main form[method="post"] button.go')
}

/** The register of agencies and the roads abroad, for anybody and for the staff who keep them. */
export const registerPagesToLookAt: readonly PageToLookAt[] = [
  { name: 'agencies', path: '/agencies', door: 'anyone' },
  { name: 'agencies-on-a-day', path: '/agencies?q=Quiet+River&on=25/8/2025', door: 'anyone' },
  { name: 'agencies-none', path: '/agencies?q=Somebody+Else', door: 'anyone' },
  { name: 'agencies-poster', path: '/agencies/poster', door: 'anyone' },
  { name: 'roads', path: '/roads?to=TH', door: 'anyone' },
  { name: 'roads-own', path: `/roads?to=MY&${figures}`, door: 'anyone' },
  { name: 'agencies-check', path: '/agencies/check', door: 'anyone' },
  { name: 'agencies-checked', path: '/agencies/check', door: 'anyone', steps: copyChecked },
  { name: 'warnings', path: '/warnings', door: 'anyone' },
  { name: 'register', path: '/network/agencies', door: 'team' },
  { name: 'register-enter', path: '/network/agencies/enter', door: 'team' },
  { name: 'register-list', path: '/network/agencies/list', door: 'team' },
  { name: 'register-one', path: '/network/agencies?q=Quiet+River', door: 'team', steps: one },
  {
    name: 'register-say',
    path: '/network/agencies?q=Quiet+River',
    door: 'team',
    steps: inTurn(one, follow('/say/licence')),
  },
  {
    name: 'register-check',
    path: '/network/agencies?q=Quiet+River',
    door: 'administrator',
    steps: inTurn(one, follow('/check')),
  },
  {
    name: 'register-out',
    path: '/network/agencies?q=Quiet+River',
    door: 'administrator',
    steps: inTurn(one, follow('/withdraw')),
  },
  { name: 'warnings-staff', path: '/network/warnings', door: 'team' },
  { name: 'warnings-propose', path: '/network/warnings/propose', door: 'team' },
  {
    name: 'warnings-check',
    path: '/network/warnings',
    door: 'administrator',
    steps: follow('/check'),
  },
  {
    name: 'warnings-out',
    path: '/network/warnings',
    door: 'administrator',
    steps: follow('/withdraw'),
  },
  { name: 'register-signals', path: '/network/agencies/signals', door: 'team' },
  { name: 'sending', path: '/sending', door: 'anyone' },
  { name: 'sending-fault', path: '/sending?from=TH&paid=12,5', door: 'anyone' },
  { name: 'prices-staff', path: '/network/roads/prices', door: 'team' },
  { name: 'prices-propose', path: '/network/roads/prices/propose', door: 'team' },
  {
    name: 'prices-check',
    path: '/network/roads/prices',
    door: 'administrator',
    steps: follow('/check'),
  },
  { name: 'roads-staff', path: '/network/roads', door: 'team' },
  { name: 'roads-propose', path: '/network/roads/propose', door: 'team' },
  { name: 'roads-check', path: '/network/roads', door: 'administrator', steps: follow('/check') },
  { name: 'roads-out', path: '/network/roads', door: 'administrator', steps: follow('/withdraw') },
]
