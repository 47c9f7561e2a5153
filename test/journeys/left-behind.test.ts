import { mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withTemporaryFolder } from '#src/cli/new-files.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))

/** No process has it: the highest that Linux gives is lower. */
const nobody = 4_194_305

test('plain books that a power cut left are dropped by the next that works there, and nothing else is', async () => {
  const made = (name: string, days: number): void => {
    const path = join(folder, name)
    mkdirSync(path)
    writeFileSync(join(path, 'copy.db'), 'plain books')
    const at = statSync(path).mtimeMs / 1000 - days * 86_400
    utimesSync(path, at, at)
  }
  const own = await withTemporaryFolder(folder, async (path) => path)
  const [, space] = new RegExp(`/\\.village-fund-${process.pid}-(\\w+)-\\w{6}$`).exec(own)!
  // Of this machine, as soon as its process is gone; of another container and of an older version, a day later.
  const left = [
    [`.village-fund-${nobody}-${space}-aBc123`, 0],
    [`.village-fund-${nobody}-77-aBc123`, 2],
    ['.village-fund-aBc123', 2],
  ] as const
  const stays = [
    [`.village-fund-${process.pid}-${space}-aBc456`, 400],
    [`.village-fund-${nobody}-77-aBc456`, 0.5],
    ['.village-fund-aBc456', 0.5],
    ['.village-fund-not-ours', 400],
    ['fund.db.d', 400],
  ] as const
  for (const [name, days] of [...left, ...stays]) made(name, days)
  mkdirSync(join(folder, 'elsewhere'))
  symlinkSync(join(folder, 'elsewhere'), join(folder, `.village-fund-${nobody}-${space}-link12`))
  await withTemporaryFolder(folder, async () => undefined)
  expect(readdirSync(folder).toSorted()).toEqual(
    ['elsewhere', ...stays.map(([name]) => name)].toSorted(),
  )
})

test('a folder in which nothing can be looked at is worked in all the same, or told by its own fault', async () => {
  await expect(withTemporaryFolder(join(folder, 'nowhere'), async () => 'done')).rejects.toThrow(
    /nothing can be written there: ENOENT/,
  )
})
