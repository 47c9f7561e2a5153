import { beforeAll, expect, test } from 'vitest'
import { saidOfLicence, saidOfRoad } from '#test/http/access/register-fixture.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { textsOf, writeText } from '#src/app/cases/kept-texts.ts'
import { eraseReport } from '#src/app/watch/erasing.ts'
import { keepReply } from '#src/app/watch/reply-texts.ts'
import { changeReportAt, reportAt } from '#src/app/watch/reports.ts'
import { keepGrounds } from '#src/app/watch/sealed-parts.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { checkedIdOf } from '#src/app/watch/checked.ts'
import { today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { agencyIn, sealedWith, team, tell, twoSources } from '#test/http/watch/telling.ts'

/* A program of the team stands behind nothing that its login has not read: it knows the same doors as the pages. */

let village: Village
let desk: Awaited<ReturnType<typeof team>>
let partyId: string
beforeAll(async () => {
  village = await twoNetworks()
  desk = await team(village)
  partyId = await agencyIn(village, 'Silver River')
})

const idIn = (page: string): string => /name="id" value="([^"]+)"/.exec(page)![1]!
const envelope = () => ({ id: village.needs.ids(), v: 1 as const, effectiveOn: today })
const bookNow = () => watchBookOf(village.needs.store, village.a.networkId)
const needsOf = () => ({
  ...village.needs,
  ...village.needs.cases!,
  networkId: village.a.networkId,
  today,
})

/** What a program sends by the login of a supervisor. */
const sent = async (command: object): Promise<string | undefined> => {
  const { find, send } = asking(village)
  const path = `/v1/networks/${village.a.networkId}/commands`
  const json = { commands: [{ ...envelope(), ...command }] }
  const answer = await send(find('case-supervisor'), path, { json })
  const { answers } = (await answer.json()) as {
    readonly answers: readonly { readonly outcome: string; readonly code?: string }[]
  }
  return answers[0]?.code ?? answers[0]?.outcome
}

/** Written down by another hand, of no login here. */
const byAnother = async (...commands: readonly object[]): Promise<void> => {
  const all = commands.map((one) => ({ ...envelope(), ...one }) as NetworkCommand)
  const by = { actor: 'another', device: 'd' }
  const answers = await village.needs.recordNetwork(village.a.networkId, all, by)
  for (const answer of answers) expect(answer).toMatchObject({ outcome: 'recorded' })
}

/** A report that the worker has checked, and a ruling on it that waits for another one. */
const ruled = async (text: string): Promise<{ code: string; decisionId: string }> => {
  expect((await tell(village, { text }, { from: `192.0.2.${text.length}` })).status).toBe(200)
  const code = await sealedWith(village, text)
  const at = `/reports/of/${code}/check`
  const check = {
    id: idIn(await desk.worker.page(at)),
    party: partyId,
    kind: 'duty',
    'duty-receipts-given': 'yes',
    month: '2025-11',
    ...twoSources,
    household: 'Village of the well, card 14',
  }
  expect((await desk.worker.ask(at, check)).status).toBe(303)
  const reportId = checkedIdOf(needsOf(), await bookNow(), code)
  const decisionId = village.needs.ids()
  await byAnother({ type: 'ProposeRuling', decisionId, reportId, found: 'upheld' })
  return { code, decisionId }
}

test('a program that skips the reading confirms no ruling; once the login has opened the grounds it does', async () => {
  const { decisionId } = await ruled('They took 700 dollars and gave her nothing.')
  expect(await sent({ type: 'ConfirmDecision', decisionId })).toBe('grounds-not-opened')
  await desk.supervisor.page(`/watch/confirm/${decisionId}`)
  expect(await sent({ type: 'ConfirmDecision', decisionId })).toBe('recorded')
})

