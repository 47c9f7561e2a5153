import { beforeEach, expect, test } from 'vitest'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { pageText } from '#test/pages/page-text.ts'
import { witnessedOf } from '#test/support/witnessed.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
beforeEach(async () => {
  village = await practice()
})

const onDay = '2025-12-31'
const count = { amount: 5_000, isByNote: true }

/** A meeting is held and closed by what a phone sends. */
const meetingClosed = async (): Promise<number> => {
  const { needs, fundId } = village
  const envelope = () => ({ id: needs.ids(), v: 1, effectiveOn: onDay, count })
  const commands = ['OpenMeeting', 'CloseMeeting'].map((type) => ({ ...envelope(), type }))
  const token = await village.as('record-keeper')
  const answer = await village.ask(`/v1/funds/${fundId}/commands`, { token, json: { commands } })
  const { answers } = (await answer.json()) as { answers: { seq: number }[] }
  return answers.at(-1)!.seq
}

/** Somebody who can write the database changes an entry and counts every hash after it anew. */
const rewriteBook = (): void => {
  const { store } = village.needs
  const [find, read] = [store.find.bind(store), store.read.bind(store)]
  const hashesAt = store.hashesAt.bind(store)
  const other = (hash: string): string => hash.split('').toReversed().join('')
  const anew = (rows: readonly JournalRow[]) =>
    rows.map((row) => ({ ...row, hash: other(row.hash) }))
  Object.assign(store, {
    find: async (...asked: Parameters<typeof find>) => anew(await find(...asked)),
    read: async (...asked: Parameters<typeof read>) => anew(await read(...asked)),
    hashesAt: async (...asked: Parameters<typeof hashesAt>) =>
      new Map([...(await hashesAt(...asked))].map(([fundId, hash]) => [fundId, other(hash)])),
  })
}

const deskAs = async (door: Door, cookie: string, path = 'today') => {
  const token = await village.as(door)
  const answer = await village.ask(`/funds/${village.fundId}/${path}`, {
    token,
    headers: { cookie },
  })
  const kept = /__Host-kept-[\w-]+=[^;]*/.exec(answer.headers.get('set-cookie') ?? '')?.[0]
  return { text: pageText(await answer.text()), kept, isOurs: answer.headers.get('set-cookie') }
}

const device = '__Host-device=a-phone'

test('the committee’s phone keeps where the book stands, and says so when that is no longer in it', async () => {
  const first = await deskAs('record-keeper', device)
  expect(first.kept).toContain('VF1')
  expect(first.isOurs).toContain('HttpOnly')
  const again = await deskAs('chair', `${device}; ${first.kept}`)
  expect(again.kept).toBeUndefined()
  expect(again.text).not.toContain('Take care')
  const seq = await meetingClosed()
  const later = await deskAs('record-keeper', `${device}; ${first.kept}`)
  expect(decodeURIComponent(later.kept!)).toContain(` ${seq} `)
  rewriteBook()
  const told = await deskAs('record-keeper', `${device}; ${later.kept}`)
  expect(told.text).toContain(`This phone has seen line ${seq} of the book`)
  // It keeps what it has seen: what it is shown now is no proof of anything.
  expect(told.kept).toBeUndefined()
  expect((await deskAs('record-keeper', `${device}; ${first.kept}`)).text).toContain('Take care')
})

test('a phone that an administrator enrols anew forgets what it has seen: a backup was put back', async () => {
  const { needs, networkId } = village
  const { kept } = await deskAs('record-keeper', device)
  rewriteBook()
  expect((await deskAs('record-keeper', `${device}; ${kept}`)).text).toContain('Take care')
  const key = await makeKey(needs, { networkId, purpose: 'enrol-device', madeBy: 'administrator' })
  const enrolled = await village.ask('/enrol', {
    body: new URLSearchParams({ key, label: 'phone' }),
    headers: { cookie: `${kept}; language=en`, 'sec-fetch-site': 'same-origin' },
  })
  const [name] = kept!.split('=')
  expect(enrolled.headers.getSetCookie().find((one) => one.startsWith(`${name}=;`))).toContain(
    'Max-Age=0',
  )
  expect(enrolled.headers.getSetCookie().some((one) => one.startsWith('language'))).toBe(false)
})

test('what somebody else put into the phone counts for nothing, and no household’s phone keeps anything', async () => {
  const { fundId } = village
  const forged = `VF1 ${fundId} 3 ${village.needs.ids()} ${'0'.repeat(64)} 2025-01-01T00:00:00.000Z ${'0'.repeat(16)} ${'A'.repeat(86)}`
  for (const odd of [forged, 'nonsense', 'VF1 '.repeat(200)]) {
    const cookie = `${device}; __Host-kept-${fundId.slice(0, 13)}=${encodeURIComponent(odd)}`
    const told = await deskAs('record-keeper', cookie)
    expect(told.text).not.toContain('Take care')
    expect(told.kept).toContain('VF1')
  }
  expect((await deskAs('record-keeper', '')).isOurs).toBeNull()
  expect((await deskAs('household', device, 'me')).kept).toBeUndefined()
})

test('the network keeps the book at each closing, its administrator sees how far, and is warned when it was changed', async () => {
  const desk = async () =>
    pageText(
      await (await village.ask('/network', { token: await village.as('administrator') })).text(),
    )
  expect(await desk()).toContain('No copy of its last line is kept outside its book yet')
  const seq = await meetingClosed()
  const kept = await desk()
  expect(kept).toContain(`Kept by the network on 31 December 2025: up to line ${seq}`)
  expect(kept).not.toContain('Take care')
  rewriteBook()
  expect(await desk()).toContain(`line ${seq} was changed, or one before it`)
})

test('the minutes of a closed meeting are a witness: they bear its line, its short code and the signed square', async () => {
  const token = await village.as('chair')
  const minutes = async () =>
    (await village.ask(`/funds/${village.fundId}/meetings/${onDay}/minutes`, { token })).text()
  expect(pageText(await minutes())).not.toContain('The book up to this meeting')
  const seq = await meetingClosed()
  const html = await minutes()
  expect(pageText(html)).toMatch(
    new RegExp(
      `The book up to this meeting .* Line of the book ${seq} Short code [0-9a-f]{4} [0-9a-f]{4}`,
    ),
  )
  expect(html).toContain('class="qr"')
})

test('nobody can tell the network by a command where a book stood', async () => {
  const token = await village.as('administrator')
  const { networkId, needs, fundId } = village
  const envelope = { id: needs.ids(), v: 1, effectiveOn: onDay }
  const command = { ...envelope, ...witnessedOf(fundId) }
  const answer = await village.ask(`/v1/networks/${networkId}/commands`, {
    token,
    json: { commands: [command] },
  })
  expect(await answer.json()).toMatchObject({ answers: [{ code: 'not-yours-to-do' }] })
})
