import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { networkBookOf } from '#src/app/network/network-views.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { fileNames, fundFile } from '#src/exchange/paper-book/columns.ts'
import { importing, paperBookFolder } from '#test/support/books-in.ts'
import { sheetsOf } from '#test/support/book-workbooks.ts'
import { changedFrom, withCell } from '#test/support/changed-books.ts'
import { type HandSheet, handMade } from '#test/support/hand-made-workbook.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
beforeEach(async () => {
  village = await practice()
})

const names = [fundFile, ...fileNames]
const textOf = (name: string): string => readFileSync(join(paperBookFolder, name), 'utf8')

/** The fixtures' book under another village code, so that it is another fund. */
const otherBook = (changes: Readonly<Record<string, (text: string) => string>> = {}) =>
  new Map(
    names.map((name) => {
      const text = textOf(name)
      const other = name === fundFile ? text.replace('99999901', '99999902') : text
      return [name, changes[name]?.(other) ?? other]
    }),
  )

const formOf = (files: ReadonlyMap<string, string>): FormData => {
  const form = new FormData()
  for (const [name, text] of files) form.append(name, new Blob([text]), name)
  return form
}

const send = async (body: BodyInit, { query = '', door = 'administrator' as Door } = {}) =>
  village.ask(`/v1/imports/paper-book${query}`, { token: await village.as(door), body })

const sourceOf = (files: ReadonlyMap<string, string>) => async (name: string) => {
  const text = files.get(name)
  return text === undefined ? ('missing' as const) : new TextEncoder().encode(text)
}

const fundsHere = () => village.needs.store.fundIds()
const ownFunds = async () => (await networkBookOf(village.needs.store, village.networkId))!.fundIds

test('a book that is sent in becomes a fund of the network of whoever sent it', async () => {
  const answer = await send(formOf(otherBook()))
  const imported = (await answer.json()) as { fundId: string }
  expect(answer.status).toBe(200)
  expect(imported).toMatchObject({
    villageCode: '99999902',
    isDryRun: false,
    wasHere: false,
    warnings: ['grant-payees-not-kept'],
  })
  expect(await ownFunds()).toContain(imported.fundId)
  const { store } = village.needs
  const [founded] = await store.read(imported.fundId, 0, 1)
  const [joined, kept] = (await store.networks.read(village.networkId, 0, 10_000)).slice(-2)
  expect(joined!.type).toBe('FundJoined')
  expect(kept).toMatchObject({ type: 'FundWitnessed' })
  expect([founded!.recordedBy, founded!.device]).toEqual([joined!.recordedBy, joined!.device])
  expect(founded!.recordedBy).not.toBe('')
})

test('the same book again changes nothing, and says so', async () => {
  await send(formOf(otherBook()))
  const entries = (await village.needs.store.networks.read(village.networkId, 0, 10_000)).length
  const answer = await send(formOf(otherBook()))
  expect(await answer.json()).toMatchObject({ wasHere: true })
  expect(await village.needs.store.networks.read(village.networkId, 0, 10_000)).toHaveLength(
    entries,
  )
})

test('a dry run says the same and writes nothing', async () => {
  const before = [await fundsHere(), await ownFunds()]
  const tried = (await (
    await send(formOf(otherBook()), { query: '?dryRun=true' })
  ).json()) as object
  expect([await fundsHere(), await ownFunds()]).toEqual(before)
  const imported = await (await send(formOf(otherBook()))).json()
  expect({ ...tried, isDryRun: false }).toEqual(imported)
})

test('a book with faults is answered with all of them, as on the command line, and writes nothing', async () => {
  const broken = otherBook({
    'members.csv': (text) => text.replace('M02', 'M01'),
    'loans.csv': (text) => text.replace(/normal/, 'nrmal'),
  })
  broken.delete('grants.csv')
  const before = await fundsHere()
  const answer = await send(formOf(broken))
  const told = (await answer.json()) as { errors: unknown[] }
  expect(answer.status).toBe(422)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(told).toMatchObject({ code: 'book-has-faults', status: 422 })
  const onTheCommandLine = await importing(village.needs.store, sourceOf(broken))
  expect(told.errors).toEqual('faults' in onTheCommandLine ? onTheCommandLine.faults : [])
  expect(told.errors).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ file: 'grants.csv', row: null, code: 'file-missing' }),
      expect.objectContaining({ file: 'loans.csv', field: 'type', code: 'choice-unknown' }),
    ]),
  )
  expect(await fundsHere()).toEqual(before)
})

