import { expect, test } from 'vitest'
import type { Role } from '#domain/access/roles.ts'
import type { Command } from '#domain/village.ts'
import type { Answer } from '#src/app/answer.ts'
import type { RecorderOf } from '#src/app/record.ts'
import { type Item, mayRecordAnything, submit } from '#src/app/submit.ts'

const today = '2025-03-01'
const by = { actor: 'u1', device: 'd1' }

const fine = (id: string, more: object = {}): Item<Command> => ({
  command: {
    id,
    v: 1,
    type: 'RecordFine',
    effectiveOn: today,
    memberId: 'm1',
    amount: 500,
    ...more,
  } as Command,
})
const fault: Item<Command> = { fault: { id: null, code: 'field-missing', at: '/amount' } }

/** Sends items to a recorder that takes all but what is called `no`, and tells how it was asked. */
const sent = async (
  items: readonly Item<Command>[],
  {
    held = ['record-keeper'],
    refuse = async () => undefined,
    isTaken = async () => false,
    ...more
  }: {
    held?: readonly Role[]
    refuse?: (command: Command) => Promise<string | undefined>
    isTaken?: (id: string) => Promise<boolean>
    dryRun?: boolean
    atomic?: boolean
    isOfService?: boolean
    lineId?: () => string
  } = {},
) => {
  const asked: object[] = []
  const record: RecorderOf<Command> = async (journalId, commands, options) => {
    asked.push({ journalId, ids: commands.map(({ id }) => id), ...options })
    return commands.map(({ id }): Answer =>
      id === 'no'
        ? { id, outcome: 'refused', code: 'by-the-rule' }
        : {
            id,
            outcome: 'recorded',
            seq: 1,
            recordedAt: '2025-03-01T02:00:00.000Z',
            hash: '',
            flags: [],
          },
    )
  }
  const told = await submit(record, items, {
    journalId: 'f1',
    by,
    held,
    today,
    refuse,
    isTaken,
    dryRun: false,
    ...more,
  })
  return {
    asked,
    told: told.map(({ answer }) => ('code' in answer ? answer.code : answer.outcome)),
    noted: told.map(({ isNoted }) => isNoted),
  }
}

test('each item is answered in its place, and what cannot be sent blocks none of the others', async () => {
  const items = [fine('a'), fault, fine('no'), fine('b', { type: 'AppointStaff' }), fine('c')]
  const { told, asked } = await sent(items)
  expect(told).toEqual(['recorded', 'field-missing', 'by-the-rule', 'not-yours-to-do', 'recorded'])
  expect(asked).toEqual([
    { journalId: 'f1', ids: ['a', 'no', 'c'], ...by, dryRun: false, atomic: false },
  ])
})

test('today can be entered, and tomorrow cannot', async () => {
  expect((await sent([fine('a', { effectiveOn: '2025-03-01' })])).told).toEqual(['recorded'])
  expect((await sent([fine('a', { effectiveOn: '2025-03-02' })])).told).toEqual([
    'date-in-the-future',
  ])
})

test('whoever holds no right to it sends nothing, but what the service itself has made', async () => {
  const held = ['household-member'] as const
  expect((await sent([fine('a')], { held })).told).toEqual(['not-yours-to-do'])
  expect((await sent([fine('a')], { held, isOfService: true })).told).toEqual(['recorded'])
})

test('what is refused for the caller’s own sake is not recorded', async () => {
  const refuse = async ({ id }: Command) => (id === 'a' ? 'step-up-needed' : undefined)
  const { told, asked } = await sent([fine('a'), fine('b')], { refuse })
  expect(told).toEqual(['step-up-needed', 'recorded'])
  expect(asked).toMatchObject([{ ids: ['b'] }])
  expect((await sent([fine('a')], { refuse })).asked).toEqual([])
})

test('all or none: where one item is not taken the others are answered as in a dry run', async () => {
  const stopped = await sent([fine('a'), fault], { atomic: true })
  expect(stopped.told).toEqual(['recorded', 'field-missing'])
  expect(stopped.asked).toMatchObject([{ dryRun: true, atomic: true }])
  expect((await sent([fine('a')], { atomic: true })).asked).toMatchObject([
    { dryRun: false, atomic: true },
  ])
  expect((await sent([fine('a')], { dryRun: true })).asked).toMatchObject([
    { dryRun: true, atomic: false },
  ])
})

test('somebody may record anything at all where one of the commands is open to them', () => {
  expect(mayRecordAnything(['record-keeper'], ['AppointStaff', 'RecordFine'])).toBe(true)
  expect(mayRecordAnything(['record-keeper'], ['AppointStaff'])).toBe(false)
  expect(mayRecordAnything([], ['RecordFine'])).toBe(false)
})

test('what was recorded is answered once more, whatever has changed since: the day, a power or the second word', async () => {
  const rules = fine('taken', { type: 'AmendCharter', effectiveOn: '2025-02-28' })
  const refuse = async ({ id }: Command) => (id === 'a' ? 'approval-needed' : undefined)
  const how = { held: ['record-keeper', 'chair'] as const, refuse }
  expect((await sent([rules, fine('a')], how)).told).toEqual([
    'charter-not-backwards',
    'approval-needed',
  ])
  const isTaken = async (id: string) => id === 'taken' || id === 'a'
  expect((await sent([rules, fine('a')], { ...how, isTaken })).told).toEqual([
    'recorded',
    'recorded',
  ])
  expect((await sent([fine('a', { type: 'AppointStaff' })], { ...how, isTaken })).told).toEqual([
    'not-yours-to-do',
  ])
})

test('what is handed on has its line written with it, and nothing else says that it has one', async () => {
  let next = 0
  const lineId = (): string => `line ${(next += 1)}`
  const items = [fine('a'), fault, fine('no'), fine('b', { type: 'AppointStaff' })]
  const { asked, noted } = await sent(items, { lineId })
  expect(asked).toMatchObject([{ ids: ['a', 'no'], lineIds: ['line 1', 'line 2'] }])
  expect(noted).toEqual([true, false, true, false])
  const dry = await sent([fine('a')], { lineId, dryRun: true })
  expect(dry.asked).not.toHaveProperty('0.lineIds')
  expect(dry.noted).toEqual([false])
  const stopped = await sent([fine('a'), fault], { lineId, atomic: true })
  expect(stopped.asked).not.toHaveProperty('0.lineIds')
  expect(stopped.noted).toEqual([false, false])
})
