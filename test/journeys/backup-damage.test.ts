import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBackup } from '#src/cli/restoring.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'backup-damage-'))
const secret = 'the secret of a test, which opens nothing else'
const run = (args: readonly string[]) =>
  fund(args, { folder, environment: { BACKUP_SECRET: secret } })
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  await withPaperBook(folder)
  expect(await run(['backup', '--out', 'book.backup'])).toMatchObject({ status: 0, err: '' })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What is said of the backup with other bytes. */
const openedWith = async (change: (bytes: Buffer) => Buffer): Promise<string> => {
  writeFileSync(at('altered.backup'), change(Buffer.from(readFileSync(at('book.backup')))))
  const opened = openBackup(at('altered.backup'), secret, at('altered.plain'))
  const said = await opened.then(() => 'opened').catch((error: Error) => error.message)
  rmSync(at('altered.plain'), { force: true })
  return said
}

const flipped = (index: number) => (bytes: Buffer) => {
  bytes[index < 0 ? bytes.length + index : index]! ^= 1
  return bytes
}

/** Changes a word in the first line and nothing else. */
const worded = (from: string, to: string) => (bytes: Buffer) => {
  const index = bytes.indexOf(from)
  expect(index).toBeGreaterThan(-1)
  const rest = bytes.subarray(index + from.length)
  return Buffer.concat([bytes.subarray(0, index), Buffer.from(to), rest])
}

const noBackup = /does not begin like a backup/
const damages: readonly (readonly [string, (bytes: Buffer) => Buffer, RegExp])[] = [
  ['nothing', (bytes) => bytes, /^opened$/],
  ['the version', worded('"program":"0.', '"program":"1.'), /first line, or its part 1$/],
  ['a head', worded('"seq":2002', '"seq":2001'), /first line, or its part 1$/],
  ['the salt', worded('"salt":"', '"salt":"0'), noBackup],
  ['a newer format', worded('"v":1', '"v":2'), /newer version/],
  ['a later migration', worded('"0002-', '"0003-'), /newer version/],
  ['a key that costs too much', worded('"N":131072', '"N":999999999'), noBackup],
  ['its first part', flipped(5_000), /part 1$/],
  ['its second part', flipped(70_000), /part 2$/],
  ['its last byte', flipped(-1), /part \d\d$/],
  ['cut off by a byte', (bytes) => bytes.subarray(0, -1), /cut off: 1 bytes/],
  ['cut off in the middle', (bytes) => bytes.subarray(0, 200_000), /cut off/],
  ['cut off in its first line', (bytes) => bytes.subarray(0, 100), noBackup],
  ['doubled', (bytes) => Buffer.concat([bytes, bytes]), /goes on/],
  ['empty', () => Buffer.alloc(0), noBackup],
  ['another file', () => Buffer.from('date,amount\n'), noBackup],
]

test.each(damages)(
  'what is said of a backup fits what was altered in it: %s',
  async (_, change, says) => {
    expect(await openedWith(change)).toMatch(says)
  },
)

test('of an altered backup nothing plain is left', async () => {
  writeFileSync(at('altered.backup'), flipped(2_000_000)(readFileSync(at('book.backup'))))
  const checked = await run(['restore', 'altered.backup', '--to', 'sqlite:altered/fund.db'])
  expect([checked.status, checked.err]).toEqual([1, expect.stringContaining('was altered')])
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  expect(readdirSync(at('altered'))).toEqual([])
})
