import type { Page } from 'playwright-core'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { fillHands, follow, goOn, openFolds } from '#test/browser/lending-pages.ts'
import { villageDay } from '#test/support/today.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'

const keeper = { door: 'record-keeper' } as const

const filled = async (page: Page): Promise<void> => {
  await page.locator('#kind').selectOption('flood')
  await page.locator('#places').fill('river')
  await page.locator('#from').fill(villageDay())
  await page.locator('#proof').selectOption('gauge')
  await page.locator('#station').fill('KRATIE')
  await page.locator('#level').fill('2310')
}

/** Pages are looked at side by side; of events only one at a time is declared or decided of. */
let before: Promise<unknown> = Promise.resolve()
const inTurn =
  (steps: (page: Page) => Promise<void>) =>
  (page: Page): Promise<void> => {
    const own = before.then(() => steps(page))
    before = own.catch(() => undefined)
    return own
  }

/** Declared, and its list opened: what the first page promises. */
const declared = async (page: Page): Promise<void> => {
  await filled(page)
  await goOn(page)
  await page.locator('main button.go').click()
  await page.waitForLoadState()
  await page.goto(page.url().replace(/\/receipts\/.*/, '/relief'))
  await follow(page, '/relief/events/E')
}

const vouched = async (page: Page): Promise<void> => {
  await page.locator('#login').fill(practiceSecond.login)
  await page.locator('#secret').fill(practiceSecond.pin)
  await goOn(page)
}

/** Three officers put off what the flood touches, and the meeting has still to speak. */
const byThree = async (page: Page): Promise<void> => {
  await page.locator('input[name="by"][value="officers"]').check()
  await openFolds(page)
  const yes = await page.locator('input[name^="vote"][value="yes"]').all()
  for (const officer of yes.slice(-3)) await officer.check()
  await page.locator('#confirmedBy').selectOption({ index: 1 })
}

const givenBy = (vote: (page: Page) => Promise<void>) =>
  inTurn(async (page) => {
    await declared(page)
    const list = page.url()
    await follow(page, 'record/relief?')
    await page.locator('input[name="read"]').check()
    await vote(page)
    await goOn(page)
    await vouched(page)
    await page.goto(list)
  })
const given = givenBy(byThree)
const givenByMeeting = givenBy((page) => fillHands(page, '50'))

/** The form of an act on an event that was given, also of one that is not offered today. */
const acting =
  (
    task: string,
    more: (page: Page) => Promise<void> = async () => undefined,
    gave: (page: Page) => Promise<void> = given,
  ) =>
  async (page: Page): Promise<void> => {
    await gave(page)
    const event = new URL(page.url()).pathname.split('/').at(-1)!
    const funds = page.url().split('/relief/')[0]!
    await page.goto(`${funds}/record/${task}?event=${event}`)
    await more(page)
  }

const event = { path: '/funds/FUND/record/event', ...keeper } as const
const promise = { path: '/funds/FUND/record/emergency-promise', ...keeper } as const

/** A season of its own for each look. */
let seasons = 0

const promising = async (page: Page): Promise<void> => {
  seasons += 1
  await page.locator('#season').fill(`rains-${String(seasons)}`)
  await page.locator('#from').fill(villageDay())
  await page.locator('#to').fill(villageDay())
  await page.locator('#station').fill('KRATIE')
  await page.locator('#level').fill('2300')
  await fillHands(page, '50')
}

const promised = async (page: Page): Promise<void> => {
  await promising(page)
  await goOn(page)
  await vouched(page)
  await page.goto(page.url().replace(/\/receipts\/.*/, '/relief/lines'))
}

/** Events and relief, promised loans, cash ahead and alerts. */
export const reliefPages: readonly PageToLookAt[] = [
  { name: 'relief', path: '/funds/FUND/relief', ...keeper },
  { name: 'relief-declare', path: '/funds/FUND/record/event', ...keeper, steps: filled },
  { name: 'relief-list', path: '/funds/FUND/record/event', ...keeper, steps: inTurn(declared) },
  {
    name: 'relief-confirm',
    path: '/funds/FUND/record/event',
    ...keeper,
    steps: inTurn(async (page) => {
      await declared(page)
      await follow(page, 'record/relief?')
    }),
  },
  { name: 'relief-given', ...event, steps: given },
  { name: 'relief-again', ...event, steps: acting('relief-again', undefined, givenByMeeting) },
  { name: 'relief-word', ...event, steps: acting('relief-word', (page) => fillHands(page, '50')) },
  { name: 'relief-lapse', ...event, steps: acting('relief-lapse') },
  { name: 'relief-undo', ...event, steps: acting('relief-undo') },
  {
    name: 'relief-undo-sure',
    ...event,
    steps: acting('relief-undo', async (page) => {
      await page.locator('#approvedBy').selectOption({ index: 1 })
      await goOn(page)
    }),
  },
  { name: 'relief-decline', ...event, steps: acting('relief-decline') },
  { name: 'relief-promise', ...promise, steps: promising },
  {
    name: 'relief-promise-sure',
    ...promise,
    steps: async (page) => {
      await promising(page)
      await goOn(page)
    },
  },
  { name: 'relief-promised', ...promise, steps: promised },
  {
    name: 'relief-open-line',
    ...promise,
    steps: async (page) => {
      await promised(page)
      await follow(page, 'record/emergency-open')
    },
  },
  { name: 'relief-lines', path: '/funds/FUND/relief/lines', ...keeper },
  { name: 'relief-ahead', path: '/funds/FUND/relief/ahead', ...keeper },
  { name: 'relief-alerts', path: '/funds/FUND/relief/alerts', ...keeper },
]
