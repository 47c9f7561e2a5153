import type { PageToLookAt } from '#test/browser/pages.ts'
import { goOn } from '#test/browser/lending-pages.ts'

const record = (task: string): string => `/funds/FUND/record/${task}?fund=FUND`
const keeper = { door: 'record-keeper' } as const
const chair = { door: 'chair' } as const

/** The place for money, its statements, and what is written down once or twice a year. */
export const seldomPages: readonly PageToLookAt[] = [
  { name: 'money', path: '/funds/FUND/money', ...keeper },
  { name: 'money-chair', path: '/funds/FUND/money', ...chair },
  { name: 'exchange', path: record('exchange'), ...keeper },
  { name: 'borrowing', path: record('borrowing'), ...keeper },
  {
    name: 'borrowing-check',
    path: record('borrowing'),
    ...keeper,
    steps: async (page) => {
      await page.locator('#amount').fill('1000000')
      await page.locator('input[name="lender"][value="ngo"]').check()
      await page.locator('#rate').fill('6')
      await page.locator('#count').fill('12')
      await page.locator('#first').fill('2027-01-31')
      await goOn(page)
    },
  },
  { name: 'borrowing-payment-none', path: record('borrowing-payment'), ...keeper },
  { name: 'savings-interest', path: record('savings-interest'), ...keeper },
  { name: 'period-close', path: record('period-close'), ...chair },
  { name: 'auditors-end', path: record('auditors-end'), ...chair },
  { name: 'future', path: record('future'), ...chair },
]
