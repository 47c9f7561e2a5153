import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { villageDay } from '#test/support/today.ts'

const main = (page: Page) => page.locator('main')

/** Writes down a loan as an older book would lend it, for the n-th member, and comes back to the page. */
const lentLikeThat = async (page: Page, member: number): Promise<string> => {
  const { origin, pathname, search } = new URL(page.url())
  const [, , fundId] = pathname.split('/')
  await page.goto(`${origin}/funds/${fundId}/record/request`)
  const link = main(page).locator('a[href*="?member="]').nth(member)
  const memberId = new URL(`${origin}${await link.getAttribute('href')}`).searchParams.get('member')
  const [loanId, id] = [randomUUID(), randomUUID()]
  const command = {
    type: 'RecordPayout',
    id,
    v: 1,
    effectiveOn: villageDay(-120),
    loanId,
    number: `OLD-${member}-${loanId.slice(0, 4)}`,
    memberId,
    product: 'normal',
    principal: 200_000,
    months: 10,
    asWritten: { method: 'flat', rateMonthlyPercent: '3', fee: 5000 },
    securities: ['land-title', 'family-book'],
  }
  const answer = await page.context().request.post(`${origin}/v1/funds/${fundId}/commands`, {
    data: { commands: [command] },
    headers: { origin },
  })
  const text = await answer.text()
  if (!text.includes('"flagged"')) throw new Error(text)
  await page.goto(`${origin}${pathname}${search}`)
  return loanId
}

const keeper = { door: 'record-keeper' } as const
const tasks = { path: '/funds/FUND/tasks', ...keeper } as const

const go = async (page: Page, place: string): Promise<void> => {
  const { origin, pathname, searchParams } = new URL(page.url())
  const [, , fundId] = pathname.split('/')
  const language = searchParams.get('lang')
  const mark = place.includes('?') ? '&' : '?'
  const query = language === null ? '' : `${mark}lang=${language}`
  await page.goto(`${origin}/funds/${fundId}/${place}${query}`)
}

const act =
  (task: 'conversion' | 'giving-back', member: number) =>
  async (page: Page): Promise<void> =>
    go(page, `record/${task}?loan=${await lentLikeThat(page, member)}`)

/** Pages about loans of an older book: each writes one down first, for a member of its own. */
export const olderPages: readonly PageToLookAt[] = [
  {
    name: 'older-tasks',
    ...tasks,
    steps: async (page) => void (await lentLikeThat(page, 50)),
  },
  {
    name: 'older-loan',
    ...tasks,
    steps: async (page) => go(page, `loans/${await lentLikeThat(page, 51)}`),
  },
  { name: 'older-conversion', ...tasks, steps: act('conversion', 52) },
  { name: 'older-giving-back', ...tasks, steps: act('giving-back', 53) },
  {
    name: 'older-register',
    path: '/funds/FUND/loans?show=open',
    ...keeper,
    steps: async (page) => void (await lentLikeThat(page, 54)),
  },
  {
    name: 'older-today',
    path: '/funds/FUND/today',
    ...keeper,
    steps: async (page) => void (await lentLikeThat(page, 55)),
  },
  { name: 'older-health', path: '/funds/FUND/health', door: 'auditor' },
]
