import { beforeAll, expect, test } from 'vitest'
import { sealedWordsRow } from '#src/app/network/party-names.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk } from '#test/http/cases/desk.ts'
import { asking } from '#test/http/support/team.ts'
import { pageText } from '#test/pages/page-text.ts'

type Village = Awaited<ReturnType<typeof twoNetworks>>

let village: Village
const called = 'Zqin Sokchea'
const mark = 'ab'.repeat(32)
const signals = '/network/agencies/signals'

/** One name in two communes, entered by one and checked by another. */
const enterTwice = async ({ needs, a: { networkId } }: Village): Promise<void> => {
  const on = { v: 1, effectiveOn: needs.today() }
  const heard = { source: 'said-to-us', seenOn: needs.today() }
  for (const place of ['020101', '030203']) {
    const [partyId, factId] = [needs.ids(), needs.ids()]
    const row = await sealedWordsRow({ sealing: needs.sealing! }, networkId, {
      partyId,
      factId: partyId,
      latin: called,
    })
    await needs.store.changeMessageRows(networkId, { keep: [row] })
    const facts = [{ factId, fact: { what: 'place', place } }]
    const both = [partyId, factId].map((one) => ({ partyId, factId: one }))
    for (const [actor, command] of [
      [
        'ann',
        {
          type: 'RegisterParty',
          partyId,
          kind: 'broker',
          called: { what: 'sealed-name', mark },
          ...heard,
        },
      ],
      ['ann', { type: 'RecordPartyFacts', partyId, facts, ...heard }],
      ['bopha', { type: 'CheckPartyFacts', facts: both, how: 'visited' }],
    ] as const) {
      const full = { id: needs.ids(), ...on, ...command } as never
      const [answer] = await needs.recordNetwork(networkId, [full], { actor, device: 'd' })
      expect(answer?.outcome).toBe('recorded')
    }
  }
}

beforeAll(async () => {
  village = await twoNetworks()
  await enterTwice(village)
})

const somebody = (way: string) => asking(village).find(way)

test('the network reads that one name turns up in two communes, and by what it is the same', async () => {
  const desk = await atDesk(village, somebody('migration-worker'))
  const text = pageText(await desk.page(`${signals}?lang=en`))
  expect(text).toContain('1 is found')
  expect(text.match(new RegExp(called, 'g'))).toHaveLength(2)
  expect(text).toContain('The same name.')
  expect(text).toContain('020101, 030203')
  expect(text).not.toContain('said')
})

test('whoever sits at a device of a committee reads nothing of it, nor do officers, households, auditors and reviewers', async () => {
  // The chair has signed in at it.
  await somebody('chair').freshSession()
  const shared = await atDesk(village, somebody('migration-worker'), 'shared')
  const shut = pageText(await shared.page(`${signals}?lang=en`))
  expect(shut).toContain('hold no office in a fund')
  expect(shut).not.toContain(called)
  for (const way of ['chair', 'record-keeper', 'counter', 'auditor', 'watchdog-reviewer']) {
    const one = await atDesk(village, somebody(way))
    const answer = await one.ask(signals)
    expect([403, 404], way).toContain(answer.status)
    expect(await answer.text()).not.toContain(called)
  }
})

test('no public page and no page of a village says a word of it', async () => {
  for (const path of [
    '/agencies',
    '/reported',
    '/',
    '/numbers',
    '/v1/agencies',
    '/agencies/copy',
  ]) {
    const answer = await village.service.request(path, { headers: { host: '127.0.0.1:3000' } })
    const text = await answer.text()
    for (const told of [called, mark, '020101']) expect(text, path).not.toContain(told)
  }
})
