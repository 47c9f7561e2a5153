import { expect, test } from 'vitest'
import { idOf, networkLife } from '#test/domain/network/life.ts'

const [linkId, mark] = [idOf('link'), 'a'.repeat(64)]

test('a link stands from the day on which it is set, tells who set it, and ends once', () => {
  const { network, give } = networkLife()
  expect(give('ana', 'SetLink', '2026-02-01', { linkId, kind: 'webhook', mark })).toBe('recorded')
  const set = { linkId, kind: 'webhook', mark, setBy: 'ana', setOn: '2026-02-01' }
  expect(network.links.get(linkId)).toEqual({ ...set, seq: 2 })
  expect(give('ana', 'SetLink', '2026-02-02', { linkId, kind: 'webhook', mark })).toBe(
    'link-already-there',
  )
  expect(give('bo', 'EndLink', '2026-03-01', { linkId })).toBe('recorded')
  expect(network.links.get(linkId)).toMatchObject({
    ...set,
    ended: { by: 'bo', on: '2026-03-01' },
  })
  expect(give('bo', 'EndLink', '2026-03-02', { linkId })).toBe('link-ended-already')
})

test('what nobody set cannot end', () => {
  expect(networkLife().give('bo', 'EndLink', '2026-03-01', { linkId })).toBe('link-unknown /linkId')
})
