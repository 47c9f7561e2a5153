import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bareEnvironment, cli, fund } from '#test/support/command-line.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'

let folder = ''
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => dropFolder(folder))

const live = {
  MODE: 'live',
  PEPPER: 'only for this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
}

test('practice needs no setting, prints one link, and its key opens the fund once', async () => {
  const service = await started(folder)
  const link = linkIn(service.printed(), 'start')!
  const first = await fetch(link, { redirect: 'manual' })
  const second = await fetch(link, { redirect: 'manual' })
  const exit = await service.stop()
  expect(first.status).toBe(303)
  expect(first.headers.get('set-cookie')).toMatch(/^__Host-device=.*HttpOnly.*Secure/s)
  expect(second.status).toBe(404)
  expect(second.headers.get('set-cookie')).toBeNull()
  expect(exit).toBe(0)
  // Longer than a proxy before the service keeps a connection with nothing on it.
  const idle = /timeout=(\d+)/.exec(first.headers.get('keep-alive') ?? '')?.[1]
  expect(Number(idle)).toBeGreaterThan(120)
})

test('a live fund does not start without its secrets, and says which and why', async () => {
  const start = started(folder, { MODE: 'live' })
  await expect(start).rejects.toThrow(/PEPPER must be set.*\n.*SIGNING_SECRET must be set/)
})

test('a short secret, one secret for two things and a bare address are told together, not repeated', async () => {
  const start = started(folder, { ...live, PEPPER: 'short-canary', HOST: '0.0.0.0', PORT: 'x9' })
  const message = await start.then(
    () => '',
    (error: Error) => error.message,
  )
  expect(message).toContain('PEPPER must have at least 32 characters')
  expect(message).toContain('PORT must be a port number')
  expect(message).not.toContain('short-canary')
  const alike = started(folder, { ...live, SIGNING_SECRET: live.PEPPER, HOST: '0.0.0.0' })
  await expect(alike).rejects.toThrow(/PUBLIC_URL must be set[^]*two different secrets/)
})

test('a live fund that nobody administers prints a link for its first administrator', async () => {
  const service = await started(folder, live)
  const link = linkIn(service.printed(), 'begin')!
  const page = await fetch(link)
  const figures = await (await fetch(`${service.url}/?lang=en`)).text()
  await service.stop()
  expect(page.status).toBe(200)
  expect(page.headers.get('set-cookie') ?? '').not.toContain('session')
  expect(figures).not.toContain('៛')
})

test('a member of an imported book can be given a login by the operator of the machine', async () => {
  const db = `sqlite:${folder}/fund.db`
  const imported = await fund(['--db', db, 'import', 'paper-book', paperBookFolder], { folder })
  expect(imported.status).toBe(0)
  const added = await fund(
    ['--db', db, '--json', 'user', 'add', '--login', 'Dara', '--card', 'M02'],
    {
      folder,
    },
  )
  expect(added.err).toBe('')
  expect(JSON.parse(added.out)).toMatchObject({ link: expect.stringContaining('/begin?key=') })
  const again = await fund(['--db', db, 'user', 'add', '--login', 'dara', '--card', 'M03'], {
    folder,
  })
  expect(again).toMatchObject({ status: 1, out: '' })
  expect(again.err).toContain('signs in with this name already')
  const nobody = await fund(['--db', db, 'user', 'add', '--login', 'Mony', '--card', 'X99'], {
    folder,
  })
  expect(nobody.err).toContain('no member of the fund has this card')
  const book = new Database(`${folder}/fund.db`, { readonly: true })
  const log = book.prepare('select actor, action, subject, outcome from activity').all()
  book.close()
  expect(log).toEqual([
    {
      actor: 'command-line',
      action: 'manage-logins',
      subject: expect.stringMatching(/^member:/),
      outcome: 'done',
    },
  ])
  const both = await fund(['--db', db, 'user', 'add', '--login', 'Mony'], { folder })
  expect(both.status).toBe(2)
  expect((await fund(['--db', db, 'audit'], { folder })).status).toBe(0)
})

/** Whether somebody new gets a connection. */
const isLetIn = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

test('a request that has begun comes to its end while the service stops, and nobody new is let in', async () => {
  const service = await started(folder)
  const port = Number(new URL(service.url).port)
  const body = JSON.stringify({ deviceToken: 'none', login: 'Dara', secret: 'wrong' })
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  const heard = new Promise((resolve) => socket.once('data', resolve))
  const ended = new Promise((resolve) => socket.once('close', resolve))
  socket.write(
    `POST /v1/sessions HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\nexpect: 100-continue\r\n\r\n${body.slice(0, 10)}`,
  )
  // The service has read the head of the request when it asks for the rest.
  await heard
  const stopping = service.stop()
  while (await isLetIn(port));
  socket.write(body.slice(10))
  await ended
  expect(await stopping).toBe(0)
  expect(answer).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 4\d\d/)
})

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

test('a service that is stopped before it has said its link ends, and asks for no database any more', async () => {
  const port = await freePort()
  const service = spawn(process.execPath, [cli, 'serve'], {
    cwd: folder,
    env: { ...bareEnvironment, PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const late = setTimeout(() => service.kill('SIGKILL'), 60_000)
  let complaint = ''
  service.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = once(service, 'close')
  while (!(await isLetIn(port)));
  // What listens to the signal is there by the first answer; the link of practice takes longer.
  await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()
  service.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  clearTimeout(late)
  expect(complaint).toBe('')
})
