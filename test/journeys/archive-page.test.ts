import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { asArchive, linesIn } from '#test/support/archives.ts'
import { type FixtureFacts, fixturesFolder } from '#test/support/fixture-database.ts'

const page = readFileSync(new URL('../../docs/archive.md', import.meta.url), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'archive-page-'))
afterAll(() => rmSync(folder, { recursive: true }))

const block = (language: string): string => page.split(`\`\`\`${language}\n`)[1]!.split('\n```')[0]!

const archive = readFileSync(join(fixturesFolder, '0.2.0.archive.gz'))
const { heads } = JSON.parse(
  readFileSync(join(fixturesFolder, '0.2.0.json'), 'utf8'),
) as FixtureFacts

/** Runs the check of the page on a file, as somebody would who has nothing of ours. */
const checked = (bytes: Uint8Array) => {
  writeFileSync(join(folder, 'check.mjs'), block('js'))
  writeFileSync(join(folder, 'fund.archive.gz'), bytes)
  return promisify(execFile)(process.execPath, ['check.mjs', 'fund.archive.gz'], { cwd: folder })
}

test('every line of the example stands in the archive that it is taken from', () => {
  const lines = new Set(linesIn(archive))
  const example = block('ndjson').split('\n')
  expect(example).toHaveLength(7)
  for (const line of example) expect(lines.has(line), line).toBe(true)
})

test('whoever has the page alone can check an archive, and finds one that was altered', async () => {
  expect((await checked(archive)).stdout).toBe(`holds: 2005 entries, head ${heads[0]!.hash}\n`)
  const lines = linesIn(archive)
  const with_ = (line: number, from: string, to: string) =>
    checked(asArchive(lines.map((text, i) => (i === line ? text.replace(from, to) : text))))
  await expect(with_(142, '25000', '26000')).rejects.toThrow('entry 142')
  await expect(with_(2005, '"v":1', '"v":2')).rejects.toThrow('entry 2005')
  await expect(with_(2010, '"text":"', '"text":"not ')).rejects.toThrow('the end does not fit')
})
