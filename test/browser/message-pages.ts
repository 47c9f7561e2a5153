import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'

const pressed = async (page: Page, selector: string): Promise<void> => {
  await page.locator(selector).click()
  await page.waitForLoadState()
}

/** Makes a code for a member. */
const codeFor = async (page: Page, card: string): Promise<void> => {
  await page.locator('select[name="memberId"]').selectOption({ label: await labelOf(page, card) })
  await pressed(page, 'button[value="code"]')
}

const labelOf = async (page: Page, card: string): Promise<string> =>
  (await page.locator('select[name="memberId"] option').allTextContents())
    .map((text) => text.trim())
    .find((text) => text.endsWith(card))!

/** Writes a text from the phone of paper. */
const write = async (page: Page, phone: string, text: string): Promise<void> => {
  await page.locator('#from').fill(phone)
  await page.locator('#text').fill(text)
  await pressed(page, 'form[action$="/try"] button')
}

/** Joins a phone to a member, and asks by it. Pages are looked at beside each other: each has a member and a phone of its own. */
const joined = async (page: Page, card: string, phone: string): Promise<void> => {
  await codeFor(page, card)
  await write(page, phone, (await page.locator('main .figure').innerText()).trim())
  await write(page, phone, '3')
}

const toCode = (page: Page): Promise<void> => codeFor(page, 'M08')

const toTried = (page: Page): Promise<void> => joined(page, 'M09', '012345678')

/** The texts of the record-keeper, whose phone was joined at the desk. */
const toOwnJoined = async (page: Page): Promise<void> => {
  await joined(page, 'M20', '012345679')
  const { origin, pathname } = new URL(page.url())
  await page.goto(`${origin}${pathname.replace(/messages.*/, 'me/messages')}`)
  await page.locator('form.record button:not(.go)').waitFor()
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
  { name: 'messages-own-joined', path: desk, door: 'record-keeper', steps: toOwnJoined },
  { name: 'messages-tried', path: desk, door: 'record-keeper', steps: toTried },
]
