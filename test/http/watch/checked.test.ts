import { beforeAll, expect, test } from 'vitest'
import { textsOf } from '#src/app/cases/kept-texts.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { checkedIdOf } from '#src/app/watch/checked.ts'
import { today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { agencyIn, sealedWith, team, tell, twoSources } from '#test/http/watch/telling.ts'
import { pageText } from '#test/pages/page-text.ts'

let village: Village
let desk: Awaited<ReturnType<typeof team>>
let partyId: string
beforeAll(async () => {
  village = await twoNetworks()
  desk = await team(village)
  partyId = await agencyIn(village, 'Silver River')
})

const idIn = (page: string): string => /name="id" value="([^"]+)"/.exec(page)![1]!
const bookNow = () => watchBookOf(village.needs.store, village.a.networkId)

/** Something that was told, and the name of its sealed report. */
const toldOf = async (
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const from = `192.0.2.${Math.floor(Math.random() * 250)}`
  expect((await tell(village, { text, ...more }, { from })).status).toBe(200)
  return sealedWith(village, text)
}

const formOf = async (code: string, more: Readonly<Record<string, string>> = {}) => ({
  id: idIn(await desk.worker.page(`/reports/of/${code}/check`)),
  party: partyId,
  kind: 'duty',
  'duty-receipts-given': 'yes',
  month: '2025-11',
  ...twoSources,
  household: '',
  ...more,
})

const sent = async (reportId: string, more: object = {}): Promise<string | undefined> => {
  const { find, send } = asking(village)
  const command = {
    id: village.needs.ids(),
    v: 1,
    effectiveOn: today,
    type: 'CheckReport',
    reportId,
    partyId,
    kind: 'duty',
    duties: ['receipts-given'],
    month: '2025-11',
    basis: 'two-sources',
    evidence: [],
    mayBeCounted: false,
    mayBeAsked: false,
    ...more,
  }
  const path = `/v1/networks/${village.a.networkId}/commands`
  const answer = await send(find('migration-worker'), path, { json: { commands: [command] } })
  const { answers } = (await answer.json()) as {
    readonly answers: readonly { readonly outcome: string; readonly code?: string }[]
  }
  return answers[0]?.code ?? answers[0]?.outcome
}

const idFor = async (code: string): Promise<string> => {
  const { needs, a } = village
  return checkedIdOf({ ...needs, networkId: a.networkId }, await bookNow(), code)
}

test('nobody checks by the API what nobody told', async () => {
  expect(await sent(village.needs.ids())).toBe('report-not-sealed')
})

/** What stands behind a check is written down; the check itself is not taken yet. */
const groundsOnly = async (code: string, household = ''): Promise<void> => {
  const form = await formOf(code, { household, month: '2099-12' })
  const answer = await desk.worker.ask(`/reports/of/${code}/check`, form)
  expect(pageText(await answer.text())).toContain('This month is to come.')
}

test('nobody checks by the API what has nothing behind it, nor of a household that was not written down', async () => {
  const code = await toldOf('Nothing of her stands behind it yet.')
  const reportId = await idFor(code)
  expect(await sent(reportId)).toBe('grounds-missing')
  await groundsOnly(code, 'Village of the well, card 3')
  const other = '9f'.repeat(16)
  for (const more of [{}, { household: other }])
    expect(await sent(reportId, more)).toBe('not-as-sealed')
})

test('whoever stands behind a ruling reads by which words its household is known and which the two sources are', async () => {
  const code = await toldOf('They took her passport at the border.')
  const at = `/reports/of/${code}/check`
  const said = await formOf(code, { household: 'Village of the well, card 14' })
  // Two words of one source are one.
  const one = await desk.worker.ask(at, { ...said, 'second-whose': 'Her sister, at the market.' })
  expect(one.status).toBe(400)
  const empty = await desk.worker.ask(at, { ...said, 'first-whose': '', 'second-on': '' })
  expect(empty.status).toBe(400)
  expect((await desk.worker.ask(at, said)).status).toBe(303)
  const reportId = await idFor(code)
  const ruleAt = `/watch/rule/${reportId}`
  const ruling = {
    id: idIn(await desk.worker.page(ruleAt)),
    found: 'upheld',
    official: 'none',
    on: '',
  }
  expect((await desk.worker.ask(ruleAt, ruling)).status).toBe(303)
  const page = pageText(await desk.supervisor.page(`/watch/confirm/${ruling.id}`))
  for (const words of [
    'Village of the well, card 14',
    'her sister at the market',
    'a receipt that she showed',
    'No other checked report about it is of this household.',
  ])
    expect(page).toContain(words)
  expect(page).not.toContain('The mark in the book is not made of these words')
  // It is written down who has read it, and no book and nothing that the service opens alone has the words.
  const its = await desk.supervisor.page(`/reports/of/${code}`)
  expect(pageText(its)).toContain('opened what stands behind the check')
  expect(its).not.toContain('card 14')
  const { needs, a } = village
  const journal = JSON.stringify(await needs.store.networks.read(a.networkId, 0, 10_000))
  const sealed = await Promise.all(
    (['reports', 'reporters'] as const).map(async (part) =>
      JSON.stringify([...(await textsOf(needs.cases!, { part, scope: a.networkId }))]),
    ),
  )
  for (const words of ['card 14', 'sister at the market'])
    expect(journal + sealed.join('')).not.toContain(words)
})

