import { beforeAll, expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import { ladderOf } from '#domain/network/watch/ladder.ts'
import { textsOf } from '#src/app/cases/kept-texts.ts'
import { tellsContact } from '#src/app/watch/reply-texts.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { app } from '#src/http/app.ts'
import { networkPath, send as sendCommands } from '#test/http/commands/sending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice, requestOf } from '#test/support/service.ts'

/* The agency of the petition that is due has been asked, and answers in its own words. */

let village: Practice
let letterId: string
let partyId: string
const canary = 'Zqinagency denies what … has said.'

const book = async () => watchBookOf(village.needs.store, village.networkId)
const kept = async () => {
  const { needs, networkId } = village
  return textsOf({ ...needs.cases!, clock: needs.clock, networkId } as never, {
    part: 'replies',
    scope: networkId,
  })
}

const as = async (door: 'migration-worker' | 'case-supervisor') => {
  // The supervisor has no door on the first page, and a login like the others.
  const token = await village.as(door as 'migration-worker')
  return {
    page: async (path: string) => (await village.ask(`${path}?lang=en`, { token })).text(),
    send: (path: string, form: Readonly<Record<string, string>>) =>
      village.ask(`${path}?lang=en`, { token, body: new URLSearchParams(form) }),
  }
}

const readsIn = (page: string): string => /name="reads" value="([^"]+)"/.exec(page)![1]!
const idIn = (page: string): string => /name="id" value="([0-9a-f-]{36})"/.exec(page)![1]!

beforeAll(async () => {
  village = await practice()
  const { needs, networkId } = village
  const now = await book()
  partyId = [...now.parties.keys()].find((one) => ladderOf(now, one).due)!
  letterId = needs.ids()
  const on = { v: 1, effectiveOn: needs.today() }
  const reportIds = ladderOf(now, partyId).upheld.map(({ reportId }) => reportId)
  const said = { letterId, says: 'denies' }
  for (const { actor, ...command } of [
    { actor: 'one', type: 'SendWatchLetter', letterId, to: 'agency', partyId, reportIds },
    { actor: 'another', type: 'ConfirmWatchLetter', letterId },
    { actor: 'one', type: 'RecordWatchAnswer', ...said },
    { actor: 'another', type: 'ConfirmWatchAnswer', ...said },
  ]) {
    const full = { id: needs.ids(), ...on, ...command } as never
    const [answer] = await needs.recordNetwork(networkId, [full], { actor, device: 'd' })
    expect(answer?.outcome).toBe('recorded')
  }
})

test.each([
  ['call 012 345 678', true],
  ['លេខ ០១២៣៤៥៦៧៨', true],
  ['write to a@b.example', true],
  ['see https://x.example', true],
  ['in 2025 three of us paid 400 dollars', false],
  [canary, false],
])('what could reach somebody is found before words are kept: %s', (text, found) => {
  expect(tellsContact(text)).toBe(found)
})

test('words are kept sealed, read by another one, and stand in the file for the ministry, the same on two runs', async () => {
  const worker = await as('migration-worker')
  const reached = await worker.send(`/watch/reply/${letterId}`, { text: `${canary} 012 345 678` })
  expect([reached.status, (await kept()).size]).toEqual([400, 0])
  expect((await worker.send(`/watch/reply/${letterId}`, { text: canary })).status).toBe(303)
  expect([...(await kept()).values()]).toEqual([canary])
  // Not yet read by anybody else: on no page but that of whoever is to read it.
  expect(await worker.page(`/watch/of/${partyId}`)).not.toContain('Zqinagency')
  const own = await worker.page(`/watch/reply/${letterId}/check`)
  expect(pageText(own)).toContain('You have proposed it')
  const supervisor = await as('case-supervisor')
  const page = await supervisor.page(`/watch/reply/${letterId}/check`)
  expect(pageText(page)).toContain(canary)
  const form = { id: idIn(page), reads: readsIn(page), names: 'yes' }
  const unticked = await supervisor.send(`/watch/reply/${letterId}/check`, { id: form.id })
  expect(unticked.status).toBe(400)
  expect((await supervisor.send(`/watch/reply/${letterId}/check`, form)).status).toBe(303)
  expect(await worker.page(`/watch/of/${partyId}`)).toContain('Zqinagency')
})

test('a service that keeps no cases takes no words of a reply', async () => {
  const { cases: _cases, ...without } = village.needs
  const token = await village.as('migration-worker')
  const asked = (service: Practice['service']) =>
    service.request(`/watch/reply/${letterId}`, requestOf({ token }))
  expect((await asked(app(without))).status).toBe(404)
  expect((await asked(village.service)).status).toBe(200)
})

test('neither the journal nor a log nor a public page has a word of it', async () => {
  const { needs, networkId } = village
  const rows = JSON.stringify(await needs.store.networks.read(networkId, 0, 10_000))
  const log = JSON.stringify(await needs.store.activities(networkId, { limit: 10_000 }))
  expect(rows).toContain('ReplyTextConfirmed')
  expect(rows + log).not.toContain('Zqinagency')
  for (const path of ['/reported', '/agencies', '/v1/reported-agencies', '/warnings'])
    expect(await (await village.ask(path)).text()).not.toContain('Zqinagency')
})

