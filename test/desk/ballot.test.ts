import { beforeAll, expect, test } from 'vitest'
import { againstList } from '#domain/fund/meeting/raised.ts'
import { bookOf } from '#src/app/queries.ts'
import { ballotOf } from '#src/desk/ballot.ts'
import type { Desk } from '#src/desk/desk.ts'
import { officersOn } from '#src/desk/officers.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

let village: Practice
beforeAll(async () => {
  village = await practice()
})

const deskHere = async (): Promise<Desk> => {
  const { needs, fundId } = village
  const book = (await bookOf(needs.store, fundId))!
  const who = { memberId: undefined, hasGivenSecret: true }
  return { fundId, language: 'en', book, today: practiceDay, who, along: {}, needs }
}

test('kin among the officers have stepped out of a vote, and whoever says so beside them', async () => {
  const desk = await deskHere()
  const [kin, out, third] = officersOn(desk, practiceDay).map(({ memberId }) => memberId)
  const { said } = ballotOf(desk, { isForTheMeeting: false, kin: new Set([kin!]) })
  const votes: Readonly<Record<string, string>> = {
    by: 'officers',
    [`vote-${out!}`]: 'out',
    [`vote-${third!}`]: 'yes',
  }
  const ballot = said({ id: 'form', day: practiceDay, of: (name) => votes[name] ?? '' })
  expect(ballot.recused.toSorted()).toEqual([kin!, out!].toSorted())
  expect(ballot).toMatchObject({ votes: [{ memberId: third, vote: 'yes' }] })
})

test('where nobody typed how many were there, the list of the day of the vote says it', async () => {
  const desk = await deskHere()
  const { book } = desk
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