test('nobody says by the API that somebody lets it be counted or asked, or that more was sent along', async () => {
  const reportId = await idFor(await toldOf('She does not want it to be counted.'))
  await groundsOnly(await sealedWith(village, 'She does not want it'))
  for (const more of [
    { mayBeCounted: true },
    { mayBeAsked: true },
    { evidence: ['e'.repeat(64)], basis: 'document' },
  ])
    expect(await sent(reportId, more)).toBe('not-as-sealed')
  expect(await sent(reportId)).toBe('recorded')
})

test('a check that was cut off before its report was told is told by whoever checks it next', async () => {
  const code = await toldOf('The line was cut when this was checked.')
  await groundsOnly(code)
  expect(await sent(await idFor(code))).toBe('recorded')
  const page = async () => pageText(await desk.worker.page(`/reports/of/${code}`))
  expect(await page()).toContain('Check it')
  expect((await desk.worker.ask(`/reports/of/${code}/check`, await formOf(code))).status).toBe(409)
  expect(await page()).not.toContain('Check it')
})

test('two who check one report at the same moment write it down once', async () => {
  const code = await toldOf('Both of them read this at once.')
  const before = (await bookNow()).reports.size
  const forms = [await formOf(code), await formOf(code)]
  const at = `/reports/of/${code}/check`
  const answers = await Promise.all([
    desk.worker.ask(at, forms[0]!),
    desk.supervisor.ask(at, { ...forms[1]!, household: 'another word for her' }),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect((await bookNow()).reports.size).toBe(before + 1)
  expect((await bookNow()).reports.has(await idFor(code))).toBe(true)
})

test('what was checked wrongly is taken back by two, and its report is checked anew', async () => {
  const code = await toldOf('It was the other agency of nearly the same name.')
  const at = `/reports/of/${code}/check`
  expect((await desk.worker.ask(at, await formOf(code))).status).toBe(303)
  const reportId = await idFor(code)
  const ruleAt = `/watch/rule/${reportId}`
  const page = await desk.worker.page(ruleAt)
  // Whoever rules, and whoever confirms it, is led to what was told.
  expect(page).toContain(`href="/reports/of/${code}"`)
  const said = { id: idIn(page), found: 'checked-wrongly', official: 'none', on: '' }
  expect((await desk.worker.ask(ruleAt, said)).status).toBe(303)
  const confirmAt = `/watch/confirm/${said.id}`
  // Until then it stays checked.
  expect((await desk.worker.ask(at, await formOf(code))).status).toBe(409)
  const confirming = await desk.supervisor.page(confirmAt)
  expect(confirming).toContain(`href="/reports/of/${code}"`)
  expect((await desk.supervisor.ask(confirmAt, { id: idIn(confirming) })).status).toBe(303)
  expect(pageText(await desk.worker.page(`/reports/of/${code}`))).toContain('Check it')
  const other = await agencyIn(village, 'Silver Rivers')
  const anew = await formOf(code, { party: other, household: 'Village of the well, card 77' })
  expect((await desk.worker.ask(at, anew)).status).toBe(303)
  const book = await bookNow()
  expect(book.reports.get(await idFor(code))).toMatchObject({ partyId: other })
  expect(await idFor(code)).not.toBe(reportId)
})

test('what two have put aside is checked by nobody', async () => {
  const code = await toldOf('Put aside by two of the team.')
  const at = `/reports/of/${code}/aside`
  await desk.worker.ask(at, { why: 'twice' })
  await desk.supervisor.ask(at, { does: 'aside' })
  expect(await sent(await idFor(code))).toBe('report-not-sealed')
  // Nor does one alone take it back.
  expect((await desk.worker.ask(at, { does: 'stays' })).status).toBe(409)
})

test('what was checked is put aside by nobody', async () => {
  const code = await toldOf('Checked, and then in somebody’s way.')
  const at = `/reports/of/${code}`
  expect((await desk.worker.ask(`${at}/aside`, { why: 'twice' })).status).toBe(303)
  expect((await desk.worker.ask(`${at}/check`, await formOf(code))).status).toBe(303)
  expect((await desk.supervisor.ask(`${at}/aside`, { does: 'aside' })).status).toBe(409)
  expect((await desk.supervisor.ask(`${at}/aside`, { does: 'stays' })).status).toBe(409)
  expect(pageText(await desk.worker.page(at))).not.toContain('Put aside')
})

test('what the same household told of another agency does not stand beside a ruling', async () => {
  const household = 'Village of the well, card 20'
  const about = async (party: string, text: string) => {
    const code = await toldOf(text)
    const said = await formOf(code, { household, party })
    expect((await desk.worker.ask(`/reports/of/${code}/check`, said)).status).toBe(303)
    return idFor(code)
  }
  await about(
    await agencyIn(village, 'Copper River'),
    'Copper River took her fee and gave no receipt.',
  )
  const ruleAt = `/watch/rule/${await about(partyId, 'Silver River took it as well.')}`
  const id = idIn(await desk.worker.page(ruleAt))
  const ruling = { id, found: 'upheld', official: 'none', on: '' }
  expect((await desk.worker.ask(ruleAt, ruling)).status).toBe(303)
  const page = pageText(await desk.supervisor.page(`/watch/confirm/${id}`))
  expect(page).toContain(household)
  expect(page).toContain('No other checked report about it is of this household.')
})
