import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { dropFolder, newFolder, quiet } from '#test/edge/worker.ts'

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
  (config, bound) => {
    const folder = newFolder()
    try {
      const said = execFileSync(
        process.execPath,
        [
          join(root, 'node_modules/wrangler/bin/wrangler.js'),
          'deploy',
          '--dry-run',
          `--config=${config}`,
          `--outdir=${folder}`,
        ],
        {
          cwd: root,
          stdio: 'pipe',
          encoding: 'utf8',
          env: { PATH: process.env['PATH'], ...quiet },
        },
      )
      const sizes = /Total Upload: ([\d.]+) KiB \/ gzip: ([\d.]+) KiB/.exec(said)!
      const [, whole, packed] = sizes.map(Number)
      console.log(`the Worker of ${config}: ${whole} KiB, ${packed} KiB packed`)
      expect(packed).toBeGreaterThan(100)
      expect(packed).toBeLessThan(gzipKibMax)
      for (const binding of bound) expect(said).toContain(binding)
    } finally {
      dropFolder(folder)
    }
  },
)
