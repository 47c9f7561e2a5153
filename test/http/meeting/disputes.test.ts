import { beforeEach, expect, test } from 'vitest'
import { finalAnswerOf } from '#domain/corrections/disputes.ts'
import { app } from '#src/http/app.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, ourHost, practice } from '#test/support/service.ts'

let village: Practice
let household: string
let keeper: string
let own: { readonly memberId: string; readonly card: string }
beforeEach(async () => {
  village = await practice()
  household = await village.as('household')
  keeper = await village.as('record-keeper')
  const [card] = await village.needs.store.cards(village.fundId)
  const book = (await bookOf(village.needs.store, village.fundId))!
  own = book.members.find(({ memberId }) => memberId === card!.memberId)!
})

type Fields = Readonly<Record<string, string>>

const path = (rest: string): string => `/funds/${village.fundId}/${rest}`
const get = async (rest: string, token: string): Promise<string> =>
  (await village.ask(path(rest), { token })).text()
const post = (rest: string, token: string, fields: Fields) =>
  village.ask(path(rest), { token, body: new URLSearchParams(fields) })
const bookNow = async () => (await bookOf(village.needs.store, village.fundId))!
const length = async () => (await village.needs.store.read(village.fundId, 0, 10_000)).length

const valuesIn = (page: string): string[] =>
  [...page.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value!)

/** A household says it on its own page. */
const said = async (about: string, reason = 'wrong-amount') => {
  const form = hiddenOf(await get('me/not-right', household))
  return post('me/not-right', household, { ...form, about, reason })
}

test('a household chooses among its own savings, loans and lines, and of nobody else’s', async () => {
  const book = await bookNow()
  const about = valuesIn(await get('me/not-right', household)).filter((one) =>
    /^(savings|loan|entry)/.test(one),
  )
  expect(about[0]).toBe('savings')
  expect(about.some((one) => one.startsWith('entry/'))).toBe(true)
  for (const one of about) {
    const [kind, id] = one.split('/')
    if (kind === 'loan')
      expect(book.loans.find(({ loanId }) => loanId === id)!.memberId).toBe(own.memberId)
  }
})

test('what it says is marked in the book by a code, and the page says that it waits', async () => {
  const answer = await said('savings', 'something-missing')
  expect(answer.status).toBe(303)
  const row = (await village.needs.store.read(village.fundId, 0, 10_000)).at(-1)!
  expect(row.type).toBe('DisputeRaised')
  expect(JSON.parse(row.data)).toMatchObject({
    about: { kind: 'savings', memberId: own.memberId },
    reason: 'something-missing',
  })
  const text = pageText(await get('me/not-right?sent=yes', household))
  expect(text).toContain('It is written down')
  expect(text).toContain('Something is missing: is waiting for an answer')
})

test('saying the same again while it waits writes nothing again, and another thing stands beside it', async () => {
  await said('savings')
  const about = valuesIn(await get('me/not-right', household)).find((one) =>
    one.startsWith('entry'),
  )!
  await said(about, 'something-missing')
  const text = pageText(await get('me/not-right', household))
  expect(text).toMatch(/Something is missing: is waiting.*The sum is wrong: is waiting/)
  const after = await length()
  expect((await said('savings', 'other')).status).toBe(303)
  expect(await length()).toBe(after)
})

/** Twenty lines, savings and loans of the household are said not to be right, by somebody. */
const twentyBy = async (actor: string): Promise<void> => {
  const { needs, fundId } = village
  const rows = await needs.store.read(fundId, 0, 10_000)
  const lines = rows
    .filter(({ data }) => (JSON.parse(data) as { memberId?: string }).memberId === own.memberId)
    .filter(({ type }) => ['SharesBought', 'SocialContributionPaid'].includes(type))
  for (let i = 0; i < 20; i += 1) {
    const about = { kind: 'entry', entryId: lines[i % lines.length]!.id } as const
    const envelope = { id: needs.ids(), v: 1, effectiveOn: needs.today() } as const
    const command = { ...envelope, type: 'RaiseDispute', about, reason: 'other' } as const
    const [told] = await needs.record(fundId, [command], { actor, device: '' })
    expect(told!.outcome).toBe('recorded')
  }
}

test('what officers write down for a household, of whatever and however often, takes no word from it', async () => {
  await twentyBy('an officer')
  const before = await length()
  expect((await said('savings')).headers.get('location')).toContain('sent=yes')
  expect(await length()).toBe(before + 1)
})

test('a household that has twenty waiting is told that one more was not written down', async () => {
  await twentyBy('household')
  const before = await length()
  const answer = await said('savings')
  expect([answer.status, await length()]).toEqual([409, before])
  expect(pageText(await answer.text())).toContain('This was not written down')
})

test.each<readonly [string, Fields]>([
  ['nothing chosen', { about: '', reason: '' }],
  ['no reason', { about: 'savings', reason: 'because' }],
  ['something that is no choice', { about: 'weather', reason: 'other' }],
  [
    'a line that is nobody’s',
    { about: 'entry/019b6c5e-0000-7000-8000-000000000001', reason: 'other' },
  ],
])('%s is asked again and writes nothing', async (_, fields) => {
  const before = await length()
  const form = hiddenOf(await get('me/not-right', household))
  const answer = await post('me/not-right', household, { ...form, ...fields })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('Choose what is not right')
  expect(await length()).toBe(before)
})

