import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tarball } from '#src/packing/tarball.ts'
import { bareEnvironment } from '#test/support/command-line.ts'
import { dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'

const folder = newFolder()
const home = join(folder, 'home')
const installed = join(home, 'node_modules/.bin/village-fund')
afterAll(() => dropFolder(folder))

beforeAll(() => {
  mkdirSync(home)
  const asked = ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball(folder)]
  execFileSync('npm', asked, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] })
})

test('whoever installs the tarball has the command line, which calls itself by its name', () => {
  const said = execFileSync(installed, ['report', 'health', '--help'], {
    cwd: home,
    env: bareEnvironment,
    encoding: 'utf8',
  })
  expect(said).toContain('npx village-fund report')
  expect(said).not.toContain('npm run')
})

test('whoever installs the tarball starts a practice fund, opens its link and has the app for the phone', async () => {
  const service = await started(home, {}, [installed])
  const entered = await fetch(linkIn(service.printed(), 'start')!, { redirect: 'manual' })
  const first = await fetch(`${service.url}/`)
  const app = await fetch(`${service.url}/app/`)
  const script = /src="(\/app\/[^"]+\.js)"/.exec(await app.text())?.[1]
  const code = await fetch(`${service.url}${script}`)
  const exit = await service.stop()
  expect([entered.status, first.status, app.status, code.status, exit]).toEqual([
    303, 200, 200, 200, 0,
  ])
  expect(service.complained()).toBe('')
})

const program = `
import { villageFund } from 'village-fund/client'
import { heardFrom } from 'village-fund/webhooks'
const { ask } = villageFund(process.argv[2] ?? '')
const numbers = await ask('GET /v1/numbers', { query: { country: 'TH' } })
const funds = await ask('GET /v1/funds')
const told = await heardFrom('whsec_AAAA', { headers: new Headers(), body: '' })
console.log(numbers.ok, funds.ok ? '' : funds.problem.code, told)
`

test('whoever installs the tarball writes a program by its types and runs it', async () => {
  writeFileSync(join(home, 'asking.mts'), program)
  const compiler = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
  const how = ['--strict', '--module', 'nodenext', '--target', 'es2024', '--lib', 'es2024,dom']
  const none = '--types node --typeRoots'.split(' ')
  const types = join(import.meta.dirname, '../../node_modules/@types')
  execFileSync(process.execPath, [compiler, ...how, ...none, types, 'asking.mts'], { cwd: home })
  const service = await started(home, {}, [installed])
  const said = execFileSync(process.execPath, ['asking.mjs', service.url], {
    cwd: home,
    encoding: 'utf8',
  })
  await service.stop()
  expect(said.trim()).toBe('true not-signed-in undefined')
})
