import { beforeEach, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { type Door, practiceSecond } from '#src/app/practice/practice-people.ts'
import { carryOver, reasonsOfService } from '#src/app/cases/roof.ts'
import { bookOf } from '#src/app/queries.ts'
import { exportArchive } from '#src/exchange/archive/export.ts'
import { peopleWords, reliefWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { archiveOf, linesIn, takeIn } from '#test/support/archives.ts'
import { type Practice, practice } from '#test/support/service.ts'

const words = peopleWords.in('en')
const stolen = reliefWords.in('en')['reason_wage-theft']
const second = { login: practiceSecond.login, secret: practiceSecond.pin }

let village: Practice
let card = ''
let memberId = ''
beforeEach(async () => {
  village = await practice()
  const { members } = (await bookOf(village.needs.store, village.fundId))!
  const one = members.find(({ offices, isFormer }) => offices.length === 0 && !isFormer)!
  card = one.card
  memberId = one.memberId
})

const formId = '01900000-0000-7000-8000-000000000001'

const declared = async (more: Readonly<Record<string, string>> = {}, act = '') => {
  const fields = {
    id: formId,
    fund: village.fundId,
    day: '31',
    month: '12',
    year: '2025',
    kind: 'personal',
    places: '',
    card,
    from: '2025-12-30',
    to: '',
    proof: 'reason',
    station: '',
    level: '',
    mark: '',
    witness1: '',
    witness2: '',
    alert: '',
    reason: 'wage-theft',
    ...more,
  }
  const path = `/funds/${village.fundId}/record/event${act}?lang=en`
  const token = await village.as('record-keeper')
  return village.ask(path, { token, body: new URLSearchParams(fields) })
}

const reasons = async (door: Door, of = memberId) => {
  const path = `/funds/${village.fundId}/people/${of}/reasons?lang=en`
  const answer = await village.ask(path, { token: await village.as(door) })
  return { status: answer.status, text: pageText(await answer.text()) }
}

/** What is kept of reasons, in the store of cases; beside the journal there is none. */
const notes = async () => {
  const beside = [...(await village.needs.store.of(village.fundId))]
  expect(beside.filter(([of, text]) => of.startsWith('relief:') && text !== '')).toEqual([])
  return [...(await reasonsOfService(village.needs).of(village.fundId))]
}
const erase = async (what: string) =>
  village.ask(`/funds/${village.fundId}/people/${memberId}/erase`, {
    token: await village.as('record-keeper'),
    body: new URLSearchParams({ what, ...second }),
  })
const kept = async () => ({
  journal: JSON.stringify(await village.needs.store.read(village.fundId, 0, 100_000)),
  log: JSON.stringify(await village.needs.store.activities(village.fundId, { limit: 1000 })),
})

test('why one household gets relief is read by chair and record-keeper, and by nobody else', async () => {
  expect((await declared()).status).toBe(303)
  for (const door of ['chair', 'record-keeper'] as const)
    expect((await reasons(door)).text).toContain(stolen)
  for (const door of ['auditor', 'household'] as const) {
    const { status, text } = await reasons(door)
    expect([door, status]).toEqual([door, 403])
    expect(text).not.toContain(stolen)
  }
})

test('no list, page of the event, journal or log says why, and another household has nothing to read', async () => {
  await declared()
  const event = (await bookOf(village.needs.store, village.fundId))!.events.at(-1)!
  for (const path of [
    'relief',
    `relief/events/${event.eventId}`,
    'today',
    `people/${memberId}`,
    'log',
  ]) {
    const token = await village.as('record-keeper')
    const answer = await village.ask(`/funds/${village.fundId}/${path}?lang=en`, { token })
    expect([path, answer.status]).toEqual([path, 200])
    expect(pageText(await answer.text())).not.toContain(stolen)
  }
  const { journal, log } = await kept()
  expect(journal + log + JSON.stringify(village.lines)).not.toContain('wage-theft')
  const { members } = (await bookOf(village.needs.store, village.fundId))!
  const other = members.findLast((one) => !(event.told?.memberIds ?? []).includes(one.memberId))!
  expect((await reasons('chair', other.memberId)).text).toContain(words.reasonsNone)
})

test('each look stands in the log of everybody of that household, whoever it was each time', async () => {
  await declared()
  const { events, members } = (await bookOf(village.needs.store, village.fundId))!
  const first = events.at(-1)!.told!.memberIds!
  const [a, b, c] = members.flatMap((one) =>
    one.isFormer || first.includes(one.memberId) ? [] : [one.memberId],
  ) as [string, string, string]
  const by = { actor: 'test', device: 'test' }
  for (const [on, ...others] of [
    ['2025-12-30', a, b],
    ['2025-12-31', c],
  ] as const) {
    const again = {
      id: village.needs.ids(),
      v: 1,
      type: 'DeclareEvent',
      effectiveOn: on,
      eventId: village.needs.ids(),
      kind: 'personal',
      memberIds: [memberId, ...others],
      from: on,
      evidence: { is: 'reason', hash: 'ab'.repeat(32) },
    } as const
    const [answer] = await village.needs.record(village.fundId, [again], by)
    expect(answer).toMatchObject({ outcome: 'recorded' })
  }
  await reasons('chair')
  const log = await village.needs.store.activities(village.fundId, { limit: 1000 })
  const lines = log.filter(({ action }) => action === 'read-relief-reason')
  expect(new Set(lines.map(({ subject }) => subject))).toEqual(
    new Set([...first, a, b, c].map((one) => `member:${one}`)),
  )
  await reasons('auditor')
  const [refused] = await village.needs.store.activities(village.fundId, { limit: 1 })
  expect(refused).toMatchObject({ action: 'read-relief-reason', outcome: 'refused' })
})

test('a form that comes again, with the same reason or another one, changes nothing that is kept', async () => {
  await declared()
  const before = await notes()
  for (const reason of ['wage-theft', 'birth']) {
    expect((await declared({ reason })).status).toBe(409)
    expect(await notes()).toEqual(before)
  }
  expect((await reasons('chair')).text).toContain(stolen)
})

test('a form that is pressed twice at once keeps the reason that its entry vouches for', async () => {
  await Promise.all([declared(), declared()])
  const { events } = (await bookOf(village.needs.store, village.fundId))!
  const [[, text]] = (await notes()) as [[string, string]]
  expect(events.at(-1)!.told!.evidence).toEqual({ is: 'reason', hash: sha256(text) })
  expect((await reasons('chair')).text).toContain(stolen)
})

test('a note that nobody can read any more goes with all of the person, too', async () => {
  await declared()
  const [[subject]] = (await notes()) as [[string, string]]
  // Of the entry, but by another salt; and of a form that was never recorded.
  const left = JSON.stringify({ salt: 'another', text: 'wage-theft' })
  const never = 'relief:01900000-0000-7000-8000-000000000009'
  const both = [subject, never].map((one) => ({ subject: one, text: left }))
  await reasonsOfService(village.needs).keep(village.fundId, both)
  expect((await erase('everything')).status).toBe(303)
  expect(await notes()).toEqual([])
})

test('of a form that is refused nothing is kept, and the check keeps nothing', async () => {
  expect((await declared({}, '/confirm')).status).toBe(200)
  expect(await notes()).toEqual([])
  expect((await declared({ from: '2025-01-01' })).status).toBe(409)
  expect(await notes()).toEqual([])
})

test('with all of the person the reason goes, salt and all, and no key tells any more what it was', async () => {
  await declared()
  const { evidence } = (await bookOf(village.needs.store, village.fundId))!.events.at(-1)!.told!
  const [[, text]] = (await notes()) as [[string, string]]
  const { salt } = JSON.parse(text) as { salt: string }
  // What stands in the journal is of that salt, which was drawn: the service cannot make it again.
  expect(evidence).toEqual({ is: 'reason', hash: sha256(text) })
  expect((await erase('name')).status).toBe(303)
  expect((await reasons('chair')).text).toContain(stolen)
  expect((await erase('everything')).status).toBe(303)
  expect(await notes()).toEqual([])
  expect((await reasons('chair')).text).toContain(words.reasonGone)
  const { journal, log } = await kept()
  expect(journal + log).not.toContain(salt)
})

const archiveWith = async (withoutPeople: boolean): Promise<string> => {
  const { store } = village.needs
  const needs = { store, hash: sha256, digest: sha256Digest }
  const archive = (await exportArchive(needs, village.fundId, { withoutPeople }))!
  const bytes: Uint8Array[] = []
  for await (const piece of archive.bytes) bytes.push(piece)
  return linesIn(Buffer.concat(bytes)).join('\n')
}

test('an archive of a service that has a place for cases holds no reason, and makes an older copy forget what was carried over', async () => {
  await declared()
  expect((await notes()).map(([, text]) => text).join()).toContain('wage-theft')
  expect(await archiveWith(false)).not.toContain('wage-theft')
  const { store, cases, fundId } = { ...village.needs, fundId: village.fundId }
  const left = { subject: 'relief:01900000-0000-7000-8000-000000000009', text: 'wage-theft, left' }
  await store.keep(fundId, [left])
  const copy = memoryStore()
  await takeIn(copy, await archiveOf(store as never, fundId))
  expect((await copy.of(fundId)).get(left.subject)).toBe(left.text)
  await carryOver(store, cases!)
  expect(await archiveWith(false)).not.toContain('wage-theft')
  const flood = { kind: 'flood', card: '', places: 'river', proof: 'gauge', reason: '' }
  const id = '01900000-0000-7000-8000-000000000002'
  await declared({ ...flood, id, station: 'KRATIE', level: '2310' })
  await takeIn(copy, await archiveOf(store as never, fundId))
  expect((await copy.of(fundId)).get(left.subject) ?? '').toBe('')
})

test('an archive has the reason until it is erased, one without people never, and a later one erases it in the older copy', async () => {
  // Of a service without a place for cases, as before there was one.
  village = await practice({ cases: undefined } as never)
  await declared()
  const { store } = village.needs
  const copy = memoryStore()
  await takeIn(copy, await archiveOf(store as never, village.fundId))
  expect(await archiveWith(false)).toContain('wage-theft')
  expect(await archiveWith(true)).not.toContain('wage-theft')
  await erase('everything')
  expect(await archiveWith(false)).not.toContain('wage-theft')
  const flood = { kind: 'flood', card: '', places: 'river', proof: 'gauge', reason: '' }
  const id = '01900000-0000-7000-8000-000000000002'
  await declared({ ...flood, id, station: 'KRATIE', level: '2310' })
  await takeIn(copy, await archiveOf(store as never, village.fundId))
  expect(JSON.stringify([...(await copy.of(village.fundId))])).not.toContain('wage-theft')
})
