import type { Page } from 'playwright-core'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { onwards } from '#test/browser/sending.ts'

const main = (page: Page) => page.locator('main')

/** Presses what goes on, and waits for the page behind it. */
export const goOn = (page: Page): Promise<void> => onwards(page, 'main form.record button.go')

/** Goes on, through the question where there is one, until it stands in the book and the page behind it is shown. */
export const onTo = async (page: Page, place: '/loans/' | '/receipts/'): Promise<void> => {
  await goOn(page)
  if (!new URL(page.url()).pathname.includes(place)) await goOn(page)
}

export const openFolds = async (page: Page): Promise<void> => {
  for (const fold of await main(page).locator('details').all())
    await fold.evaluate((element) => element.setAttribute('open', ''))
}

/** Opens the form of the gate that comes next, where the rules say no and it lies in a fold. */
export const openGate = (page: Page): Promise<void> =>
  main(page)
    .locator('.gates > .now > .fold')
    .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')))

export const follow = async (page: Page, href: string): Promise<void> => {
  await main(page).locator(`a[href*="${href}"]`).first().click()
  await page.waitForLoadState()
}

/** Each page asks for somebody else, in one language for an ordinary loan and in the other for an emergency. */
const fillRequest = async (page: Page, member: number): Promise<void> => {
  await openFolds(page)
  await main(page).locator('a[href*="?member="]').nth(member).click()
  await page.waitForLoadState()
  const isKhmer = (await page.locator('html').getAttribute('lang')) === 'km'
  await page.locator('#principal').fill(isKhmer ? '150000' : '400000')
  await page.locator('#months').fill(isKhmer ? '3' : '8')
  await page.locator(`input[name="product"][value="${isKhmer ? 'emergency' : 'normal'}"]`).check()
  await page.locator('#purpose').selectOption('health')
}

const asked = async (page: Page, member: number): Promise<void> => {
  await fillRequest(page, member)
  await onTo(page, '/loans/')
}

const lookedInto = async (page: Page, member: number): Promise<void> => {
  await asked(page, member)
  await openGate(page)
  await page.locator('input[name="finding"][value="sound"]').check()
  await page.locator('input[name="incomeLeast"]').fill('9000000')
  await onTo(page, '/loans/')
}

const told = async (page: Page, member: number): Promise<void> => {
  await lookedInto(page, member)
  await openGate(page)
  await onTo(page, '/loans/')
}

export const fillHands = async (page: Page, present: string): Promise<void> => {
  await openGate(page)
  await page.locator('input[name="by"][value="meeting"]').check()
  for (const [name, count] of [
    ['present', present],
    ['yes', '40'],
    ['no', '2'],
  ] as const)
    if (await page.locator(`#${name}`).isVisible()) await page.locator(`#${name}`).fill(count)
  const second = page.locator('#confirmedBy')
  if (await second.isVisible()) await second.selectOption({ index: 1 })
}

const voted = async (page: Page, member: number): Promise<void> => {
  await told(page, member)
  await fillHands(page, '50')
  await goOn(page)
  await page.locator('#login').fill(practiceSecond.login)
  await page.locator('#secret').fill(practiceSecond.pin)
  await goOn(page)
}

const paidBack = async (page: Page, amount: string): Promise<void> => {
  await main(page).locator('a[href*="?loan="]').nth(3).click()
  await page.waitForLoadState()
  await page.locator('#amount').fill(amount)
  await goOn(page)
  await goOn(page)
}

const keeper = { door: 'record-keeper' } as const
const request = { ...keeper, path: '/funds/FUND/record/request' } as const
const repayment = { ...keeper, path: '/funds/FUND/record/repayment' } as const
const register = { ...keeper, path: '/funds/FUND/loans' } as const

const firstLoan = (page: Page): Promise<void> => follow(page, '/loans/')

const actOnLoan =
  (task: string) =>
  async (page: Page): Promise<void> => {
    await main(page).locator('.people-sums a[href*="/loans/"]').first().click()
    await page.waitForLoadState()
    await openFolds(page)
    await follow(page, `record/${task}`)
  }

