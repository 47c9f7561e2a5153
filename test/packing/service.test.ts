import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fewLetters, packService } from '#src/packing/service.ts'
import { packedFolder } from '#src/cli/service/packed.ts'
import { bareEnvironment, cli } from '#test/support/command-line.ts'
import { secondNow } from '#test/support/today.ts'

const counting = fileURLToPath(new URL('../support/files-loaded.ts', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-'))
  // Where it is packed already, or just now by another, nothing is done.
  if (!existsSync(packedFolder())) await packService(packedFolder()).catch(() => false)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

test('a service that was packed starts from few files, and its pages, its API and its app are there', async () => {
  const port = await freePort()
  // In what is packed no small faults are planted: it is told of none.
  const { PATH, NODE_COMPILE_CACHE } = bareEnvironment
  const environment = { DATA_DIR: folder, PORT: `${port}`, MODE: 'practice' }
  const child = spawn(process.execPath, ['--import', counting, cli, 'serve'], {
    cwd: folder,
    env: { PATH, NODE_COMPILE_CACHE, ...environment },
  })
  const said = text(child.stderr)
  const at = `http://127.0.0.1:${port}`
  const statusOf = (path: string) =>
    fetch(`${at}${path}`).then(
      ({ status }) => status,
      () => 0,
    )
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  while (!out.includes('Stop with') && child.exitCode === null) await setTimeout(50)
  const link = /\/start\?key=\S+/.exec(out)?.[0] ?? '/none'
  const paths = ['/readyz', '/openapi.json', '/app/manifest.webmanifest', link]
  const statuses: number[] = []
  for (const path of paths) statuses.push(await statusOf(path))
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
  expect(statuses).toEqual(paths.map(() => 200))
  const { files } = JSON.parse((await said).split('\n').at(-1)!) as { files: number }
  expect(files).toBeLessThan(200)
})

const hoursBack = async (path: string, hours: number): Promise<void> => {
  const at = secondNow() - hours * 3_600
  await utimes(path, at, at)
}

test('the service is packed once and as a whole, whoever begins at the same time, and two older ones are kept', async () => {
  const cache = join(folder, 'cache')
  const own = join(cache, 'one')
  for (const [name, hours] of [
    ['younger', 2],
    ['oldest', 4],
    ['older', 3],
  ] as const) {
    await mkdir(join(cache, name), { recursive: true })
    await hoursBack(join(cache, name), hours)
  }
  const did = await Promise.all([packService(own), packService(own)])
  expect(did.toSorted()).toEqual([false, true])
  expect((await readdir(cache)).toSorted()).toEqual(['older', 'one', 'younger'])
  expect(await readdir(own)).toContain('program.js')
})

test('what another packs is left to it for ten minutes, and what it has packed stays as it is', async () => {
  const own = join(folder, 'cache', 'one')
  const before = await stat(own)
  const making = `${own}.making`
  await mkdir(making)
  await hoursBack(making, 0.15)
  expect(await packService(own)).toBe(false)
  await hoursBack(making, 0.17)
  await expect(packService(own)).rejects.toThrow('ENOTEMPTY')
  expect(await readdir(join(folder, 'cache'))).not.toContain('one.making')
  expect((await stat(own)).mtimeMs).toBe(before.mtimeMs)
})

test('what few letters are written as escapes means the same, and words stay letters', async () => {
  const few = join(folder, 'few.js')
  const said = [
    "export const text = 'រៀល “៛” 😀'",
    'export const put = (n) => `${n}៛ — ok`',
    "export const keys = { ភូមិ: 1, '៛': 2 }.ភូមិ",
    "export const found = [/[ក-៩]+/.test('ខ'), /^[😀-😎]$/u.test('😃'), /[ក-៩]/.test('a')]",
    `export const filled = '${'a'.repeat(400)}'`,
  ]
  await writeFile(few, said.join('\n'))
  const packedOf = async (input: string) => {
    const build = await rolldown({ input, plugins: [fewLetters] })
    const { output } = await build.generate({ format: 'esm' })
    await build.close()
    return output[0].code
  }
  const code = await packedOf(few)
  expect(code).not.toMatch(/[^\0-\xff]/)
  const packed = join(folder, 'packed.mjs')
  await writeFile(packed, code)
  const of = async (path: string) => {
    const { put, ...rest } = (await import(pathToFileURL(path).href)) as Record<string, unknown>
    return { ...rest, put: (put as (n: number) => string)(5) }
  }
  const source = join(folder, 'source.mjs')
  await writeFile(source, said.join('\n'))
  expect(await of(packed)).toEqual(await of(source))
  const many = join(folder, 'many.js')
  await writeFile(many, `export const words = '${'ភូមិ'.repeat(200)}'`)
  expect(await packedOf(many)).toContain('ភូមិភូមិ')
})

test('no letters beyond Latin stand where an escape would be read as it is written, and no other languages of a package come along', async () => {
  const own = join(folder, 'cache', 'one')
  const files = (await readdir(own)).filter((name) => name.endsWith('.js'))
  const texts = await Promise.all(files.map((name) => readFile(join(own, name), 'utf8')))
  for (const text of texts) {
    expect(text).not.toMatch(/String\.raw`[^`]*\\u[0-9a-f]{4}/)
    expect(text).not.toMatch(/Неверный ввод|\\u041d\\u0435\\u0432/)
  }
})
