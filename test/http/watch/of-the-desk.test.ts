import { beforeAll, expect, test } from 'vitest'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { watchWords } from '#src/words/watch-words.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import type { Village } from '#test/http/support/team.ts'
import { sealedWith, team, tell, typedIn, withReceipt } from '#test/http/watch/telling.ts'
import { pageText } from '#test/pages/page-text.ts'
import { casesInMemory } from '#test/support/cases-in-memory.ts'
import { digestOfBytes } from '#test/support/digest.ts'
import { ourHost, practice } from '#test/support/service.ts'

/* What the pages of reports and rulings say and where they lead, step by step. */

const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 300 }, () => 7)])

let village: Village
let desk: Awaited<ReturnType<typeof team>>
let isFull = false
beforeAll(async () => {
  const cases = casesInMemory()
  const change: typeof cases.leaves.change = (changes) =>
    isFull ? Promise.reject(new Error('the disk is full')) : cases.leaves.change(changes)
  village = await twoNetworks({ cases: { ...cases, leaves: { ...cases.leaves, change } } })
  desk = await team(village)
})

const inKhmer = (page: string): string => /href="([^"]*)" lang="km"/.exec(page)![1]!

test('the first who erases reads what it takes, and the second that one has said so', async () => {
  const receipt = await typedIn(desk.worker, { text: 'Two read two pages of this.' })
  await withReceipt(village, receipt, 'take-back')
  const at = `/reports/of/${await sealedWith(village, 'two pages of this')}/erase`
  const [first, second] = ['It takes two of you.', 'One of the team has said so.']
  const before = pageText(await desk.worker.page(at))
  expect([before.includes(first!), before.includes(second!)]).toEqual([true, false])
  expect((await desk.worker.ask(at, {})).status).toBe(303)
  const after = pageText(await desk.supervisor.page(at))
  expect([after.includes(first!), after.includes(second!)]).toEqual([false, true])
})

test('what was sent along is handed out only once it is written down that it was opened', async () => {
  await tell(village, { text: 'With one photo.' }, { files: [photo] })
  const code = await sealedWith(village, 'With one photo')
  const at = `/reports/of/${code}/evidence/${digestOfBytes(photo)}`
  isFull = true
  const refused = await desk.worker.ask(at, {})
  isFull = false
  expect(refused.status).toBeGreaterThanOrEqual(500)
  const file = await desk.worker.ask(at, {})
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(photo)
})

test('a complaint is printed by anybody for oneself, for the family or for a group', async () => {
  const read = async (form: string) => {
    const headers = { host: ourHost }
    const answer = await village.service.request(`/complaint?lang=en${form}`, { headers })
    return [answer.status, /aria-current="true"\s*>([^<]*)</.exec(await answer.text())?.[1]]
  }
  const own = await read('')
  expect(own[0]).toBe(200)
  const told = [own, await read('&form=family'), await read('&form=group')]
  expect(new Set(told.map(([, said]) => said)).size).toBe(3)
  expect(await read('&form=another')).toEqual(own)
})

test('a ruling on what was erased says so, is proposed all the same, and is confirmed by another one', async () => {
  const other = await practice()
  const token = await other.as('migration-worker')
  const book = await watchBookOf(other.needs.store, other.networkId)
  const { needs, networkId } = other
  const [reportId, partyId] = [needs.ids(), [...book.reports.values()][0]!.partyId]
  const check = {
    id: needs.ids(),
    v: 1,
    effectiveOn: needs.today(),
    type: 'CheckReport',
    reportId,
    partyId,
    kind: 'duty',
    duties: ['papers-kept-by-worker'],
    month: '2025-11',
    basis: 'two-sources',
    evidence: [],
    mayBeCounted: false,
    mayBeAsked: false,
  } as never
  const [answer] = await needs.recordNetwork(networkId, [check], { actor: 'one', device: 'd' })
  expect(answer).toMatchObject({ outcome: 'recorded' })
  const at = `/watch/rule/${reportId}`
  const page = await (await other.ask(`${at}?lang=en`, { token })).text()
  expect(pageText(page)).toContain(watchWords.in('en').sealedGone)
  expect(page).not.toContain('/reports/of/')
  expect(inKhmer(page)).toContain(at)
  const decisionId = needs.ids()
  const form = { id: decisionId, found: 'upheld', official: 'none', on: '' }
  const send = (to: string, fields: Readonly<Record<string, string>>) =>
    other.ask(`${to}?lang=en`, { token, body: new URLSearchParams(fields) })
  expect((await send(at, form)).headers.get('location')).toBe('/watch?done=1')
  // Whoever proposed it does not confirm it, and reads on in the list.
  const own = await send(`/watch/confirm/${decisionId}`, { id: needs.ids() })
  expect(own.status).toBe(409)
  expect(inKhmer(await own.text())).toMatch(/^\/watch\?/)
})
