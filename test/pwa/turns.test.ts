import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { type MeetingLine, turnCommands, turnOnPhone } from '#src/pwa/meeting.ts'
import { committeeStory } from '#test/support/committee.ts'
import { fundBookOf } from '#test/support/village.ts'

const laid = {
  memberId: 'm1',
  shares: 2,
  deposit: 0,
  social: 500,
  fine: 0,
  out: 0,
  repaid: [],
}

test('a first turn has one set of ids on every phone, and what somebody brings again has ids of its own', () => {
  let pressed = 0
  const ids = (): string => {
    pressed += 1
    return `00000000-0000-7000-8000-${String(pressed).padStart(12, '0')}`
  }
  const idsAfter = (...brought: readonly (readonly [string, number])[]): readonly string[] => {
    const meeting = { opening: { entryId: '01948000-0000-7000-8000-000000000001' } }
    const line = { on: '2025-02-20', brought: new Map(brought), view: { meeting } }
    return turnCommands(line as unknown as MeetingLine, laid, { hash: sha256, ids }).map(
      ({ id }) => id,
    )
  }
  const first = idsAfter()
  expect(new Set(first).size).toBe(2)
  expect(idsAfter(['m2', 10_000])).toEqual(first)
  const again = [...idsAfter(['m1', 10_500]), ...idsAfter(['m1', 10_500])]
  expect(new Set([...first, ...again]).size).toBe(6)
})

test('whoever comes after another one is asked for what everybody brings once, and whoever comes again is not', () => {
  const book = fundBookOf(committeeStory())
  const socialOf = (...came: readonly string[]) => {
    const brought = new Map(came.map((memberId) => [memberId, 10_000]))
    const line = { on: '2025-02-20', book, brought, phoneBook: { savings: [] } }
    return turnOnPhone(line as unknown as MeetingLine, 'm1')!.usual.social
  }
  expect(socialOf()).toBeGreaterThan(0)
  expect(socialOf('m2')).toBe(socialOf())
  expect(socialOf('m2', 'm1')).toBe(0)
})