/** Pages of a loan's life; whoever asks on one of them asks on no other. */
export const lendingPages: readonly PageToLookAt[] = [
  { name: 'loans', ...register },
  { name: 'loans-late', path: '/funds/FUND/loans?show=late', door: 'auditor' },
  { name: 'loans-closed', path: '/funds/FUND/loans?show=closed', ...keeper },
  { name: 'loan-of-keeper', ...register, steps: firstLoan },
  { name: 'request-choose', ...request },
  {
    name: 'request-mistyped',
    ...request,
    steps: async (page) => {
      await main(page).locator('a[href*="?member="]').first().click()
      await page.locator('#principal').fill('many')
      await goOn(page)
    },
  },
  {
    name: 'request-check',
    ...request,
    steps: async (page) => {
      await fillRequest(page, 20)
      // What is as usual asks nothing.
      await page.locator('#principal').fill('4000000')
      await goOn(page)
    },
  },
  { name: 'request-page', ...request, steps: (page) => asked(page, 21) },
  {
    name: 'appraisal',
    ...request,
    steps: async (page) => {
      await asked(page, 22)
    },
  },
  {
    name: 'guarantee',
    ...request,
    steps: async (page) => {
      await asked(page, 23)
      await follow(page, 'record/guarantee')
    },
  },
  {
    name: 'disclosure',
    ...request,
    steps: (page) => lookedInto(page, 34),
  },
  {
    name: 'disclosure-check',
    ...request,
    steps: async (page) => {
      await lookedInto(page, 35)
      await openFolds(page)
      await page.locator('#paidOutOn').fill('2030-01-20')
      await goOn(page)
    },
  },
  {
    name: 'request-agreement',
    ...request,
    steps: async (page) => {
      await told(page, 36)
      await openFolds(page)
      await follow(page, '/agreement')
    },
  },
  {
    name: 'decision',
    ...request,
    steps: async (page) => {
      await told(page, 24)
    },
  },
  {
    name: 'decision-refused',
    ...request,
    steps: async (page) => {
      await told(page, 25)
      await fillHands(page, '42')
      await page.locator('#present').fill('30')
      await page.locator('#yes').fill('10')
      await goOn(page)
    },
  },
  {
    name: 'decision-check',
    ...request,
    steps: async (page) => {
      await told(page, 31)
      await fillHands(page, '50')
      await goOn(page)
      await goOn(page)
    },
  },
  { name: 'request-approved', ...request, steps: (page) => voted(page, 27) },
  {
    name: 'payout',
    ...request,
    steps: async (page) => {
      await voted(page, 29)
      // The price is read for today first.
      await onTo(page, '/loans/')
    },
  },
  {
    name: 'payout-word',
    ...request,
    steps: async (page) => {
      await voted(page, 33)
      await onTo(page, '/loans/')
      await onTo(page, '/receipts/')
      await follow(page, '/loans/')
      await openFolds(page)
      await follow(page, 'record/payout-word')
    },
  },
  {
    name: 'late-fine',
    ...register,
    path: '/funds/FUND/loans?show=late',
    steps: actOnLoan('late-fine'),
  },
  {
    name: 'new-plan',
    ...register,
    path: '/funds/FUND/loans?show=open',
    steps: actOnLoan('new-plan'),
  },
  {
    name: 'giving-up',
    ...register,
    path: '/funds/FUND/loans?show=open',
    steps: actOnLoan('giving-up'),
  },
  {
    name: 'payment',
    path: '/funds/FUND/record/payment',
    ...keeper,
    steps: async (page) => follow(page, '?member='),
  },
  {
    name: 'waiting-money',
    path: '/funds/FUND/record/waiting-money',
    ...keeper,
    steps: async (page) => follow(page, '?member='),
  },
  {
    name: 'correction-lines',
    path: '/funds/FUND/record/correction',
    ...keeper,
    steps: async (page) => follow(page, '?member='),
  },
  {
    name: 'correction',
    ...repayment,
    steps: async (page) => {
      await paidBack(page, '1100')
      await follow(page, 'record/correction')
    },
  },
  {
    name: 'correction-check',
    ...repayment,
    steps: async (page) => {
      await paidBack(page, '1200')
      await follow(page, 'record/correction')
      await page.locator('#reason').selectOption('wrong-amount')
      await page.locator('#approvedBy').selectOption({ index: 1 })
      await goOn(page)
    },
  },
  {
    name: 'correction-receipt',
    ...repayment,
    steps: async (page) => {
      await paidBack(page, '1300')
      await follow(page, 'record/correction')
      await page.locator('#reason').selectOption('wrong-amount')
      await page.locator('#approvedBy').selectOption({ index: 1 })
      await goOn(page)
      await page.locator('#login').fill(practiceSecond.login)
      await page.locator('#secret').fill(practiceSecond.pin)
      await goOn(page)
    },
  },
]
