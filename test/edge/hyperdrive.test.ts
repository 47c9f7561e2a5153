import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { askOf, firstLink, startSecret } from '#test/edge/asking.ts'
import { type Running, startWorker } from '#test/edge/worker.ts'
import { fieldsOf } from '#test/http/desk/at-desk.ts'
import { visitor } from '#test/http/entrance-visits.ts'
import type { Practice } from '#test/support/service.ts'
import { newDatabases } from '#test/support/postgres/databases.ts'
import { inFields, villageDay } from '#test/support/today.ts'

const newDatabase = newDatabases()
let url: string
let running: Running
let ask: Practice['ask']

beforeAll(async () => {
  url = await newDatabase()
  // Where Hyperdrive would reach the server from, a local run is told by this.
  process.env['CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE'] = url
  running = await startWorker({
    config: 'wrangler.hyperdrive.toml',
    settings: { MODE: 'practice', START_SECRET: startSecret },
  })
  ask = askOf(running)
})

afterAll(() => running?.stop())

test('the practice fund is filled, opened and written to in PostgreSQL, and its books hold', async () => {
  const guest = visitor({ ask })
  await guest.get(await firstLink(running))
  const desk = (await guest.send('/doors/record-keeper')).location!
  const fund = desk.replace(/\/today$/, '')
  const loans = (await guest.get(`${fund}/record/repayment`)).page
  const place = /record\/repayment\?loan=[\w-]+/.exec(loans)![0]
  const form = fieldsOf((await guest.get(`${fund}/${place}`)).page)
  const check = await guest.send(`${fund}/record/repayment/confirm`, {
    ...form,
    amount: '20000',
    ...inFields(villageDay()),
  })
  const done = await guest.send(`${fund}/record/repayment`, fieldsOf(check.page))
  expect(done.status).toBe(303)
  expect((await guest.get(done.location!)).text).toContain('Receipt for a repayment')
  expect((await guest.get((await guest.send('/doors/household')).location!)).status).toBe(200)
  expect((await guest.get((await guest.send('/doors/ngo')).location!)).status).toBe(200)
  expect((await ask('/readyz')).status).toBe(200)

  const store = await postgresStore({ url, create: false, deadlineMs: 30_000 })
  const audit = await auditAll(store, sha256)
  const rows = await store.read(fund.split('/').at(-1)!, 0, 10_000)
  await store.close()
  expect(audit).toMatchObject({ ok: true, problems: [] })
  expect(rows.at(-1)).toMatchObject({ type: 'RepaymentRecorded' })
})

test('many who ask at once are all answered, each on connections of its own, or told to come again', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask('/?lang=en')))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
  for (const answer of answers) {
    const text = await answer.text()
    if (answer.status === 200) expect(text).toContain('</html>')
    else expect(answer.headers.get('retry-after')).toBe('5')
  }
  expect((await ask('/?lang=en')).status).toBe(200)
})
