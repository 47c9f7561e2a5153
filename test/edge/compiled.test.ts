import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
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
