import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrationNames } from '#infra/db/steps.ts'
import { version } from '#src/version.ts'
import { fund } from '#test/support/command-line.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))

const stick = join(folder, 'release.json')
const file = 'village-fund-9.1.0.tgz'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const release = (more: object = {}): string =>
  JSON.stringify({
    program: 'village-fund',
    version: '9.1.0',
    releasedOn: '2027-02-01',
    migrations: [...migrationNames, '0099-what-comes-later'],
    changes: '- Something new.\u001b[2J',
    files: { [file]: sha256('as it was made'), 'sbom.cdx.json': sha256('not on this stick') },
    ...more,
  })

beforeAll(() => writeFileSync(join(folder, file), 'as it was made'))

const check = (more?: object, ...args: string[]) => {
  writeFileSync(stick, release(more))
  return fund([...args, 'update', '--check', '--from', folder], { folder })
}

test('whoever asks is told that there is a newer version, what it brings, and the sums of its files', async () => {
  const { status, out } = await check()
  expect(status).toBe(1)
  expect(out).toContain(`Here is ${version}; there is 9.1.0 of 2027-02-01.`)
  expect(out).toContain('brings the schema up (1 step(s)), which this version cannot read any more')
  expect(out).toContain(`${sha256('as it was made')}  ${file}`)
  expect(out).toContain('- Something new.')
  // What came from elsewhere tells the terminal nothing.
  expect(out).not.toContain('\u001b')
  expect(out).not.toContain('ALTERED')
})

test.each([version, '0.0.1', '0.0.9999'])('%s is nothing newer', async (there) => {
  const { status, out } = await check({ version: there })
  expect([status, out]).toEqual([0, expect.stringContaining('there is nothing newer')])
})

test('a newer version that leaves the schema as it is says so', async () => {
  const { out } = await check({ migrations: migrationNames })
  expect(out).toContain('It leaves the schema as it is.')
})

test('a file that is not what the release says is named, and what is not there is not held against it', async () => {
  const { status, out } = await check({ version, files: { [file]: sha256('another') } })
  expect([status, out]).toEqual([1, expect.stringContaining(`ALTERED: ${file}`)])
  const json = JSON.parse((await check({}, '--json')).out) as object
  expect(json).toMatchObject({
    isNewer: true,
    migrations: ['0099-what-comes-later'],
    files: { [file]: 'whole', 'sbom.cdx.json': 'not-here' },
  })
})

test.each([
  ['another program', { program: 'canary' }],
  ['a version that is none', { version: 'canary' }],
  ['a file elsewhere', { files: { '../canary': sha256('') } }],
])('%s is no release, and nothing of it is said back', async (_, more) => {
  const { status, err } = await check(more)
  expect([status, err]).toEqual([1, expect.stringContaining('no release.json of this program')])
  expect(err).not.toContain('canary')
})

test('wrong use says what is wrong: no place, no check, a place that is not there, a way that anybody can read along', async () => {
  const asked = [
    ['update', '--check'],
    ['update', '--from', folder],
    ['update', '--check', '--from', join(folder, 'nowhere')],
    ['update', '--check', '--from', 'http://127.0.0.1/release.json'],
  ]
  for (const args of asked) expect((await fund(args, { folder })).status, args.join(' ')).toBe(2)
  const away = await fund(['update', '--check', '--from', 'https://127.0.0.1:1/release.json'], {
    folder,
  })
  expect([away.status, away.err]).toEqual([3, expect.stringContaining('cannot be read')])
})
