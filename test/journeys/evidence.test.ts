import { crc32 } from 'node:zlib'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isSignedBy, keyIdOf, signerOnNode } from '#infra/system/signer.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { type Pack, checkPack } from '#src/exchange/evidence/check.ts'
import { type EvidenceManifest, signedManifest } from '#src/exchange/evidence/manifest.ts'
import { receiptCode, receiptOf } from '#src/app/proof/receipts.ts'
import { linesIn } from '#test/support/archives.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'
import { practice } from '#test/support/service.ts'

const secret = 'an invented secret of forty letters or more'
let folder = ''
const run = (...args: string[]) => fund(args, { folder, environment: { SIGNING_SECRET: secret } })
const manifestIn = (pack: string): EvidenceManifest =>
  JSON.parse(readFileSync(join(folder, pack, 'manifest.json'), 'utf8')) as EvidenceManifest

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  await withPaperBook(folder)
  expect(await run('export', 'evidence', '--out', 'pack')).toMatchObject({ status: 0, err: '' })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The pack as it lies there, or with some of its files changed; undefined for one that is gone. */
const packWith = (changed: Readonly<Record<string, Buffer | undefined>> = {}): Pack => {
  const at = join(folder, 'pack')
  expect(statSync(at).mode & 0o077).toBe(0)
  const files = new Map<string, Buffer | undefined>(
    readdirSync(at).map((name) => [name, readFileSync(join(at, name))]),
  )
  for (const [name, bytes] of Object.entries(changed)) files.set(name, bytes)
  return {
    names: [...files].filter(([, bytes]) => bytes).map(([name]) => name),
    text: async (name) => files.get(name)?.toString('utf8'),
    sum: async (name) => {
      const bytes = files.get(name)
      if (!bytes) return undefined
      const digest = sha256Digest()
      digest.take(bytes)
      return { bytes: bytes.length, sha256: digest.hex() }
    },
    hash: sha256,
    keyIdOf,
    isSigned: isSignedBy,
  }
}

test('a pack holds journal, books and findings, is signed by the key of the receipts, and says what it is', async () => {
  const { fundId, parts, keyId, publicKey } = manifestIn('pack')
  expect(parts.map(({ name }) => name)).toEqual([
    'books.xlsx',
    'findings.json',
    'journal.archive.gz',
  ])
  expect({ keyId, publicKey }).toEqual(signerOnNode({ secret }).publicKey(fundId))
  const told = await run('evidence', '--check', 'pack', '--key', publicKey)
  expect(told).toMatchObject({ status: 0, err: '' })
  expect(told.out).toContain('All 3 parts are what was signed')
  expect(told.out).toContain('the one that you gave')
})

