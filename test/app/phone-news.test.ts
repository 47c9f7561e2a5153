import { expect, test } from 'vitest'
import type { MessageKind, WaitingMessage } from '#domain/fund/messages.ts'
import type { Sealing } from '#domain/grants/files.ts'
import { sha256 } from '#infra/system/system.ts'
import { sendMessagesOf } from '#src/app/messages/carrying.ts'
import { entriesAfter, journalNews } from '#src/app/messages/news.ts'
import { choose } from '#src/app/messages/linking.ts'
import { foundRows, linkAt, sealedRow } from '#src/app/messages/rows.ts'
import { bookOf } from '#src/app/queries.ts'
import { hour, phone, place, withPhones } from '#test/support/phones.ts'
import { fundId, networkId } from '#test/support/small-network.ts'
import { type StoryCommand, paid, paidOut, relieved } from '#test/support/village.ts'

const other = '+85512345679'
const count = { amount: 100_000_000, isByNote: false }
const closed = (on: string): StoryCommand[] => [
  { type: 'OpenMeeting', effectiveOn: on, count },
  { type: 'RecordAttendance', effectiveOn: on, present: ['m1', 'm2', 'o1'], absent: ['m3'] },
  { type: 'CloseMeeting', effectiveOn: on, count },
]
const lent = paidOut({
  on: '2025-02-04',
  principal: 90_000,
  months: 3,
  product: 'emergency',
})

const withNews = async () => {
  const its = await withPhones()
  const chooses = async (kinds: readonly MessageKind[], address = phone) =>
    choose(its.all, (await linkAt(its.all, networkId, address))!, { kinds })
  const told = async (): Promise<string[]> => {
    const before = its.texts.length
    await its.send()
    return its.texts
      .slice(before)
      .map(({ to, text }) => `${text} to ${to.slice(-1)}`)
      .toSorted()
  }
  return { ...its, chooses, told }
}

test('each hears of the own money alone, and of what all hear where that was chosen', async () => {
  const { link, saves, entered, chooses, told } = await withNews()
  await link()
  await link(other, 'm2')
  await saves()
  expect(await told()).toEqual(['receipt to 8'])
  await entered(closed('2025-02-20'))
  expect(await told()).toEqual([])
  await chooses(['summary'], other)
  await saves()
  await entered(closed('2025-02-21'))
  expect(await told()).toEqual(['receipt to 8', 'summary to 9'])
  await chooses([])
  await saves()
  expect(await told()).toEqual([])
})

test('what was done to the own card is told where it was done after the phone was linked', async () => {
  const { needs, kept, link, told, texts, pass } = await withNews()
  const note = async (n: number, outcome: 'done' | 'refused' = 'done') =>
    kept.noteActivity([
      {
        scope: fundId,
        activityId: `z${n}`,
        at: needs.clock(),
        actor: 'u1',
        device: 'd1',
        action: 'manage-cards',
        subject: 'member:m1',
        outcome,
      },
    ])
  await link()
  // In the very instant of the link it is no news.
  await note(1)
  expect(await told()).toEqual([])
  pass(1)
  await note(2, 'refused')
  expect(await told()).toEqual([])
  // A card that is stopped and made anew is one matter to its owner.
  await note(3)
  await note(4)
  expect(await told()).toEqual(['security to 8'])
  // Another one in the afternoon is another matter: who had a card made in the morning hears of it.
  pass(5 * hour)
  await note(5)
  expect(await told()).toEqual(['security to 8'])
  // A gateway hands over once what has one number.
  expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length)
})

test('whoever is no member any more, or is silent for a year, is taken off and hears nothing', async () => {
  const { kept, all, link, saves, entered, told, pass } = await withNews()
  await link()
  await link(other, 'm2')
  await entered([
    { type: 'RecordMemberChange', effectiveOn: '2025-03-01', memberId: 'm2', change: 'left' },
    { type: 'RecordMemberChange', effectiveOn: '2025-03-02', memberId: 'm1', change: 'left' },
  ])
  await saves()
  expect(await told()).toEqual(['receipt to 8'])
  expect(await linkAt(all, networkId, other)).toBeUndefined()
  const [line] = await kept.activities(fundId, { limit: 1 })
  expect(line).toMatchObject({ action: 'unlink-phone', actor: 'program', subject: 'member:m2' })
  pass(24 * hour)
  await told()
  expect(await linkAt(all, networkId, phone)).toBeUndefined()
})

test('a silent number is taken off at the end of its year', async () => {
  const { all, link, told, pass } = await withNews()
  await link()
  pass(365 * 24 * hour - 1)
  await told()
  expect(await linkAt(all, networkId, phone)).toBeDefined()
  pass(1)
  await told()
  expect(await linkAt(all, networkId, phone)).toBeUndefined()
})

test('a reminder is sent once where it was chosen, until its day', async () => {
  const { link, entered, chooses, told, linked, pass } = await withNews()
  await link()
  await entered([lent])
  expect(await told()).toEqual(['receipt to 8'])
  pass(16 * 24 * hour)
  expect(await told()).toEqual([])
  await chooses(['reminder'])
  expect(await told()).toEqual(['reminder to 8'])
  expect((await linked())!.value.reminded).toEqual({ l1: '2025-03-20' })
  expect(await told()).toEqual([])
})

