import { expect, test } from 'vitest'
import type { Fund } from '#domain/fund/fund.ts'
import { mayAudit } from '#domain/fund/auditors.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { practiceKeeper } from '#src/app/practice/practice-people.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { bookOf } from '#src/app/queries.ts'
import { fieldsOf } from '#test/http/desk/at-desk.ts'
import { fillIn, hiddenIn, read } from '#test/http/audits/steps.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

const dayMs = 24 * 60 * 60 * 1000

const dayIn = (day: string): Record<string, string> => {
  const [year, month, of] = day.split('-')
  return { year: year!, month: month!, day: of! }
}

const second = { secondLogin: practiceStaff.login, secret: practiceStaff.pin }

/** The practice fund has let its auditors in: here it has not, or they were voted out. */
const closed = async (): Promise<Practice> => {
  const village = await practice()
  const { needs, networkId, fundId } = village
  const votes = { present: 55, yes: 50, no: 2 }
  const on = { id: needs.ids(), v: 1 as const, effectiveOn: needs.today() }
  const ended = { ...on, type: 'DismissAuditors' as const, networkId, votes }
  const [answer] = await needs.record(fundId, [ended], { actor: 'test', device: 'test' })
  expect(answer!.outcome).toMatch(/recorded|flagged/)
  return village
}

const accesses = async ({ needs, fundId }: Practice) => {
  const row = await needs.store.subject(fundId, 'fund', 'fund')
  return (JSON.parse(row!.data) as Fund).auditors ?? []
}

const opensOn = async (village: Practice, day: string): Promise<boolean> =>
  mayAudit(await accesses(village), village.networkId, day)

const offer = async (village: Practice, until = '2026-06-30'): Promise<string> => {
  const { needs, networkId } = village
  const auditor = (await needs.store.users(networkId)).find(
    ({ login }) => login === 'practice auditor',
  )!
  const sent = await fillIn(village, 'administrator', '/network/agreements/offer', {
    which: 'all',
    [`auditor-${auditor.userId}`]: 'yes',
    ...dayIn(until),
    ...second,
  })
  expect(sent.status, sent.page).toBe(303)
  const book = (await networkBookOf(needs.store, networkId))!
  return book.agreements.at(-1)!.agreementId
}

const confirm = async (village: Practice) => {
  const { login, pin } = practiceKeeper
  const sent = await fillIn(village, 'chair', `/funds/${village.fundId}/auditors`, {
    login,
    secret: pin,
  })
  expect(sent.status, sent.page).toBe(303)
}

const renew = async (village: Practice, agreementId: string, until: string) => {
  const { needs, networkId } = village
  const auditor = (await needs.store.users(networkId)).find(
    ({ login }) => login === 'practice auditor',
  )!
  return fillIn(village, 'administrator', `/network/agreements/${agreementId}/renew`, {
    [`auditor-${auditor.userId}`]: 'yes',
    ...dayIn(until),
    ...second,
  })
}

/** The chair writes down what hands at the meeting decided, and the record-keeper gives the own word. */
const votedOut = async (village: Practice, fields: Readonly<Record<string, string>>) => {
  const { ask, as, fundId, needs } = village
  const at = `/funds/${fundId}/record/auditors-end`
  const token = await as('chair')
  const book = (await bookOf(needs.store, fundId))!
  const { memberId: confirmedBy } = book.members.find(({ offices }) =>
    offices.some(({ office }) => office === 'record-keeper'),
  )!
  const form = await ask(`${at}?fund=${fundId}&lang=en`, { token })
  const filled = { ...fieldsOf(await form.text()), ...fields, confirmedBy }
  const question = await ask(`${at}/confirm`, { token, body: new URLSearchParams(filled) })
  const asked = await question.text()
  expect(question.status, pageText(asked)).toBe(200)
  const { login, pin: secret } = practiceKeeper
  const body = new URLSearchParams({ ...fieldsOf(asked), login, secret })
  const answer = await ask(at, { token, body })
  expect(answer.status, pageText(await answer.text())).toBe(303)
}

test('an agreement opens no village by itself: its own officers confirm it, once, with one button', async () => {
  const village = await closed()
  await offer(village)
  expect(await opensOn(village, '2026-01-10')).toBe(false)
  const list = await read(village, 'administrator', '/network/agreements?lang=en')
  expect(list).toContain('0 of 1 villages have confirmed it')
  const page = await read(village, 'chair', `/funds/${village.fundId}/auditors?lang=en`)
  expect(page).toContain('The network asks to let its auditors in until 30 June 2026')
  await confirm(village)
  expect(await opensOn(village, '2026-01-10')).toBe(true)
  expect(await read(village, 'administrator', '/network/agreements?lang=en')).toContain(
    '1 of 1 villages have confirmed it',
  )
})