test('a byte that was altered is named by its part, whichever byte of whichever file', async () => {
  expect((await checkPack(packWith(), undefined)).faults).toEqual([])
  for (const { name, bytes } of manifestIn('pack').parts)
    for (const at of [0, Math.floor(bytes / 2), bytes - 1]) {
      const altered = Buffer.from(readFileSync(join(folder, 'pack', name)))
      altered[at]! ^= 1
      const { faults } = await checkPack(packWith({ [name]: altered }), undefined)
      expect(faults).toEqual([{ part: name, code: 'altered' }])
    }
  const text = readFileSync(join(folder, 'pack', 'manifest.json'), 'utf8')
  const later = Buffer.from(text.replace(/"asOf":"\d{4}/, '"asOf":"1999'))
  expect((await checkPack(packWith({ 'manifest.json': later }), undefined)).faults).toEqual([
    { part: 'manifest.json', code: 'not-signed' },
  ])
})

test('what is gone, what was put in and what another key signed is named', async () => {
  const gone = packWith({ 'findings.json': undefined, 'more.txt': Buffer.from('more') })
  expect((await checkPack(gone, undefined)).faults).toEqual([
    { part: 'findings.json', code: 'missing' },
    { part: 'more.txt', code: 'unknown' },
  ])
  const { format: _f, v: _v, keyId: _k, publicKey, ...told } = manifestIn('pack')
  const forged = signedManifest(told, { signer: signerOnNode({ secret: 'another' }), hash: sha256 })
  const swapped = packWith({
    'manifest.json': Buffer.from(forged.text),
    'manifest.sig': Buffer.from(forged.signature),
  })
  expect((await checkPack(swapped, undefined)).faults).toEqual([])
  expect((await checkPack(swapped, publicKey)).faults).toEqual([
    { part: 'manifest.json', code: 'other-key' },
  ])
  const out = packWith({ 'manifest.json': Buffer.from(forged.text.replace('books.xlsx', '../b')) })
  expect((await checkPack(out, undefined)).faults).toEqual([
    { part: 'manifest.json', code: 'unreadable' },
  ])
})

/** A pack whose manifest says something else, signed again. */
const signedAgain = (
  more: object,
  from: string,
  names?: Partial<ReturnType<ReturnType<typeof signerOnNode>['publicKey']>>,
): { text: string; signature: string } => {
  const { format: _f, v: _v, keyId: _k, publicKey: _p, ...told } = manifestIn('pack')
  const signer = signerOnNode({ secret: from })
  return signedManifest(
    { ...told, ...more },
    {
      signer: { ...signer, publicKey: (fundId) => ({ ...signer.publicKey(fundId), ...names }) },
      hash: sha256,
    },
  )
}

test('no key goes under the name of another: who forges a pack cannot write the name that stands on receipts', async () => {
  const { keyId } = manifestIn('pack')
  const { text, signature } = signedAgain({}, 'another', { keyId })
  const forged = packWith({
    'manifest.json': Buffer.from(text),
    'manifest.sig': Buffer.from(signature),
  })
  expect((await checkPack(forged, undefined)).faults).toEqual([
    { part: 'manifest.json', code: 'not-signed' },
  ])
})

test('a pack without a journal is none, since nothing of it can be counted again', async () => {
  const parts = manifestIn('pack').parts.filter(({ name }) => name !== 'journal.archive.gz')
  const { text, signature } = signedAgain({ parts }, secret)
  cpSync(join(folder, 'pack'), join(folder, 'bare'), { recursive: true })
  writeFileSync(join(folder, 'bare', 'manifest.json'), text)
  writeFileSync(join(folder, 'bare', 'manifest.sig'), signature)
  rmSync(join(folder, 'bare', 'journal.archive.gz'))
  const told = await run('evidence', '--check', 'bare')
  expect([told.status, told.out]).toEqual([
    1,
    'manifest.json names no journal, and without one nothing can be counted again\n',
  ])
})

test('on the command line an altered part is told, and a journal that ends elsewhere than was signed', async () => {
  cpSync(join(folder, 'pack'), join(folder, 'spoilt'), { recursive: true })
  writeFileSync(join(folder, 'spoilt', 'findings.json'), '{}')
  const spoilt = await run('evidence', '--check', 'spoilt')
  expect([spoilt.status, spoilt.out]).toEqual([1, 'findings.json is not what was signed\n'])
  const { format: _f, v: _v, keyId: _k, publicKey: _p, ...told } = manifestIn('pack')
  const head = { ...told.head, seq: told.head.seq - 1 }
  const { text, signature } = signedManifest(
    { ...told, head },
    { signer: signerOnNode({ secret }), hash: sha256 },
  )
  cpSync(join(folder, 'pack'), join(folder, 'other'), { recursive: true })
  writeFileSync(join(folder, 'other', 'manifest.json'), text)
  writeFileSync(join(folder, 'other', 'manifest.sig'), signature)
  const other = await run('evidence', '--check', 'other')
  expect([other.status, other.out]).toEqual([
    1,
    'journal.archive.gz ends in another entry than the manifest says\n',
  ])
})

test('a pack holds nothing that can be erased, and none is signed with a key that everybody knows', async () => {
  const lines = linesIn(readFileSync(join(folder, 'pack', 'journal.archive.gz')))
  const kinds = new Set(lines.map((line) => (JSON.parse(line) as { readonly kind: string }).kind))
  expect([...kinds].toSorted()).toEqual(['end', 'entry', 'header'])
  const open = await fund(['export', 'evidence', '--out', 'unsigned'], { folder })
  expect([open.status, open.err]).toEqual([3, expect.stringContaining('SIGNING_SECRET')])
  expect(existsSync(join(folder, 'unsigned'))).toBe(false)
})

/** Files of a zip file by a reader of its own: from the list at its end, each held against its checksum. */
const unzipped = (zip: Buffer): ReadonlyMap<string, Buffer> => {
  const files = new Map<string, Buffer>()
  const end = zip.length - 22
  expect(zip.readUInt32LE(end)).toBe(0x06_05_4b_50)
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [length, nameLength] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)]
    const name = zip.toString('ascii', at + 46, at + 46 + nameLength)
    const entry = zip.readUInt32LE(at + 42)
    expect(zip.readUInt32LE(entry)).toBe(0x04_03_4b_50)
    expect(zip.toString('ascii', entry + 30, entry + 30 + nameLength)).toBe(name)
    const bytes = zip.subarray(entry + 30 + nameLength).subarray(0, length)
    expect([crc32(bytes), crc32(bytes)]).toEqual([
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(entry + 14),
    ])
    files.set(name, bytes)
    at += 46 + nameLength
  }
  expect(at).toBe(end)
  return files
}

