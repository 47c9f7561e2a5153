import { beforeAll, expect, test } from 'vitest'
import { againstList } from '#domain/fund/meeting/raised.ts'
import { bookOf } from '#src/app/queries.ts'
import { ballotOf } from '#src/desk/ballot.ts'
import type { Desk } from '#src/desk/desk.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

let village: Practice
beforeAll(async () => {
  village = await practice()
})

test('where nobody typed how many were there, the list of the day of the vote says it', async () => {
  const { needs, fundId } = village
  const book = (await bookOf(needs.store, fundId))!
  const who = { memberId: undefined, hasGivenSecret: true }
  const desk: Desk = { fundId, language: 'en', book, today: practiceDay, who, along: {}, needs }
  const typed: Readonly<Record<string, string>> = { by: 'meeting', yes: '20', no: '1' }
  const { said } = ballotOf(desk, { isForTheMeeting: true, isOfAll: true })
  const presentOn = (day: string): unknown => {
    const ballot = said({ id: 'form', day, of: (name) => typed[name] ?? '' })
    return ballot.by === 'meeting' ? ballot.hands.present : undefined
  }
  const held = book.meetings.filter(({ present }) => present.length > 0)
  expect(held.map(({ heldOn }) => heldOn)).not.toContain(practiceDay)
  for (const meeting of held.slice(-2))
    expect(presentOn(meeting.heldOn)).toBe(againstList({ out: [] }, meeting, book.members)!.there)
  expect(presentOn(practiceDay)).toBe(0)
})
