import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'

const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`)
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT')
      await field.selectOption({ index: Number(value) })
    else await field.fill(value)
  }
}

const send = async (page: Page): Promise<void> => {
  await page.locator('main form[method="post"] button').last().click()
  await page.waitForLoadState()
}

/** Two pages in one browser may not add the same name. */
let added = 0
const newName = (): string => {
  added += 1
  return `Sok Dara ${added}`
}

const addStaff = async (page: Page, role: number): Promise<void> => {
  await fill(page, { login: newName(), role: String(role) })
  await page.locator('main input[name="device"]').check()
  await send(page)
}

const openPerson =
  (login: string, act?: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('main a.person', { hasText: login }).first().click()
    if (act !== undefined) await page.locator(`main a[href$="/${act}"]`).click()
  }

/** The desk of the network's administrator. */
export const networkPages: readonly PageToLookAt[] = [
  { name: 'home-administrator', path: '/', door: 'administrator' },
  { name: 'network', path: '/network', door: 'administrator' },
  { name: 'network-add-staff', path: '/network/add/staff', door: 'administrator' },
  { name: 'network-add-member', path: '/network/add/member', door: 'administrator' },
  {
    name: 'network-hand-over',
    path: '/network/add/staff',
    door: 'administrator',
    steps: (page) => addStaff(page, 3),
  },
  {
    name: 'network-day-wrong',
    path: '/network/add/staff',
    door: 'administrator',
    steps: async (page) => {
      await fill(page, { login: newName(), role: '3', year: '2040' })
      await send(page)
    },
  },
  {
    name: 'network-officers-must-add',
    path: '/network/add/member',
    door: 'administrator',
    steps: async (page) => {
      await fill(page, { login: newName(), fund: '1', card: 'M01' })
      await send(page)
    },
  },
  ...(
    [
      ['person', 'practice auditor', undefined],
      ['person-appoint', 'practice auditor', 'appoint'],
      ['person-dismiss', 'practice administrator', 'dismiss'],
      ['person-assign', 'practice auditor', 'assign'],
      ['person-end-assignment', 'practice auditor', 'end-assignment'],
      ['person-reset', 'practice auditor', 'reset'],
      ['person-officers-reset', 'practice record-keeper', 'reset'],
      ['person-shut-out', 'practice auditor', 'shut-out'],
    ] as const
  ).map(([name, login, act]) => ({
    name,
    path: '/network',
    door: 'administrator' as const,
    steps: openPerson(login, act),
  })),
  {
    name: 'person-last-administrator',
    path: '/network',
    door: 'administrator',
    steps: async (page) => {
      await openPerson('practice administrator', 'dismiss')(page)
      await fill(page, { role: '1' })
      await send(page)
    },
  },
  { name: 'devices', path: '/network/devices', door: 'administrator' },
  { name: 'device-link', path: '/network/devices', door: 'administrator', steps: send },
  {
    name: 'device-revoke',
    path: '/network/devices',
    door: 'administrator',
    steps: (page) => page.locator('main a[href$="/revoke"]').first().click(),
  },
  {
    name: 'begin-elsewhere',
    path: '/network/add/staff',
    door: 'administrator',
    steps: async (page) => {
      await addStaff(page, 1)
      const link = await page.locator('main .address', { hasText: '/begin' }).innerText()
      const language = await page.locator('html').getAttribute('lang')
      await page.context().clearCookies({ name: '__Host-device' })
      await page.goto(`${link.trim()}&lang=${language}`)
    },
  },
]

/** What a fund's officers decide about logins, cards and readers. */
export const officersPages: readonly PageToLookAt[] = [
  { name: 'card-lost', path: '/funds/FUND/cards/stop', door: 'record-keeper' },
  {
    name: 'card-stop',
    path: '/funds/FUND/cards/stop',
    door: 'record-keeper',
    steps: async (page) => {
      await fill(page, { card: '1' })
      await page.locator('main form[method="get"] button').click()
    },
  },
  { name: 'logins', path: '/funds/FUND/logins', door: 'record-keeper' },
  { name: 'login-give', path: '/funds/FUND/logins/new', door: 'record-keeper' },
  {
    name: 'login-reset',
    path: '/funds/FUND/logins',
    door: 'record-keeper',
    steps: (page) => page.locator('main a[href$="/reset"]').last().click(),
  },
  { name: 'auditors', path: '/funds/FUND/auditors', door: 'chair' },
  {
    name: 'auditors-shorter',
    path: '/funds/FUND/auditors',
    door: 'chair',
    steps: send,
  },
  { name: 'home-chair', path: '/', door: 'chair' },
]