test('a form that is sent without its page opens nothing, nor does what another one has opened', async () => {
  const { decisionId } = await ruled('She waited for a year and was never sent.')
  await desk.worker.page(`/watch/confirm/${decisionId}`)
  const blind = await desk.supervisor.ask(`/watch/confirm/${decisionId}`, {
    id: village.needs.ids(),
  })
  expect(blind.status).toBe(409)
  expect((await bookNow()).decisions.get(decisionId)!.confirmed).toBeUndefined()
})

test('what was written anew after it was read is read again', async () => {
  const { code, decisionId } = await ruled('The contract was in a language that she cannot read.')
  await desk.supervisor.page(`/watch/confirm/${decisionId}`)
  await keepGrounds(needsOf(), {
    code,
    grounds: { household: 'another household', sources: [] },
    team: [desk.worker.userId, desk.supervisor.userId],
  })
  expect(await sent({ type: 'ConfirmDecision', decisionId })).toBe('grounds-not-opened')
})

test('whoever joined the team later is let in by whoever can open, and confirms nothing before', async () => {
  const { code, decisionId } = await ruled('Her passport was kept by the employer there.')
  const grounds = { household: 'Village of the well, card 14', sources: [] }
  // As it lay before the supervisor had a key.
  await keepGrounds(needsOf(), { code, grounds, team: [desk.worker.userId] })
  await desk.supervisor.page(`/watch/confirm/${decisionId}`)
  expect(await sent({ type: 'ConfirmDecision', decisionId })).toBe('grounds-not-opened')
  expect((await reportAt(needsOf(), code))!.custody.map(({ did }) => did)).not.toContain(
    'grounds-opened',
  )
  await desk.worker.ask(`/reports/of/${code}/grounds`, {})
  await desk.supervisor.page(`/watch/confirm/${decisionId}`)
  expect(await sent({ type: 'ConfirmDecision', decisionId })).toBe('recorded')
})

test('a report that is erased while somebody lets others in leaves nothing of what stood behind it', async () => {
  const { code } = await ruled('They said that she would be sent in a week.')
  const grounds = { household: 'Village of the well, card 14', sources: [] }
  await keepGrounds(needsOf(), { code, grounds, team: [desk.worker.userId] })
  const { leaves } = village.needs.cases!
  const { change } = leaves
  // The next change of the store is that which lets the supervisor in: two erase the report just before it.
  let isErased = false
  Object.assign(leaves, {
    change: async (all: Parameters<typeof change>[0]) => {
      Object.assign(leaves, { change })
      const report = (await reportAt(needsOf(), code))!
      isErased = (await eraseReport(needsOf(), report, ['one', 'two'])) === 'kept'
      return change(all)
    },
  })
  await desk.worker.ask(`/reports/of/${code}/grounds`, {})
  expect(isErased).toBe(true)
  const place = { part: 'reporters', scope: village.a.networkId } as const
  expect([...(await textsOf(needsOf(), place)).keys()]).not.toContain(`${code} grounds`)
})

test('a check of an earlier version, with nothing behind it, is confirmed as before', async () => {
  const { code, decisionId } = await ruled('Nothing lay behind checks in those days.')
  const place = { part: 'reporters', scope: village.a.networkId } as const
  await writeText(needsOf(), place, { name: `${code} grounds`, text: undefined })
  await changeReportAt(needsOf(), code, ({ grounds: _g, ...rest }) => rest)
  expect(await sent({ type: 'ConfirmDecision', decisionId })).toBe('recorded')
})

/** Three households that two have upheld, so that the agency may be asked. */
const upheldThree = async (): Promise<readonly string[]> => {
  const reportIds = [0, 1, 2].map(() => village.needs.ids())
  for (const [i, reportId] of reportIds.entries()) {
    const decisionId = village.needs.ids()
    await byAnother(
      {
        type: 'CheckReport',
        reportId,
        partyId,
        kind: 'duty',
        duties: ['receipts-given'],
        month: '2025-10',
        basis: 'two-sources',
        evidence: [],
        household: String(i).padStart(32, '7'),
        mayBeCounted: false,
        mayBeAsked: false,
      },
      { type: 'ProposeRuling', decisionId, reportId, found: 'upheld' },
    )
    const confirm = { ...envelope(), type: 'ConfirmDecision' as const, decisionId }
    const by = { actor: 'a third', device: 'd' }
    await village.needs.recordNetwork(village.a.networkId, [confirm], by)
  }
  return reportIds
}

