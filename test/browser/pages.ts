import { bankPages } from '#test/browser/bank-pages.ts'
import type { BrowserContext, Page } from 'playwright-core'
import type { Language } from '#src/words/catalogue.ts'
import { casePagesToLookAt } from '#test/browser/case-pages.ts'
import { comparingPages } from '#test/browser/comparing-pages.ts'
import { confirmingPages } from '#test/browser/confirming-pages.ts'
import { fairPages } from '#test/browser/fair-pages.ts'
import { lendingPages, openFolds } from '#test/browser/lending-pages.ts'
import { messagePages } from '#test/browser/message-pages.ts'
import { olderPages } from '#test/browser/older-pages.ts'
import { reliefPages } from '#test/browser/relief-pages.ts'
import { supportPages } from '#test/browser/support-pages.ts'
import { venturePages } from '#test/browser/venture-pages.ts'
import { statementPages } from '#test/browser/statement-pages.ts'
import { seldomPages } from '#test/browser/seldom-pages.ts'
import { savingPages } from '#test/browser/saving-pages.ts'
import { boxPagesToLookAt } from '#test/browser/box-pages.ts'
import { ownPages } from '#test/browser/own-pages.ts'
import { meetingPages } from '#test/browser/meeting-pages.ts'
import { bringingPages } from '#test/browser/bringing-pages.ts'
import { networkPages, officersPages } from '#test/browser/network-pages.ts'
import { memberPages } from '#test/browser/member-pages.ts'
import { potPagesToLookAt } from '#test/browser/pot-pages.ts'
import { peoplePages } from '#test/browser/people-pages.ts'
import { proofPages } from '#test/browser/proof-pages.ts'
import type { Practice } from '#test/browser/serving.ts'
import { linkIn } from '#test/support/started.ts'

/** What a person presses on the home page; names of the practice doors. */
const pressed = {
  'record-keeper': 'record-keeper',
  household: 'household',
  auditor: 'ngo',
  team: 'team',
} as const

/** The printed link opens once, so its device is handed on to every visitor after the first. */
const enrolled = new WeakMap<Practice, Promise<Awaited<ReturnType<BrowserContext['cookies']>>>>()

const openLink = async (visitor: BrowserContext, practice: Practice) => {
  const page = await visitor.newPage()
  await page.goto(linkIn(practice.printed(), 'start')!)
  await page.close()
  return visitor.cookies()
}

const enrol = async (visitor: BrowserContext, practice: Practice): Promise<void> => {
  const known = enrolled.get(practice) ?? openLink(visitor, practice)
  enrolled.set(practice, known)
  const device = (await known).filter(({ name }) => name === '__Host-device')
  // A browser takes a cookie of this kind over plain http only from a page, so it is asked for one.
  await visitor.addCookies(device.map(({ name, value }) => cookieOf(practice, name, value)))
}

const cookieOf = ({ url }: Practice, name: string, value: string) => ({
  name,
  value,
  domain: new URL(url).hostname,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Lax' as const,
})

const through =
  (door: keyof typeof pressed) =>
  async (visitor: BrowserContext, practice: Practice): Promise<void> => {
    await enrol(visitor, practice)
    const page = await visitor.newPage()
    await page.goto(`${practice.url}/?lang=en`)
    await page.locator(`form[action="/doors/${pressed[door]}"] button`).click()
    await page.waitForURL((url) => url.pathname !== '/')
    if (new URL(page.url()).pathname.startsWith('/doors/'))
      throw new Error(`the door stays shut: ${await page.locator('main').innerText()}`)
    await page.close()
  }

/** Those whom no practice door of the pages leads in come by the API. */
const asOneOf =
  (door: 'chair' | 'administrator') =>
  async (visitor: BrowserContext, practice: Practice): Promise<void> => {
    await enrol(visitor, practice)
    const kept = await visitor.cookies()
    const device = kept.find(({ name }) => name === '__Host-device')!.value
    const data = { deviceToken: device, door }
    const answer = await visitor.request.post(`${practice.url}/v1/sessions`, { data })
    const { token } = (await answer.json()) as { token: string }
    await visitor.addCookies([cookieOf(practice, '__Host-session', token)])
  }

