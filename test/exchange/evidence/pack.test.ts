import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { type Pack, checkPack } from '#src/exchange/evidence/check.ts'
import { type EvidenceManifest, openEvidence, signedText } from '#src/exchange/evidence/manifest.ts'
import { zipped } from '#src/exchange/evidence/zip.ts'

const digits = (sign: string, length: number): string => sign.repeat(length)
const manifest: EvidenceManifest = {
  format: 'village-fund/evidence',
  v: 1,
  fundId: 'f1',
  asOf: '2025-12-31',
  head: { seq: 1, hash: digits('a', 64) },
  program: '0.2.0',
  keyId: digits('b', 16),
  publicKey: digits('k', 43),
  parts: [
    { name: 'journal.archive.gz', bytes: 0, sha256: digits('c', 64) },
    { name: 'books.xlsx', bytes: 7, sha256: digits('d', 64) },
  ],
}

type Changes = {
  readonly told?: object
  readonly files?: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>
  readonly signature?: string | undefined
  readonly keyId?: string
}

/** A pack whose key signs by writing the text that it signs. */
const packOf = ({ told = {}, files = {}, keyId = manifest.keyId, ...more }: Changes): Pack => {
  const text = JSON.stringify({ ...manifest, ...told })
  const signature = signedText(manifest.fundId, text, sha256)
  const lying = new Map(
    Object.entries({
      ...Object.fromEntries(manifest.parts.map(({ name, ...sum }) => [name, sum])),
      ...files,
    }),
  )
  const texts: Readonly<Record<string, string | undefined>> = {
    'manifest.json': text,
    'manifest.sig': 'signature' in more ? more.signature : `${signature}\n`,
  }
  return {
    names: ['manifest.json', 'manifest.sig', ...lying.keys()],
    text: async (name) => texts[name],
    sum: async (name) => lying.get(name),
    hash: sha256,
    keyIdOf: (publicKey) => (publicKey === manifest.publicKey ? keyId : digits('0', 16)),
    isSigned: (publicKey, signed, by) => publicKey === manifest.publicKey && signed === by,
  }
}
const wrongIn = async (changes: Changes, key?: string) =>
  (await checkPack(packOf(changes), key)).faults.map(({ part, code }) => `${part} ${code}`)

test('a pack that is as it was signed has nothing wrong, whoever gave the key', async () => {
  expect(await wrongIn({})).toEqual([])
  expect(await wrongIn({}, manifest.publicKey)).toEqual([])
  expect(await wrongIn({}, digits('x', 43))).toEqual(['manifest.json other-key'])
})

test('a part is another one by its size alone or by its hash alone', async () => {
  const [, { name, bytes, sha256: sum }] = manifest.parts as [unknown, EvidenceManifest['parts'][0]]
  expect(await wrongIn({ files: { [name]: { bytes: bytes + 1, sha256: sum } } })).toEqual([
    'books.xlsx altered',
  ])
  expect(await wrongIn({ files: { [name]: { bytes, sha256: digits('e', 64) } } })).toEqual([
    'books.xlsx altered',
  ])
})

test('files of which the manifest says nothing are named in their order', async () => {
  const file = { bytes: 1, sha256: digits('e', 64) }
  expect(await wrongIn({ files: { 'z.txt': file, 'a.txt': file } })).toEqual([
    'a.txt unknown',
    'z.txt unknown',
  ])
})

test('a key that goes under the name of another has not signed, nor has a signature of another text', async () => {
  const notSigned = ['manifest.json not-signed']
  expect(await wrongIn({ keyId: digits('9', 16) })).toEqual(notSigned)
  expect(await wrongIn({ signature: 'of another' })).toEqual(notSigned)
  expect(await wrongIn({ signature: undefined })).toEqual(['manifest.sig missing'])
})

test('a pack without its journal is told, because nothing can be counted again', async () => {
  const [, books] = manifest.parts
  expect((await wrongIn({ told: { parts: [books] } })).toSorted()).toEqual([
    'journal.archive.gz unknown',
    'manifest.json no-journal',
  ])
})

const part = (more: object) => ({ parts: [{ ...manifest.parts[0], ...more }] })
test.each<[string, object, boolean]>([
  ['as it is', {}, true],
  ['of the first entry', { head: { seq: 1, hash: digits('a', 64) } }, true],
  ['of no entry', { head: { seq: 0, hash: digits('a', 64) } }, false],
  ['with a hash that is too short', { head: { seq: 1, hash: digits('a', 63) } }, false],
  ['of a day that the calendar has not', { asOf: '2025-02-29' }, false],
  ['of a later form', { v: 2 }, false],
  ['of an empty part', part({ bytes: 0 }), true],
  ['of a part of less than nothing', part({ bytes: -1 }), false],
  ['of a part in another folder', part({ name: '../a' }), false],
  ['of a part that begins with a dot', part({ name: '.a' }), false],
  ['of a part with a name of 61 signs', part({ name: digits('a', 61) }), true],
  ['of a part with a name of 62 signs', part({ name: digits('a', 62) }), false],
  ['of no part', { parts: [] }, false],
  ['of twenty parts', { parts: Array.from({ length: 20 }, () => manifest.parts[0]) }, true],
  ['of twenty-one parts', { parts: Array.from({ length: 21 }, () => manifest.parts[0]) }, false],
  ['of nobody', { fundId: '' }, false],
  ['with more than it may say', { name: 'Sok' }, false],
])('a manifest %s is read or not: %o', (_, change, isRead) => {
  const read = openEvidence(JSON.stringify({ ...manifest, ...change }))
  expect(read !== undefined).toBe(isRead)
})

test('what is no JSON is no manifest', () => {
  expect(openEvidence('{')).toBeUndefined()
})

test('files lie in a zip one after another, each with its check sum and its place', () => {
  const files = [
    { name: 'a.txt', bytes: new TextEncoder().encode('first') },
    { name: 'bc.txt', bytes: new TextEncoder().encode('the second') },
  ]
  const zip = Buffer.from(zipped(files))
  const end = zip.length - 22
  expect(zip.readUInt32LE(end)).toBe(0x06_05_4b_50)
  expect([zip.readUInt16LE(end + 8), zip.readUInt16LE(end + 10)]).toEqual([2, 2])
  let at = zip.readUInt32LE(end + 16)
  expect(at + zip.readUInt32LE(end + 12)).toBe(end)
  for (const { name, bytes } of files) {
    expect(zip.readUInt32LE(at)).toBe(0x02_01_4b_50)
    expect(zip.readUInt32LE(at + 16)).toBe(crc32(bytes))
    expect([zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)]).toEqual([
      bytes.length,
      bytes.length,
    ])
    expect(zip.subarray(at + 46, at + 46 + name.length).toString()).toBe(name)
    const place = zip.readUInt32LE(at + 42)
    expect(zip.readUInt32LE(place)).toBe(0x04_03_4b_50)
    const from = place + 30 + zip.readUInt16LE(place + 26)
    expect(zip.subarray(from, from + bytes.length)).toEqual(Buffer.from(bytes))
    at += 46 + name.length
  }
  expect(Buffer.from(zipped(files))).toEqual(zip)
})
