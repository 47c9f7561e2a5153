import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bundleName, bundleOf } from '#test/edge/bundle.ts'
import { dropFolder, newFolder } from '#test/edge/worker.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = join(root, 'node_modules/@mikro-orm/cli/cli.js')

test('the functions that the ORM brings along are what it makes of the schema now, byte for byte', () => {
  const folder = newFolder()
  try {
    execFileSync(
      process.execPath,
      [
        cli,
        'compile',
        '--config=./infra/db/compile.config.ts',
        `--out=${join(folder, 'compiled-functions.js')}`,
      ],
      { cwd: root, stdio: 'pipe' },
    )
    for (const name of ['compiled-functions.js', 'compiled-functions.d.ts'])
      expect(
        readFileSync(join(folder, name), 'utf8') ===
          readFileSync(join(root, 'infra/db', name), 'utf8'),
        `${name} is old: npm run edge:compile`,
      ).toBe(true)
  } finally {
    dropFolder(folder)
  }
})

const gzipKibMax = 3 * 1024

const bindings = {
  'wrangler.toml': ['env.LEDGERS', 'env.OVERVIEW', 'env.CASES', 'env.ASSETS', 'env.MODE ("live")'],
  'wrangler.hyperdrive.toml': ['env.HYPERDRIVE', 'env.CASES', 'env.ASSETS', 'env.MODE ("live")'],
}

test.each(Object.entries(bindings))(
  'the Worker of %s can be deployed as it stands: it is bundled, and small enough for any plan',
  async (config, bound) => {
    const { said } = await bundleOf(config)
    const sizes = /Total Upload: ([\d.]+) KiB \/ gzip: ([\d.]+) KiB/.exec(said)!
    const [, whole, packed] = sizes.map(Number)
    console.log(`the Worker of ${config}: ${whole} KiB, ${packed} KiB packed`)
    expect(packed).toBeGreaterThan(100)
    expect(packed).toBeLessThan(gzipKibMax)
    for (const binding of bound) expect(said).toContain(binding)
  },
)

test('a Worker of which one letter is another is bundled anew, and the same one is not', () => {
  const folder = newFolder()
  try {
    const config = join(folder, 'wrangler.toml')
    const names = ['keep_names = false', 'keep_names = true', 'keep_names = false'].map((text) => {
      writeFileSync(config, text)
      return bundleName(config)
    })
    expect(names[1]).not.toBe(names[0])
    expect(names[2]).toBe(names[0])
  } finally {
    dropFolder(folder)
  }
})