/** How a visitor comes in, once for all pages behind that door. */
export const doors = {
  anyone: async () => undefined,
  newcomer: enrol,
  'record-keeper': through('record-keeper'),
  household: through('household'),
  auditor: through('auditor'),
  team: through('team'),
  // Who signs in anew by the steps of a page does so in a window of their own.
  supervisor: through('team'),
  chair: asOneOf('chair'),
  administrator: asOneOf('administrator'),
  // Whoever is signed out by looking at a page signs nobody else out.
  'leaving-administrator': asOneOf('administrator'),
} as const satisfies Readonly<
  Record<string, (visitor: BrowserContext, practice: Practice) => Promise<void>>
>

export type Door = keyof typeof doors

export type PageToLookAt = {
  /** Names the screenshot too: letters, digits and hyphens. */
  readonly name: string
  readonly path: string
  readonly door: Door
  /** What the page is answered with, if not 200. */
  readonly status?: number
  /** Leads from the page at `path` to the one that is meant, such as the page after a form. */
  readonly steps?: (page: Page) => Promise<void>
}

const submit = async (page: Page): Promise<void> => {
  await page.locator('main form[method="post"] button[type="submit"]').last().click()
  await page.waitForLoadState()
}

const chooseLoan = (page: Page): Promise<void> =>
  page.locator('main a[href*="?loan="]').first().click()
const chooseSaver = (page: Page): Promise<void> =>
  page.locator('main a[href*="?member="]').first().click()

const repay = async (page: Page, amount: string): Promise<void> => {
  await chooseLoan(page)
  await page.locator('input[name="amount"]').fill(amount)
  await submit(page)
}

/** Every page that people see: a line here has it looked at in both languages and on both screens. */
export const pages: readonly PageToLookAt[] = [
  { name: 'home', path: '/', door: 'anyone' },
  { name: 'home-newcomer', path: '/', door: 'newcomer' },
  { name: 'home-example', path: '/?amount=750000&months=6', door: 'newcomer' },
  { name: 'sign-in', path: '/sign-in', door: 'anyone' },
  { name: 'sign-in-form', path: '/sign-in', door: 'newcomer' },
  { name: 'card', path: '/card', door: 'anyone' },
  ...proofPages,
  { name: 'used-link', path: '/start?key=none', door: 'anyone', status: 404 },
  { name: 'nobody', path: '/me', door: 'anyone', status: 401 },
  { name: 'own-sessions', path: '/me', door: 'auditor' },
  { name: 'own-notice', path: '/me/notice', door: 'auditor' },
  { name: 'own-halves', path: '/me/halves', door: 'chair' },
  { name: 'own-secret', path: '/me/secret', door: 'auditor' },
  ...casePagesToLookAt,
  ...networkPages,
  ...bringingPages,
]

