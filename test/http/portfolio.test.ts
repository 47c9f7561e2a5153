import { beforeAll, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Command } from '#domain/village.ts'
import { type MadeNetwork, inventNetwork } from '#src/app/demo/network.ts'
import { headOf } from '#src/app/heads.ts'
import { putIn } from '#src/app/box.ts'
import { judgingIn } from '#src/app/network/judging.ts'
import { lettersWaitingIn } from '#src/app/network/letters-waiting.ts'
import { app } from '#src/http/app.ts'
import { pageText } from '#test/pages/page-text.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { type Practice, practice, requestOf } from '#test/support/service.ts'

/*
 * An auditor of a network that somebody invented, in which a few cheat. What she reads names villages and nobody in them.
 */

const until = '2026-03-01'
let village: Practice
let made: MadeNetwork
let token: string
let unread: string

const page = async (query = '', language = 'en', at = '/portfolio'): Promise<string> => {
  const answer = await village.ask(`${at}${query}`, {
    token,
    headers: { 'accept-language': language },
  })
  expect(answer.status, query).toBe(200)
  return answer.text()
}
const settled = (): Promise<void> => judgingIn(village.needs.store).settled()
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\/funds\/([0-9a-f-]{36})\/health/g)].map(([, fundId]) => fundId!)
const first = (text: string): number => Number(/Need of a visit: (\d+) points/.exec(text)![1])

beforeAll(async () => {
  const store = memoryStore()
  made = await inventNetwork(store, sha256, {
    seed: '7',
    until,
    years: 1,
    funds: 40,
    members: { least: 6, most: 10 },
  })
  village = await practice({}, paperBookFolder, until, store)
  token = await village.as('auditor')
  unread = await page()
  await settled()
}, 300_000)

test('before anybody has read the books the list stands by what summaries tell, and says so', () => {
  const text = pageText(unread)
  expect(text).toContain('The whole books of 0 of 40 villages have been read today')
  expect(text).toContain('not read yet')
  // A village that fell silent is told by its summary alone.
  expect(text).toContain('Meetings that were not held: ')
})

test('once they are read, whoever cheats stands among the first, with the reason in words', async () => {
  const pages = [await page(), await page('?part=2')]
  expect(pageText(pages[0]!)).not.toContain('have been read today')
  const ranked = pages.flatMap(namesIn)
  expect(ranked).toHaveLength(10)
  expect(pages[1]).toContain('<ol class="villages" start="6">')
  const frauds = made.key.filter(({ fraud }) => fraud).map(({ fundId }) => fundId)
  expect(frauds.length).toBeGreaterThan(1)
  for (const fundId of frauds) expect(ranked.slice(0, 8)).toContain(fundId)
  expect(first(pages[0]!)).toBeGreaterThan(5)
  expect(pages[0]).toContain('<svg')
})

