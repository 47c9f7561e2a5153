import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isSignedBy, keyIdOf, signerOnNode } from '#infra/system/signer.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { type Pack, checkPack } from '#src/exchange/evidence/check.ts'
import { type EvidenceManifest, signedManifest } from '#src/exchange/evidence/manifest.ts'
import { linesIn } from '#test/support/archives.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { fund } from '#test/support/command-line.ts'

const secret = 'an invented secret of forty letters or more'
let folder = ''
const run = (...args: string[]) => fund(args, { folder, environment: { SIGNING_SECRET: secret } })
const manifestIn = (pack: string): EvidenceManifest =>
  JSON.parse(readFileSync(join(folder, pack, 'manifest.json'), 'utf8')) as EvidenceManifest

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  await run('import', 'paper-book', paperBookFolder)
  expect(await run('export', 'evidence', '--out', 'pack')).toMatchObject({ status: 0, err: '' })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The pack as it lies there, or with some of its files changed; undefined for one that is gone. */
const packWith = (changed: Readonly<Record<string, Buffer | undefined>> = {}): Pack => {
  const at = join(folder, 'pack')
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