export const addressOf = ({ path }: PageToLookAt, fundId: string, language: Language): string => {
  const address = path.replaceAll('FUND', fundId)
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`
}

/** Pages of the practice fund; `FUND` stands for its id. */
export const fundPages: readonly PageToLookAt[] = [
  { name: 'today', path: '/funds/FUND/today', door: 'record-keeper' },
  { name: 'repayment-choose', path: '/funds/FUND/record/repayment', door: 'record-keeper' },
  {
    name: 'repayment',
    path: '/funds/FUND/record/repayment',
    door: 'record-keeper',
    steps: chooseLoan,
  },
  {
    name: 'repayment-mistyped',
    path: '/funds/FUND/record/repayment',
    door: 'record-keeper',
    steps: (page) => repay(page, 'two thousand'),
  },
  {
    name: 'repayment-confirm',
    path: '/funds/FUND/record/repayment',
    door: 'record-keeper',
    steps: (page) => repay(page, '25000'),
  },
  {
    name: 'repayment-confirm-large',
    path: '/funds/FUND/record/repayment',
    door: 'record-keeper',
    steps: (page) => repay(page, '9000000'),
  },
  {
    name: 'repayment-receipt',
    path: '/funds/FUND/record/repayment',
    door: 'record-keeper',
    steps: async (page) => {
      await repay(page, '១០០០')
      await submit(page)
    },
  },
  { name: 'saving-choose', path: '/funds/FUND/record/saving', door: 'record-keeper' },
  {
    name: 'saving-confirm',
    path: '/funds/FUND/record/saving',
    door: 'record-keeper',
    steps: async (page) => {
      await chooseSaver(page)
      await page.locator('main form[method="post"] input[inputmode="numeric"]').first().fill('2')
      await submit(page)
    },
  },
  ...lendingPages,
  ...olderPages,
  ...savingPages,
  ...seldomPages,
  ...venturePages,
  ...reliefPages,
  ...supportPages,
  ...potPagesToLookAt,
  ...meetingPages,
  ...comparingPages,
  ...confirmingPages,
  ...messagePages,
  { name: 'cards', path: '/funds/FUND/cards', door: 'record-keeper' },
  ...ownPages,
  ...boxPagesToLookAt,
  ...officersPages,
  ...peoplePages,
  ...memberPages,
  { name: 'log', path: '/funds/FUND/log', door: 'record-keeper' },
  { name: 'household', path: '/funds/FUND/me', door: 'household' },
  { name: 'who-looked', path: '/funds/FUND/me/looked', door: 'household' },
  { name: 'own-minutes', path: '/funds/FUND/me/minutes', door: 'household' },
  { name: 'not-right', path: '/funds/FUND/me/not-right', door: 'household' },
  { name: 'quote', path: '/funds/FUND/quote', door: 'household' },
  {
    name: 'quote-answer',
    path: '/funds/FUND/quote?amount=500000&count=10&paidOutOn=2026-01-20',
    door: 'household',
  },
  {
    name: 'quote-weekly',
    path: '/funds/FUND/quote?amount=1500000&count=52&every=week&repayment=equal-instalment&paidOutOn=2026-01-20&relief=2026-09-01+2026-10-31',
    door: 'record-keeper',
  },
  {
    name: 'quote-flat',
    path: '/funds/FUND/quote?amount=1000000&count=10&paidOutOn=2026-01-20&rate=2&offer=flat&fee=20000',
    door: 'auditor',
  },
  {
    name: 'quote-beside',
    path: '/funds/FUND/quote?amount=500000&count=10&paidOutOn=2026-01-20&moneylenderKind=flat&moneylenderPercent=5&mfiPercent=1.5&mfiFee=many',
    door: 'household',
    status: 400,
  },
  {
    name: 'quote-mistyped',
    path: '/funds/FUND/quote?amount=many&count=&paidOutOn=2026-02-31&relief=2026-09-01',
    door: 'record-keeper',
    status: 400,
  },
  {
    name: 'agreement',
    path: '/funds/FUND/quote/agreement?amount=500000&count=10&paidOutOn=2026-01-20',
    door: 'record-keeper',
  },
  {
    name: 'agreement-none',
    path: '/funds/FUND/quote/agreement?amount=500000&count=10&paidOutOn=2026-01-20&rate=3',
    door: 'household',
    status: 400,
  },
  { name: 'rules', path: '/funds/FUND/rules', door: 'household' },
  ...fairPages,
  ...statementPages,
  ...bankPages,
  { name: 'health', path: '/funds/FUND/health', door: 'auditor' },
  { name: 'health-shares', path: '/funds/FUND/health/concentration', door: 'auditor' },
  { name: 'health-shares-of-chair', path: '/funds/FUND/health/concentration', door: 'chair' },
  {
    name: 'health-figure',
    path: '/funds/FUND/health',
    door: 'auditor',
    steps: async (page) => {
      await openFolds(page)
      await page.locator('main a[href*="/health/"]').first().click()
    },
  },
  {
    name: 'loan',
    path: '/funds/FUND/health',
    door: 'auditor',
    steps: async (page) => {
      await openFolds(page)
      await page.locator('main a[href*="/health/par30_percent"]').first().click()
      await page.locator('main a[href*="/loans/"]').first().click()
    },
  },
]
