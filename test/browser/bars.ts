import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { arrived } from '#test/browser/window.ts'

/** A small phone, on which a village keeps its book. */
export const smallPhone = { width: 360, height: 640 } as const
const screensMax = 4.2
const firstFieldMax = 400

/** What is printed, and is as long as its paper. */
const papers: readonly string[] = ['meeting-sheet', 'agreement', 'request-agreement']

/** What came of a list, a plan or a code, or what is kept of somebody, is read before anything more is asked. */
const readFirst: readonly string[] = [
  'auditors-longer',
  'bank-compared',
  'begin-elsewhere',
  'buy-out-answer',
  'buy-out-no-card',
  'case-give-answers-open',
  'letter-of-fund',
  'messages-code',
  'messages-own-code',
  'network-book-check',
  'network-found-count',
  'new-rules-check',
  'old-book-loans-check',
  'old-book-sheet-check',
  'own-kept',
  'pot-decide',
  'pot-pay',
  'receipt-forged',
  'support-file',
  'talks-check',
]

/** Fields are filled in where the page is for it: not where something is put right, or read before somebody gives a word. */
const measured = (page: Page): Promise<{ readonly height: number; readonly first: number }> =>
  page.evaluate(async () => {
    await document.fonts.ready
    const main = document.querySelector('main')!
    const isWrong = main.querySelector('.mended, .fault, [aria-invalid]') !== null
    const isRead =
      isWrong || main.querySelector('.warning[role="alert"], .second, [type="password"]') !== null
    const field = [
      ...main.querySelectorAll(
        'form[method="post"] :is(input:not([type="hidden"]), select, textarea)',
      ),
    ].find((one) => one.closest('details:not([open])') === null && one.checkVisibility())
    return {
      height: isWrong ? 0 : document.documentElement.scrollHeight,
      first: isRead || !field ? 0 : field.getBoundingClientRect().top + scrollY,
    }
  })

/** Which bars of a small phone a page misses, as it comes: its folds as they are. */
export const barProblems = async (page: Page, one: PageToLookAt): Promise<readonly string[]> => {
  await page.setViewportSize(smallPhone)
  await arrived(page)
  const { height, first } = await measured(page)
  const isOfCommittee = one.door === 'record-keeper' || one.door === 'chair'
  const screens = height / smallPhone.height
  return [
    ...(isOfCommittee && screens > screensMax && !papers.includes(one.name)
      ? [`is ${screens.toFixed(1)} screens long, more than ${screensMax}`]
      : []),
    ...(first > firstFieldMax && !readFirst.includes(one.name)
      ? [`its first field begins at ${Math.round(first)} px, below ${firstFieldMax}`]
      : []),
  ]
}
