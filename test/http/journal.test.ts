import { beforeAll, expect, test } from 'vitest'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Receipt } from '#src/app/proof/receipts.ts'
import { app } from '#src/http/app.ts'
import { evening } from '#test/http/commands/one-of-each.ts'
import { commandsPath, headOf, networkHeadOf, send } from '#test/http/commands/sending.ts'
import { type Practice, ourHost, practice } from '#test/support/service.ts'
import { ofCost } from '#test/support/a-cost.ts'

type Row = Omit<JournalRow, 'reverses'> & { readonly reverses: string | null }
type Feed = { readonly items: readonly Row[]; readonly nextAfter: number }

let village: Practice
beforeAll(async () => {
  village = await practice()
})

const feed = async (path: string, token: string): Promise<Feed> => {
  const answer = await village.ask(path, { token })
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`)
  return (await answer.json()) as Feed
}

/** Every page of a feed, from the beginning until nothing more comes. */
const followed = async (path: string, token: string, limit: number): Promise<readonly Row[]> => {
  const rows: Row[] = []
  let after = 0
  for (;;) {
    const { items, nextAfter } = await feed(`${path}?after=${after}&limit=${limit}`, token)
    rows.push(...items)
    if (items.length === 0) return rows
    after = nextAfter
  }
}

/** `shut` are entries whose codes are not the reader's: they hang in the chain by their hashes. */
const assertChained = (rows: readonly Row[], shut = /^$/): void => {
  rows.forEach(({ hash, reverses, ...row }, i) => {
    expect(row.seq).toBe(i + 1)
    expect(row.prevHash).toBe(rows[i - 1]?.hash ?? '')
    if (shut.test(row.type)) return expect(row.data).toBe('')
    return expect(sha256(canonicalEntry({ ...row, reverses: reverses ?? undefined }))).toBe(hash)
  })
}

test('an auditor follows the whole journal of a fund and reckons every hash again', async () => {
  const rows = await followed(
    `/v1/funds/${village.fundId}/journal`,
    await village.as('auditor'),
    150,
  )
  expect(rows.at(-1)!.hash).toBe((await headOf(village)).hash)
  assertChained(rows)
})

test('a feed goes on where the reader was, also when something new comes later', async () => {
  const token = await village.as('record-keeper')
  const path = `/v1/funds/${village.fundId}/journal`
  const { seq } = await headOf(village)
  expect(await feed(`${path}?after=${seq}`, token)).toEqual({ items: [], nextAfter: seq })
  const command = {
    id: village.needs.ids(),
    v: 1,
    type: 'RecordExpense',
    effectiveOn: evening,
    amount: 700,
    ...ofCost,
  }
  const [answer] = await send(village, commandsPath(village), { token, commands: [command] })
  const { items, nextAfter } = await feed(`${path}?after=${seq}`, token)
  expect(items).toMatchObject([{ id: command.id, hash: answer!.hash, type: 'ExpensePaid' }])
  expect(nextAfter).toBe(seq + 1)
  expect(JSON.parse(items[0]!.data)).toMatchObject({ amount: 700 })
})

test('the administrator alone follows the journal of the network', async () => {
  const path = `/v1/networks/${village.networkId}/journal`
  const rows = await followed(path, await village.as('administrator'), 2)
  expect(rows.at(-1)!.hash).toBe((await networkHeadOf(village)).hash)
  assertChained(rows, /^(Report|Ruling|LadderStep|Decision|WatchLetter|WatchAnswer)/)
  const statuses = await Promise.all(
    (['auditor', 'migration-worker', 'chair', 'household'] as const).map(
      async (door) => (await village.ask(path, { token: await village.as(door) })).status,
    ),
  )
  expect(statuses).toEqual([403, 403, 404, 404])
})

test('a household reads no journal, and a stranger nothing at all', async () => {
  const household = await village.as('household')
  const paths = ['journal', 'key', `entries/${(await headOf(village)).id}/receipt`]
  for (const path of paths)
    expect((await village.ask(`/v1/funds/${village.fundId}/${path}`)).status, path).toBe(401)
  const answer = await village.ask(`/v1/funds/${village.fundId}/journal`, { token: household })
  expect(answer.status).toBe(403)
})

test.each([
  'after=canary',
  'after=-1',
  'after=1.5',
  'after=៥',
  'after=9999999999999999',
  'limit=0',
  'limit=201',
  'limit=canary',
  'canary=1',
])('?%s is an error and never an empty list', async (query) => {
  const token = await village.as('auditor')
  const answer = await village.ask(`/v1/funds/${village.fundId}/journal?${query}`, { token })
  expect(answer.status).toBe(400)
  expect(await answer.text()).not.toContain('canary')
})

const receiptPath = (entryId: string): string =>
  `/v1/funds/${village.fundId}/entries/${entryId}/receipt`

test('a receipt can be asked for at any later time, and is the one that was given', async () => {
  const token = await village.as('record-keeper')
  const command = {
    id: village.needs.ids(),
    v: 1,
    type: 'RecordExpense',
    effectiveOn: evening,
    amount: 800,
    ...ofCost,
  }
  const [given] = await send(village, commandsPath(village), { token, commands: [command] })
  village.pass(60_000)
  for (const door of ['record-keeper', 'auditor'] as const) {
    const asked = await village.ask(receiptPath(command.id), { token: await village.as(door) })
    const { receipt, code } = (await asked.json()) as { receipt: Receipt; code: string }
    expect(receipt).toEqual(given!.receipt)
    expect(code.split(' ')).toEqual(['VF1', ...Object.values(receipt).map(String)])
  }
})

/** A repayment of the card's household, one of another, and relief for the first of the two loans. */
const aboutTwoLoans = async (memberId: string) => {
  const { needs, fundId } = village
  const loans = (await needs.store.subjects(fundId))
    .filter(({ kind }) => kind === 'loan')
    .map(({ data }) => JSON.parse(data) as Loan)
  const { loanId: own } = loans.find((loan) => loan.memberId === memberId)!
  const { loanId: other } = loans.find((loan) => loan.memberId !== memberId)!
  const envelope = () => ({ id: needs.ids(), v: 1, effectiveOn: evening })
  const repaid = (loanId: string) => ({
    ...envelope(),
    type: 'RecordRepayment',
    loanId,
    amount: 5000,
  })
  const relieved = (loanId: string, eventId: string) => ({
    ...envelope(),
    type: 'RecordRelief',
    eventId,
    kind: 'flood',
    touched: [{ loanId, from: evening, to: '2026-02-28' }],
  })
  const commands = [
    repaid(own),
    relieved(own, 'E901'),
    repaid(other),
    relieved(other, 'E902'),
    { ...envelope(), type: 'RecordAttendance', present: [memberId], absent: [] },
  ]
  const token = await village.as('record-keeper')
  const answers = await send(village, commandsPath(village), { token, commands })
  expect(answers.every(({ receipt }) => receipt !== undefined)).toBe(true)
  const ids = commands.map(({ id }) => id)
  return { own: ids.slice(0, 2), others: ids.slice(2) }
}

test('a household has receipts of its own lines and loans, and of nothing else', async () => {
  const { needs, fundId } = village
  const token = await village.as('household')
  const [{ memberId } = { memberId: '' }] = await needs.store.cards(fundId)
  const two = await aboutTwoLoans(memberId)
  const rows = await needs.store.read(fundId, 0, 5000)
  const lines = rows
    .map(({ id, data }) => ({ id, about: (JSON.parse(data) as { memberId?: string }).memberId }))
    .filter(({ about }) => about !== undefined)
  const own = lines.filter(({ about }) => about === memberId).map(({ id }) => id)
  const others = lines.filter(({ about }) => about !== memberId).map(({ id }) => id)
  expect(own.length).toBeGreaterThan(12)
  for (const id of [...own, ...two.own]) {
    const answer = await village.ask(receiptPath(id), { token })
    expect(answer.status).toBe(200)
    expect(((await answer.json()) as { receipt: Receipt }).receipt.id).toBe(id)
  }
  const nothing = await (await village.ask(receiptPath(needs.ids()), { token })).text()
  const founding = rows[0]!.id
  for (const id of [...others.slice(0, 100), ...two.others, founding, 'canary']) {
    const answer = await village.ask(receiptPath(id), { token })
    expect([answer.status, await answer.text()]).toEqual([404, nothing])
  }
})

test('the key of a fund is the same for everybody who may see it, and another for another fund', async () => {
  const { needs, fundId } = village
  const keys = await Promise.all(
    (['household', 'auditor', 'chair'] as const).map(async (door) => {
      const token = await village.as(door)
      return (await village.ask(`/v1/funds/${fundId}/key`, { token })).text()
    }),
  )
  expect(new Set(keys).size).toBe(1)
  expect(JSON.parse(keys[0]!)).toEqual({
    fundId,
    algorithm: 'Ed25519',
    ...needs.signer.publicKey(fundId),
    older: [],
  })
  expect(needs.signer.publicKey(needs.ids()).keyId).not.toBe(JSON.parse(keys[0]!).keyId)
})

test('what may be read of a book is written down before it is read', async () => {
  const token = await village.as('auditor')
  const isFull = () => Promise.reject(new Error('the log is full'))
  const store = { ...village.needs.store, noteActivity: isFull }
  const answer = await app({ ...village.needs, store }).request(
    `/v1/funds/${village.fundId}/journal`,
    { headers: { host: ourHost, authorization: `Bearer ${token}` } },
  )
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('FundFounded')
})