test('no card, no loan and nobody’s name stands on the page, in neither language', async () => {
  const all = ['/portfolio', '/portfolio/findings', '/portfolio/people'].flatMap((at) => [
    page('', 'en', at),
    page('', 'km', at),
  ])
  for (const one of await Promise.all(all)) {
    const text = pageText(one)
    expect(text).not.toMatch(/\b[MLGEU]\d{1,2}\b/)
    expect(text).not.toMatch(/undefined|NaN|\[object/)
  }
})

test('a village is found by its name in either script, by its grade, its district and what to look at', async () => {
  const { name, fundId } = made.key[4]!
  const [khmer, latin] = name.split(' / ')
  for (const asked of [khmer!, latin!])
    expect(namesIn(await page(`?name=${encodeURIComponent(asked)}`))).toContain(fundId)
  expect(pageText(await page('?name=nowhere'))).toContain('No fund is called that')
  const silent = namesIn(await page('?about=silent'))
  const kinds = new Map(made.key.map((one) => [one.fundId, one.kind]))
  expect(silent.length).toBeGreaterThan(0)
  expect(silent.every((one) => ['silent', 'dead', 'late-book'].includes(kinds.get(one)!))).toBe(
    true,
  )
  const ofD = await page('?letter=D')
  expect(namesIn(ofD).length).toBeGreaterThan(0)
  expect(ofD.match(/<b>Grade .<\/b>/g)).toEqual(namesIn(ofD).map(() => '<b>Grade D</b>'))
  expect(pageText(ofD)).toContain('Only some of the villages are shown.')
  expect(namesIn(await page('?district=9900'))).toHaveLength(3)
  expect(namesIn(await page('?district=0101'))).toEqual([])
  // What is no word of ours narrows nothing, and is not said again.
  const odd = await page('?letter=%3Cb%3E&about=nothing&district=99&why=nothing')
  expect(namesIn(odd)).toHaveLength(5)
  expect(odd).not.toContain('<b>&')
})

test('a village that writes something is told as of its last reading, until its book is read again', async () => {
  const [fundId] = namesIn(await page('?letter=A'))
  const members = await village.needs.store.subjects(fundId!)
  const { key: memberId } = members.find(({ kind }) => kind === 'member')!
  const said = { type: 'RecordDeposit', memberId, amount: 5_000 } as const
  const command = { ...said, id: village.needs.ids(), v: 1, effectiveOn: until } as Command
  const by = { actor: 'keeper', device: 'test' }
  await village.needs.record(fundId!, [command], by)
  const { name } = made.key.find((one) => one.fundId === fundId)!
  const query = `?name=${encodeURIComponent(name.split(' / ')[1]!)}`
  const stale = pageText(await page(query))
  expect(stale).toContain('The whole books of 39 of 40 villages have been read today')
  expect(stale).toContain('as of 1 March 2026')
  await settled()
  expect(pageText(await page(query))).not.toContain('as of 1 March 2026')
})

test('findings of all villages lead to the villages that show them, as many as they say', async () => {
  const text = await page('', 'en', '/portfolio/findings')
  const rows = [...text.matchAll(/href="\/portfolio\?why=([^"]*)"\s*><b>(\d+)<\/b>/g)]
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.map(([, why]) => why)).toContain('silence')
  for (const [, why, count] of rows) {
    const narrowed = pageText(await page(`?why=${why}`))
    expect(narrowed).toContain(`Only some of the villages are shown. ${count} village`)
  }
  expect(pageText(await page('?why=%3Cb%3E'))).not.toContain('Only some of the villages are shown')
})

