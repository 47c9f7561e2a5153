import { createPublicKey, verify } from 'node:crypto'
import { beforeEach, expect, expectTypeOf, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import type { Receipt } from '#src/app/proof/receipts.ts'
import type { z } from '@hono/zod-openapi'
import { app } from '#src/http/app.ts'
import { itemOf } from '#src/http/commands/items.ts'
import { commandRoutes } from '#src/http/commands/routes.ts'
import type { AsRead } from '#src/http/commands/schema-of.ts'
import {
  type fundCommand,
  fundSchemas,
  type networkCommand,
  networkSchemas,
} from '#src/http/commands/schemas.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { evening, oneOfEach } from '#test/http/commands/one-of-each.ts'
import { answersOf, commandsPath, headOf, send } from '#test/http/commands/sending.ts'
import { type Practice, ourHost, practice } from '#test/support/service.ts'
import { ofCost } from '#test/support/a-cost.ts'

let village: Practice
let token: string
beforeEach(async () => {
  village = await practice()
  token = await village.as('record-keeper')
})

const expense = (more: object = {}) => ({
  id: village.needs.ids(),
  v: 1,
  type: 'RecordExpense',
  effectiveOn: evening,
  amount: 5000,
  ...ofCost,
  ...more,
})

const path = (query = ''): string => commandsPath(village, query)

type Document = { components: { schemas: Record<string, { example?: { type: string } }> } }

test('every command of the domain has an example, which is read and handed on as it came', () => {
  // Nothing that the domain takes is missing in the schemas.
  // But that a household answers on its own page: the service says that by itself.
  type Sent = Exclude<Command, { readonly type: 'RecordConfirmationAnswer' }>
  expectTypeOf<AsRead<Sent>>().toExtend<AsRead<z.output<typeof fundCommand>>>()
  expectTypeOf<AsRead<NetworkCommand>>().toExtend<AsRead<z.output<typeof networkCommand>>>()
  const { components } = commandRoutes().getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'commands', version: '1' },
  }) as unknown as Document
  const exampleOf = (type: string) => components.schemas[type]?.example
  for (const type of Object.keys(fundSchemas))
    expect(itemOf<Command>(fundSchemas, exampleOf(type)), type).toEqual({
      command: exampleOf(type),
    })
  for (const type of Object.keys(networkSchemas))
    expect(itemOf<NetworkCommand>(networkSchemas, exampleOf(type)), type).toEqual({
      command: exampleOf(type),
    })
  for (const type of [...Object.keys(fundSchemas), ...Object.keys(networkSchemas)])
    expect(exampleOf(type)?.type).toBe(type)
})

test('each item of a meeting is answered by itself and in its place', async () => {
  const each = await oneOfEach(village)
  const commands = [
    expense(),
    { ...each.RecordFine, amount: '៥០០' },
    { ...each.RecordPayout, id: village.needs.ids() },
    each.AmendCharter,
    { type: 'RecordDance', id: village.needs.ids() },
    null,
    { ...each.RecordRepayment, loanId: village.needs.ids() },
    { ...each.RecordFine, effectiveOn: '2026-01-01' },
    { ...each.RecordFine, effectiveOn: '2025-02-30' },
    { ...each.AdmitMember, card: 'M01' },
    each.RecordFine,
  ]
  const before = await headOf(village)
  const answers = await send(village, path(), { token, commands })
  expect(answers.map(({ outcome, code, at }) => [outcome, code, at])).toEqual([
    ['recorded', undefined, undefined],
    ['invalid', 'amount-not-whole', '/amount'],
    ['flagged', undefined, undefined],
    ['refused', 'not-yours-to-do', undefined],
    ['invalid', 'type-unknown', '/type'],
    ['invalid', 'not-a-command', ''],
    ['invalid', 'loan-unknown', '/loanId'],
    ['invalid', 'date-in-the-future', '/effectiveOn'],
    ['invalid', 'date-impossible', '/effectiveOn'],
    ['refused', 'card-already-given', undefined],
    ['recorded', undefined, undefined],
  ])
  expect(answers.map(({ id }) => id)).toEqual(commands.map((command) => command?.id ?? null))
  expect(answers[2]!.flags).toContain('paid-without-decision')
  expect((await headOf(village)).seq).toBe(before.seq + 3)
})

test('a dry run answers what would become of it and writes nothing but that it was tried', async () => {
  const commands = [expense(), expense({ amount: 0 }), (await oneOfEach(village)).RecordPayout]
  const before = await headOf(village)
  const log = await village.needs.store.activities(village.fundId, { limit: 200 })
  const tried = await village.ask(path('?dryRun=true'), { token, json: { commands } })
  const told = (await tried.json()) as { isDryRun: boolean; answers: { outcome: string }[] }
  expect(told.isDryRun).toBe(true)
  expect(told.answers.map(({ outcome }) => outcome)).toEqual(['recorded', 'invalid', 'flagged'])
  expect(told.answers.some((answer) => 'receipt' in answer)).toBe(false)
  expect(await headOf(village)).toEqual(before)
  const [line, ...rest] = await village.needs.store.activities(village.fundId, { limit: 200 })
  expect(line).toMatchObject({ action: 'commands', outcome: 'tried', subject: '' })
  expect(rest).toEqual(log.slice(0, 199))
  const done = await send(village, path('?dryRun=false'), { token, commands })
  expect(done.map(({ seq }) => seq)).toEqual([before.seq + 1, undefined, before.seq + 2])
})

