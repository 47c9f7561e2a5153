import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { progressOf } from '#domain/savings/goals.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let memberId = ''
beforeEach(async () => {
  village = await practice()
  memberId = (await village.needs.store.cards(village.fundId))[0]!.memberId
})

const place = (act: string): string => `/funds/${village.fundId}/people/${memberId}${act}`

const get = async (path: string, door: Door) => {
  const answer = await village.ask(`${path}?lang=en`, { token: await village.as(door) })
  return { status: answer.status, text: pageText(await answer.text()) }
}

const post = async (fields: Readonly<Record<string, string>>, path = place('/goal')) => {
  const body = new URLSearchParams(fields)
  const token = await village.as('record-keeper')
  const answer = await village.ask(`${path}?lang=en`, { token, body })
  return { status: answer.status, html: await answer.text() }
}

const own = () => get(`/funds/${village.fundId}/me`, 'household')

test('a member sees how far the own savings have come towards what they are for, and nobody else does', async () => {
  expect((await own()).text).not.toContain('What I save for')
  const kept = await post({ kind: 'school', amount: '៩០០០០០០', by: '2027-04-10' })
  expect(kept.status).toBe(303)
  const page = (await own()).text
  expect(page).toMatch(
    /What I save for School · by 10 April 2027 \d+ % of 9,000,000\u202f៛ [\d,]+\u202f៛ to go/,
  )
  for (const door of ['record-keeper', 'chair'] as const)
    for (const act of ['', '/goal']) {
      const seen = await get(place(act), door)
      expect([seen.status, seen.text.includes('9,000,000')]).toEqual([200, false])
    }
  expect((await get(place('/goal'), 'auditor')).status).toBe(403)
})

test('a goal ends where ending was chosen, and by erasing everything; never by an empty form', async () => {
  await post({ what: 'set', kind: 'house', amount: '100', by: '' })
  expect((await own()).text).toContain('You have saved all of it.')
  const empty = await post({ what: 'set', kind: '', amount: '', by: '' })
  expect(empty.status).toBe(400)
  expect((await own()).text).toContain('What I save for')
  expect((await post({ what: 'end', kind: '', amount: '', by: '' })).status).toBe(303)
  expect((await own()).text).not.toContain('What I save for')
  await post({ what: 'set', kind: 'house', amount: '100', by: '' })
  const { login, pin: secret } = practiceSecond
  expect((await post({ what: 'everything', login, secret }, place('/erase'))).status).toBe(303)
  expect((await own()).text).not.toContain('What I save for')
})

test('whoever says "end" and fills in a goal is asked which of the two is meant', async () => {
  await post({ what: 'set', kind: 'house', amount: '100', by: '' })
  const both = await post({ what: 'end', kind: 'school', amount: '300000', by: '' })
  expect(both.status).toBe(400)
  expect(pageText(both.html)).toContain('To end the goal, leave the fields below empty.')
  expect((await own()).text).toContain('House')
  expect((await post({ what: 'burn', kind: '', amount: '', by: '' })).status).toBe(400)
  expect((await own()).text).toContain('House')
})

test('all that is wrong with a goal is told at once, each fault at its field', async () => {
  const { status, html } = await post({ what: 'set', kind: '', amount: 'much', by: '2020-01-01' })
  expect(status).toBe(400)
  for (const name of ['kind', 'amount', 'by']) {
    expect(html).toContain(`id="${name}-fault"`)
    expect(html).toMatch(new RegExp(`aria-describedby="${name}-fault[^"]*"\\s+aria-invalid="true"`))
  }
})

test.each([
  [{ kind: '', amount: '300000', by: '' }, 'Choose what it is for.'],
  [{ kind: 'journey', amount: '300000', by: '' }, 'Choose what it is for.'],
  [{ kind: 'school', amount: 'much', by: '' }, 'This is not written in digits only.'],
  [{ kind: 'school', amount: '300000', by: '2020-01-01' }, 'Write a day that is still to come'],
])(
  'a goal that cannot be kept is told with what to do, and stays in the form',
  async (typed, said) => {
    const { status, html } = await post({ what: 'set', ...typed })
    expect([status, pageText(html).includes(said)]).toEqual([400, true])
    expect(html).toContain(`value="${typed.amount}"`)
    expect((await own()).text).not.toContain('What I save for')
  },
)

test('no goal is said to be reached before it is, and what is left and saved make the goal', () => {
  const sum = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(sum, fc.integer({ min: -1_000, max: Number.MAX_SAFE_INTEGER }), (amount, saved) => {
      const { percent, left } = progressOf({ amount }, saved)
      expect(percent === 100).toBe(saved >= amount)
      expect(percent).toBeGreaterThanOrEqual(0)
      expect(left).toBe(Math.max(0, amount - Math.max(0, saved)))
    }),
  )
})
