import type { Page } from 'playwright-core'
import { villageDay } from '#test/support/today.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'

const submit = async (page: Page): Promise<void> => {
  await page.locator('main form[method="post"] button[type="submit"]').last().click()
  await page.waitForLoadState()
}

/** Today in the village, where the practice fund's last meeting was not long ago. */
const today = villageDay()
const step = (name: string): string => `/funds/FUND/meetings/${today}/${name}`
const paper = `/funds/FUND/meetings/${today}/catch-up`

/** Two lines of a sheet: what one member brought, in digits of both scripts. */
const fillSheet = async (page: Page, total: string): Promise<void> => {
  await page.locator('.lines tr summary').first().click()
  await page.locator('input[name="p0"]').check()
  await page.locator('input[name="h0"]').fill('២')
  await page.locator('input[name="c0"]').fill('1000')
  await page.locator('input[name="t-membersPresent"]').fill('1')
  await page.locator('input[name="t-savingsIn"]').fill(total)
  await page.locator('input[name="t-socialIn"]').fill('1000')
  await page.locator('input[name="t-openingCash"]').fill('13237800')
  await page.locator('input[name="t-closingCash"]').fill('13248800')
  await submit(page)
}

/** The second of those who are still to come. */
const openTurn = (page: Page) => page.locator('main .turns a').nth(1).click()

const otherSum = async (page: Page): Promise<void> => {
  await openTurn(page)
  await page.locator('main .record summary').click()
}

/** One turn as usual, which leads to the next; of a day on which nobody has opened a meeting it is asked. */
const layUsual = async (page: Page, place = 3): Promise<void> => {
  await page.locator('main .turns a').nth(place).click()
  await page.locator('button[value="usual"]').click()
  await submit(page)
  await page.locator('.strip a').waitFor()
}

/** A household says that its savings are not right. */
const saySo = async (page: Page): Promise<void> => {
  await page.locator('select[name="about"]').selectOption('savings')
  await page.locator('select[name="reason"]').selectOption('wrong-amount')
  await submit(page)
}

/** The first member, and what is wrong with the last line of the book of it. */
const tellOfIt = async (page: Page): Promise<void> => {
  await page.locator('main .card-choices a').first().click()
  await page.locator('select[name="about"]').selectOption({ index: 2 })
  await page.locator('input[name="reason"]').first().check()
}

/** Said and written down, and the list of what waits. */
const waiting = async (page: Page): Promise<void> => {
  await tellOfIt(page)
  await submit(page)
  await submit(page)
  const { origin, pathname } = new URL(page.url())
  await page.goto(`${origin}/funds/${pathname.split('/')[2]}/disputes`)
}

const toBank = async (page: Page): Promise<void> => {
  await page.locator('input[name="way"]').first().check()
  await page.locator('input[name="amount"]').fill('១០០០០០០')
  await submit(page)
}

const away: Readonly<Record<string, string>> = {
  total: '២៤',
  'sex-f': '11',
  'sex-m': '13',
  'age-18-24': '10',
  'age-25-34': '14',
  'mode-agency': '6',
  'mode-alone': '15',
  'mode-broker': '3',
  'work-building': '24',
  'place-inside': '4',
  'place-outside': '20',
}

const fillAway = async (page: Page): Promise<void> => {
  for (const [name, text] of Object.entries(away))
    await page.locator(`input[name="${name}"]`).fill(text)
}

const countAway = async (page: Page): Promise<void> => {
  await fillAway(page)
  await submit(page)
}

/** A paper of the last meeting that was held. */
const ofLast = async (page: Page, paper: string): Promise<void> => {
  await page.locator('main .meetings a').first().click()
  await page.locator(`main .steps a[href$="/${paper}"]`).click()
}

