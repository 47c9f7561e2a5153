import { beforeAll, expect, test } from 'vitest'
import { sealedWords } from '#src/app/network/party-names.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

/* What the register refuses is told at the form, and nothing of it is kept beside the book. */

let village: Practice
let token: string
beforeAll(async () => {
  village = await practice()
  token = await village.as('migration-worker')
})

const path = '/network/agencies/enter'
const enter = async (id: string, fields: Readonly<Record<string, string>>) => {
  const form = {
    id,
    km: '',
    source: 'ministry-list',
    seenOn: '30/12/2025',
    document: '',
    ...fields,
  }
  return village.ask(`${path}?lang=en`, { token, body: new URLSearchParams(form) })
}
const sealed = async () =>
  (await sealedWords(village.needs as never, village.networkId)).map(({ latin }) => latin)

test('an agency that is entered under a number that another one has is not said to be entered', async () => {
  const id = village.needs.ids()
  expect((await enter(id, { kind: 'agency', latin: 'First Here' })).status).toBe(303)
  const again = await enter(id, { kind: 'agency', latin: 'Second Here' })
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('Second Here')
  const list = pageText(await (await village.ask('/network/agencies?lang=en', { token })).text())
  expect(list).toContain('First Here')
  expect(list).not.toContain('Second Here')
})

test('a broker whom the register refuses leaves no name, and one that it takes keeps the own', async () => {
  const [id, agency] = [village.needs.ids(), village.needs.ids()]
  const said = { kind: 'broker', source: 'said-to-us' }
  expect((await enter(id, { ...said, latin: 'Sok Chea' })).status).toBe(303)
  expect((await enter(agency, { kind: 'agency', latin: 'Third Here' })).status).toBe(303)
  const refused = await enter(agency, { ...said, latin: 'Chan Dara' })
  expect(refused.status).toBe(409)
  expect(await sealed()).toContain('Sok Chea')
  expect(await sealed()).not.toContain('Chan Dara')
  // Nor does the number of one broker take the name of another.
  expect((await enter(id, { ...said, latin: 'Sok Dara' })).status).toBe(409)
  expect(await sealed()).toContain('Sok Chea')
})
