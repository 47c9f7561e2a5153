import type { Page } from 'playwright-core'
import { casePagesToLookAt } from '#test/browser/case-pages.ts'
import type { Door } from '#test/browser/pages.ts'

type Shot = {
  readonly door: Door
  readonly path: string
  /** What is pressed on the way to the page that is meant. */
  readonly steps?: readonly string[]
  /** A way that more than presses lead along. */
  readonly walk?: ((page: Page) => Promise<void>) | undefined
}

const firstMember = 'main a[href*="/members/"] >> nth=1'

/** Where each picture of a guide is taken, and behind which door. */
export const guideShots: Readonly<Record<string, Shot>> = {
  today: { door: 'record-keeper', path: '/funds/FUND/today' },
  meeting: {
    door: 'record-keeper',
    path: '/funds/FUND/meetings',
    steps: ['main a[href*="/meetings/"]'],
  },
  saving: {
    door: 'record-keeper',
    path: '/funds/FUND/members',
    steps: [firstMember, 'main a[href*="/record/saving"]'],
  },
  repayment: {
    door: 'record-keeper',
    path: '/funds/FUND/record/repayment',
    steps: ['main a[href*="?loan="]'],
  },
  money: { door: 'record-keeper', path: '/funds/FUND/money' },
  own: { door: 'household', path: '/funds/FUND/me' },
  'not-right': { door: 'household', path: '/funds/FUND/me/not-right' },
  numbers: { door: 'anyone', path: '/numbers' },
  health: { door: 'auditor', path: '/funds/FUND/health' },
  villages: { door: 'auditor', path: '/portfolio' },
  cases: {
    door: 'team',
    path: '/cases',
    walk: casePagesToLookAt.find(({ name }) => name === 'cases')?.steps,
  },
}
