import type { Page } from 'playwright-core'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'

/** Opens the desk where it is shut: whoever comes first through the door of the team finds it so. */
const open = async (page: Page): Promise<void> => {
  const typed = page.locator('main input[name="passphrase"]')
  if ((await typed.count()) > 0) {
    await typed.fill(practiceTeam[0].passphrase)
    await page.locator('main form[method="post"] button').last().click()
    await page.waitForLoadState()
  }
}

/** What is asked for goes through the desk that is opened first. */
const at =
  (path: string) =>
  async (page: Page): Promise<void> => {
    await open(page)
    const language = (await page.locator('html').getAttribute('lang')) ?? 'en'
    await page.goto(new URL(`${path}?lang=${language}`, page.url()).href)
  }

/** The first case of the list of which a page holds something. */
const caseWith =
  (href: string, then: (page: Page) => Promise<void> = async () => undefined) =>
  async (page: Page): Promise<void> => {
    await open(page)
    const links = await page
      .locator('main a[href^="/cases/of/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
    for (const link of links) {
      await page.goto(new URL(link, page.url()).href)
      if ((await page.locator(`main a[href*="${href}"]`).count()) > 0) break
    }
    await then(page)
  }

const follow = (href: string) => async (page: Page) => {
  await page.goto(
    new URL(
      (await page.locator(`main a[href*="${href}"]`).first().getAttribute('href'))!,
      page.url(),
    ).href,
  )
}

/** The desk of cases of a migration team. */
export const casePagesToLookAt: readonly PageToLookAt[] = [
  { name: 'team', path: '/team', door: 'team' },
  { name: 'not-allowed', path: '/team', door: 'auditor', status: 403 },
  { name: 'cases-open', path: '/cases/open', door: 'team' },
  { name: 'cases', path: '/cases', door: 'team', steps: open },
  { name: 'cases-new', path: '/cases', door: 'team', steps: at('/cases/new') },
  { name: 'cases-spare', path: '/cases', door: 'team', steps: at('/cases/spare') },
  { name: 'case', path: '/cases', door: 'team', steps: caseWith('RecordCheckIn') },
  { name: 'case-survivor', path: '/cases', door: 'team', steps: caseWith('/cases/sheet/') },
  {
    name: 'case-form',
    path: '/cases',
    door: 'team',
    steps: caseWith('RecordCheckIn', follow('RecordCheckIn')),
  },
  {
    name: 'case-support',
    path: '/cases',
    door: 'team',
    steps: caseWith('/cases/support/', follow('/cases/support/')),
  },
  {
    name: 'case-book',
    path: '/cases',
    door: 'team',
    steps: caseWith('/cases/book/', follow('/cases/book/')),
  },
  { name: 'cases-hand-over', path: '/cases', door: 'team', steps: at('/cases/hand-over') },
  {
    name: 'case-card',
    path: '/cases',
    door: 'team',
    steps: caseWith('/cases/card/', follow('/cases/card/')),
  },
  {
    name: 'case-sheet',
    path: '/cases',
    door: 'team',
    steps: caseWith('/cases/sheet/', follow('/cases/sheet/')),
  },
]
