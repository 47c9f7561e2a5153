import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'

const someId = '0197a000-0000-7000-8000-000000000000'
const forgedReceipt = `VF1 ${someId} 1 ${someId} ${'0'.repeat(64)} 2025-01-01T00:00:00.000Z ${'0'.repeat(16)} ${'A'.repeat(86)}`
const checkReceipt = async (page: Page, code: string): Promise<void> => {
  await page.locator('input[name="code"]').fill(code)
  await page.locator('main form button').last().click()
  await page.waitForLoadState()
}

export const proofPages: readonly PageToLookAt[] = [
  { name: 'receipt-check', path: '/receipt', door: 'anyone' },
  { name: 'take-along', path: '/funds/FUND/take-along', door: 'auditor' },
  { name: 'check-code', path: '/funds/FUND/check-code', door: 'household' },
  {
    name: 'check-code-differs',
    path: '/funds/FUND/check-code',
    door: 'auditor',
    steps: (page) => checkReceipt(page, '12 0000 0000'),
  },
  { name: 'glossary', path: '/glossary', door: 'anyone' },
  { name: 'help', path: '/help', door: 'anyone' },
  { name: 'help-found', path: '/help?q=meeting', door: 'anyone' },
  { name: 'help-committee', path: '/help/committee', door: 'anyone' },
  { name: 'help-household', path: '/help/household', door: 'anyone' },
  { name: 'help-operator', path: '/help/operator', door: 'anyone' },
  { name: 'help-cost', path: '/help/cost', door: 'anyone' },
  { name: 'help-card', path: '/help/committee/card', door: 'anyone' },
  {
    name: 'receipt-forged',
    path: '/receipt',
    door: 'anyone',
    steps: (page) => checkReceipt(page, forgedReceipt),
  },
  {
    name: 'receipt-mistyped',
    path: '/receipt',
    door: 'anyone',
    steps: (page) => checkReceipt(page, 'VF1 481'),
  },
]