/** Pages of meetings, of the practice fund. */
export const meetingPages: readonly PageToLookAt[] = [
  { name: 'meetings', path: '/funds/FUND/meetings', door: 'record-keeper' },
  { name: 'meetings-no-day', path: '/funds/FUND/meetings?on=yesterday', door: 'auditor' },
  { name: 'meeting', path: `/funds/FUND/meetings/${today}`, door: 'record-keeper' },
  {
    name: 'meeting-read',
    path: '/funds/FUND/meetings',
    door: 'auditor',
    steps: (page) => page.locator('main .meetings a').first().click(),
  },
  { name: 'meeting-open', path: step('open'), door: 'record-keeper' },
  {
    name: 'meeting-open-mistyped',
    path: step('open'),
    door: 'record-keeper',
    steps: async (page) => {
      await page.locator('input[name="n-50000"]').fill('two')
      await submit(page)
    },
  },
  {
    name: 'meeting-open-check',
    path: step('open'),
    door: 'record-keeper',
    steps: async (page) => {
      await page.locator('input[name="n-100000"]').fill('១៣២')
      await page.locator('input[name="n-5000"]').fill('7')
      await submit(page)
    },
  },
  {
    name: 'meeting-close-check',
    path: step('close'),
    door: 'chair',
    steps: async (page) => {
      await page.locator('input[name="sum"]').fill('13237500')
      await submit(page)
    },
  },
  { name: 'meeting-attendance', path: step('attendance'), door: 'chair' },
  {
    name: 'meeting-attendance-check',
    path: step('attendance'),
    door: 'record-keeper',
    steps: async (page) => {
      // Too few to decide.
      for (const box of (await page.locator('.tick input:checked').all()).slice(0, 25))
        await box.uncheck()
      await submit(page)
    },
  },
  { name: 'meeting-pass', path: step('pass'), door: 'record-keeper' },
  { name: 'meeting-turn', path: step('pass'), door: 'record-keeper', steps: openTurn },
  {
    name: 'meeting-turn-mistyped',
    path: step('pass'),
    door: 'record-keeper',
    steps: async (page) => {
      await otherSum(page)
      await page.locator('input[name="social"]').fill('a bit')
      await page.locator('button[value="check"]').click()
    },
  },
  {
    name: 'meeting-turn-check',
    path: step('pass'),
    door: 'record-keeper',
    steps: async (page) => {
      await otherSum(page)
      await page.locator('input[name="shares"]').fill('២')
      await page.locator('input[name="deposit"]').fill('2000000')
      await page.locator('button[value="check"]').click()
    },
  },
  { name: 'meeting-turn-other', path: step('pass'), door: 'record-keeper', steps: otherSum },
  {
    name: 'meeting-turn-next',
    path: step('pass'),
    door: 'record-keeper',
    steps: (page) => layUsual(page),
  },
  {
    name: 'meeting-take-back',
    path: step('pass'),
    door: 'record-keeper',
    steps: async (page) => {
      await layUsual(page, 4)
      await page.locator('.strip a').click()
    },
  },
  { name: 'meeting-loans', path: step('loans'), door: 'record-keeper' },
  { name: 'sheet', path: paper, door: 'record-keeper' },
  {
    name: 'sheet-differs',
    path: paper,
    door: 'record-keeper',
    steps: (page) => fillSheet(page, '១២០០០'),
  },
  {
    name: 'sheet-check',
    path: paper,
    door: 'record-keeper',
    steps: (page) => fillSheet(page, '10000'),
  },
  ...['expense', 'social-support', 'donation', 'support-payout', 'bank', 'statement'].map(
    (task) => ({
      name: `${task}-form`,
      path: `/funds/FUND/record/${task}`,
      door: 'record-keeper' as const,
    }),
  ),
  {
    name: 'bank-check',
    path: '/funds/FUND/record/bank',
    door: 'record-keeper',
    steps: toBank,
  },
  { name: 'disputes', path: '/funds/FUND/disputes', door: 'auditor' },
  { name: 'dispute-choose', path: '/funds/FUND/record/dispute', door: 'chair' },
  {
    name: 'dispute-check',
    path: '/funds/FUND/record/dispute',
    door: 'record-keeper',
    steps: async (page) => {
      await tellOfIt(page)
      await submit(page)
    },
  },
  {
    name: 'dispute-unfinished',
    path: '/funds/FUND/record/dispute',
    door: 'record-keeper',
    steps: async (page) => {
      await page.locator('main .card-choices a').first().click()
      await submit(page)
    },
  },
  {
    name: 'not-right-unfinished',
    path: '/funds/FUND/me/not-right',
    door: 'household',
    steps: submit,
  },
  { name: 'not-right-sent', path: '/funds/FUND/me/not-right', door: 'household', steps: saySo },
  {
    name: 'disputes-waiting',
    path: '/funds/FUND/record/dispute',
    door: 'chair',
    steps: waiting,
  },
  {
    name: 'dispute-answer',
    path: '/funds/FUND/record/dispute',
    door: 'record-keeper',
    steps: async (page) => {
      await waiting(page)
      await page.locator('main .disputes a.button').first().click()
    },
  },
  {
    name: 'away-count-off',
    path: step('away'),
    door: 'record-keeper',
    steps: async (page) => {
      await fillAway(page)
      await page.locator('input[name="place-outside"]').fill('19')
      await submit(page)
    },
  },
  { name: 'meeting-talk', path: step('talk'), door: 'record-keeper' },
  { name: 'away-count-check', path: step('away'), door: 'chair', steps: countAway },
  {
    name: 'away',
    path: step('away'),
    door: 'record-keeper',
    steps: async (page) => {
      await countAway(page)
      await submit(page)
    },
  },
  {
    name: 'meeting-minutes',
    path: '/funds/FUND/meetings',
    door: 'record-keeper',
    steps: (page) => ofLast(page, 'minutes'),
  },
  {
    name: 'meeting-wall',
    path: '/funds/FUND/meetings',
    door: 'auditor',
    steps: (page) => ofLast(page, 'wall'),
  },
  { name: 'meeting-sheet', path: step('sheet'), door: 'record-keeper' },
]
