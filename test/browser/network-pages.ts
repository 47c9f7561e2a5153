import { directoryPagesToLookAt } from '#test/browser/directory-pages.ts'
import { waitingPagesToLookAt } from '#test/browser/waiting-pages.ts'
import { watchPagesToLookAt } from '#test/browser/watch-pages.ts'
import { trainingPagesToLookAt } from '#test/browser/training-pages.ts'
import { figurePagesToLookAt } from '#test/browser/figures-pages.ts'
import { registerPagesToLookAt } from '#test/browser/register-pages.ts'
import type { Page } from 'playwright-core'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { openFolds } from '#test/browser/lending-pages.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { inFields, villageDay } from '#test/support/today.ts'
import { lastButton, onwards } from '#test/browser/sending.ts'

const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`)
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT')
      await field.selectOption({ index: Number(value) })
    else await field.fill(value)
  }
}

const send = async (page: Page): Promise<void> => {
  await onwards(page, lastButton)
}

/** Makes the link for one more device and opens it elsewhere: the last one cannot be shut out. */
const addDevice = async (page: Page): Promise<void> => {
  const devices = page.url()
  await send(page)
  const link = new URL(await page.locator('main .address').innerText())
  const data = { key: link.searchParams.get('key'), label: 'phone of the office' }
  await page.request.post(new URL('/v1/devices', devices).href, { data })
  await page.goto(devices)
}

/** Two pages in one browser may not add the same name. */
let added = 0
const newName = (): string => {
  added += 1
  return `Sok Dara ${added}`
}

const addStaff = async (page: Page, role: number): Promise<string> => {
  const login = newName()
  const { login: secondLogin, pin: secret } = practiceStaff
  await fill(page, { login, role: String(role), secondLogin, secret })
  await page.locator('main input[name="device"]').check()
  await send(page)
  await page.locator('main .address').first().waitFor()
  return login
}

const openPerson =
  (login: string, act?: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('main a.person', { hasText: login }).first().click()
    if (act !== undefined) await page.locator(`main a[href$="/${act}"]`).click()
  }

/** A village with two officers and an older book. */
const toCount = async (page: Page): Promise<void> => {
  await fill(page, { name: 'Trapeang', villageCode: '99999911' })
  for (const i of ['0', '1']) {
    await fill(page, { [`card${i}`]: `M0${i}`, [`zone${i}`]: 'Z1' })
    await page.locator(`main #sex${i}`).selectOption('f')
  }
  await page.locator('main details.fold summary').first().click()
  await fill(page, { cash: '1200000', social: '180000' })
  await page.locator('main form.record button.go').click()
  await page.waitForLoadState()
}

