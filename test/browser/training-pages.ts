import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'

const follow = (href: string) => async (page: Page) => {
  await page.locator(`main a[href*="${href}"]`).first().click()
  await page.waitForLoadState()
}

/** Talks, courses, the training log and villages without a team, for anybody and for the staff. */
export const trainingPagesToLookAt: readonly PageToLookAt[] = [
  { name: 'talks', path: '/talks', door: 'anyone' },
  { name: 'courses', path: '/courses', door: 'anyone' },
  { name: 'courses-province', path: '/courses?p=17', door: 'anyone' },
  { name: 'talks-staff', path: '/network/talks', door: 'team' },
  { name: 'talks-propose', path: '/network/talks/propose', door: 'team' },
  { name: 'talks-count', path: '/network/talks/count', door: 'team' },
  { name: 'talks-strike', path: '/network/talks', door: 'team', steps: follow('/strike') },
  { name: 'talks-check', path: '/network/talks', door: 'administrator', steps: follow('/check') },
  { name: 'courses-staff', path: '/network/courses', door: 'team' },
  { name: 'courses-propose', path: '/network/courses/propose', door: 'team' },
  { name: 'courses-jobs', path: '/network/courses/jobs', door: 'team' },
  {
    name: 'courses-graduates',
    path: '/network/courses',
    door: 'team',
    steps: follow('/graduates'),
  },
  { name: 'coverage', path: '/network/coverage', door: 'team' },
  { name: 'coverage-say', path: '/network/coverage', door: 'team', steps: follow('/coverage/') },
  { name: 'training', path: '/network/training', door: 'administrator' },
  { name: 'training-record', path: '/network/training/record', door: 'administrator' },
  { name: 'training-duty', path: '/network/training/duties', door: 'administrator' },
  {
    name: 'training-require',
    path: '/network/training',
    door: 'administrator',
    steps: follow('/require'),
  },
]
