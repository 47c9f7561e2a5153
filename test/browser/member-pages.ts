import type { Page } from 'playwright-core'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { goOn, openFolds } from '#test/browser/lending-pages.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { sendFiles } from '#test/browser/sending.ts'

const chooseMember = async (page: Page, place: number): Promise<void> => {
  await openFolds(page)
  await page.locator('main a[href*="?member="]').nth(place).click()
  await page.waitForLoadState()
}

const task = (name: string, path: string, more: Partial<PageToLookAt> = {}): PageToLookAt => ({
  name,
  path: `/funds/FUND/record/${path}`,
  door: 'record-keeper',
  ...more,
})

/** A form about one member, by its place among the cards. */
const ofMember = (
  name: string,
  path: string,
  place: number,
  more: Partial<PageToLookAt> = {},
): PageToLookAt => task(name, path, { ...more, steps: (page) => chooseMember(page, place) })

const fillElection = async (page: Page): Promise<void> => {
  await page.locator('#office').selectOption('counter')
  await page.locator('input[name="electorate"][value="all"]').check()
  await page.locator('input[name="by"][value="slips"]').check()
  for (const [name, text] of [
    ['present', '55'],
    ['card1', 'M09'],
    ['votes1', '40'],
    ['card2', 'M10'],
    ['votes2', '12'],
  ] as const)
    await page.locator(`#${name}`).fill(text)
  await page.locator('#confirmedBy').selectOption({ index: 1 })
}

const elect = async (page: Page): Promise<void> => {
  await fillElection(page)
  await goOn(page)
  await page.locator('#login').fill(practiceSecond.login)
  await page.locator('#secret').fill(practiceSecond.pin)
  await goOn(page)
}

const formHousehold = async (page: Page): Promise<void> => {
  await chooseMember(page, 20)
  await page.locator('input[name="kind"][value="formed"]').check()
  await page.locator('#others').fill('M23 M24')
  await goOn(page)
  await goOn(page)
}

const sheetHeading = 'card,sex,zone,savings,loan,loan_left,principal,months,disbursed'

const sendSheet = async (page: Page, lines: readonly string[]): Promise<void> => {
  const text = [sheetHeading, ...lines].join('\n').replace('DAY', '2024-10-20')
  await sendFiles(page, [{ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }])
}

const loanBookText = [
  'card,loan,system,principal,rate_percent,rate_period,method,instalments,disbursed,principal_paid,principal_owed,interest_paid,interest_owed,interest_late,security',
  'M05,F-101,fineract,1200000,18,year,flat,12,2024-06-15,500000,700000,90000,126000,18000,land-title',
  'M06,F-102,fineract,1200000,18,year,flat,12,2024-06-15,500000,710000,90000,120000,,',
  'M07,F-103,other,800000,1.5,month,declining,10,2024-08-10,300000,500000,,,,',
]

const sendLoans = async (page: Page, lines: readonly string[]): Promise<void> => {
  const buffer = Buffer.from(lines.join('\n'))
  await sendFiles(page, [{ name: 'l.csv', mimeType: 'text/csv', buffer }])
}

/** Members, households, officers and the older book of the practice fund. */
export const memberPages: readonly PageToLookAt[] = [
  { name: 'members-list', path: '/funds/FUND/members', door: 'auditor' },
  {
    name: 'members-card',
    path: '/funds/FUND/members',
    door: 'record-keeper',
    steps: async (page) => {
      await page.locator('main .people-sums a').nth(1).click()
      await page.waitForLoadState()
    },
  },
  ...['passbook', 'month'].map((paper): PageToLookAt => ({
    name: `members-${paper}`,
    path: '/funds/FUND/members',
    door: 'record-keeper',
    steps: async (page) => {
      await page.locator('main .people-sums a').nth(1).click()
      await page.waitForLoadState()
      await page.locator(`main a[href$="/${paper}"]`).click()
      await page.waitForLoadState()
    },
  })),
  {
    name: 'own-month',
    path: '/funds/FUND/me',
    door: 'household',
    steps: async (page) => {
      await page.locator('.more-ways > summary').click()
      await page.locator('main a[href$="/month"]').click()
      await page.waitForLoadState()
    },
  },
  { name: 'officers', path: '/funds/FUND/officers', door: 'chair' },
  { name: 'officers-sheet', path: '/funds/FUND/officers/sheet', door: 'record-keeper' },
  { name: 'households', path: '/funds/FUND/households', door: 'record-keeper' },
  { name: 'old-book', path: '/funds/FUND/old-book', door: 'record-keeper' },
  { name: 'old-book-sheet', path: '/funds/FUND/old-book/sheet', door: 'record-keeper' },
  {
    name: 'old-book-sheet-check',
    path: '/funds/FUND/old-book/sheet',
    door: 'record-keeper',
    steps: (page) =>
      sendSheet(page, ['N01,f,Z1,250000,,,,,', 'N02,m,Z1,,L901,300000,500000,10,DAY']),
  },
  {
    name: 'old-book-sheet-faults',
    path: '/funds/FUND/old-book/sheet',
    door: 'record-keeper',
    steps: (page) => sendSheet(page, ['N01,f,Z1,2.5.0,,,,,', ',x,Z1,,L901,300000,,,2024-02-31']),
  },
  { name: 'old-book-loans', path: '/funds/FUND/old-book/loans', door: 'record-keeper' },
  {
    name: 'old-book-loans-check',
    path: '/funds/FUND/old-book/loans',
    door: 'record-keeper',
    steps: (page) => sendLoans(page, loanBookText),
  },
  {
    name: 'old-book-loans-faults',
    path: '/funds/FUND/old-book/loans',
    door: 'record-keeper',
    steps: (page) =>
      sendLoans(page, [
        loanBookText[0]!.replace('method', 'methd'),
        loanBookText[1]!.replace('M05', 'X9'),
      ]),
  },
  task('members-new', 'new-member'),
  ofMember('members-change', 'member-change', 9),
  ofMember('members-death', 'death', 9),
  ofMember('members-correct', 'card-correction', 9),
  ofMember('members-household', 'household', 9),
  task('members-household-formed', 'household', { steps: formHousehold }),
  task('members-household-mistyped', 'household', {
    steps: async (page) => {
      await chooseMember(page, 9)
      await page.locator('#others').fill('nobody')
      await goOn(page)
    },
  }),
  task('officers-election', 'election'),
  task('officers-election-check', 'election', {
    steps: async (page) => {
      await fillElection(page)
      await goOn(page)
    },
  }),
  task('officers-elected', 'election', { steps: elect }),
  ofMember('officers-appointment', 'appointment', 9, { door: 'chair' }),
  ofMember('officers-ending', 'office-end', 1),
  task('officers-hand-over', 'hand-over'),
  ofMember('old-book-savings', 'opening-savings', 9),
  ofMember('old-book-loan', 'opening-loan', 9),
  task('old-book-settlement', 'settlement', { door: 'chair' }),
]
