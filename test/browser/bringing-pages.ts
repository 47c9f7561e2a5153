import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { sendFiles } from '#test/browser/sending.ts'

const bookFolder = fileURLToPath(new URL('../fixtures/paper-book/', import.meta.url))

/** All files of the book, with another village's code, or as they are changed. */
const sendBook = async (page: Page, change: (text: string) => string = String): Promise<void> => {
  const files = readdirSync(bookFolder).filter((name) => /^fund\.json$|\.csv$/.test(name))
  await sendFiles(
    page,
    files.map((name) => {
      const text = readFileSync(join(bookFolder, name), 'utf8').replace('99999901', '99999908')
      return { name, mimeType: 'text/plain', buffer: Buffer.from(change(text)) }
    }),
  )
}

/** The text of the last meeting that was held. */
const textOfLast = async (page: Page): Promise<void> => {
  await page.locator('main .meetings a').first().click()
  await page.locator('main a[href$="/text"]').click()
}

/** Where a network's staff bring a paper book in, and what goes out of a meeting and in without a line. */
export const bringingPages: readonly PageToLookAt[] = [
  {
    name: 'meeting-text',
    path: '/funds/FUND/meetings',
    door: 'record-keeper',
    steps: textOfLast,
  },
  { name: 'meeting-text-check', path: '/funds/FUND/meeting-text', door: 'auditor' },
  { name: 'carried', path: '/funds/FUND/carried', door: 'record-keeper' },
  { name: 'network-book', path: '/network/book', door: 'administrator' },
  {
    name: 'network-book-check',
    path: '/network/book',
    door: 'administrator',
    steps: (page) => sendBook(page),
  },
  {
    name: 'network-book-faults',
    path: '/network/book',
    door: 'administrator',
    steps: (page) => sendBook(page, (text) => text.replace('M02', 'M01').replace('normal', 'x')),
  },
]