test('an auditor takes the same pack along by the API, and it is checked as the folder is', async () => {
  const village = await practice({ isPractice: false, signer: signerOnNode({ secret }) })
  const path = `/v1/funds/${village.fundId}/exports/evidence?asOf=2025-12-31`
  const token = await village.as('auditor')
  const answer = await village.ask(path, { token })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const files = unzipped(Buffer.from(await answer.arrayBuffer()))
  expect([...files.keys()].toSorted()).toEqual(readdirSync(join(folder, 'pack')).toSorted())
  mkdirSync(join(folder, 'sent'))
  for (const [name, bytes] of files) writeFileSync(join(folder, 'sent', name), bytes)
  const { publicKey } = signerOnNode({ secret }).publicKey(village.fundId)
  const told = await run('evidence', '--check', 'sent', '--key', publicKey)
  expect(told).toMatchObject({ status: 0, err: '' })
  expect(manifestIn('sent')).toMatchObject({ fundId: village.fundId, asOf: '2025-12-31' })
  // The same right as for all that is carried out; nothing of it is asked for but the day.
  expect((await village.ask(path, { token: await village.as('household') })).status).toBe(403)
  const odd = await village.ask(`${path}&list=loans`, { token })
  expect([odd.status, await odd.json()]).toEqual([
    400,
    expect.objectContaining({ errors: [{ pointer: '/list', code: 'unknown-field' }] }),
  ])
})

test('a practice service signs no pack', async () => {
  const village = await practice()
  const path = `/v1/funds/${village.fundId}/exports/evidence`
  const answer = await village.ask(path, { token: await village.as('auditor') })
  expect([answer.status, await answer.json()]).toEqual([
    409,
    expect.objectContaining({ code: 'practice-signs-nothing' }),
  ])
})

test('an operator holds a receipt against the database, and a forged one is refused', async () => {
  const { fundId, head } = manifestIn('pack')
  const entries = linesIn(readFileSync(join(folder, 'pack', 'journal.archive.gz')))
  const last = entries
    .map((line) => JSON.parse(line) as { seq?: number; id: string; recordedAt: string })
    .find(({ seq }) => seq === head.seq)!
  const receipt = receiptOf(signerOnNode({ secret }), { fundId, ...head, ...last })
  const good = await run('verify-receipt', receiptCode(receipt))
  expect(good).toMatchObject({ status: 0, err: '' })
  expect(good.out).toContain(`Entry ${head.seq} stands in the book`)
  const forged = receiptOf(signerOnNode({ secret: 'another one' }), { fundId, ...head, ...last })
  expect(await run('verify-receipt', receiptCode(forged), '--json')).toMatchObject({ status: 1 })
})
