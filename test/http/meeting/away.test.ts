import { beforeEach, expect, test } from 'vitest'
import { awayTableNames, awayTables } from '#domain/fund/meeting/away-figures.ts'
import { figuresOfVillage } from '#test/support/away-counts.ts'
import { archiveOf, linesIn } from '#test/support/archives.ts'
import { type AtMeeting, type Fields, day, meeting } from '#test/http/meeting/at-meeting.ts'

/** Twenty-four people, told five times over. */
const typed: Fields = {
  total: '២៤',
  'sex-f': '11',
  'sex-m': '13',
  'age-18-24': '10',
  'age-25-34': '14',
  'mode-agency': '6',
  'mode-alone': '15',
  'mode-broker': '3',
  'work-building': '24',
  'place-inside': '4',
  'place-outside': '20',
}

const figuresOf = (fields: Fields) => ({
  total: 24,
  ...Object.fromEntries(
    awayTableNames.map((table) => [
      table,
      Object.fromEntries(
        awayTables[table].map((line) => [line, Number(fields[`${table}-${line}`] ?? 0)]),
      ),
    ]),
  ),
})

type Told = {
  readonly counts: readonly {
    readonly entryId: string
    readonly state: string
    readonly isSafe: boolean
    readonly figures: Readonly<Record<string, unknown>> | null
  }[]
}

let at: AtMeeting
beforeEach(async () => {
  at = await meeting()
})

const toldTo = async (door: Parameters<AtMeeting['as']>[0]): Promise<Told['counts'][number]> => {
  const token = await at.as(door)
  const answer = await at.ask(`/v1/funds/${at.fundId}/away-counts`, { token })
  return ((await answer.json()) as Told).counts[0]!
}

test('a count is read back, kept beside the journal, and the entry holds a hash alone', async () => {
  const fields = await at.filled('away', typed)
  const question = await (await at.send('away', fields)).text()
  expect(question).toContain('Is this count right?')
  expect(question).toContain('25 to 34')
  const before = await at.length()
  expect((await at.send('away', { ...fields, sure: 'yes' })).status).toBe(303)
  expect(await at.length()).toBe(before + 1)
  const row = await at.lastRow()
  expect(row.type).toBe('AwayCountRecorded')
  expect(row.data).toMatch(/"hash":"[0-9a-f]{64}"/)
  expect(Object.keys(JSON.parse(row.data) as object).toSorted()).toEqual([
    'flags',
    'hash',
    'postings',
  ])
  const page = await (await at.get('away')).text()
  expect(page).toContain('the book vouches for')
  expect(page).toContain('<b class="figure">24</b>')
  expect(await toldTo('chair')).toMatchObject({
    state: 'fits',
    isSafe: false,
    figures: figuresOf(typed),
  })
})

test('outside the committee no group of fewer than ten is told', async () => {
  await at.done('away', typed)
  const { figures, isSafe } = await toldTo('auditor')
  expect(isSafe).toBe(true)
  expect(figures).toEqual({
    total: 25,
    sex: { f: 10, m: 15 },
    age: {
      'under-18': null,
      '18-24': null,
      '25-34': 15,
      '35-44': null,
      '45-up': null,
      unknown: null,
    },
    mode: {
      agency: null,
      'state-programme': null,
      employer: null,
      'border-pass': null,
      alone: null,
      broker: null,
      unknown: null,
    },
    work: Object.fromEntries(awayTables.work.map((line) => [line, null])),
    place: { inside: null, outside: null },
  })
  const token = await at.as('auditor')
  const page = await (await at.ask(`/funds/${at.fundId}/away`, { token })).text()
  expect(page).toContain('not told')
  expect(page).not.toContain('<b class="figure">24</b>')
})

test.each<readonly [string, Fields, string]>([
  ['no total', { total: '' }, 'Write how many are away in all'],
  ['words', { 'sex-f': 'many' }, 'Write digits only'],
  ['a table that comes to less', { 'place-outside': '19' }, 'come to 23, but 24 are away'],
  ['more than a village has', { total: '100000' }, 'more than a village has people'],
])('%s is told in its place, and what was typed is kept', async (_, more, said) => {
  const before = await at.length()
  const answer = await at.send('away', await at.filled('away', { ...typed, ...more }))
  expect(answer.status).toBe(400)
  const text = await answer.text()
  expect(text).toContain(said)
  expect(text).toMatch(/name="sex-m"[\s\S]{0,200}value="13"/)
  expect(await at.length()).toBe(before)
})

/** The village of the worked example, as its form is filled in. */
const typedMore = (): Fields => {
  const { more, total, ...tables } = figuresOfVillage
  const { cost, stones, returned, ...further } = more!
  const lines = (of: object): Fields =>
    Object.fromEntries(
      Object.entries(of).flatMap(([table, counts]) =>
        Object.entries(counts as Readonly<Record<string, number>>)
          .filter(([, count]) => count > 0)
          .map(([line, count]) => [`${table}-${line}`, String(count)]),
      ),
    )
  const costs = Object.fromEntries(Object.entries(cost).map(([to, of]) => [`cost-${to}`, of]))
  return {
    total: String(total),
    ...lines(tables),
    ...lines(further),
    ...lines(costs),
    ...lines({ stones }),
    'back-returned': String(returned),
  }
}