/** The desk of the network's administrator. */
export const networkPages: readonly PageToLookAt[] = [
  ...directoryPagesToLookAt,
  ...watchPagesToLookAt,
  ...waitingPagesToLookAt,
  ...figurePagesToLookAt,
  ...registerPagesToLookAt,
  ...trainingPagesToLookAt,
  { name: 'home-administrator', path: '/', door: 'administrator' },
  { name: 'network', path: '/network', door: 'administrator' },
  { name: 'portfolio', path: '/portfolio', door: 'auditor' },
  { name: 'portfolio-findings', path: '/portfolio/findings', door: 'auditor' },
  { name: 'portfolio-people', path: '/portfolio/people', door: 'auditor' },
  { name: 'network-add-staff', path: '/network/add/staff', door: 'administrator' },
  { name: 'network-add-member', path: '/network/add/member', door: 'administrator' },
  { name: 'network-found', path: '/network/found', door: 'administrator' },
  {
    name: 'network-found-wrong',
    path: '/network/found',
    door: 'administrator',
    steps: async (page) => {
      await fill(page, { villageCode: '123', card0: 'M01' })
      await send(page)
    },
  },
  {
    name: 'network-found-count',
    path: '/network/found',
    door: 'administrator',
    steps: async (page) => {
      await toCount(page)
      await page.locator('main #sum').fill('1190000')
      await page.locator('main form.record button.go').click()
      await page.waitForLoadState()
    },
  },
  {
    name: 'network-founded',
    path: '/network/found',
    door: 'administrator',
    steps: async (page) => {
      await toCount(page)
      await page.locator('main #sum').fill('1200000')
      await page.locator('main form.record button.go').click()
      await page.waitForLoadState()
    },
  },
  {
    name: 'network-hand-over',
    path: '/network/add/staff',
    door: 'administrator',
    steps: async (page) => {
      await addStaff(page, 3)
    },
  },
  {
    name: 'network-day-wrong',
    path: '/network/add/staff',
    door: 'administrator',
    steps: async (page) => {
      await fill(page, { login: newName(), role: '3', year: '2040' })
      await page.locator('main input[name="device"]').check()
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
      ['person-shut-out', 'practice auditor', 'shut-out'],
    ] as const
  ).map(([name, login, act]) => ({
    name,
    path: '/network',
    door: 'administrator' as const,
    steps: openPerson(login, act),
  })),
  {
    name: 'person-member',
    path: '/network',
    door: 'administrator',
    steps: openPerson('practice record-keeper'),
  },
  {
    name: 'person-officers-reset',
    path: '/network',
    door: 'administrator',
    steps: async (page) => {
      await openPerson('practice record-keeper')(page)
      await page.goto(`${page.url()}/reset`)
    },
  },
  {
    name: 'person-is-shut-out',
    path: '/network/add/staff',
    door: 'administrator',
    steps: async (page) => {
      const login = await addStaff(page, 1)
      await page.locator('main a.button.main').click()
      await openPerson(login, 'shut-out')(page)
      await send(page)
    },
  },
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
  { name: 'links', path: '/network/links', door: 'administrator' },
  { name: 'links-set', path: '/network/links/set', door: 'administrator' },
  {
    name: 'links-one',
    path: '/network/links/set',
    door: 'administrator',
    steps: async (page) => {
      const { login: secondLogin, pin: secret } = practiceStaff
      await fill(page, { kind: '1', address: '012 345 678', secondLogin, secret })
      await send(page)
      await page.locator('main li a.button').first().click()
    },
  },
  { name: 'devices', path: '/network/devices', door: 'administrator' },
  { name: 'device-link', path: '/network/devices', door: 'administrator', steps: send },
  {
    name: 'device-revoke',
    path: '/network/devices',
    door: 'administrator',
    steps: async (page) => {
      await addDevice(page)
      await page
        .locator('main li', { has: page.locator('.state.here') })
        .locator('a')
        .click()
    },
  },
  {
    name: 'begin-elsewhere',
    path: '/network/add/staff',
    door: 'leaving-administrator',
    steps: async (page) => {
      await addStaff(page, 1)
      const link = await page.locator('main .address', { hasText: '/begin' }).innerText()
      const language = await page.locator('html').getAttribute('lang')
      await page.context().clearCookies({ name: /^__Host-(device|session)$/ })
      await page.goto(`${link.trim()}&lang=${language}`)
    },
  },
]

/** A day that is nearer than the one through which the network reads already. */
const inAMonth = () => inFields(villageDay(30))

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
  {
    name: 'login-second-wrong',
    path: '/funds/FUND/logins/new',
    door: 'record-keeper',
    steps: async (page) => {
      await fill(page, { memberId: '5', newLogin: 'Sok Srey', login: 'nobody', secret: '1' })
      await send(page)
    },
  },
  { name: 'auditors', path: '/funds/FUND/auditors', door: 'chair' },
  { name: 'new-rules', path: '/funds/FUND/rules/new', door: 'chair' },
  {
    name: 'new-rules-check',
    path: '/funds/FUND/rules/new',
    door: 'chair',
    steps: async (page) => {
      await openFolds(page)
      await page.locator('#rateNormal').fill('1.2')
      await page.locator('#amountMax').fill('1200000')
      await page.locator('main form.record button.go').click()
      await page.waitForLoadState()
    },
  },
  { name: 'auditors-longer', path: '/funds/FUND/auditors?longer=1', door: 'chair' },
  {
    name: 'auditors-shorter',
    path: '/funds/FUND/auditors?longer=1',
    door: 'chair',
    steps: async (page) => {
      const { month, ...others } = inAMonth()
      await page.locator('#month').selectOption(month)
      await fill(page, others)
      await send(page)
    },
  },
  { name: 'home-chair', path: '/', door: 'chair' },
]
