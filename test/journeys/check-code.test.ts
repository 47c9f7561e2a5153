import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfiguration } from '#src/configuration.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'check-code-'))
  await withPaperBook(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => fund(args, { folder })

test('a short code is checked by the command line, which ends with 1 where it does not agree', async () => {
  const heads = await run('heads', '--json')
  const found = /"seq":\s*(\d+),\s*"hash":\s*"([\da-f]{64})"/.exec(heads.out)!
  const [seq, hash] = [found[1]!, found[2]!]
  const good = await run('check-code', seq, hash.slice(0, 4), hash.slice(4, 8))
  expect(good).toMatchObject({ status: 0, err: '' })
  expect(good.out).toContain(`Entry ${seq} of`)
  const other = hash.startsWith('0') ? 'ffff' : '0000'
  const wrong = await run('check-code', seq, other, hash.slice(4, 8), '--json')
  expect(wrong.status).toBe(1)
  expect(JSON.parse(wrong.out)).toEqual({ verdict: 'line-differs', seq: Number(seq) })
  expect((await run('check-code', '999999', '0000', '0000')).status).toBe(1)
  expect((await run('check-code', '4829', '1034')).out).toContain('No meeting of this fund')
  expect((await run('check-code', 'twelve')).status).toBe(2)
})

const live = {
  MODE: 'live',
  PEPPER: 'a pepper of forty letters or more, invented',
  SIGNING_SECRET: 'a signing secret of forty letters, invented',
}
const faultsOf = (more: Readonly<Record<string, string>>): readonly string[] => {
  const read = readConfiguration({ ...live, ...more })
  return 'faults' in read ? read.faults : []
}

test('nothing is told outside and nobody comes in from there until all of it is set up', () => {
  const read = readConfiguration(live)
  expect(read).toMatchObject({ configuration: { WEBHOOKS: 'no', WEBHOOKS_PRIVATE: 'no' } })
  expect(faultsOf({ WEBHOOKS: 'yes' }).join()).toContain('MESSAGES_SECRET must be set')
  expect(faultsOf({ METRICS_TOKEN: 'short' }).join()).toContain('at least 32 signs')
  expect(faultsOf({ OIDC_ISSUER: 'https://accounts.example.org' }).join()).toContain('together')
  const oidc = { OIDC_CLIENT_ID: 'village-fund' }
  expect(faultsOf({ ...oidc, OIDC_ISSUER: 'http://accounts.example.org' }).join()).toContain(
    'https',
  )
  expect(faultsOf({ ...oidc, OIDC_ISSUER: 'https://accounts.example.org' })).toEqual([])
})