test('the petition holds the words that two have read, in every form, byte for byte on two runs', async () => {
  const { needs, networkId } = village
  const { due, next } = ladderOf(await book(), partyId)
  const decisionId = needs.ids()
  const reportIds = due!.reports.map(({ reportId }) => reportId)
  const on = () => ({ id: needs.ids(), v: 1, effectiveOn: needs.today() })
  const propose = { ...on(), type: 'ProposeLadderStep', decisionId, partyId, step: next, reportIds }
  await needs.recordNetwork(networkId, [propose as never], { actor: 'one', device: 'd' })
  const confirm = { ...on(), type: 'ConfirmDecision', decisionId } as never
  await needs.recordNetwork(networkId, [confirm], { actor: 'another', device: 'd' })
  const token = await village.as('migration-worker')
  const run = async () =>
    Promise.all(
      ['data', 'file?lang=en', 'file?lang=km'].map(async (end) =>
        (await village.ask(`/watch/petition/${decisionId}/${end}`, { token })).text(),
      ),
    )
  const first = await run()
  for (const one of first) expect(one).toContain('Zqinagency denies what … has said.')
  expect(await run()).toEqual(first)
})

test('words that turn out to point at somebody are put away by two others, and erased', async () => {
  const [worker, supervisor] = [await as('migration-worker'), await as('case-supervisor')]
  const better = 'It denies it. …'
  expect((await worker.send(`/watch/reply/${letterId}`, { text: better })).status).toBe(303)
  expect([...(await kept()).values()].toSorted()).toEqual([better, canary].toSorted())
  const page = await supervisor.page(`/watch/reply/${letterId}/check`)
  const form = { id: idIn(page), reads: readsIn(page), names: 'yes' }
  expect((await supervisor.send(`/watch/reply/${letterId}/check`, form)).status).toBe(303)
  expect([...(await kept()).values()]).toEqual([better])
  const shown = pageText(await worker.page(`/watch/of/${partyId}`))
  expect([shown.includes(better), shown.includes('Zqinagency')]).toEqual([true, false])
})

test('whoever looks at an answer reads the mark of its writing, and stands behind no other one', async () => {
  const { needs, networkId } = village
  const say = async (digest: string) => {
    const on = { id: needs.ids(), v: 1, effectiveOn: needs.today() }
    const command = { ...on, type: 'RecordWatchAnswer', letterId, says: 'repays', digest }
    await needs.recordNetwork(networkId, [command as never], { actor: 'one', device: 'd' })
  }
  const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
  const supervisor = await as('case-supervisor')
  const path = `/watch/answer/${letterId}/check`
  await say(first)
  const page = await supervisor.page(path)
  expect(pageText(page)).toContain(first)
  await say(second)
  const form = { id: idIn(page), says: 'repays', digest: first, seen: 'yes' }
  const late = await supervisor.send(path, form)
  expect(pageText(await late.text())).toContain('Another answer was written down meanwhile.')
  expect((await supervisor.send(path, { ...form, digest: second })).status).toBe(303)
  expect(pageText(await supervisor.page(`/watch/of/${partyId}`))).toContain(second)
})

test('whoever rules on a report of which nothing sealed is left is told so', async () => {
  const worker = await as('migration-worker')
  const [reportId] = [...(await book()).reports.keys()]
  const page = pageText(await worker.page(`/watch/rule/${reportId}`))
  expect(page).toContain('The sealed report is not there any more.')
})

test('of words that were written down twice the later ones are read', async () => {
  const [worker, supervisor] = [await as('migration-worker'), await as('case-supervisor')]
  for (const text of ['It says nothing to this.', 'It has paid all of it back.'])
    expect((await worker.send(`/watch/reply/${letterId}`, { text })).status).toBe(303)
  const page = pageText(await supervisor.page(`/watch/reply/${letterId}/check`))
  expect(page).toContain('It has paid all of it back.')
  expect(page).not.toContain('It says nothing to this.')
})

test('a letter that went out more than seven days ago is written down by nobody: it would be overdue at once', async () => {
  const { needs } = village
  village.pass(8 * 24 * 60 * 60 * 1000)
  const token = await village.as('migration-worker')
  const { upheld } = ladderOf(await book(), partyId)
  const send = async (daysBack: number) => {
    const command = {
      id: needs.ids(),
      v: 1,
      type: 'SendWatchLetter',
      effectiveOn: daysAfter(needs.today(), -daysBack),
      letterId: needs.ids(),
      to: 'labour-ministry',
      partyId,
      reportIds: upheld.map(({ reportId }) => reportId),
    }
    return (await sendCommands(village, networkPath(village), { token, commands: [command] }))[0]
  }
  expect(await send(8)).toMatchObject({ outcome: 'refused', code: 'letter-too-late' })
  expect(await send(7)).toMatchObject({ outcome: 'recorded' })
})
