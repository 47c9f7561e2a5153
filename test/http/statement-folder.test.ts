import { beforeAll, expect, test } from 'vitest'
import { isSignedBy, keyIdOf } from '#infra/system/signer.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { statementNames } from '#domain/ledger/statement.ts'
import { type Pack, checkPack } from '#src/exchange/evidence/check.ts'
import { type Practice, practice } from '#test/support/service.ts'

let live: Practice
let token: string
beforeAll(async () => {
  live = await practice({ isPractice: false })
  token = await live.as('record-keeper')
})

/** The files of a zip file in which none is packed. */
const unzipped = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
  const files = new Map<string, Buffer>()
  for (let at = 0; bytes.readUInt32LE(at) === 0x04_03_4b_50;) {
    const [length, name, more] = [18, 26, 28].map((field) =>
      field === 18 ? bytes.readUInt32LE(at + field) : bytes.readUInt16LE(at + field),
    ) as [number, number, number]
    const begins = at + 30 + name + more
    files.set(
      bytes.subarray(at + 30, at + 30 + name).toString(),
      bytes.subarray(begins, begins + length),
    )
    at = begins + length
  }
  return files
}

const packOf = (files: ReadonlyMap<string, Buffer>): Pack => ({
  names: [...files.keys()],
  text: async (name) => files.get(name)?.toString('utf8'),
  sum: async (name) => {
    const bytes = files.get(name)
    if (bytes === undefined) return undefined
    const digest = sha256Digest()
    digest.take(bytes)
    return { bytes: bytes.length, sha256: digest.hex() }
  },
  hash: sha256,
  keyIdOf,
  isSigned: isSignedBy,
})

const folderOf = async (name: string, more = ''): Promise<ReadonlyMap<string, Buffer>> => {
  const path = `/funds/${live.fundId}/statements/${name}?lang=en&asOf=2025-11-30${more}`
  const page = await (await live.ask(path, { token })).text()
  const [, href] = /href="([^"]*file=zip)"/.exec(page) ?? []
  const taken = await live.ask(href!.replaceAll('&amp;', '&'), { token })
  expect(taken.status).toBe(200)
  expect(taken.headers.get('content-disposition')).toBe(`attachment; filename="${name}.zip"`)
  return unzipped(Buffer.from(await taken.arrayBuffer()))
}

const ownKey = (): string => live.needs.signer.publicKey(live.fundId).publicKey

test.each(statementNames)('%s goes along in a folder that the fund has signed', async (name) => {
  const files = await folderOf(name, name === 'member-statement' ? '&card=M09' : '')
  expect([...files.keys()]).toEqual([
    'how-to-check.txt',
    `${name}.csv`,
    `${name}.json`,
    `${name}.xlsx`,
    'manifest.json',
    'manifest.sig',
  ])
  const { manifest, faults } = await checkPack(packOf(files), ownKey())
  expect(faults).toEqual([])
  expect(manifest).toMatchObject({ asOf: '2025-11-30', statement: { name, knownAt: null } })
  const { keyId } = live.needs.signer.publicKey(live.fundId)
  const how = files.get('how-to-check.txt')!.toString('utf8')
  expect(how.split(keyId)).toHaveLength(3)
  expect(how).toContain(manifest!.head.hash)
})

test('what a family borrowed for stands on the page and not in the folder, which nobody can take it out of again', async () => {
  const { store } = live.needs
  const { loans } = (await bookOf(store, live.fundId))!
  const text = 'for the operation of the younger daughter'
  const name = statementNames.find((one) => one.startsWith('loan'))!
  await store.keep(live.fundId, [{ subject: `loan:${loans[0]!.loanId}`, text }])
  const path = `/funds/${live.fundId}/statements/${name}?lang=en&asOf=2025-11-30&file=csv`
  expect(await (await live.ask(path, { token })).text()).toContain(text)
  const files = await folderOf(name)
  expect(files.get(`${name}.csv`)!.toString('utf8')).not.toContain(text)
  expect(files.get(`${name}.json`)!.toString('utf8')).not.toContain(text)
})

test('a figure that somebody alters in it is named, and so is a file that was put in', async () => {
  const files = new Map(await folderOf('balance-sheet'))
  const rows = files.get('balance-sheet.csv')!.toString('utf8')
  files.set('balance-sheet.csv', Buffer.from(rows.replace(/\d{4,}/, '7777')))
  files.set('more.csv', Buffer.from('1'))
  const { faults } = await checkPack(packOf(files), ownKey())
  expect(faults.map(({ part, code }) => `${part} ${code}`)).toEqual([
    'balance-sheet.csv altered',
    'more.csv unknown',
  ])
})

test('words beside the journal, which can be erased here, are in no folder', async () => {
  const page = await live.ask(`/funds/${live.fundId}/statements/cash-book?file=csv&lang=en`, {
    token,
  })
  expect(page.status).toBe(200)
  const files = await folderOf('cash-book')
  for (const [, text] of await live.needs.store.of(live.fundId))
    if (text.length > 3)
      for (const [, bytes] of files) expect(bytes.toString('utf8')).not.toContain(text)
})

test('a folder of one statement is of the book as it was known on the day that is asked', async () => {
  const then = await folderOf('income', `&knownAt=${live.needs.today()}`)
  const { manifest, faults } = await checkPack(packOf(then), ownKey())
  expect(faults).toEqual([])
  expect(manifest!.statement!.knownAt).toContain(live.needs.today())
})

test('a practice service signs no statement either', async () => {
  const play = await practice()
  const asked = await play.ask(`/funds/${play.fundId}/statements/income?file=zip`, {
    token: await play.as('record-keeper'),
  })
  expect(asked.status).toBe(409)
})
