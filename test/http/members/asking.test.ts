import { expect, test } from 'vitest'
import { ask, asksOf } from '#src/app/household/own-asks.ts'
import { bookOf } from '#src/app/queries.ts'
import { practice } from '#test/support/service.ts'

test('of two things that a member asks for each is answered by itself', async () => {
  const village = await practice()
  const { store } = village.needs
  const { memberId: one } = (await bookOf(store, village.fundId))!.members.at(-1)!
  const place = `/funds/${village.fundId}/people/${one}`
  const token = await village.as('record-keeper')
  const answered = (at: string, answer: string) =>
    village.ask(`${place}/asked`, { token, body: new URLSearchParams({ place: at, answer }) })
  const whose = { fundId: village.fundId, memberId: one }
  for (const part of ['name', 'photo'] as const)
    await ask(store, whose, { part, wish: 'correct', on: '2025-12-30' })
  const placesOn = async () =>
    [
      ...(await (await village.ask(place, { token })).text()).matchAll(
        /name="place" value="(\d+)"/g,
      ),
    ].map(([, at]) => at!)
  const [, photo] = await placesOn()
  await answered(photo!, 'done')
  expect((await asksOf(store, whose)).map(({ answer }) => answer)).toEqual([undefined, 'done'])
  await answered((await placesOn())[0]!, 'not-done')
  await ask(store, whose, { part: 'kin', wish: 'erase', on: '2025-12-31' })
  await answered((await placesOn())[0]!, 'done')
  const told = (await asksOf(store, whose)).map(({ part, answer }) => [part, answer])
  expect(told).toEqual([
    ['name', 'not-done'],
    ['photo', 'done'],
    ['kin', 'done'],
  ])
})
