import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packService } from '#src/packing/service.ts'
import { packedFolder } from '#src/cli/service/packed.ts'
import { bareEnvironment, cli } from '#test/support/command-line.ts'

const counting = fileURLToPath(new URL('../support/files-loaded.ts', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-'))
  // Where it is packed already, nothing is done.
  await packService(packedFolder()).catch(() => false)
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
  const environment = { DATA_DIR: folder, PORT: `${port}`, MODE: 'practice' }
  const child = spawn(process.execPath, ['--import', counting, cli, 'serve'], {
    cwd: folder,
    env: { ...bareEnvironment, ...environment },
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

test('the service is packed once and as a whole, whoever begins at the same time', async () => {
  const own = join(folder, 'cache', 'one')
  const did = await Promise.all([packService(own), packService(own)])
  expect(did.toSorted()).toEqual([false, true])
  expect(await readdir(join(folder, 'cache'))).toEqual(['one'])
  expect(await readdir(own)).toContain('program.js')
})
