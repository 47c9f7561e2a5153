import { expect, test } from 'vitest'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { practice } from '#test/support/service.ts'

/* Sixty looks at a household hide nothing that was done about how it signs in, and older lines are there to read. */

const begun = async () => {
  const village = await practice()
  const { fundId, needs } = village
  const keeper = await village.as('record-keeper')
  const book = (await bookOf(needs.store, fundId))!
  // Whose card the door of a household opens.
  const { memberId } = book.members.find(({ card }) => card === 'M07')!
  const json = {
    memberId,
    way: 'afar',
    approver: { login: practiceSecond.login, secret: practiceSecond.pin },
  }
  const secret = '730641'
  await village.ask('/v1/sessions/current/step-up', { token: keeper, json: { secret } })
  const given = await village.ask(`/v1/funds/${fundId}/cards`, { token: keeper, json })
  expect(given.status).toBeLessThan(300)
  // Who came by the card of before is let out.
  const household = await village.as('household')
  for (let i = 0; i < 60; i += 1)
    await village.ask(`/v1/funds/${fundId}/members/${memberId}`, { token: keeper })
  const page = async (query = '') => {
    const path = `/funds/${fundId}/me/looked${query}`
    const headers = { 'accept-language': 'en' }
    return (await village.ask(path, { token: household, headers })).text()
  }
  return { page }
}

test('a new card of hers stands above sixty looks, with what to do', async () => {
  const { page } = await begun()
  const newest = await page()
  expect(newest).toContain('How you sign in')
  expect(newest.indexOf('Made or changed your card')).toBeLessThan(
    newest.indexOf('Opened your record'),
  )
  expect(newest.indexOf('Made or changed your card')).toBeGreaterThan(0)
})

test('others stand first, and no number of own visits pushes them to an older page', async () => {
  const { page } = await begun()
  for (let i = 0; i < 70; i += 1) await page()
  const newest = await page()
  expect(newest).toContain('Others, the newest first')
  const [others, own] = newest.split('You, and whoever came by your card')
  expect(others).toContain('Record-keeper')
  expect(others).not.toContain('By your card')
  expect(own).toContain('By your card')
  expect(own).not.toContain('Record-keeper')
})

test('older lines are read page by page, to the first', async () => {
  const { page } = await begun()
  let query: string | undefined = ''
  let read = ''
  let pages = 0
  while (query !== undefined && pages < 9) {
    const shown: string = await page(query)
    pages += 1
    read = shown
    query = /looked(\?before=[0-9a-f-]+)/.exec(shown)?.[1]
  }
  expect(pages).toBeGreaterThan(1)
  expect(read).toContain('Made or changed your card')
  expect(read).not.toContain('How you sign in')
})