test('corridors, costs and stones are counted with the rest, and the stones are shown to nobody afterwards', async () => {
  const fields = await at.filled('away', typedMore())
  const question = await (await at.send('away', fields)).text()
  expect(question).toContain('Thailand: what leaving cost')
  expect(question).toContain('Pay was kept from me')
  expect((await at.send('away', { ...fields, sure: 'yes' })).status).toBe(303)
  const { stones: _, ...more } = figuresOfVillage.more!
  expect(await toldTo('chair')).toMatchObject({ state: 'fits', figures: { more } })
  for (const door of ['chair', 'record-keeper', 'auditor'] as const)
    expect(JSON.stringify(await toldTo(door))).not.toMatch(/stones|pay-kept/)
  const page = await (await at.get('away')).text()
  expect(page).toContain('Malaysia')
  expect(page).not.toContain('Pay was kept from me')
  expect((await toldTo('auditor')).figures).not.toHaveProperty('more')
})

test.each([
  [{ 'broker-kin': '5' }, 'Who the broker was, of those who left with one'],
  [{ 'stones-asked': '9' }, 'At least ten people must have gone behind the cloth'],
  [{ 'women-TH': '26', 'women-inside': '0' }, 'More than there are: Thailand'],
])('what does not add up beyond who is away, %o, is told at its heading', async (wrong, said) => {
  const answer = await at.send('away', await at.filled('away', { ...typedMore(), ...wrong }))
  expect(answer.status).toBe(400)
  const page = await answer.text()
  expect(page).toContain('group-fault')
  expect(page).toContain(said)
  expect(page).toContain('value="60"')
})

test('by the API an older program counts without what it knows nothing of, and a newer one with it', async () => {
  const send = async (figures: object) => {
    const json = { id: at.needs.ids(), effectiveOn: day, figures }
    const answer = await at.ask(`/v1/funds/${at.fundId}/away-counts`, { token: at.token, json })
    return ((await answer.json()) as { answers: readonly Record<string, unknown>[] }).answers[0]
  }
  const { more, ...figures } = figuresOfVillage
  const { 'border-pass': passes, ...mode } = figures.mode
  const older = { ...figures, mode: { ...mode, alone: mode.alone + passes } }
  expect(await send(older)).toMatchObject({ outcome: 'recorded' })
  expect(await send(figuresOfVillage)).toMatchObject({ outcome: 'recorded' })
  expect(await send({ ...figures, more: { ...more!, returned: 8 } })).toMatchObject({
    outcome: 'invalid',
    code: 'table-not-total',
    at: '/figures/more/reason',
  })
})

test('a form that is sent twice counts once; with other figures it is refused', async () => {
  const fields = { ...(await at.filled('away', typed)), sure: 'yes' }
  expect((await at.send('away', fields)).status).toBe(303)
  const after = await at.length()
  expect((await at.send('away', fields)).status).toBe(303)
  expect(await at.length()).toBe(after)
  const other = { ...fields, 'sex-f': '13', 'sex-m': '11' }
  expect((await at.send('away', other)).status).toBe(409)
  expect(await toldTo('chair')).toMatchObject({ state: 'fits', figures: { sex: { f: 11 } } })
})

test('figures that were changed beside the journal are told as no longer fitting', async () => {
  await at.done('away', typed)
  const { entryId } = await toldTo('chair')
  const subject = `away:${entryId}`
  const text = (await at.needs.store.of(at.fundId)).get(subject)!
  const changed = text.replace('"f":11', '"f":12').replace('"m":13', '"m":12')
  await at.needs.store.keep(at.fundId, [{ subject, text: changed }])
  expect(await toldTo('chair')).toMatchObject({ state: 'differs' })
  expect(await (await at.get('away')).text()).toContain('no longer vouches for them')
})

test('erased figures are gone with their salt, and the entry stays', async () => {
  await at.done('away', typed)
  const { entryId } = await toldTo('chair')
  expect(await (await at.get(`away/${entryId}/erase`)).text()).toContain('Erase this count?')
  expect((await at.post(`away/${entryId}/erase`, {})).status).toBe(303)
  expect(await toldTo('chair')).toEqual({
    entryId,
    on: day,
    state: 'gone',
    isSafe: false,
    figures: null,
  })
  expect([...(await at.needs.store.of(at.fundId)).values()].join()).not.toContain('salt')
  expect((await at.get(`away/${at.needs.ids()}/erase`)).status).toBe(404)
})

test('a program counts by the API, and what does not come to the total is pointed at', async () => {
  const json = { id: at.needs.ids(), effectiveOn: day, figures: figuresOf(typed) }
  const path = `/v1/funds/${at.fundId}/away-counts`
  const send = async (body: unknown) => {
    const answer = await at.ask(path, { token: at.token, json: body })
    return ((await answer.json()) as { answers: readonly Record<string, unknown>[] }).answers[0]
  }
  const other = { ...json, figures: { ...json.figures, total: 23 } }
  expect(await send(other)).toMatchObject({ outcome: 'invalid', at: '/figures/sex' })
  const first = await send(json)
  expect(first).toMatchObject({ outcome: 'recorded' })
  expect(await send(json)).toMatchObject({ outcome: 'recorded', seq: first!['seq'] })
  expect(await toldTo('record-keeper')).toMatchObject({ state: 'fits', figures: json.figures })
})

test('figures travel with an archive and fit there; erased ones do not', async () => {
  await at.done('away', typed)
  const carried = linesIn(await archiveOf(at.needs.store as never, at.fundId)).join()
  expect(carried).toContain('"total\\":24')
  const { entryId } = await toldTo('chair')
  await at.post(`away/${entryId}/erase`, {})
  const later = linesIn(await archiveOf(at.needs.store as never, at.fundId)).join()
  expect(later).not.toContain('"total\\":24')
})
