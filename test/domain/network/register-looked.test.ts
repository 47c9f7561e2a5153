import { expect, test } from 'vitest'
import { isGraver, lookedOn } from '#domain/network/register/licence.ts'
import { nameOf } from '#domain/network/register/parties.ts'
import { agency, registerLife } from '#test/domain/network/register-life.ts'

test('an agency is called what its latest source says, once two stand behind it', () => {
  const { network, party, say, check } = registerLife()
  party('Golden River')
  const called = () => nameOf(network.parties.get(agency)!).latin
  const renamed = say(agency, { what: 'name', latin: 'Silver River' })
  expect(called()).toBe('Golden River')
  check('bopha', '2026-02-02', renamed)
  expect(called()).toBe('Silver River')
})

test('a licence was last looked at when somebody last did, whichever line it was, and not by whoever wrote it', () => {
  const { network, party, licence, check } = registerLife()
  party('Golden River')
  const first = licence('granted', '2020-03-01')
  const second = licence('warned', '2021-03-01')
  licence('suspended', '2022-03-01')
  const looked = (on: string) => lookedOn(network.parties.get(agency)!, on)
  expect(looked('2026-06-01')).toBeUndefined()
  check('bopha', '2026-02-05', second)
  check('bopha', '2026-05-01', first)
  expect(looked('2026-06-01')).toBe('2026-05-01')
  check('bopha', '2026-05-20', second)
  expect([looked('2026-05-19'), looked('2026-05-20')]).toEqual(['2026-05-01', '2026-05-20'])
})

test('what ran out by one book stands a year against another that knows of a renewal', () => {
  const expired = { state: 'expired', since: '2025-01-01' } as const
  const licensed = { state: 'licensed' } as const
  expect(isGraver(expired, licensed, '2026-01-01')).toBe(true)
  expect(isGraver(expired, licensed, '2026-01-02')).toBe(false)
  expect(isGraver(licensed, { state: 'not-on-record' }, '2026-01-02')).toBe(true)
})
