import type { Page } from 'playwright-core'
import { firstIn, keeperOption, signedIn } from '#test/browser/venture-made.ts'

const say = async (page: Page): Promise<void> => {
  const chair = await signedIn(page, 'chair')
  const form = await chair.read(`/record/venture?fund=${chair.fundId}&lang=en`)
  await chair.record({
    type: 'SetReceivingAccount',
    place: 'bank',
    account: 'village_fund@bank',
    called: 'Village Fund',
    city: 'Battambang',
    confirmedBy: firstIn(form, keeperOption),
  })
}

const said = new Map<string, Promise<void>>()

/** The account of the practice fund, said once; the page is read anew. */
export const accountThere = async (page: Page): Promise<void> => {
  const { origin } = new URL(page.url())
  const ready = said.get(origin) ?? say(page)
  said.set(origin, ready)
  await ready
  await page.reload()
}
