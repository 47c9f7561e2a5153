import { writeFileSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesOfCommands } from '#src/exchange/carried/commands.ts'
import { fund } from '#test/support/command-line.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
const run = (args: string, more: Readonly<Record<string, string>> = {}) =>
  fund(['--db', 'sqlite:country.db', ...args.split(' ')], { folder, environment: more })

/** What was sent to the service, and what it answers. */
const sent: { readonly url: string; readonly by: string; readonly body: unknown }[] = []
let says: object = {}
let server: Server
let url = ''
beforeAll(async () => {
  await run('demo --network 2 --years 1 --members 5 --until 2026-03-01')
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const by = request.headers.authorization ?? ''
      sent.push({ url: request.url!, by, body: JSON.parse(body) as unknown })
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(says))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  dropFolder(folder)
})

test('what a phone carried is sent to the service, and each command is told with its number and its entry', async () => {
  const carried = { fundId: 'f1', commands: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }
  writeFileSync(join(folder, 'codes.txt'), (await linesOfCommands(carried)).join('\n'))
  const send = () => run(`carried send codes.txt --to ${url}`, { FUND_TOKEN: 'a-token' })
  says = {
    answers: [
      { outcome: 'recorded', seq: 7 },
      { outcome: 'refused', code: 'not-enough-cash' },
      { outcome: 'flagged', seq: 8, code: 'late' },
    ],
  }
  const told = await send()
  expect([told.status, told.out.split('\n')]).toEqual([
    1,
    [
      '1: recorded, entry 7',
      '2: refused, not-enough-cash',
      '3: flagged, entry 8, late',
      '2 of 3 are in the book.',
      '',
    ],
  ])
  expect(sent).toEqual([
    { url: '/v1/funds/f1/commands', by: 'Bearer a-token', body: { commands: carried.commands } },
  ])
  says = { answers: [{ outcome: 'recorded', seq: 9 }] }
  expect(await send()).toMatchObject({
    status: 0,
    out: '1: recorded, entry 9\n1 of 1 are in the book.\n',
  })
  says = { code: 'not-signed-in' }
  expect(await send()).toMatchObject({
    status: 1,
    err: expect.stringContaining('it was not taken: 200'),
  })
})

test('a report of a network is of the one that is named, and a spreadsheet has a row a fund or a row a year', async () => {
  const report = (more: string) => run(`report portfolio --on 2026-03-01 ${more}`)
  const { networkId } = JSON.parse((await report('--json')).out) as { readonly networkId: string }
  const named = await report(`--network ${networkId} --form csv`)
  expect([named.status, named.out.trim().split('\r\n').length]).toEqual([0, 3])
  const years = await report('--form savix')
  expect(years.out.split('\r\n')[0]).not.toBe(named.out.split('\r\n')[0])
  const nobody = await report('--network 00000000-0000-7000-8000-00000000dead')
  expect([nobody.status, nobody.err]).toEqual([1, expect.stringContaining('no such network')])
})

test('a report of what was known at a time says so, in words and to a program', async () => {
  const { funds } = JSON.parse((await run('report portfolio --on 2026-03-01 --json')).out) as {
    readonly funds: readonly { readonly fundId: string }[]
  }
  const report = (more: string) => run(`report balance-sheet --fund ${funds[0]!.fundId} ${more}`)
  const asked = '--as-of 2025-12-31 --known-at 2026-01-15'
  expect(JSON.parse((await report(`${asked} --json`)).out)).toMatchObject({
    knownAt: '2026-01-15T16:59:59.999Z',
  })
  expect((await report(asked)).out).toContain('As the book was known at 2026-01-15T16:59:59.999Z.')
  const now = await report('--as-of 2025-12-31 --json')
  expect(JSON.parse(now.out)).toMatchObject({ knownAt: null })
})

test('whoever writes is answered, and where a text is from no number the command says that nothing is', async () => {
  const by = { MODE: 'practice', MESSAGES: 'file', DATA_DIR: 'texts' }
  const take = (from: string) => run(`messages take --from ${from} --text HELLO`, by)
  const answered = await take('012345678')
  expect([answered.status, answered.out]).toEqual([0, expect.stringContaining('ask for a code')])
  expect((await take('1')).out).toMatch(/^Nothing is answered: the number is none/)
})

test('books of one’s own are served for real and never for practice, and a door that is taken is named', async () => {
  const secretOf = (name: string): string =>
    `the-${name}-secret-of-a-village-long-enough-to-be-taken`
  const live = {
    MODE: 'live',
    PEPPER: secretOf('pepper'),
    SIGNING_SECRET: secretOf('signing'),
    SUPPORT_SECRET: secretOf('support'),
    HOST: '127.0.0.1',
    PORT: new URL(url).port,
    DATA_DIR: 'served',
  }
  const serve = (more: object) =>
    fund(['--db', 'sqlite:own.db', 'serve'], { folder, environment: { ...live, ...more } })
  expect(await serve({ MODE: 'practice' })).toMatchObject({
    status: 3,
    err: expect.stringContaining('a database of your own is served with MODE=live'),
  })
  expect(await serve({})).toMatchObject({ status: 3, err: expect.stringContaining('is in use') })
})
