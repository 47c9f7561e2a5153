import type { Page } from 'playwright-core'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { lastButton, onwards } from '#test/browser/sending.ts'

/** Opens the desk where it is shut, then goes there. */
export const atWatch =
  (path: string, ...then: readonly string[]) =>
  async (page: Page): Promise<void> => {
    const language = (await page.locator('html').getAttribute('lang')) ?? 'en'
    const go = (there: string) => page.goto(new URL(`${there}?lang=${language}`, page.url()).href)
    await go('/cases')
    const typed = page.locator('main input[name="passphrase"]')
    if ((await typed.count()) > 0) {
      await typed.fill(practiceTeam[0].passphrase)
      await onwards(page, lastButton)
    }
    await go(path)
    for (const href of then) {
      // What lies in a fold is found once the fold is open.
      const closed = page.locator('main details:not([open]) > summary')
      while ((await closed.count()) > 0) await closed.first().click()
      await page.locator(`main a[href*="${href}"]`).first().click()
      await page.waitForLoadState()
    }
  }

const sent = async (page: Page): Promise<void> => {
  await page.locator('main input[name="kind"]').first().check()
  await page.locator('main textarea[name="text"]').fill('They kept my passport since March.')
  await page.locator('main form[action="/report"] button.go').click()
  await page.waitForLoadState()
}

/** What one of the team types in, read by its receipt as whoever told it reads it. */
const typedIn = async (page: Page): Promise<void> => {
  await atWatch('/reports/new')(page)
  for (const name of ['channel', 'kind'])
    await page.locator(`main input[name="${name}"]`).first().check()
  await page.locator('main textarea[name="text"]').fill('She paid 400 dollars and never left.')
  await page.locator('main form[action="/reports/new"] button.go').click()
  await page.waitForLoadState()
  const receipt = await page.locator('main p.receipt').innerText()
  const language = (await page.locator('html').getAttribute('lang')) ?? 'en'
  await page.goto(new URL(`/report?lang=${language}`, page.url()).href)
  await page.locator('main input[name="receipt"]').fill(receipt)
  await page.locator('main form[action="/report/read"] button').click()
  await page.waitForLoadState()
}

const askedToErase = async (page: Page): Promise<void> => {
  await typedIn(page)
  await page.locator('main form[action="/report/take-back"] button').click()
  await page.waitForLoadState()
}

/** The first report of the list that says more of itself than how it came: its receipt has asked for it to be erased. */
const erasing = async (page: Page): Promise<void> => {
  await askedToErase(page)
  await atWatch('/reports')(page)
  await page.locator('main li:has(> p:nth-of-type(4) > b) a.button').first().click()
  await page.waitForLoadState()
  await page.locator('main a[href$="/erase"]').click()
  await page.waitForLoadState()
}

/** What anybody can tell of agencies, and what the team and reviewers do with it. */
export const watchPagesToLookAt: readonly PageToLookAt[] = [
  { name: 'report', path: '/report', door: 'anyone' },
  { name: 'report-sent', path: '/report', door: 'anyone', steps: sent },
  { name: 'report-keep', path: '/report/keep', door: 'anyone' },
  { name: 'complaint', path: '/complaint', door: 'anyone' },
  { name: 'reported', path: '/reported', door: 'anyone' },
  { name: 'reports', path: '/team', door: 'team', steps: atWatch('/reports') },
  { name: 'reports-new', path: '/team', door: 'team', steps: atWatch('/reports/new') },
  { name: 'reports-slips', path: '/team', door: 'team', steps: atWatch('/reports/slips') },
  { name: 'reports-one', path: '/team', door: 'team', steps: atWatch('/reports', '/reports/of/') },
  {
    name: 'reports-answer',
    path: '/team',
    door: 'team',
    steps: atWatch('/reports', '/reports/of/', '/answer'),
  },
  {
    name: 'reports-check',
    path: '/team',
    door: 'team',
    steps: atWatch('/reports', '/reports/of/', '/check'),
  },
  {
    name: 'reports-aside',
    path: '/team',
    door: 'team',
    steps: atWatch('/reports', '/reports/of/', '/aside'),
  },
  { name: 'report-typed-in', path: '/team', door: 'team', steps: typedIn },
  { name: 'report-asked', path: '/team', door: 'team', steps: askedToErase },
  { name: 'reports-erase', path: '/team', door: 'team', steps: erasing },
  { name: 'watch', path: '/watch', door: 'team' },
  { name: 'watch-rule', path: '/watch', door: 'team', steps: atWatch('/watch', '/watch/rule/') },
  { name: 'watch-agency', path: '/watch', door: 'team', steps: atWatch('/watch', '/watch/of/') },
  {
    name: 'watch-step',
    path: '/watch',
    door: 'team',
    steps: atWatch('/watch', '/watch/of/', '/watch/step/'),
  },
  {
    name: 'watch-letter',
    path: '/watch',
    door: 'team',
    steps: atWatch('/watch', '/watch/of/', '/watch/letter/'),
  },
  {
    name: 'watch-answer',
    path: '/watch',
    door: 'team',
    steps: atWatch('/watch', '/watch/of/', '/watch/answer/'),
  },
  {
    name: 'watch-petition',
    path: '/watch',
    door: 'team',
    steps: atWatch('/watch', '/watch/of/', '/watch/petition/'),
  },
  { name: 'watch-rules', path: '/watch/rules', door: 'administrator' },
]
