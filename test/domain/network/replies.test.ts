import { expect, test } from 'vitest'
import { petitionOf } from '#domain/network/watch/petition.ts'
import { replyOf } from '#domain/network/watch/watch.ts'
import { petitionJson } from '#src/pages/watch/petition-page.ts'
import { idOf } from '#test/domain/network/life.ts'
import { watchLife } from '#test/domain/network/watch-life.ts'

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
const letterId = idOf('letter to the agency')
const texts = new Map([
  [first, 'We deny all of it.'],
  [second, 'We deny it. …'],
])

/** An agency of which three households were upheld, that was asked and has answered. */
const answered = () => {
  const life = watchLife()
  const { give, upheld, network } = life
  const reportIds = [1, 2, 3].map((one) => upheld(one, '2026-02-01'))
  const letter = { letterId, partyId: idOf('Golden River'), reportIds }
  life.letter(letterId, '2026-02-05', { ...letter, to: 'agency' })
  life.answer(letterId, '2026-02-10', 'denies')
  return {
    ...life,
    reportIds,
    said: letter,
    propose: (digest: string, on = '2026-02-11', by = 'ann') =>
      give(by, 'ProposeReplyText', on, { letterId, digest }),
    confirm: (digest: string, on = '2026-02-12', by = 'bopha') =>
      give(by, 'ConfirmReplyText', on, { letterId, digest }),
    reply: () => replyOf(network.watch.letters.get(letterId)!),
    petition: (step: string, of: ReadonlyMap<string, string> = texts) =>
      petitionOf({ ...network.watch, parties: network.parties }, idOf(step), of)!,
  }
}

test('words of a reply are nothing before a second one has read them', () => {
  const { propose, confirm, reply } = answered()
  expect(propose(first)).toBe('recorded')
  expect(reply()).toBeUndefined()
  // Whoever let it through: a word of the same hand is none.
  expect(confirm(first, '2026-02-12', 'ann')).toBe('recorded')
  expect(reply()).toBeUndefined()
  expect(confirm(first)).toBe('recorded')
  expect(reply()).toMatchObject({ digest: first, confirmed: { by: 'bopha' } })
  expect(confirm(first)).toBe('decision-confirmed-already')
})

test.each([
  ['of a letter that nobody sent', { letterId: idOf('?') }, 'letter-unknown /letterId'],
  ['of a ministry', { letterId: idOf('to the ministry') }, 'reply-not-of-agency'],
  ['before an answer', { letterId: idOf('a second one') }, 'not-answered-yet'],
  ['that stand there', { letterId, digest: first }, 'reply-already-there'],
])('words %s are refused', (_, said, code) => {
  const { give, letter, answer, said: about, propose } = answered()
  const ministry = { letterId: idOf('to the ministry'), to: 'labour-ministry' }
  letter(ministry.letterId, '2026-02-05', { ...about, ...ministry })
  answer(ministry.letterId, '2026-02-10', 'inspects')
  const another = idOf('a second one')
  letter(another, '2026-02-05', { ...about, letterId: another, to: 'agency' })
  propose(first)
  expect(give('ann', 'ProposeReplyText', '2026-02-12', { digest: second, ...said })).toBe(code)
})

test('words that nobody has proposed are confirmed by nobody', () => {
  const { propose, confirm } = answered()
  propose(first)
  expect(confirm(second)).toBe('reply-unknown /digest')
  expect(confirm(first, '2026-02-10')).toBe('checked-before-entered')
})

test('a petition holds the words that two stood behind before it, and the same bytes whatever comes later', () => {
  const { propose, confirm, step, reportIds, petition } = answered()
  propose(first)
  confirm(first)
  step('first-warning', '2026-02-20', reportIds)
  const before = petitionJson(petition('first-warning'))
  expect(petition('first-warning').letters).toMatchObject([
    {
      to: 'agency',
      answer: { says: 'denies', reply: { digest: first, text: 'We deny all of it.' } },
    },
  ])
  propose(second, '2026-03-01')
  expect(petitionJson(petition('first-warning'))).toBe(before)
  confirm(second, '2026-03-02')
  expect(petitionJson(petition('first-warning'))).toBe(before)
})

test('of words that were erased since a petition has the digest alone, and says so in one place', () => {
  const { propose, confirm, step, reportIds, petition, reply } = answered()
  propose(first)
  confirm(first)
  step('first-warning', '2026-02-20', reportIds)
  propose(second, '2026-03-01')
  confirm(second, '2026-03-02')
  expect(reply()?.digest).toBe(second)
  const erased = petition('first-warning', new Map([[second, texts.get(second)!]]))
  const { letters, ...rest } = erased
  const { letters: whole, ...same } = petition('first-warning')
  expect(rest).toEqual(same)
  expect(letters[0]!.answer?.reply).toEqual({ digest: first })
  expect(whole[0]!.answer?.reply).toEqual({ digest: first, text: texts.get(first) })
})

test('words that nobody else has read stand in no petition', () => {
  const { propose, step, reportIds, petition } = answered()
  propose(first)
  step('first-warning', '2026-02-20', reportIds)
  expect(petition('first-warning').letters[0]!.answer).not.toHaveProperty('reply')
})