test('a letter, and the words of a reply, are confirmed by whoever says what they say', async () => {
  const [letterId, reportIds] = [village.needs.ids(), await upheldThree()]
  await byAnother({ type: 'SendWatchLetter', letterId, to: 'agency', partyId, reportIds })
  const said = { partyId, to: 'agency', sentOn: today, reportIds }
  const confirm = { type: 'ConfirmWatchLetter', letterId }
  for (const reads of [undefined, { ...said, to: 'union' }, { ...said, reportIds: [reportIds[0]] }])
    expect(await sent({ ...confirm, ...(reads && { reads }) })).toBe('not-as-read')
  expect(await sent({ ...confirm, reads: said })).toBe('recorded')
  await byAnother({ type: 'RecordWatchAnswer', letterId, says: 'denies' })
  // Of an answer it is said already what it says.
  expect(await sent({ type: 'ConfirmWatchAnswer', letterId, says: 'repays' })).toBe('answer-moved')
  expect(await sent({ type: 'ConfirmWatchAnswer', letterId, says: 'denies' })).toBe('recorded')
  const words = 'We deny it, and will pay nothing.'
  const digest = await keepReply(needsOf(), words)
  await byAnother({ type: 'ProposeReplyText', letterId, digest })
  const reply = { type: 'ConfirmReplyText', letterId, digest }
  for (const reads of [undefined, digest])
    expect(await sent({ ...reply, ...(reads && { reads }) })).toBe('not-as-read')
  const reads = village.needs.hash(`${letterId} ${words}`)
  expect(await sent({ ...reply, reads })).toBe('recorded')
})

test('a road is checked by whoever says where it leads and what it costs', async () => {
  const routeId = village.needs.ids()
  await byAnother({ type: 'ProposeRoute', routeId, ...saidOfRoad })
  const check = { type: 'CheckRoute', routeId, how: 'official-page' }
  const said = { country: 'TH', way: 'agency', state: 'open', cost: 400_000 }
  for (const reads of [undefined, { ...said, cost: 300_000 }])
    expect(await sent({ ...check, ...(reads && { reads }) })).toBe('not-as-read')
  expect(await sent({ ...check, reads: said })).toBe('recorded')
})

test('of a list a program says each line that changes a licence by itself, as a page ticks it', async () => {
  const facts = [0, 1].map(() => ({ factId: village.needs.ids(), fact: saidOfLicence }))
  const place = { factId: village.needs.ids(), fact: { what: 'destinations', countries: ['TH'] } }
  const sourced = { source: 'ministry-list', seenOn: today }
  await byAnother({ type: 'RecordPartyFacts', partyId, facts: [...facts, place], ...sourced })
  const check = (some: readonly { readonly factId: string }[], reads?: readonly object[]) =>
    sent({
      type: 'CheckPartyFacts',
      how: 'official-page',
      facts: some.map(({ factId }) => ({ partyId, factId })),
      ...(reads && { reads }),
    })
  const [one, other] = facts.map(({ factId }) => ({
    factId,
    became: 'granted',
    from: '2024-01-01',
  }))
  expect(await check([...facts, place])).toBe('not-as-read')
  expect(await check(facts, [one!])).toBe('not-as-read')
  expect(await check(facts, [one!, { ...other!, became: 'removed' }])).toBe('not-as-read')
  expect(await check([place])).toBe('recorded')
  expect(await check(facts, [one!, other!])).toBe('recorded')
  // A look that is renewed changes nothing.
  expect(await check(facts)).toBe('recorded')
})