test('a workbook in one part is the same book as its files, and its faults are told by cell', async () => {
  const files = Object.fromEntries(otherBook())
  const formOfSheets = (sheets: readonly HandSheet[]): FormData => {
    const form = new FormData()
    form.append('book.xlsx', new Blob([handMade(sheets) as Uint8Array<ArrayBuffer>]), 'book.xlsx')
    return form
  }
  const dry = await send(formOfSheets(sheetsOf(files)), { query: '?dryRun=true' })
  const told = (await dry.json()) as object
  // The change of the village's code above leaves the text of fund.json otherwise as it was.
  expect({ ...told, isDryRun: false }).toEqual(await (await send(formOf(otherBook()))).json())
  expect(await (await send(formOfSheets(sheetsOf(files)))).json()).toMatchObject({ wasHere: true })
  const bad = changedFrom(files, withCell('loans.csv', 14, 'principal', 'ten'))
  const refused = await send(formOfSheets(sheetsOf(bad)))
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { code: 'book-has-faults', errors: [{ cell: 'loans!D14', code: 'amount-not-a-number' }] },
  ])
  const both = formOfSheets(sheetsOf(files))
  both.append('loans.csv', new Blob(['x']), 'loans.csv')
  const twice = await send(both)
  expect([twice.status, await twice.json()]).toMatchObject([
    400,
    { errors: [{ pointer: '/book.xlsx', code: 'book-twice' }] },
  ])
})

test('a village that is in the network already is named in a warning', async () => {
  const files = otherBook({ [fundFile]: (text) => text.replace('99999902', '99999901') })
  files.set('loans.csv', `${files.get('loans.csv')}\n`)
  const answer = await send(formOf(files))
  expect(await answer.json()).toMatchObject({
    warnings: expect.arrayContaining(['village-already-here']),
  })
})

test('of the villages of another network nothing is told', async () => {
  const files = otherBook()
  const foreign = await importing(village.needs.store, sourceOf(files))
  const fundId = 'fundId' in foreign ? foreign.fundId : ''
  const networkId = village.needs.ids()
  const envelope = () => ({ id: village.needs.ids(), v: 1 as const, effectiveOn: '2025-12-31' })
  await village.needs.recordNetwork(
    networkId,
    [
      { ...envelope(), type: 'FoundNetwork' },
      { ...envelope(), type: 'JoinFund', fundId },
    ],
    { actor: 'test', device: 'test' },
  )
  const same = await send(formOf(files))
  expect([same.status, await same.json()]).toMatchObject([409, { code: 'book-taken-in-elsewhere' }])
  expect(await ownFunds()).toEqual([village.fundId])
  files.set('loans.csv', `${files.get('loans.csv')}\n`)
  const twin = await send(formOf(files), { query: '?dryRun=true' })
  expect(await twin.json()).toMatchObject({ wasHere: false, warnings: ['grant-payees-not-kept'] })
})

test('what is no form is not read, and a form with other parts is none of a book', async () => {
  const token = await village.as('administrator')
  const json = await village.ask('/v1/imports/paper-book', { token, json: {} })
  expect([json.status, await json.json()]).toMatchObject([415, { code: 'wrong-content-type' }])
  const broken = await village.ask('/v1/imports/paper-book', {
    token,
    body: 'no boundary in here',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  expect([broken.status, await broken.json()]).toMatchObject([400, { code: 'body-unreadable' }])
  const more = formOf(otherBook())
  more.append('Sok Dara.csv', new Blob(['x']), 'Sok Dara.csv')
  more.append('loans.csv', new Blob(['x']), 'loans.csv')
  const answer = await send(more)
  const told = await answer.text()
  expect(answer.status).toBe(400)
  expect((JSON.parse(told) as { errors: unknown }).errors).toEqual([
    { pointer: '', code: 'part-unknown' },
    { pointer: '/loans.csv', code: 'part-twice' },
  ])
  expect(told).not.toContain('Sok Dara')
  expect(await fundsHere()).toEqual([village.fundId])
})

test('a book of more than eight megabytes is not read', async () => {
  const huge = otherBook({ 'loans.csv': (text) => text + ' '.repeat(9 * 1024 * 1024) })
  expect((await send(formOf(huge))).status).toBe(413)
})

test('an unknown filter is an error, also here', async () => {
  const answer = await send(formOf(otherBook()), { query: '?dryrun=true' })
  expect(answer.status).toBe(400)
  expect(await fundsHere()).toEqual([village.fundId])
})

test.each(['record-keeper', 'chair', 'household', 'auditor', 'migration-worker'] as const)(
  'a %s brings in no book',
  async (door) => {
    const answer = await send(formOf(otherBook()), { door })
    expect([403, 404]).toContain(answer.status)
    expect(await fundsHere()).toEqual([village.fundId])
  },
)

test('a stranger is not heard, whatever is sent', async () => {
  const answer = await village.ask('/v1/imports/paper-book', { body: 'x' })
  expect(answer.status).toBe(401)
})

test('who gave the secret long ago is asked for it again', async () => {
  const token = await village.as('administrator')
  village.pass(20 * 60_000)
  const answer = await village.ask('/v1/imports/paper-book', { token, body: formOf(otherBook()) })
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'step-up-needed' }])
  expect(await fundsHere()).toEqual([village.fundId])
})
