import type { Page } from 'playwright-core'
import { practiceKeeper, type practiceSecond } from '#src/app/practice/practice-people.ts'
import { goOn, openFolds } from '#test/browser/lending-pages.ts'
import type { Language } from '#src/words/catalogue.ts'
import { entranceWords } from '#src/words/words.ts'
import { venturesThere } from '#test/browser/venture-made.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'

const record = (task: string): string => `/funds/FUND/record/${task}?fund=FUND`
const keeper = { door: 'record-keeper' } as const
const chair = { door: 'chair' } as const

const ventures = '/funds/FUND/ventures'

const fill = async (page: Page, typed: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(typed)) await page.locator(`#${name}`).fill(text)
}

/** Goes on behind a question where there is one, with the own word of the second officer. */
const sureBy = async (
  page: Page,
  { login, pin }: typeof practiceSecond | typeof practiceKeeper,
) => {
  await goOn(page)
  await fill(page, { login, secret: pin })
  await goOn(page)
}

const languageOf = async (page: Page): Promise<Language> =>
  (await page.locator('html').getAttribute('lang')) === 'km' ? 'km' : 'en'

const founding = async (page: Page): Promise<void> => {
  await page.locator('#kind').selectOption('rice-bank')
  await fill(page, {
    sharePrice: '20000',
    sharesOffered: '200',
    sharesEach: '25',
    leavesFrom: '1/6/2027',
    endsOn: '31/12/2028',
    cashKeeper: 'M07',
    bookKeeper: 'M08',
    present: '55',
    yes: '50',
    no: '2',
  })
  await page.locator('input[name="leavingValue"]').first().check()
  const keeperNamed = entranceWords.in(await languageOf(page)).roleName('record-keeper')
  const option = page.locator('#confirmedBy option', { hasText: keeperNamed })
  await page.locator('#confirmedBy').selectOption(await option.getAttribute('value'))
}

const chosen = async (page: Page, task: string, member: number): Promise<void> => {
  await venturesThere(page)
  await page.goto(`${page.url().split('/record/')[0]!}/record/${task}`)
  await openFolds(page)
  await page.locator('main a[href*="?member="]').nth(member).click()
  await page.waitForLoadState()
}

/** The one of a kind that is there to be looked at: the others on the list were founded by looking. */
const choose = async (page: Page, kind: 'shop' | 'mill'): Promise<void> => {
  const field = page.locator('#venture')
  const values = await field
    .locator('option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''))
  await field.selectOption(values.find((value) => value.startsWith(kind))!)
}

const voted = async (page: Page): Promise<void> => {
  await fill(page, { present: '55', yes: '50', no: '2' })
  await page.locator('#confirmedBy').selectOption({ index: 1 })
}

const shares = async (page: Page): Promise<void> => {
  await chosen(page, 'venture-shares', 13)
  await choose(page, 'mill')
  await fill(page, { shares: '5' })
  await page.locator('input[name="hasHeardRules"]').check()
}

const book = async (page: Page): Promise<void> => {
  await venturesThere(page)
  await page.locator('main a[href*="/ventures/shop-"]').click()
  await page.waitForLoadState()
}

/** Pots for one purpose: the forms, the book of one, and each holder's own page. */
export const venturePages: readonly PageToLookAt[] = [
  { name: 'ventures-none', path: ventures, ...keeper },
  { name: 'venture-line-none', path: record('venture-line'), ...keeper },
  { name: 'venture', path: record('venture'), ...chair },
  {
    name: 'venture-wrong',
    path: record('venture'),
    ...chair,
    steps: async (page) => {
      await founding(page)
      await fill(page, { sharesEach: '90', endsOn: '31/12/2020', bookKeeper: 'M07' })
      await goOn(page)
    },
  },
  {
    name: 'venture-check',
    path: record('venture'),
    ...chair,
    steps: async (page) => {
      await founding(page)
      await goOn(page)
    },
  },
  {
    name: 'venture-founded',
    path: record('venture'),
    ...chair,
    steps: async (page) => {
      await founding(page)
      await sureBy(page, practiceKeeper)
    },
  },
  { name: 'ventures', path: ventures, ...keeper, steps: venturesThere },
  { name: 'ventures-chair', path: ventures, ...chair, steps: venturesThere },
  { name: 'venture-book', path: ventures, ...keeper, steps: book },
  { name: 'venture-book-auditor', path: ventures, door: 'auditor', steps: book },
  { name: 'venture-shares', path: record('venture-shares'), ...keeper, steps: shares },
  {
    name: 'venture-shares-check',
    path: record('venture-shares'),
    ...keeper,
    steps: async (page) => {
      await shares(page)
      await goOn(page)
    },
  },
  { name: 'venture-line', path: record('venture-line'), ...keeper, steps: venturesThere },
  {
    name: 'venture-line-check',
    path: record('venture-line'),
    ...keeper,
    steps: async (page) => {
      await venturesThere(page)
      await choose(page, 'shop')
      await page.locator('input[name="move"][value="bought"]').check()
      await fill(page, { amount: '50000', paper: 'R-5' })
      await page.locator('#confirmedBy').selectOption({ index: 1 })
      await goOn(page)
    },
  },
  { name: 'venture-count', path: record('venture-count'), ...keeper, steps: venturesThere },
  {
    name: 'venture-count-check',
    path: record('venture-count'),
    ...keeper,
    steps: async (page) => {
      await venturesThere(page)
      await choose(page, 'shop')
      await fill(page, { cash: '1000000', goods: '300000', countedWith: 'M09' })
      await page.locator('#confirmedBy').selectOption({ index: 1 })
      await goOn(page)
    },
  },
  { name: 'venture-profit', path: record('venture-profit'), ...chair, steps: venturesThere },
  {
    name: 'venture-profit-check',
    path: record('venture-profit'),
    ...chair,
    steps: async (page) => {
      await venturesThere(page)
      await choose(page, 'shop')
      await fill(page, { amount: '84000' })
      await voted(page)
      await goOn(page)
    },
  },
  {
    name: 'venture-leave',
    path: record('venture-leave'),
    ...keeper,
    steps: (page) => chosen(page, 'venture-leave', 9),
  },
  {
    name: 'venture-leave-check',
    path: record('venture-leave'),
    ...keeper,
    steps: async (page) => {
      await chosen(page, 'venture-leave', 9)
      await choose(page, 'shop')
      await goOn(page)
    },
  },
  { name: 'venture-end', path: record('venture-end'), ...chair, steps: venturesThere },
  {
    name: 'venture-end-check',
    path: record('venture-end'),
    ...chair,
    steps: async (page) => {
      await venturesThere(page)
      await choose(page, 'mill')
      await voted(page)
      await goOn(page)
    },
  },
  {
    name: 'own-ventures',
    path: '/funds/FUND/me',
    door: 'household',
    steps: async (page) => {
      await venturesThere(page)
      await page
        .locator('a[href$="/me/ventures"]')
        .first()
        .evaluate((link) => (link as HTMLElement).click())
      await page.waitForURL(/ventures/)
    },
  },
]
