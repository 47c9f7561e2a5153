import { beforeAll, expect, test } from 'vitest'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { checkedIdOf } from '#src/app/watch/checked.ts'
import { today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { agencyIn, sealedWith, team, tell } from '#test/http/watch/telling.ts'
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
  basis: 'two-sources',
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

test('nobody says by the API that somebody lets it be counted or asked, or that more was sent along', async () => {
  const reportId = await idFor(await toldOf('She does not want it to be counted.'))
  for (const more of [
    { mayBeCounted: true },
    { mayBeAsked: true },
    { evidence: ['e'.repeat(64)], basis: 'document' },
  ])
    expect(await sent(reportId, more)).toBe('not-as-sealed')
  expect(await sent(reportId)).toBe('recorded')
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
  expect((await desk.worker.ask(at, await formOf(code, { party: other }))).status).toBe(303)
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
})