test('sent twice counts once, and gets the same answer to the last letter', async () => {
  const commands = [expense(), (await oneOfEach(village)).RecordPayout]
  const first = await village.ask(path(), { token, json: { commands } })
  const head = await headOf(village)
  village.pass(60_000)
  const turned = commands.map((command) => Object.fromEntries(Object.entries(command).toReversed()))
  const again = await village.ask(path(), { token, json: { commands: turned } })
  expect(await again.text()).toBe(await first.text())
  expect(await headOf(village)).toEqual(head)
})

test('an id that was used for something else is a conflict, and what stands stays', async () => {
  const command = expense()
  await send(village, path(), { token, commands: [command] })
  const head = await headOf(village)
  const answers = await send(village, path(), {
    token,
    commands: [
      { ...command, amount: 6000 },
      { ...command, effectiveOn: '2025-12-29' },
    ],
  })
  const conflict = { id: command.id, outcome: 'conflict', code: 'id-used-for-another-command' }
  expect(answers).toEqual([conflict, conflict])
  expect(await headOf(village)).toEqual(head)
})

test('who recorded it and on which device comes from the session, never from what was sent', async () => {
  const forged = expense({ recordedBy: 'chair', device: 'canary' })
  const [odd] = await send(village, path(), { token, commands: [forged] })
  expect(odd).toEqual({ id: forged.id, outcome: 'invalid', code: 'unknown-field', at: '' })
  await send(village, path(), { token, commands: [expense()] })
  const { recordedBy, device } = await headOf(village)
  const users = await village.needs.store.users(village.networkId)
  expect(users.find(({ userId }) => userId === recordedBy)?.login).toBe('practice record-keeper')
  expect(await village.needs.store.device(village.networkId, device)).toBeDefined()
})

const prefixed = (fields: readonly string[]): string =>
  fields.map((field) => `${Buffer.byteLength(field)}:${field}`).join(',')

test('the receipt of an entry is proof for whoever holds the key of the fund', async () => {
  const [answer] = await send(village, path(), { token, commands: [expense()] })
  const receipt = answer!.receipt as Receipt
  const key = await village.ask(`/v1/funds/${village.fundId}/key`, { token })
  const { publicKey, keyId } = (await key.json()) as { publicKey: string; keyId: string }
  const ed25519 = createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', x: publicKey },
  })
  const isSigned = ({ fundId, seq, id, hash, recordedAt, signature }: Receipt): boolean =>
    verify(
      null,
      Buffer.from(
        prefixed(['village-fund/receipt/1', fundId, String(seq), id, hash, recordedAt]),
        'utf8',
      ),
      ed25519,
      Buffer.from(signature, 'base64url'),
    )
  expect(receipt).toMatchObject({ fundId: village.fundId, keyId, seq: answer!.seq })
  expect(isSigned(receipt)).toBe(true)
  expect(isSigned({ ...receipt, seq: receipt.seq + 1 })).toBe(false)
  expect(isSigned({ ...receipt, hash: receipt.hash.replace(/^./, 'g') })).toBe(false)
})

test('the log says what became of each item, by whom, and nothing of what was in it', async () => {
  const done = expense()
  const odd = expense({ type: 'RecordDance' })
  await send(village, path(), { token, commands: [done, expense({ amount: 'canary' }), odd, 7] })
  const log = await village.needs.store.activities(village.fundId, { limit: 4 })
  const { recordedBy: actor, device } = await headOf(village)
  expect(log.map((row) => [row.action, row.outcome]).toSorted()).toEqual([
    ['RecordExpense', 'done'],
    ['RecordExpense', 'refused'],
    ['commands', 'refused'],
    ['commands', 'refused'],
  ])
  expect(log.every((row) => row.actor === actor && row.device === device)).toBe(true)
  expect(log.find(({ outcome }) => outcome === 'done')?.subject).toBe(`entry:${done.id}`)
  expect(JSON.stringify(log)).not.toContain('canary')
})

const troubled = (store: Partial<AppNeeds['store']>) => {
  const service = app({ ...village.needs, store: { ...village.needs.store, ...store } })
  return (commands: readonly unknown[]): Response | Promise<Response> =>
    service.request(path(), {
      method: 'POST',
      headers: {
        host: ourHost,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ commands }),
    })
}

test('a log that cannot be written makes no failure of what is done, and no answer of what is not', async () => {
  const ask = troubled({ noteActivity: () => Promise.reject(new StorageUnavailable()) })
  const [answer] = await answersOf(await ask([expense()]))
  expect(answer).toMatchObject({ outcome: 'recorded', seq: (await headOf(village)).seq })
  expect((await ask([expense({ amount: 0 })])).status).toBe(503)
})

test('what stands is told once more, with its receipt, while no line and no entry can be written', async () => {
  const { store } = village.needs
  const { append } = store
  const command = expense()
  const told = await send(village, path(), { token, commands: [command] })
  Object.assign(store, { append: () => Promise.reject(new StorageUnavailable()) })
  try {
    expect(await send(village, path(), { token, commands: [command] })).toEqual(told)
    expect((await troubled({})([expense()])).status).toBe(503)
  } finally {
    Object.assign(store, { append })
  }
})

test('where the entry cannot be read again it is recorded all the same, with the receipt that it has later', async () => {
  const ask = troubled({ find: () => Promise.reject(new StorageUnavailable()) })
  const command = expense()
  const [answer] = await answersOf(await ask([command]))
  expect(answer).toMatchObject({ outcome: 'recorded', seq: (await headOf(village)).seq })
  expect(answer!.receipt).toMatchObject({ id: command.id })
  expect(await send(village, path(), { token, commands: [command] })).toEqual([answer])
})