test('a neighbour’s loan or line cannot be disputed from a household’s page', async () => {
  const before = await length()
  const { loans } = await bookNow()
  const other = loans.find(({ memberId }) => memberId !== own.memberId)!
  expect((await said(`loan/${other.loanId}`)).status).toBe(400)
  expect((await said(`entry/${other.repayments[0]?.id ?? other.loanId}`)).status).toBe(400)
  expect(await length()).toBe(before)
})

test('where the store cannot be written to, the household is told to try again', async () => {
  const form = hiddenOf(await get('me/not-right', household))
  const record = async () => {
    throw new StorageUnavailable('full')
  }
  const answer = await app({ ...village.needs, record }).request(path('me/not-right'), {
    method: 'POST',
    headers: { host: ourHost, authorization: `Bearer ${household}` },
    body: new URLSearchParams({ ...form, about: 'savings', reason: 'other' }),
  })
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('Try again')
})

test('an auditor reads that somebody waits and since when, not who; once asked, also whose it is', async () => {
  await said('savings')
  const auditor = await village.as('auditor')
  const before = pageText(await get('disputes', auditor))
  expect(before).toContain('The savings: The sum is wrong')
  expect(before).toContain('to be answered by 20 January 2026')
  expect(before).not.toContain(own.card)
  expect(before).not.toContain('Answer it')
  await answered({ answer: 'to-the-ngo' })
  const after = pageText(await get('disputes', auditor))
  expect(after).toContain('the NGO was asked')
  expect(after).toContain(own.card)
})

/** The record-keeper answers, with the chair behind it. */
const answered = async (fields: Fields): Promise<Response> => {
  const dispute = (await bookNow()).disputes.at(-1)!
  const place = 'record/dispute-answer'
  const page = await get(`${place}?dispute=${dispute.disputeId}`, keeper)
  const chair = /<option value="([^"]+)"[^>]*>\s*[^<]*chair/i.exec(page)![1]!
  const filled = {
    ...hiddenOf(page),
    line: '',
    approvedBy: chair,
    day: '31',
    month: '12',
    year: '2025',
    ...fields,
  }
  const asked = await post(`${place}/confirm`, keeper, filled)
  if (asked.status !== 200) return asked
  const { login, pin: secret } = practiceSecond
  return post(place, keeper, { ...filled, login, secret })
}

test('two officers answer that it stands, and the household reads the answer', async () => {
  await said('savings')
  const answer = await answered({ answer: 'stands' })
  expect(answer.status, await answer.clone().text()).toBe(303)
  expect(finalAnswerOf((await bookNow()).disputes.at(-1)!)).toMatchObject({ answer: 'stands' })
  const text = pageText(await get('me/not-right', household))
  expect(text).toContain('It is right, and was explained, answered on 31 December 2025')
})

test('“corrected” names the line that put it right, and no other answer names one', async () => {
  const about = valuesIn(await get('me/not-right', household)).find((one) =>
    one.startsWith('entry/'),
  )!
  const entryId = about.slice('entry/'.length)
  await said(about, 'did-not-happen')
  expect((await answered({ answer: 'corrected' })).status).toBe(400)
  const chair = (await bookNow()).members.find(({ offices }) =>
    offices.some(({ office }) => office === 'chair'),
  )!
  const reversal = {
    type: 'ReverseEntry',
    id: village.needs.ids(),
    v: 1,
    effectiveOn: '2025-12-31',
    reverses: entryId,
    reason: 'did-not-happen',
    approvedBy: chair.memberId,
  } as const
  await village.needs.record(village.fundId, [reversal], { actor: 'test', device: 'test' })
  expect((await answered({ answer: 'stands', line: reversal.id })).status).toBe(400)
  expect((await answered({ answer: 'corrected', line: reversal.id })).status).toBe(303)
  const receipt = await get(`receipts/${entryId}`, keeper)
  expect(receipt).toContain('It was wrong and is corrected')
})

test('a receipt says that its line is disputed, and a household finds the way from its own receipt', async () => {
  const about = valuesIn(await get('me/not-right', household)).find((one) =>
    one.startsWith('entry/'),
  )!
  const entryId = about.slice('entry/'.length)
  expect(await get(`receipts/${entryId}`, household)).toContain(`me/not-right?entry=${entryId}`)
  expect(await get(`me/not-right?entry=${entryId}`, household)).toMatch(
    new RegExp(`value="entry/${entryId}"\\s+selected`),
  )
  await said(about)
  expect(await get(`receipts/${entryId}`, keeper)).toContain('It waits for an answer')
})

test('what is told to an officer is written down in the member’s book, by whichever officer', async () => {
  const place = `record/dispute?member=${own.memberId}`
  const chair = await village.as('chair')
  const filled = {
    ...hiddenOf(await get(place, chair)),
    about: 'savings',
    reason: 'other',
    day: '31',
    month: '12',
    year: '2025',
  }
  expect((await post('record/dispute/confirm', chair, filled)).status).toBe(200)
  expect((await post('record/dispute', chair, filled)).status).toBe(303)
  expect(pageText(await get('disputes', keeper))).toContain(own.card)
})

test('a household reaches no officer’s page of disputes', async () => {
  for (const place of ['disputes', `record/dispute?member=${own.memberId}`])
    expect((await village.ask(path(place), { token: household })).status).toBe(403)
})
