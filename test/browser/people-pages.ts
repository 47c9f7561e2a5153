import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { pngDot } from '#test/support/photos.ts'
import { lastButton, onwards } from '#test/browser/sending.ts'

/** The last member of the practice fund has left; the one before has kin, and the one before that an heir. */
const openMember =
  (act?: string, fromEnd = 1) =>
  async (page: Page): Promise<void> => {
    await page
      .locator('main details')
      .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
    const people = page.locator('main a.person')
    await people.nth((await people.count()) - fromEnd).click()
    for (const part of act?.split('/') ?? []) await page.locator(`main a[href$="/${part}"]`).click()
  }

const send = async (page: Page): Promise<void> => {
  await onwards(page, lastButton)
}

const member = (
  name: string,
  steps: (page: Page) => Promise<void>,
  status?: number,
): PageToLookAt => ({
  name,
  path: '/funds/FUND/people',
  door: 'record-keeper',
  steps,
  ...(status === undefined ? {} : { status }),
})

/** Who the members of the practice fund are. */
export const peoplePages: readonly PageToLookAt[] = [
  { name: 'names', path: '/funds/FUND/people', door: 'record-keeper' },
  { name: 'names-alike', path: '/funds/FUND/people/alike', door: 'record-keeper' },
  { name: 'names-of-chair', path: '/funds/FUND/people', door: 'chair' },
  member('member', openMember(undefined, 2)),
  member('member-who-left', openMember()),
  member('member-name', openMember('name')),
  member('member-name-mistyped', async (page) => {
    await openMember('name')(page)
    await page.locator('main input[name="khmer"]').fill('Sok')
    await send(page)
  }),
  member('member-goal', openMember('goal')),
  member('member-goal-mistyped', async (page) => {
    await openMember('goal')(page)
    await page.locator('main input[name="amount"]').fill('much')
    await send(page)
  }),
  member('member-photo', openMember('photo')),
  member('member-with-photo', async (page) => {
    await openMember('photo', 4)(page)
    const buffer = Buffer.from(pngDot)
    await page
      .locator('main input[name="photo"]')
      .setInputFiles({ name: 'face.png', mimeType: 'image/png', buffer })
    await send(page)
  }),
  member('member-family', openMember('family', 3)),
  member('member-nominees', openMember('family/nominees', 3)),
  member('member-kin', openMember('family/kin')),
  member('member-kin-end', openMember('family/end', 2)),
  member('member-erase', openMember('erase')),
  member('member-reasons', openMember('reasons', 3)),
  { ...member('member-reasons-of-chair', openMember('reasons')), door: 'chair' },
]
