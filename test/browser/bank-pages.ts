import type { Page } from 'playwright-core'
import { goOn } from '#test/browser/lending-pages.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'

const sendList = async (page: Page, text: string): Promise<void> => {
  await page.locator('input[name="place"][value="bank"]').check()
  await page
    .locator('#sheet')
    .setInputFiles({ name: 'december.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.locator('main form.record button.go').click()
  await page.waitForLoadState()
}

/** What was taken to the bank, by the form that another page has filled in. */
const takeToBank = async (page: Page, amount: number, on: string): Promise<void> => {
  const bank = new URL(page.url())
  const fundId = bank.pathname.split('/')[2]!
  const filled = `fund=${fundId}&way=box-bank&amount=${amount}&on=${on}`
  await page.goto(`${bank.origin}/funds/${fundId}/record/bank?${filled}`)
  await goOn(page)
  await goOn(page)
  await page.goto(bank.href)
}

const head = 'Date,Reference,Details,Money in,Money out,Balance'

/** Each language has sums of its own, so that both may be looked at in one fund. */
const compare = async (page: Page): Promise<void> => {
  const more = (await page.locator('html').getAttribute('lang')) === 'km' ? 100_000 : 0
  for (const [amount, on] of [
    [401_000, '2025-12-21'],
    [52_000, '2025-12-22'],
    [52_000, '2025-12-23'],
    [7_000, '2025-12-24'],
  ] as const)
    await takeToBank(page, amount + more, on)
  await sendList(
    page,
    [
      head,
      `2025-12-22,R1,Cash by two people,${401_000 + more},,`,
      `2025-12-24,R2,Cash,${52_000 + more},,`,
      '2025-12-26,R3,From somebody abroad,"90,000",,',
      '2025-12-31,R4,Fee,,"1,000","642,000"',
    ].join('\n'),
  )
}

/** The list of the bank beside the book. */
export const bankPages: readonly PageToLookAt[] = [
  { name: 'bank', path: '/funds/FUND/bank', door: 'record-keeper' },
  { name: 'bank-compared', path: '/funds/FUND/bank', door: 'record-keeper', steps: compare },
  {
    name: 'bank-faults',
    path: '/funds/FUND/bank',
    door: 'record-keeper',
    steps: (page) => sendList(page, `${head},Fee\n05/01/2025,R1,Cash,1.000,,1,1`),
  },
]
