import { expect, test } from 'vitest'
import { sealingBy } from '#infra/system/sealing.ts'
import { bookOf } from '#src/app/queries.ts'
import { app } from '#src/http/app.ts'
import { comesIn } from '#test/http/identity/comes-in.ts'
import { desk } from '#test/http/identity/desk.ts'
import { deposit, phone, same, texting } from '#test/http/messages/village.ts'
import { practice, requestOf } from '#test/support/service.ts'

test('whoever hands out no codes reads how texts go, and is shown no form for a code', async () => {
  const sealing = sealingBy({ secret: 'a messages secret for tests' })
  const its = await desk({ messages: { sealing, carrier: async () => 'taken' } })
  const pageOf = async (role: 'chair' | 'committee-member') => {
    const { token } = await comesIn(its, role)
    return (await its.ask(`/funds/${its.fundId}/messages?lang=en`, { token })).text()
  }
  const [chair, committee] = [await pageOf('chair'), await pageOf('committee-member')]
  for (const page of [chair, committee]) expect(page).toContain('Texts sent')
  expect(chair).toContain('Make a code')
  expect(committee).not.toContain('Make a code')
})

test('where the service sends no texts the page stands all the same, and makes no code', async () => {
  const its = await practice()
  const token = await its.as('record-keeper')
  const path = `/funds/${its.fundId}/messages`
  expect((await its.ask(path, { token })).status).toBe(200)
  const book = (await bookOf(its.needs.store, its.fundId))!
  const body = new URLSearchParams({ memberId: book.members[0]!.memberId, step: 'code' })
  expect((await its.ask(path, { token, body })).status).toBe(400)
})

test('in practice a phone of paper is answered, and the page tells what the fund would send by now; live nothing is tried', async () => {
  const its = await texting()
  const { fundId } = its
  const messages = { ...its.needs.messages!, sentTexts: async () => its.texts }
  const token = await its.as('record-keeper')
  const ask = async (isPractice: boolean, path: string, body?: URLSearchParams) => {
    const service = app({ ...its.needs, isPractice, messages })
    const asked = `/funds/${fundId}/messages${path}?lang=en`
    const answer = await service.request(asked, requestOf({ token, ...(body && { body }) }))
    return { status: answer.status, page: await answer.text() }
  }
  const text = new URLSearchParams({ from: phone, text: '1' })
  const tried = (isPractice: boolean) => ask(isPractice, '/try', text)
  await its.link('M07', phone)
  await deposit(its, 'M07')
  expect(await tried(false)).toMatchObject({ status: 404 })
  expect((await ask(false, '')).page).not.toContain('a phone of paper')
  expect((await ask(true, '')).page).toContain('a phone of paper')
  expect(its.texts).toEqual([])
  // Where nothing is kept of what was sent, there is nothing to try with.
  const nowhere = `/funds/${fundId}/messages/try`
  expect((await its.ask(nowhere, { token, body: text })).status).toBe(404)
  const { status, page } = await tried(true)
  expect(status).toBe(200)
  expect(page).toContain('The service answers')
  expect(page).toContain(`to ${same}`)
  expect(its.texts).toHaveLength(1)
})

test('whoever chooses on a page that was open when the phone was taken off is told that it was not kept', async () => {
  const its = await texting()
  const token = await its.as('household')
  for (const chosen of [
    { step: 'choose', language: 'en' },
    { step: 'sums-in', secret: '' },
    { step: 'sums-out' },
  ]) {
    const body = new URLSearchParams(Object.entries(chosen))
    const answer = await its.ask(`/funds/${its.fundId}/me/messages?lang=en`, { token, body })
    expect([chosen.step, answer.status]).toEqual([chosen.step, 409])
    expect(await answer.text()).toContain('It was not kept')
  }
})

test('a household chooses on its page what it hears, and in which language', async () => {
  const its = await texting()
  const { fundId, needs } = its
  const own = (await needs.store.cards(fundId)).find(({ revokedAt }) => revokedAt === undefined)!
  const { members } = (await bookOf(needs.store, fundId))!
  const { card } = members.find(({ memberId }) => memberId === own.memberId)!
  await its.link(card, phone)
  const token = await its.as('household')
  for (const [language, said] of [
    ['en', 'Village book'],
    ['km', 'សៀវភៅ'],
  ] as const) {
    const body = new URLSearchParams({ step: 'choose', 'kind-receipt': 'yes', language })
    const answer = await its.ask(`/funds/${fundId}/me/messages`, { token, body })
    expect(answer.status).toBe(200)
    await deposit(its, card)
    await its.send()
    expect(its.texts.at(-1)!.text).toContain(said)
  }
  expect(its.texts).toHaveLength(2)
})
