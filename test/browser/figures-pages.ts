import type { Page } from 'playwright-core'
import { dayBefore } from '#domain/kernel/dates.ts'
import { daysOf, periodOf, releaseDayOf } from '#domain/statistics/calendar.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { dayOfRun } from '#test/support/reached.ts'
import { lastButton, onwards } from '#test/browser/sending.ts'

/** The last half-year that can be told waits already in the practice network; made again it is the same. */
const propose = async (page: Page): Promise<void> => {
  const language = (await page.locator('html').getAttribute('lang')) ?? 'en'
  const today = dayOfRun()
  const before = (day: string): string => dayBefore(daysOf(periodOf(day, 'half')).from)
  const last = before(today)
  const period = periodOf(
    releaseDayOf(periodOf(last, 'half')) <= today ? last : before(last),
    'half',
  )
  await page.goto(new URL(`/network/figures/propose/${period}?lang=${language}`, page.url()).href)
}

const proposed = async (page: Page): Promise<void> => {
  await propose(page)
  await onwards(page, lastButton)
}

/** What the supervisor has proposed waits for the administrator: all of it is looked at, every fold open. */
const confirming = async (page: Page): Promise<void> => {
  await page.locator('main a[href$="/confirm"], main a[href*="/confirm?"]').first().click()
  await page.waitForLoadState()
  const closed = page.locator('main details:not([open]) > summary')
  while ((await closed.count()) > 0) await closed.first().click()
}

/** What anybody reads of figures and places, and how two of the staff agree to them. */
export const figurePagesToLookAt: readonly PageToLookAt[] = [
  { name: 'figures', path: '/figures', door: 'anyone' },
  { name: 'figures-sheet', path: '/figures/sheet', door: 'anyone' },
  { name: 'figures-brief', path: '/figures/brief', door: 'anyone' },
  { name: 'places', path: '/places', door: 'anyone' },
  { name: 'places-found', path: '/places?q=Samraong', door: 'anyone' },
  { name: 'figures-staff', path: '/network/figures', door: 'administrator' },
  {
    name: 'figures-propose',
    path: '/network/figures',
    door: 'administrator',
    steps: propose,
  },
  {
    name: 'figures-proposed',
    path: '/network/figures',
    door: 'administrator',
    steps: proposed,
  },
  {
    name: 'figures-confirm',
    path: '/network/figures',
    door: 'administrator',
    steps: confirming,
  },
  { name: 'figures-place', path: '/network/figures/place', door: 'administrator' },
]
