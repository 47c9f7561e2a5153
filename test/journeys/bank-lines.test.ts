import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { randomIds, sha256, systemClock } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'

const environment = { SIGNING_SECRET: 'an invented secret of forty letters or more' }
let folder = ''
const run = (...args: string[]) => fund(args, { folder, environment })
/** Numbers of the entries of what was taken to the bank. */
const numbers: number[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bank-'))
  await withPaperBook(folder)
  const path = join(folder, 'data/fund.db')
  const store = await sqliteStore({ path, create: false, hash: sha256, deadlineMs: 60_000 })
  const record = recorder({ journal: store, clock: systemClock, hash: sha256 })
  const [fundId] = await store.fundIds()
  const { members } = (await bookOf(store, fundId!))!
  const envelope = { v: 1 as const, type: 'RecordTransfer' as const, effectiveOn: '2025-12-01' }
  const names = members.slice(0, 2).map(({ memberId }) => memberId)
  const codes: string[] = []
  for (const amount of [400_000, 60_000, 45_000]) {
    const command = {
      ...envelope,
      id: randomIds(),
      amount,
      from: 'box',
      to: 'bank',
      names,
    } as const
    const [answer] = await record(fundId!, [command], { actor: 'test', device: 'test' })
    if (!answer || !('seq' in answer)) throw new Error('not recorded')
    numbers.push(answer.seq)
    codes.push(answer.hash.slice(0, 8))
  }
  await store.close()
  const lines = [`2025-12-02,slip ${codes[0]},400000,400000`, '2025-12-09,two slips,105000,505000']
  writeFileSync(join(folder, 'list.csv'), ['Date,Details,Amount,Balance', ...lines].join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const list = ['import', 'bank-lines', 'list.csv', '--place', 'bank']

test('on a terminal a list is read, its lines are confirmed, and the statement says that it agrees', async () => {
  const [, two, three] = numbers
  const done = await run(...list, '--confirm', 'sure', `3=${two}+${three}`)
  expect(done).toMatchObject({ status: 0, err: '' })
  expect(done.out.match(/Confirmed as entry/g)).toHaveLength(2)
  expect(done.out).toContain(`row 2  2025-12-02  400000  confirmed`)
  const again = await run('--json', ...list)
  const told = JSON.parse(again.out) as {
    lines: { kind: string }[]
    statement: { notes: { code: string }[] }
  }
  expect(told.lines.map(({ kind }) => kind)).toEqual(['confirmed', 'confirmed'])
  expect(told.statement.notes.map(({ code }) => code)).toContain('note-bank-agrees')
  expect((await run('audit')).status).toBe(0)
})

test('without the secret of the service nothing is read', async () => {
  const without = await fund(list, { folder, environment: { SIGNING_SECRET: '' } })
  expect(without).toMatchObject({ status: 3 })
  expect(without.err).toContain('SIGNING_SECRET')
})
