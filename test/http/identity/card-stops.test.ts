import { beforeEach, expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { type Desk, codeOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'
import { pageText } from '#test/pages/page-text.ts'

/* A stolen card is stopped at once by one officer; who stops many needs another one. */

let its: Desk
let cardIds: readonly string[]
beforeEach(async () => {
  its = await desk()
  const { needs, fundId } = its
  const members = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'member')
  const made: string[] = []
  for (const { key: memberId } of members.slice(-5)) {
    const { card } = await issueCard(needs, { fundId, memberId })
    made.push(card.cardId)
  }
  cardIds = made
})

const stop = async (cardId: string, json?: object) =>
  its.ask(`/v1/funds/${its.fundId}/cards/${cardId}`, {
    token: await its.signedIn('record-keeper'),
    method: 'DELETE',
    ...(json && { json }),
  })

const good = async (): Promise<readonly string[]> =>
  (await its.needs.store.cards(its.fundId))
    .filter(({ cardId, revokedAt }) => cardIds.includes(cardId) && revokedAt === undefined)
    .map(({ cardId }) => cardId)

test('one officer stops three cards a day alone, and the fourth only with another one’s own word', async () => {
  for (const cardId of cardIds.slice(0, 3)) expect((await stop(cardId)).status).toBe(204)
  // What is stopped already costs none.
  expect((await stop(cardIds[0]!)).status).toBe(204)
  expect(await codeOf(await stop(cardIds[3]!))).toBe('403 stops-need-another')
  const own = { login: loginOf('record-keeper'), secret: secretOf('record-keeper') }
  expect((await stop(cardIds[3]!, { approver: own })).status).toBe(403)
  expect(await good()).toEqual(cardIds.slice(3))
  const chair = { login: loginOf('chair'), secret: secretOf('chair') }
  expect((await stop(cardIds[3]!, { approver: chair })).status).toBe(204)
  expect(await good()).toEqual(cardIds.slice(4))
  // Both stand in the log of the fund, which all officers read.
  const lines = await its.needs.store.activities(its.fundId, { limit: 10 })
  const actors = lines.filter(({ action }) => action === 'manage-cards').map(({ actor }) => actor)
  expect(new Set(actors.slice(0, 3)).size).toBeGreaterThan(1)
})

test('the page asks for the other officer from the fourth on', async () => {
  for (const cardId of cardIds.slice(0, 3)) await stop(cardId)
  const token = await its.signedIn('record-keeper')
  const place = `/funds/${its.fundId}/cards`
  const asked = await its.ask(`${place}/stop?card=${cardIds[3]}`, { token })
  expect(pageText(await asked.text())).toContain('You have stopped three cards today')
  const bare = new URLSearchParams({ login: '', secret: '' })
  const alone = await its.ask(`${place}/${cardIds[3]}/stop`, { token, body: bare })
  expect(alone.status).toBe(403)
  const word = { login: loginOf('chair'), secret: secretOf('chair') }
  const body = new URLSearchParams(word)
  expect((await its.ask(`${place}/${cardIds[3]}/stop`, { token, body })).status).toBe(303)
  expect(await good()).toEqual(cardIds.slice(4))
})

test('what one officer has stopped today takes nothing from what another one may stop alone', async () => {
  for (const cardId of cardIds.slice(0, 3)) expect((await stop(cardId)).status).toBe(204)
  const token = await its.signedIn('chair')
  const byChair = await its.ask(`/v1/funds/${its.fundId}/cards/${cardIds[3]}`, {
    token,
    method: 'DELETE',
  })
  expect(byChair.status).toBe(204)
  expect(await good()).toEqual(cardIds.slice(4))
})
