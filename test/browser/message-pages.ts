import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'

const phone = '012345678'

const pressed = async (page: Page, selector: string): Promise<void> => {
  await page.locator(selector).click()
  await page.waitForLoadState()
}

/** Makes a code for the member whose page the practice household opens. */
const toCode = async (page: Page): Promise<void> => {
  await page.locator('select[name="memberId"]').selectOption({ label: await labelOf(page, 'M07') })
  await pressed(page, 'button[value="code"]')
}

const labelOf = async (page: Page, card: string): Promise<string> =>
  (await page.locator('select[name="memberId"] option').allTextContents())
    .map((text) => text.trim())
    .find((text) => text.endsWith(card))!

/** Writes a text from the phone of paper. */
const write = async (page: Page, text: string): Promise<void> => {
  await page.locator('#from').fill(phone)
  await page.locator('#text').fill(text)
  await pressed(page, 'form[action$="/try"] button')
}

const toTried = async (page: Page): Promise<void> => {
  await toCode(page)
  await write(page, (await page.locator('main .figure').innerText()).trim())
  await write(page, '3')
}

const toOdd = (page: Page): Promise<void> => pressed(page, 'form[action$="/try"] button')

const toOwnCode = (page: Page): Promise<void> => pressed(page, 'form.record button')

const desk = '/funds/FUND/messages'
const own = '/funds/FUND/me/messages'

/** Texts to phones: codes at the meeting, a phone of paper, and what a household chooses. */
export const messagePages: readonly PageToLookAt[] = [
  { name: 'messages', path: desk, door: 'record-keeper' },
  { name: 'messages-code', path: desk, door: 'record-keeper', steps: toCode },
  { name: 'messages-odd', path: desk, door: 'record-keeper', steps: toOdd },
  { name: 'messages-own', path: own, door: 'household' },
  { name: 'messages-own-code', path: own, door: 'household', steps: toOwnCode },
  { name: 'messages-tried', path: desk, door: 'record-keeper', steps: toTried },
]
