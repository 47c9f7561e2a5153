import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'

/** A small phone, on which a village keeps its book. */
export const smallPhone = { width: 360, height: 640 } as const
const screensMax = 4
const firstFieldMax = 400

/** What is printed, and is as long as its paper. */
const papers: readonly string[] = ['meeting-sheet', 'agreement', 'request-agreement']

/** Fields are filled in where the page is for it: not where something is put right, or read before somebody gives a word. */
const measured = (page: Page): Promise<{ readonly height: number; readonly first: number }> =>
  page.evaluate(async () => {
    await document.fonts.ready
    const main = document.querySelector('main')!
    const isRead = main.querySelector('.second, .mended, .fault, [aria-invalid]') !== null
    const field = [
      ...main.querySelectorAll(
        'form[method="post"] :is(input:not([type="hidden"]), select, textarea)',
      ),
    ].find((one) => one.closest('details:not([open])') === null && one.checkVisibility())
    return {
      height: document.documentElement.scrollHeight,
      first: isRead || !field ? 0 : field.getBoundingClientRect().top + scrollY,
    }
  })

/** Which bars of a small phone a page misses, as it comes: its folds as they are. */
export const barProblems = async (page: Page, one: PageToLookAt): Promise<readonly string[]> => {
  await page.setViewportSize(smallPhone)
  const { height, first } = await measured(page)
  const isOfCommittee = one.door === 'record-keeper' || one.door === 'chair'
  const screens = height / smallPhone.height
  return [
    ...(isOfCommittee && screens > screensMax && !papers.includes(one.name)
      ? [`is ${screens.toFixed(1)} screens long, more than ${screensMax}`]
      : []),
    ...(first > firstFieldMax
      ? [`its first field begins at ${Math.round(first)} px, below ${firstFieldMax}`]
      : []),
  ]
}