test('people of all villages are told by what is usual and by the villages where it is least so', async () => {
  const text = await page('', 'en', '/portfolio/people')
  const at = `/v1/networks/${village.networkId}/portfolio`
  const { totals } = (await (await village.ask(at, { token })).json()) as {
    readonly totals: readonly { readonly members: number }[]
  }
  const [{ members }] = totals as [{ readonly members: number }]
  expect(pageText(text)).toMatch(new RegExp(`Members ${members}\\b`))
  const shares = [...text.matchAll(/health\/attendance_percent"\s*><b>([\d.]+) %/g)]
  const values = shares.map(([, value]) => Number(value))
  expect(values).toHaveLength(5)
  expect(values).toEqual(values.toSorted((a, b) => a - b))
  const all = made.key.map(({ fundId }) => judgingIn(village.needs.store).of(fundId)!)
  const least = all.flatMap(({ figures }) => figures.attendance_percent ?? [])
  expect(values[0]).toBe(Math.min(...least))
})

test('what an audit found stands there until nobody waits for anything about it', async () => {
  const { needs, networkId } = village
  const { fundId, name } = made.key[2]!
  const auditId = needs.ids()
  const act = (said: object) => {
    const envelope = { id: needs.ids(), v: 1, effectiveOn: until }
    return { ...envelope, fundId, auditId, ...said }
  }
  const { seq, hash } = (await headOf(needs.store, fundId))!
  const head = { seq, hash }
  const plan = { type: 'PlanAudit', from: '2025-01-01', visitOn: until, why: ['routine'], head }
  const finding = { kind: 'count-missing', weight: 'grave', replyBy: '2026-03-20', of: 'M07' }
  const findingId = needs.ids()
  const raise = { type: 'RaiseAuditFinding', findingId, ...finding }
  const by = { actor: 'auditor', device: 'test' }
  const told = () => page('', 'en', '/portfolio/findings')
  expect(pageText(await told())).toContain('No finding of an audit is open')
  const commands = [act(plan), act(raise)] as never
  for (const { outcome } of await needs.recordNetwork(networkId, commands, by))
    expect(outcome).toBe('recorded')
  const open = await told()
  expect(open).toContain(`href="/funds/${fundId}/audits/${auditId}"`)
  expect(pageText(open)).toContain('Open findings of audits: 1')
  expect(pageText(open)).toContain(name.split(' / ')[1]!)
  expect(pageText(open)).not.toContain('M07')
  expect(pageText(open)).toContain('The fund answers until 20 March 2026')
})

test('letters that wait are told once they are counted, and what comes after that at once', async () => {
  expect(pageText(unread)).toContain('Letters (being counted)')
  const { networkId, needs } = village
  await lettersWaitingIn(needs.store, networkId).settled()
  expect(await page()).not.toContain('/network/box"')
  const letter = { kind: 'complaint', to: 'ngo', on: until, text: 'Late.' } as const
  const sealing = needs.sealing!
  const { fundId } = made.key[0]!
  await putIn({ ...needs, sealing }, { fundId, networkId }, { isFirst: false, ...letter })
  const told = await page()
  expect(told).toContain('href="/network/box"')
  expect(pageText(told)).toContain('1 letter waits for an answer')
})

test('a service that keeps no letters tells of none that wait', async () => {
  const { sealing: _, ...bare } = village.needs
  const answer = await app(bare).request('/portfolio', requestOf({ token }))
  expect(answer.status).toBe(200)
  expect(await answer.text()).not.toContain('/network/box"')
})

test('the list is taken along as JSON, CSV and workbook, and the years of every village as SAVIX rows', async () => {
  const at = `/v1/networks/${village.networkId}/portfolio`
  const told = (await (await village.ask(at, { token })).json()) as {
    readonly funds: readonly { readonly fundId: string; readonly savings: number; visit: number }[]
    readonly totals: readonly { readonly savings: number; readonly funds: number }[]
    readonly peers: readonly { lower: number; middle: number; upper: number }[]
  }
  expect(told.funds).toHaveLength(40)
  expect(told.totals).toHaveLength(1)
  expect(told.totals[0]!.savings).toBe(told.funds.reduce((sum, { savings }) => sum + savings, 0))
  const points = told.funds.map(({ visit }) => visit)
  expect(points).toEqual(points.toSorted((a, b) => b - a))
  for (const { lower, middle, upper } of told.peers)
    expect([lower, middle, upper]).toEqual([lower, middle, upper].toSorted((a, b) => a - b))
  expect(told.peers.length).toBeGreaterThan(3)

  const taken = async (form: string, name: string): Promise<Response> => {
    const answer = await village.ask(`${at}/${form}`, { token })
    const kept = answer.headers.get('content-disposition')
    expect(kept, form).toBe(`attachment; filename="${name}"`)
    return answer
  }
  const csv = await (await taken('csv', 'villages.csv')).text()
  const lines = csv.trim().split('\r\n')
  expect(lines).toHaveLength(41)
  expect(lines[1]).toContain(told.funds[0]!.fundId)
  const years = (await (await taken('savix', 'years.csv')).text()).trim().split('\r\n')
  expect(years[0]).toMatch(/^fund_id,village,name,from,to,currency,members_start/)
  // Each fund began in one year and is read in the next.
  expect(years).toHaveLength(2 * 40 + 1)
  const workbook = await taken('xlsx?language=km', 'villages.xlsx')
  expect(workbook.headers.get('content-type')).toContain('spreadsheetml')
  expect((await workbook.arrayBuffer()).byteLength).toBeGreaterThan(4_000)
})

test('nobody else reads it, and a village whose meeting ended the right is on it no more', async () => {
  for (const door of ['record-keeper', 'chair', 'administrator'] as const) {
    const other = await village.as(door)
    for (const path of ['/portfolio', `/v1/networks/${village.networkId}/portfolio`])
      expect((await village.ask(path, { token: other })).status, `${door} ${path}`).not.toBe(200)
  }
  const [fundId] = namesIn(await page())
  const { needs, networkId } = village
  const votes = { present: 6, yes: 6, no: 0 }
  const command = { type: 'DismissAuditors', networkId, votes, id: needs.ids(), v: 1 } as const
  const by = { actor: 'keeper', device: 'test' }
  const [answer] = await needs.record(
    fundId!,
    [{ ...command, effectiveOn: until } as unknown as Command],
    by,
  )
  expect(['recorded', 'flagged']).toContain(answer!.outcome)
  village.pass(24 * 3_600_000)
  token = await village.as('auditor')
  await page()
  await settled()
  expect(namesIn(await page())).not.toContain(fundId)
})
