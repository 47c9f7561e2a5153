import { accountThere } from '#test/browser/account-made.ts'
import type { Page } from 'playwright-core'
import { goOn } from '#test/browser/lending-pages.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { sendFiles } from '#test/browser/sending.ts'

const sendList = (page: Page, text: string): Promise<void> =>
  sendFiles(page, [{ name: 'december.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }], () =>
    page.locator('input[name="place"][value="bank"]').check(),
  )

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

/** Whoever keeps the book is a member as well, with a reference of the own. */
const arrived = async (page: Page): Promise<void> => {
  const bank = page.url()
  await page.goto(bank.replace(/\/bank.*/, '/me/from-abroad'))
  const reference = await page.locator('p.figure').first().innerText()
  await page.goto(bank)
  await sendList(
    page,
    [
      head,
      `2025-12-27,R8,Sent home ${reference},"90,000",,`,
      '2025-12-28,R9,Sent home RF00 1234 5678 9012,"70,000",,',
    ].join('\n'),
  )
}

/** Where the fund has said its account, a member names a sum. */
const toPay = async (page: Page): Promise<void> => {
  await accountThere(page)
  await page.locator('main a[href$="/pay"]').click()
  await page.waitForURL(/\/pay$/)
}

/** A new card, and the address that its square code holds. */
const makeCard = async (page: Page): Promise<string> => {
  await goOn(page)
  const code = await page.locator('[data-code]').getAttribute('data-code')
  return new URL(`/sent?c=${code}`, page.url()).href
}

const openSent = async (page: Page): Promise<void> => {
  await page.goto(await makeCard(page))
  await goOn(page)
  await page.goto(new URL('/sent', page.url()).href)
  await page.goto(new URL('/sent/more', page.url()).href)
  await page.locator('#on').fill('20/12/2025')
  await page.locator('#channel').selectOption('bank')
  await page.locator('#currency').selectOption('THB')
  for (const [name, typed] of [
    ['paid', '5000.00'],
    ['fee', '100.00'],
    ['rate', '118.5'],
    ['quotedAt', '14:30'],
  ] as const)
    await page.locator(`#${name}`).fill(typed)
  await goOn(page)
}

/** The list of the bank beside the book. */
export const bankPages: readonly PageToLookAt[] = [
  { name: 'bank', path: '/funds/FUND/bank', door: 'record-keeper' },
  { name: 'bank-compared', path: '/funds/FUND/bank', door: 'record-keeper', steps: compare },
  { name: 'bank-arrived', path: '/funds/FUND/bank', door: 'record-keeper', steps: arrived },
  {
    name: 'bank-arrival',
    path: '/funds/FUND/bank',
    door: 'record-keeper',
    steps: async (page) => {
      await arrived(page)
      await page.locator('form[action$="/bank/arrival"] button').first().click()
      await page.waitForLoadState()
    },
  },
  { name: 'senders', path: '/funds/FUND/senders', door: 'record-keeper' },
  {
    name: 'sender-card',
    path: '/funds/FUND/senders',
    door: 'record-keeper',
    steps: async (page) => {
      await makeCard(page)
    },
  },
  {
    name: 'sent-draw',
    path: '/funds/FUND/senders',
    door: 'record-keeper',
    steps: async (page) => {
      await page.goto(await makeCard(page))
    },
  },
  {
    name: 'sent-drawn',
    path: '/funds/FUND/senders',
    door: 'record-keeper',
    steps: async (page) => {
      await page.goto(await makeCard(page))
      await goOn(page)
    },
  },
  { name: 'sent', path: '/funds/FUND/senders', door: 'record-keeper', steps: openSent },
  {
    name: 'sent-rule',
    path: '/funds/FUND/senders',
    door: 'record-keeper',
    steps: async (page) => {
      await openSent(page)
      await page.goto(new URL('/sent/rule', page.url()).href)
    },
  },
  {
    name: 'sent-more',
    path: '/funds/FUND/senders',
    door: 'record-keeper',
    steps: async (page) => {
      await openSent(page)
      await page.goto(new URL('/sent/more', page.url()).href)
    },
  },
  {
    name: 'sent-end',
    path: '/funds/FUND/senders',
    door: 'record-keeper',
    steps: async (page) => {
      await openSent(page)
      await page.goto(new URL('/sent/end', page.url()).href)
    },
  },
  { name: 'from-abroad', path: '/funds/FUND/me/from-abroad', door: 'household' },
  { name: 'pay', path: '/funds/FUND/me/from-abroad', door: 'household', steps: toPay },
  {
    name: 'pay-code',
    path: '/funds/FUND/me/from-abroad',
    door: 'household',
    steps: async (page) => {
      await toPay(page)
      await page.locator('input[name="which"]').first().check()
      await page.locator('#amount').fill('42000')
      await goOn(page)
    },
  },
  {
    name: 'remittance',
    path: '/funds/FUND/record/remittance',
    door: 'record-keeper',
  },
  {
    name: 'receiving-account',
    path: '/funds/FUND/record/receiving-account?fund=FUND',
    door: 'chair',
  },
  {
    name: 'bank-faults',
    path: '/funds/FUND/bank',
    door: 'record-keeper',
    steps: (page) => sendList(page, `${head},Fee\n05/01/2025,R1,Cash,1.000,,1,1`),
  },
]