test('a later term begins after the old one and 30 days after the village read of it, and its meeting ends it', async () => {
  const village = await closed()
  const agreementId = await offer(village, '2026-01-20')
  await confirm(village)
  const sent = await renew(village, agreementId, '2026-12-20')
  expect([sent.status, sent.page]).toEqual([
    200,
    expect.stringContaining('1 of 1 villages were told.'),
  ])
  const [last] = (await accesses(village)).slice(-1)
  // Told on the last day of the year, so that ten days lie between the terms.
  expect(last).toMatchObject({ from: '2026-01-30', until: '2026-12-20', noticeOn: '2025-12-31' })
  expect(await opensOn(village, '2026-01-25')).toBe(false)
  expect(await opensOn(village, '2026-01-30')).toBe(true)
  const page = await read(village, 'chair', `/funds/${village.fundId}/auditors?lang=en`)
  expect(page).toContain('It goes on by the network’s notice of 31 December 2025')
  // The meeting votes before it has begun.
  const { needs, networkId, fundId } = village
  const votes = { present: 55, yes: 50, no: 2 }
  const on = { id: needs.ids(), v: 1 as const, effectiveOn: '2026-01-05' }
  village.pass(5 * dayMs)
  const ended = { ...on, type: 'DismissAuditors' as const, networkId, votes }
  await needs.record(fundId, [ended], { actor: 'test', device: 'test' })
  for (const day of ['2026-01-06', '2026-02-10', '2026-12-20'])
    expect(await opensOn(village, day), day).toBe(false)
})

test('between two terms its meeting ends the one to come, with hands on a form', async () => {
  const village = await closed()
  const agreementId = await offer(village, '2026-01-20')
  await confirm(village)
  await renew(village, agreementId, '2026-12-20')
  village.pass(25 * dayMs)
  const { fundId, networkId, needs } = village
  expect(await opensOn(village, needs.today())).toBe(false)
  expect(await opensOn(village, '2026-02-10')).toBe(true)
  const page = await read(village, 'chair', `/funds/${fundId}/auditors?lang=en`)
  expect(page).toContain(`/funds/${fundId}/record/auditors-end`)
  const hands = { present: '50', yes: '45', no: '5', networkId }
  await votedOut(village, { ...dayIn(needs.today()), ...hands })
  expect(await opensOn(village, '2026-02-10')).toBe(false)
  // Nor does the network write a term after that.
  const again = await renew(village, agreementId, '2026-12-30')
  expect(again.page).toContain('0 of 0 villages were told.')
})

test('the network alone lets nobody go on in a village that has not confirmed, or has voted the auditors out', async () => {
  const village = await closed()
  const agreementId = await offer(village)
  const sent = await renew(village, agreementId, '2026-12-20')
  expect(sent.page).toContain('0 of 0 villages were told.')
  expect(await accesses(village)).toEqual(
    (await accesses(village)).filter(({ endedOn }) => endedOn !== undefined),
  )
})

test('one administrator alone agrees to nothing', async () => {
  const village = await closed()
  const { needs, networkId } = village
  const auditor = (await needs.store.users(networkId)).find(
    ({ login }) => login === 'practice auditor',
  )!
  const sent = await fillIn(village, 'administrator', '/network/agreements/offer', {
    which: 'all',
    [`auditor-${auditor.userId}`]: 'yes',
    ...dayIn('2026-06-30'),
    secondLogin: practiceStaff.login,
    secret: '000000',
  })
  expect(sent.status).toBe(409)
  expect((await networkBookOf(needs.store, networkId))!.agreements).toEqual([])
})

test('ended by the network, its auditors lose the villages of it', async () => {
  const village = await closed()
  const agreementId = await offer(village)
  await confirm(village)
  const before = await village.ask(`/funds/${village.fundId}/audits`, {
    token: await village.as('auditor'),
  })
  expect(before.status).toBe(200)
  // What the practice network had given the auditor beside it ends too.
  const { needs, networkId, fundId } = village
  const auditor = (await needs.store.users(networkId)).find(
    ({ login }) => login === 'practice auditor',
  )!
  const path = `/network/agreements/${agreementId}/end`
  expect((await fillIn(village, 'administrator', path, second)).status).toBe(303)
  const on = { id: needs.ids(), v: 1 as const, effectiveOn: needs.today() }
  const end = { ...on, type: 'EndAssignment' as const, userId: auditor.userId, fundId }
  await needs.recordNetwork(networkId, [end], { actor: 'test', device: 'test' })
  const after = await village.ask(`/funds/${fundId}/audits`, { token: await village.as('auditor') })
  expect(after.status).toBe(404)
})

test('officers confirm what their page has shown: a longer term that was agreed meanwhile is read first', async () => {
  const village = await closed()
  const agreementId = await offer(village)
  const at = `/funds/${village.fundId}/auditors`
  const page = await read(village, 'chair', `${at}?lang=en`)
  const renewed = await renew(village, agreementId, '2026-09-30')
  expect(renewed.page).toContain('0 of 0 villages were told.')
  const { login, pin: secret } = practiceKeeper
  const body = new URLSearchParams({ ...hiddenIn(page), login, secret })
  const asked = await village.ask(`${at}?lang=en`, { token: await village.as('chair'), body })
  expect(asked.status).toBe(200)
  expect(pageText(await asked.text())).toContain('until 30 September 2026')
  expect(await opensOn(village, '2026-01-10')).toBe(false)
  await confirm(village)
  expect(await opensOn(village, '2026-09-30')).toBe(true)
})
