import { expect, test } from 'vitest'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { commandsPath, send } from '#test/http/commands/sending.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

type Asked = { readonly village: Practice; readonly token: string }

const read = async ({ village, token }: Asked, path: string) => {
  const answer = await village.ask(`/v1/funds/${village.fundId}/relief/${path}`, { token })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Record<string, never>
}

const declaring = (id: string) => ({
  id,
  v: 1,
  effectiveOn: practiceDay,
  type: 'DeclareEvent',
  eventId: 'E2025-9',
  kind: 'flood',
  places: ['river'],
  from: practiceDay,
  evidence: { is: 'gauge', station: 'KRATIE', levelCm: 2310 },
})

test('a flood is declared, its list read and sent back as it was shown, and a household sees its next payment moved', async () => {
  const village = await practice()
  const token = await village.as('record-keeper')
  const asked = { village, token }
  const { ids } = village.needs
  const path = commandsPath(village)
  const [declared] = await send(village, path, { token, commands: [declaring(ids())] })
  expect(declared).toMatchObject({ outcome: 'recorded' })
  const shown = (await read(asked, 'events/E2025-9')) as unknown as {
    list: readonly object[]
    rows: readonly {
      before: { next: string; interest: number }
      after: { next: string; interest: number }
    }[]
    acts: readonly string[]
  }
  expect(shown.acts).toEqual(['give', 'decline'])
  expect(shown.rows.length).toBeGreaterThan(5)
  for (const { before, after } of shown.rows)
    expect(after.interest).toBeLessThanOrEqual(before.interest)
  expect(shown.rows.some(({ before, after }) => after.next > before.next)).toBe(true)
  const members = await village.needs.store.subjects(village.fundId)
  const chair = members
    .filter(({ kind }) => kind === 'member')
    .map(({ data }) => JSON.parse(data) as { memberId: string; offices: { office: string }[] })
    .find(({ offices }) => offices.some(({ office }) => office === 'chair'))!.memberId
  const activate = (touched: readonly object[]) => ({
    id: ids(),
    v: 1,
    effectiveOn: practiceDay,
    type: 'ActivateRelief',
    eventId: 'E2025-9',
    touched,
    ballot: {
      by: 'meeting',
      hands: { present: 55, yes: 50, no: 2 },
      recused: [],
      confirmedBy: chair,
    },
    approvals: [{ login: practiceSecond.login, secret: practiceSecond.pin }],
  })
  const [unseen] = await send(village, path, { token, commands: [activate(shown.list.slice(1))] })
  expect(unseen).toMatchObject({ outcome: 'refused', code: 'list-has-changed' })
  const [given] = await send(village, path, { token, commands: [activate(shown.list)] })
  expect(given).toMatchObject({ outcome: 'recorded' })
  const { items } = (await read(asked, 'events')) as unknown as {
    items: readonly { state: string; loans: number }[]
  }
  expect(items[0]).toMatchObject({ state: 'given', loans: shown.rows.length })
})

test('an alert is kept once, told as a proposed event, and one that cannot be read keeps nothing', async () => {
  const village = await practice()
  const token = await village.as('record-keeper')
  const path = `/v1/funds/${village.fundId}/relief/alerts`
  const xml = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>KH-1</identifier><sender>weather.example.org</sender><sent>2025-12-30T05:00:00+07:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>Flood</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty><area><areaDesc>River</areaDesc><geocode><valueName>ZONE</valueName><value>river</value></geocode></area></info></alert>`
  for (let n = 0; n < 2; n += 1)
    expect((await village.ask(path, { token, json: { xml } })).status).toBe(200)
  const bad = await village.ask(path, { token, json: { xml: `<!DOCTYPE a>${xml}` } })
  expect([bad.status, (await bad.json()) as unknown]).toMatchObject([
    422,
    { code: 'alert-has-doctype' },
  ])
  const { items } = (await (await village.ask(path, { token })).json()) as {
    items: readonly object[]
  }
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    kind: 'flood',
    places: ['river'],
    isTest: false,
    isDeclared: false,
  })
  const before = await read({ village, token }, 'events')
  expect(JSON.stringify(before)).not.toContain('KH-1')
})

test('the cash of the weeks ahead is told for as many as pay later, and odd numbers are faults', async () => {
  const village = await practice()
  const token = await village.as('record-keeper')
  const ahead = async (percent: number) =>
    (await read({ village, token }, `liquidity?deferPercent=${percent}&weeks=13`)) as unknown as {
      weeks: readonly { cash: number }[]
    }
  const [none, all] = [await ahead(0), await ahead(100)]
  expect(none.weeks).toHaveLength(13)
  expect(all.weeks.at(-1)!.cash).toBeLessThan(none.weeks.at(-1)!.cash)
  const odd = `/v1/funds/${village.fundId}/relief/liquidity?deferPercent=101`
  expect((await village.ask(odd, { token })).status).toBe(400)
})

test('an alert in a form that cannot be read is told on the page, and nothing of it is kept or said', async () => {
  const village = await practice()
  const token = await village.as('record-keeper')
  const answer = await village.ask(`/funds/${village.fundId}/relief/alerts`, {
    token,
    headers: { 'content-type': 'multipart/form-data' },
    body: 'canary',
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).not.toContain('canary')
  const { items } = await read({ village, token }, 'alerts')
  expect(items).toEqual([])
})
