import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { fileNames, fundFile } from '#src/exchange/paper-book/columns.ts'
import { languages } from '#src/words/catalogue.ts'
import { bookPageWords, importWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { sheetsOf } from '#test/support/book-workbooks.ts'
import { handMade, zipOf } from '#test/support/hand-made-workbook.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
beforeEach(async () => {
  village = await practice()
})

type Files = Readonly<Record<string, string>>

/** The fixtures' book under another village code, so that it is another fund. */
const book: Files = Object.fromEntries(
  [fundFile, ...fileNames].map((name) => {
    const text = readFileSync(join(paperBookFolder, name), 'utf8')
    return [name, name === fundFile ? text.replace('99999901', '99999902') : text]
  }),
)

const formOf = (files: Readonly<Record<string, BlobPart>>, seal?: string): FormData => {
  const form = new FormData()
  if (seal !== undefined) form.append('seal', seal)
  for (const [name, content] of Object.entries(files))
    form.append('sheet', new Blob([content]), name)
  return form
}

const place = '/network/book'
const send = async (path: string, form: FormData) => {
  const token = await village.as('administrator')
  const answer = await village.ask(path, { token, body: form })
  const html = await answer.text()
  return { status: answer.status, html, text: pageText(html) }
}
const sealIn = (html: string): string => /name="seal" value="([^"]+)"/.exec(html)?.[1] ?? 'none'
const funds = async () => (await networkBookOf(village.needs.store, village.networkId))!.fundIds

const zipped = (files: Files): BlobPart =>
  zipOf([
    ...Object.entries(files).map(([name, text]) => ({ name: `my book/${name}`, text })),
    { name: '__MACOSX/my book/._loans.csv', text: 'of the system' },
    { name: 'my book/a letter.txt', text: 'of nobody' },
  ]) as BlobPart

test('staff see what a paper book would write, say yes, and the fund is in their network', async () => {
  const before = await funds()
  let seal = ''
  for (const language of languages) {
    const words = bookPageWords.in(language)
    const asked = await send(`${place}?lang=${language}`, formOf(book))
    expect(asked.status).toBe(200)
    expect(asked.text).toContain(importWords.in(language).nothingYet)
    expect(asked.text).toContain(`${words.village} 99999902`)
    expect(asked.text).toContain(`${words.meetings} 12`)
    expect(asked.text).toContain(words['grant-payees-not-kept'])
    seal = sealIn(asked.html)
  }
  const other = { ...book, 'loans.csv': `${book['loans.csv']}\n` }
  const changed = await send(`${place}/write?lang=en`, formOf(other, seal))
  expect([changed.status, changed.text]).toEqual([
    409,
    expect.stringContaining(importWords.in('en').anotherFile),
  ])
  expect(await funds()).toEqual(before)
  const done = await send(`${place}/write?lang=en`, formOf(book, seal))
  expect([done.status, done.text]).toEqual([
    200,
    expect.stringContaining(bookPageWords.in('en').done),
  ])
  expect(await funds()).toHaveLength(before.length + 1)
  // The same book, however it comes, is here already.
  const workbook = handMade(sheetsOf(book)) as BlobPart
  for (const files of [{ 'b.zip': zipped(book) }, { 'b.xlsx': workbook }])
    expect((await send(`${place}?lang=en`, formOf(files))).text).toContain(
      bookPageWords.in('en').hereAlready,
    )
})

test('what is to be mended is told by sheet, row and column, in the words of the reader, and writes nothing', async () => {
  const before = await funds()
  const broken = { ...book, 'loans.csv': book['loans.csv']!.replace('normal', 'Invented Name') }
  for (const files of [broken, { 'b.zip': zipped(broken) }]) {
    const { status, text, html } = await send(`${place}?lang=km`, formOf(files))
    const words = importWords.in('km')
    expect([status, text]).toEqual([400, expect.stringContaining(words.toMend('1'))])
    expect(text).toContain(`loans.csv · ${words.rowPlace('2')} · type`)
    expect(html).not.toContain('Invented')
  }
  const asSheets = { 'b.xlsx': handMade(sheetsOf(broken)) as BlobPart }
  expect((await send(place, formOf(asSheets))).text).toContain('loans!')
  expect(await funds()).toEqual(before)
})

test('no file, a file of something else and a zip without a book are told in words', async () => {
  const words = importWords.in('en')
  expect((await send(`${place}?lang=en`, new FormData())).text).toContain(words.fileMissing)
  const letter = zipOf([{ name: 'letter.txt', text: 'x' }]) as BlobPart
  for (const [name, content] of [
    ['b.zip', letter],
    ['b.txt', 'a letter'],
  ] as const)
    expect((await send(place, formOf({ [name]: content }))).status).toBe(400)
  expect((await send(place, formOf({ 'b.zip': letter }))).text).toContain(
    'There is no file of a paper book here',
  )
  const twice = zipOf([
    { name: 'a/loans.csv', text: 'x' },
    { name: 'b/loans.csv', text: 'x' },
  ]) as BlobPart
  expect((await send(place, formOf({ 'b.zip': twice }))).text).toContain('the same name')
})

test('of two books that are chosen at once none is left out in silence', async () => {
  const workbook = handMade(sheetsOf(book)) as BlobPart
  const beside = formOf({ ...book, 'b.xlsx': workbook })
  const twice = formOf(book)
  twice.append('sheet', new Blob([`${book['loans.csv']}\n`]), 'loans.csv')
  for (const form of [beside, twice, formOf({ 'a.xlsx': workbook, 'b.xlsx': workbook })]) {
    const { status, html } = await send(`${place}?lang=en`, form)
    expect(status).toBe(400)
    const told = /<p class="fault" id="sheet-fault">([^]*?)<\/p>/.exec(html)?.[1] ?? ''
    expect(pageText(told)).toContain(
      'Choose one workbook (xlsx), one zip, or all its files at once',
    )
  }
})

test('the way there stands on the desk of the network, and who gave the secret long ago gives it first', async () => {
  const token = await village.as('administrator')
  const page = async (path: string) => (await village.ask(path, { token })).text()
  expect(await page('/network')).toContain(`href="${place}"`)
  expect(await page(place)).not.toContain('/step-up?')
  village.pass(20 * 60_000)
  expect(await page(place)).toContain('/step-up?to=%2Fnetwork%2Fbook')
})
