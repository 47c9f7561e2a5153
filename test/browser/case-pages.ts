import type { Page } from 'playwright-core'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { lastButton, onwards } from '#test/browser/sending.ts'

/** Opens the desk where it is shut: whoever comes first through the door of the team finds it so. */
const open = async (
  page: Page,
  { passphrase }: { readonly passphrase: string } = practiceTeam[0],
): Promise<void> => {
  const typed = page.locator('main input[name="passphrase"]')
  if ((await typed.count()) > 0) {
    await typed.fill(passphrase)
    await onwards(page, lastButton)
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

/** The supervisor signs in on the same device, and opens the desk. */
export const asSupervisor =
  (path: string) =>
  async (page: Page): Promise<void> => {
    const language = (await page.locator('html').getAttribute('lang')) ?? 'en'
    const at = (there: string) => new URL(`${there}?lang=${language}`, page.url()).href
    // The invented team has keys when its desk has been looked at once.
    await page.goto(at('/cases/open'))
    await page.goto(at('/sign-in'))
    await page.locator('main input[name="login"]').fill(practiceStaff.login)
    await page.locator('main input[name="secret"]').fill(practiceStaff.pin)
    await onwards(page, lastButton)
    await page.goto(at(path))
    await open(page, practiceTeam[1])
    await page.goto(at(path))
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

/** The first diary that has lines. */
const costsWithLines = async (page: Page): Promise<void> => {
  await open(page)
  const language = (await page.locator('html').getAttribute('lang')) ?? 'en'
  const links = await page
    .locator('main a[href^="/cases/of/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
  for (const link of links) {
    const path = link.split('?')[0]!.replace('/cases/of/', '/cases/costs/')
    await page.goto(new URL(`${path}?lang=${language}`, page.url()).href)
    if ((await page.locator('main table.sheet').count()) > 0) return
  }
}

const follow = (href: string) => async (page: Page) => {
  await page.goto(
    new URL(
      (await page.locator(`main a[href*="${href}"]`).first().getAttribute('href'))!,
      page.url(),
    ).href,
  )
}

/** The form of a release, of the first case whose person has agreed to a receiver. */
const releaseForm = async (page: Page): Promise<void> => {
  await open(page)
  const links = await page
    .locator('main a[href^="/cases/of/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
  for (const link of links) {
    await page.goto(new URL(link.replace('/of/', '/release/'), page.url()).href)
    if ((await page.locator('main select[name="receiver"]').count()) > 0) return
  }
  throw new Error('nobody has agreed to a receiver of statistics')
}

const releaseQuestion = async (page: Page): Promise<void> => {
  await releaseForm(page)
  await page.locator('main select[name="receiver"]').selectOption({ index: 1 })
  await onwards(page, lastButton)
}

/** A worker has lost the passphrase; who holds a spare key reads it. */
const renewal = async (page: Page): Promise<void> => {
  await at('/cases/new-key')(page)
  for (const name of ['passphrase', 'again'])
    await page.locator(`main input[name="${name}"]`).fill('lamp tortoise gravel ribbon')
  await onwards(page, lastButton)
  await asSupervisor('/cases/spare')(page)
  await follow('/cases/renewal/')(page)
}

/** The person's own page: the card is made, scanned and opened by its digits. */
const byOwnCard = async (page: Page, language: string): Promise<void> => {
  await page.goto(new URL(`/cases?lang=${language}`, page.url()).href)
  await caseWith('RecordCheckIn', async (there) => {
    await follow('/cases/own-card/')(there)
    await there.locator('main input[name="isHere"]').check()
    await onwards(there, lastButton)
  })(page)
  const pin = (await page.locator('main .pin').innerText()).replaceAll(/\D/g, '')
  const code = (await page.locator('main [data-code]').getAttribute('data-code'))!
  await page.goto(new URL(`/own?c=${code}&lang=${language}`, page.url()).href)
  await page.locator('main input[name="pin"]').fill(pin)
  await onwards(page, lastButton)
}

const ownPage = async (page: Page): Promise<void> => {
  const language = (await page.locator('html').getAttribute('lang')) ?? 'en'
  for (let tries = 0; tries < 3; tries += 1) {
    await byOwnCard(page, language)
    // Whoever looks in the other language may have made a new card meanwhile, after which this one opens nothing.
    if ((await page.locator('main input[name="pin"]').count()) === 0) break
  }
  await page.goto(new URL(`/own?lang=${language}`, page.url()).href)
}

/** The desk of cases of a migration team. */
export const casePagesToLookAt: readonly PageToLookAt[] = [
  { name: 'team', path: '/team', door: 'team' },
  { name: 'not-allowed', path: '/team', door: 'auditor', status: 403 },
  { name: 'cases-open', path: '/cases/open', door: 'team' },
  { name: 'cases', path: '/cases', door: 'team', steps: open },
  { name: 'cases-new', path: '/cases', door: 'team', steps: at('/cases/new') },
  { name: 'cases-work', path: '/cases', door: 'supervisor', steps: asSupervisor('/cases/work') },
  { name: 'cases-new-key', path: '/cases', door: 'team', steps: at('/cases/new-key') },
  { name: 'cases-unanswered', path: '/cases', door: 'team', steps: at('/cases/unanswered') },
  {
    name: 'cases-count',
    path: '/cases',
    door: 'team',
    steps: at('/cases/unanswered/count'),
  },
  { name: 'cases-phone', path: '/cases', door: 'team', steps: at('/cases/my-phone') },
  { name: 'cases-spare', path: '/cases', door: 'team', steps: at('/cases/spare') },
  { name: 'case', path: '/cases', door: 'team', steps: caseWith('RecordCheckIn') },
  { name: 'case-buddies', path: '/cases', door: 'team', steps: caseWith('/EndBuddy/') },
  {
    name: 'case-counsellor',
    path: '/cases',
    door: 'team',
    steps: caseWith('/SetCounsellor', follow('/SetCounsellor')),
  },
  { name: 'case-survivor', path: '/cases', door: 'team', steps: caseWith('/cases/sheet/') },
  {
    name: 'case-form',
    path: '/cases',
    door: 'team',
    steps: caseWith('RecordCheckIn', follow('RecordCheckIn')),
  },
  {
    name: 'case-referral',
    path: '/cases',
    door: 'team',
    steps: caseWith('OfferReferral', follow('OfferReferral')),
  },
  {
    name: 'case-let-out',
    path: '/cases',
    door: 'team',
    steps: caseWith('/cases/let-out/', follow('/cases/let-out/')),
  },
  {
    name: 'case-release',
    path: '/cases',
    door: 'team',
    steps: caseWith('/cases/release/', follow('/cases/release/')),
  },
  { name: 'case-release-form', path: '/cases', door: 'team', steps: releaseForm },
  { name: 'case-release-question', path: '/cases', door: 'team', steps: releaseQuestion },
  {
    name: 'cases-research',
    path: '/cases',
    door: 'supervisor',
    steps: asSupervisor('/cases/research'),
  },
  {
    name: 'cases-research-new',
    path: '/cases',
    door: 'supervisor',
    steps: asSupervisor('/cases/research/new'),
  },
  {
    name: 'case-give-answers',
    path: '/cases',
    door: 'team',
    steps: caseWith('/cases/give/', follow('/cases/give/')),
  },
  { name: 'cases-renewal', path: '/cases', door: 'supervisor', steps: renewal },
  {
    name: 'case-own-card',
    path: '/cases',
    door: 'team',
    steps: caseWith('/cases/own-card/', async (page) => {
      await follow('/cases/own-card/')(page)
      await page.locator('main input[name="isHere"]').check()
      await onwards(page, lastButton)
    }),
  },
  { name: 'own-page', path: '/cases', door: 'team', steps: ownPage },
  { name: 'own-page-shut', path: '/own', door: 'anyone', status: 404 },
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
  {
    name: 'case-costs',
    path: '/cases',
    door: 'team',
    steps: costsWithLines,
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