test('a reminder that waits is dropped when it was paid meanwhile, or is put off, and not otherwise', async () => {
  // Of February and March 60,000 are to be paid.
  for (const [meanwhile, left] of [
    [[paid('2025-03-17', 60_000)], 0],
    [[relieved('2025-03-17', { from: '2025-03-17', to: '2025-04-30' })], 0],
    [[paid('2025-03-17', 59_999)], 1],
  ] as const) {
    const { link, entered, chooses, told, waiting, gateway, pass } = await withNews()
    await link()
    await entered([lent])
    await told()
    await chooses(['reminder'])
    pass(16 * 24 * hour)
    gateway.isUp = false
    await told()
    expect((await waiting()).map(({ value }) => value.until)).toEqual(['2025-03-20'])
    await entered(meanwhile)
    await told()
    expect(await waiting()).toHaveLength(left)
  }
})

test('how far was read is kept: of two phones each hears of what came after it was linked', async () => {
  const { all, link, saves, told } = await withNews()
  await saves()
  await link()
  await saves()
  await saves('m2')
  await link(other, 'm2')
  expect(await told()).toEqual(['receipt to 8'])
  await saves('m2')
  expect(await told()).toEqual(['receipt to 9'])
  const [state] = await foundRows<{ afterSeq: number }>(all, networkId, { kind: 'state', fundId })
  expect(state!.value).toMatchObject({ sent: 2, givenUp: 0 })
  expect(await told()).toEqual([])
})

test('of a meeting is told who came, what was counted and when the next one is; of all that is closed at once the last', async () => {
  const { kept, entered } = await withPhones()
  await entered([...closed('2025-02-20'), ...closed('2025-01-20')])
  const book = (await bookOf(kept, fundId))!
  const news = journalNews(book, await entriesAfter(kept, fundId, 0))
  expect(news.filter(({ kind }) => kind === 'summary').map(({ told }) => told)).toEqual([
    {
      what: 'summary',
      on: '2025-02-20',
      present: 3,
      cash: 100_000_000,
      currency: 'KHR',
      next: '2025-03-20',
    },
  ])
})

test('that the rules were changed, or the auditors’ eyes closed, all hear', async () => {
  const { kept, entered } = await withPhones()
  const book = (await bookOf(kept, fundId))!
  const head = (await kept.read(fundId, 0, 100)).length
  const { charter } = book.fund.charters[0]!
  const votes = { present: 9, yes: 8, no: 0 }
  await entered([
    {
      type: 'AmendCharter',
      effectiveOn: '2025-03-01',
      votes,
      confirmedBy: 'o1',
      charter: {
        ...charter,
        absenceFine: 500,
      },
    },
  ])
  const entries = await entriesAfter(kept, fundId, head)
  const security = (list: typeof entries) =>
    journalNews(book, list)
      .filter(({ kind }) => kind === 'security')
      .map(({ told, memberId }) => [told, memberId])
  expect(security(entries)).toEqual([
    [{ what: 'security', cause: 'charter-changed', on: '2025-03-01' }, undefined],
  ])
  const dismissed = entries.map(({ entry }) => ({
    entry: { ...entry, body: { ...entry.body, type: 'AuditorsDismissed' } as never },
  }))
  expect(security(dismissed)).toEqual([
    [{ what: 'security', cause: 'auditors-ended', on: '2025-03-01' }, undefined],
  ])
})

test('who was drawn is asked when the round is begun, and not again', async () => {
  const { kept, entered } = await withPhones()
  const head = (await kept.read(fundId, 0, 100)).length
  await entered([{ type: 'BeginConfirmation', effectiveOn: '2025-03-01' }])
  const book = (await bookOf(kept, fundId))!
  const asked = async (after: number) =>
    journalNews(book, await entriesAfter(kept, fundId, after)).filter(
      ({ told }) => told.what === 'asked',
    )
  expect((await asked(head)).map(({ memberId }) => memberId)).toEqual(
    book.fund.confirmations![0]!.asked,
  )
  expect(await asked(head + 1)).toEqual([])
})

const plain = {
  seal: async (_: string, __: string, text: string) => text,
  open: async (_: string, __: string, text: string) => text,
  mark: async (_: string, text: string) => sha256(text),
} as unknown as Sealing

test('two hundred texts are carried in a round, the oldest first, and the rest waits for the next', async () => {
  const { all: sealed, store, texts } = await withPhones()
  // What is carried hangs on no secret, and two hundred seals take their time.
  const all = { ...sealed, sealing: plain }
  const now = Date.parse(all.clock())
  const keep = await Promise.all(
    Array.from({ length: 202 }, async (_, i) => {
      const madeAt = new Date(now - i * 1_000).toISOString()
      const value: WaitingMessage = {
        id: `t${i}`,
        fundId,
        memberId: 'm1',
        address: phone,
        text: `text ${i}`,
        madeAt,
        tries: 0,
        nextAt: i === 5 ? '2025-03-01T03:00:00.000Z' : madeAt,
      }
      return sealedRow(all, networkId, { kind: 'waiting', key: `t${i}`, fundId, value })
    }),
  )
  await store.changeMessageRows(networkId, { keep })
  // One of them waits for its pause to be over, and holds up nothing: 201 are due.
  expect(await sendMessagesOf(all, place)).toEqual({ sent: 200, waiting: 2, givenUp: 0 })
  expect([texts[0]!.text, texts.at(-1)!.text]).toEqual(['text 201', 'text 1'])
})
