import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { minute } from '#test/support/entrance.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

/* Somebody has the file of the database alone, and holds all its times against those of private money that went out. */

let folder = ''
let close: () => Promise<void>
let village: Village
let at = 0
beforeEach(async () => {
  folder = newFolder()
  at = Date.parse('2026-02-10T03:00:00.000Z')
  const clock = (): string => new Date((at += 10)).toISOString()
  const store = await sqliteStore({
    path: join(folder, 'fund.db'),
    create: true,
    hash: sha256,
    deadlineMs: 60_000,
  })
  const world = { journal: store, networks: store.networks, clock, hash: sha256 }
  const [record, recordNetwork] = [recorder(world), networkRecorder(world)]
  village = await twoNetworks({ store, clock, record, recordNetwork } as never)
  close = () => store.close()
})
afterEach(() => dropFolder(folder))

const fund = (): string => `/v1/funds/${village.f1.fundId}`

type Who = 'neighbour' | 'household-login' | 'household-card'

const out = async (who: Who, secret: string) => {
  at += 10 * minute
  const on = asking(village)
  const memberId = village.f1.memberIds[who]
  const json = { ...on.envelope(), memberId, direction: 'out', amount: 1_000, secret }
  return on.one(await on.send(on.find('record-keeper'), `${fund()}/private-savings`, { json }))
}

/** Of the officers two print, and she draws her own; what each code was is known to them alone. */
const sheets = async () => {
  const on = asking(village)
  const approver = { login: `${village.f1.logins} counter`, secret: on.find('counter').secret }
  const memberId = village.f1.memberIds.neighbour
  const byTwo = await on.send(on.find('chair'), `${fund()}/codes`, { json: { memberId, approver } })
  at += 10 * minute
  const her = on.find('household-login')
  const own = await on.send(her, `${fund()}/codes/own`, { json: { secret: her.secret } })
  const codesIn = async (answer: Response) =>
    ((await answer.json()) as { codes: { code: string }[] }).codes.map(({ code }) => code)
  return { printed: await codesIn(byTwo), drawn: await codesIn(own) }
}

type Row = Readonly<Record<string, unknown>>

const tables = [
  'one_time_key',
  'budget',
  'activity',
  'session',
  'card',
  'membership',
  'user_account',
]

/** All rows beside the journal, and by what each member of the fund is named in them. */
const read = async () => {
  await close()
  const database = new Database(join(folder, 'fund.db'), { readonly: true })
  const rowsOf = (table: string): Row[] => database.prepare(`select * from ${table}`).all() as Row[]
  const names = Object.values(village.f1.memberIds).map((memberId) => {
    const cards = rowsOf('card').filter((row) => row['member_id'] === memberId)
    const users = rowsOf('membership').filter((row) => row['member_id'] === memberId)
    const logins = rowsOf('user_account').filter((row) =>
      users.some((one) => one['user_id'] === row['user_id']),
    )
    return {
      memberId,
      by: [
        memberId,
        ...cards.map((row) => String(row['card_id'])),
        ...users.map((row) => String(row['user_id'])),
        ...logins.map((row) =>
          sha256(`${village.a.networkId} ${loginKeyOf(String(row['login']))}`),
        ),
      ],
    }
  })
  const rows = tables.flatMap((table) => rowsOf(table).map((row) => ({ table, ...row })))
  const lines = rowsOf('entry').filter((row) => row['type'] === 'PrivateSavingsMoved')
  database.close()
  return { rows, names, lines }
}

const isNear = (instant: unknown, text: string): boolean =>
  [...text.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)].some(
    ([one]) => Math.abs(Date.parse(one) - Date.parse(String(instant))) < 5 * minute,
  )

test('no row of the file names the owner of private money that went out at that moment', async () => {
  const { printed, drawn } = await sheets()
  const on = asking(village)
  const secretOf = (who: Who): string => on.find(who).secret
  const all: readonly [Who, string][] = [
    ['household-card', secretOf('household-card')],
    ['neighbour', printed[0]!],
    ['household-login', drawn[0]!],
    ['household-login', secretOf('household-login')],
  ]
  for (const [who, secret] of all) expect(await out(who, secret)).toHaveProperty('seq')
  at += 10 * minute
  const { rows, names, lines } = await read()
  expect(lines).toHaveLength(4)
  const owners = new Set(all.map(([who]) => village.f1.memberIds[who]))
  const told = lines.flatMap(({ recorded_at: moment }) =>
    rows
      .map((row) => ({ table: row.table, text: JSON.stringify(row) }))
      .filter(({ text }) => isNear(moment, text))
      .flatMap(({ table, text }) =>
        names
          .filter(
            ({ memberId, by }) => owners.has(memberId) && by.some((one) => text.includes(one)),
          )
          .map(({ memberId }) => `${table} ${memberId}`),
      ),
  )
  expect(told).toEqual([])
})

test('what she says by her own word where the book names her does not lead to her private lines', async () => {
  const { printed } = await sheets()
  at += 10 * minute
  const asked = at
  const on = asking(village)
  const memberId = village.f1.memberIds.neighbour
  const command = { ...on.envelope(), v: 1, type: 'RequestWithdrawal', memberId, amount: 1_000 }
  const approvals = [{ login: '', secret: printed[1]! }]
  const json = { commands: [{ ...command, approvedBy: memberId, approvals }] }
  await on.send(on.find('record-keeper'), `${fund()}/commands`, { json })
  await out('neighbour', printed[0]!)
  const { rows, lines } = await read()
  const subjectsNear = (moment: string) =>
    rows
      .filter((row) => row.table === 'activity' && isNear(moment, JSON.stringify(row)))
      .map((row) => String((row as Row)['subject']))
      .filter((subject) => subject.startsWith('own:'))
  const named = subjectsNear(new Date(asked).toISOString())
  const hidden = subjectsNear(String(lines[0]!['recorded_at']))
  expect([named.length, hidden.length]).toEqual([1, 1])
  expect(hidden).not.toEqual(named)
})

test('rows of codes on paper name nobody whose they are, nor when one was used', async () => {
  const { printed, drawn } = await sheets()
  const before = (await out('neighbour', printed[0]!))['seq']
  await out('household-login', drawn[0]!)
  expect(before).toBeDefined()
  const { rows, names } = await read()
  const codes = rows.filter((row) => (row as Row)['purpose'] === 'paper-code')
  expect(codes).toHaveLength(20)
  const owners = (['neighbour', 'household-login'] as const).map((who) => village.f1.memberIds[who])
  const text = JSON.stringify(codes)
  for (const { memberId, by } of names.filter((one) => owners.includes(one.memberId)))
    for (const name of by) expect([memberId, text.includes(name)]).toEqual([memberId, false])
  const times = codes.map((row) => String((row as Row)['ends_at']).slice(11, 19))
  expect(new Set(times)).toEqual(new Set(['00:00:00']))
  const used = codes.map((row) => (row as Row)['used_at']).filter((moment) => moment !== null)
  expect(new Set(used).size).toBe(1)
  expect(used).toHaveLength(2)
})
