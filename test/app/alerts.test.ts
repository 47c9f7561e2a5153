import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { FundBook } from '#domain/health/book.ts'
import { slowWrites } from '#test/support/slow-writes.ts'
import { type KeptAlert, alertIdOf, alertsOf, keepAlert, proposedBy } from '#src/app/alerts.ts'

const alert = (
  more: Partial<KeptAlert> = {},
  event = 'River flood',
  values = ['170201'],
): KeptAlert =>
  ({
    identifier: 'a1',
    sender: 'mowram',
    sent: '2025-03-01T02:00:00.000Z',
    status: 'Actual',
    msgType: 'Alert',
    references: [],
    hash: 'h1',
    infos: [
      {
        event,
        headline: '',
        areas: [{ areaDesc: '', geocodes: values.map((value) => ({ name: 'x', value })) }],
      },
    ],
    ...more,
  }) as unknown as KeptAlert

const book = (hash?: string) =>
  ({
    members: [{ zone: '17020101' }],
    fund: { villageCode: '17020101' },
    events: [{ told: { evidence: { is: 'cap-alert', hash } } }, { told: undefined }],
  }) as unknown as FundBook

const proposed = (alerts: readonly KeptAlert[], of = book()) =>
  proposedBy(
    alerts.map((one) => ({ ...one, alertId: alertIdOf(sha256, one) })),
    of,
  )

test('an alert is kept once however often it comes, and the one that was sent last comes first', async () => {
  const store = memoryStore()
  const needs = { store, hash: sha256 }
  const first = await keepAlert(needs, 'f1', alert())
  expect(await keepAlert(needs, 'f1', alert())).toBe(first)
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  const later = alert({ identifier: 'a2', sent: '2025-03-02T02:00:00.000Z' })
  await keepAlert(needs, 'f1', later)
  await store.keep('f1', [
    { subject: 'fund', text: 'a name' },
    { subject: 'alert:erased', text: '' },
  ])
  expect((await alertsOf(needs, 'f1')).map(({ identifier }) => identifier)).toEqual(['a2', 'a1'])
})

test.each([
  ['River flood', 'flood'],
  ['ទឹកជំនន់', 'flood'],
  ['Dry spell', 'drought'],
  ['Tropical cyclone', 'storm'],
  ['Forest fire', 'fire'],
  ['African swine fever', 'pest-or-animal-disease'],
  ['Dengue', 'epidemic'],
  ['Evacuation', 'conflict-or-mass-return'],
  ['Earthquake', 'other'],
])('%s seems to be: %s', (event, kind) => {
  expect(proposed([alert({}, event)])[0]!.kind).toBe(kind)
})

test('it names the places in which members live, each once', () => {
  const [one] = proposed([alert({}, 'flood', ['170201', '17', '170201', '180101'])])
  expect(one!.places).toEqual(['170201', '17'])
})

test('a test is none that has happened, a message of another type proposes nothing', () => {
  expect(proposed([alert()])[0]!.isTest).toBe(false)
  for (const status of ['Test', 'Exercise', 'System', 'Draft'])
    expect(proposed([alert({ status })])[0]!.isTest).toBe(true)
  expect(proposed([alert({ msgType: 'Update' })])).toHaveLength(1)
  for (const msgType of ['Cancel', 'Ack', 'Error'])
    expect(proposed([alert({ msgType })])).toEqual([])
})

test('a later alert of the same sender takes it back or its place, and an exercise neither', () => {
  const about = ['mowram,a1,2025-03-01T02:00:00+07:00']
  const later = (more: Partial<KeptAlert>) => {
    const [one] = proposed([alert(), alert({ identifier: 'a2', references: about, ...more })])
    return [one!.isCancelled, one!.isReplaced]
  }
  expect(later({ msgType: 'Cancel' })).toEqual([true, false])
  expect(later({ msgType: 'Update' })).toEqual([false, true])
  expect(later({ msgType: 'Cancel', sender: 'another' })).toEqual([false, false])
  expect(later({ msgType: 'Cancel', status: 'Test' })).toEqual([false, false])
  expect(later({ msgType: 'Cancel', references: ['mowram,a11,x'] })).toEqual([false, false])
})

test('one by which an event was declared is told as declared', () => {
  expect(proposed([alert()], book('h1'))[0]!.isDeclared).toBe(true)
  expect(proposed([alert()], book('h2'))[0]!.isDeclared).toBe(false)
})

test('alerts are listed with the last one first, of one instant by their ids, and an erased one is none', async () => {
  const store = slowWrites(memoryStore())
  const sent = ['02', '04', '01', '03', '03'].map((day, i) =>
    alert({ identifier: `a${i}`, sent: `2025-03-${day}T02:00:00.000Z` }),
  )
  const ids = []
  for (const one of sent) ids.push(await keepAlert({ store, hash: sha256 }, 'f1', one))
  await store.keep('f1', [
    { subject: 'goal:m1', text: '{"sent":"2026"}' },
    { subject: 'alert:erased', text: '' },
  ])
  const both = [ids[3]!, ids[4]!].toSorted().toReversed()
  expect((await alertsOf({ store }, 'f1')).map(({ alertId }) => alertId)).toEqual([
    ids[1],
    ...both,
    ids[0],
    ids[2],
  ])
})

test('one reference of several is enough, and one member in a place', () => {
  const one = alert()
  const cancel = alert({
    identifier: 'a2',
    msgType: 'Cancel',
    sent: '2025-03-02T02:00:00.000Z',
    references: ['other,a1,x', 'mowram,a1,2025-03-01T02:00:00.000Z'],
  } as Partial<KeptAlert>)
  expect(proposed([one, cancel])[0]).toMatchObject({ isCancelled: true })
  const two = { ...book(), members: [{ zone: '17020101' }, { zone: '17990101' }] } as never
  expect(proposed([one], two)[0]!.places).toEqual(['170201'])
})
