import { beforeEach, expect, test } from 'vitest'
import { today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/* One administrator can write down that the pot's money has gone. Whoever audits the network sees it, with the sum. */

let village: Village
let on: ReturnType<typeof asking>

beforeEach(async () => {
  village = await twoNetworks()
  on = asking(village)
})

const path = (): string => `/v1/networks/${village.a.networkId}`

const sent = async (type: string, more: object) => {
  const envelope = { id: village.needs.ids(), v: 1, effectiveOn: today }
  const json = { commands: [{ ...envelope, type, ...more }] }
  return on.one(await on.send(on.find('administrator'), `${path()}/commands`, { json }))
}

/** A grant that was asked for by the migration team, and that nobody has decided of. */
const asked = (code: string) => {
  const { needs, a } = village
  const [fileHash, askedBy] = ['d'.repeat(64), needs.ids()]
  const grant = { code, windowId: a.potWindow, amount: 1_000, parts: 1, fileHash, askedBy }
  const envelope = { id: needs.ids(), v: 1, effectiveOn: today } as const
  return needs.recordNetwork(a.networkId, [{ ...envelope, type: 'AskFromPot', ...grant }], {
    actor: 'test',
    device: 'test',
  })
}

const pot = async (way: string) => {
  const answer = await on.send(on.find(way), `${path()}/pot`)
  return (await answer.json()) as { readonly findings: readonly object[] }
}

test('money that one administrator pays without a decision is a finding for whoever audits the network', async () => {
  const windowId = village.a.potWindow
  const code = 'S-FADE2222'
  await asked(code)
  expect((await pot('auditor')).findings).toEqual([])
  expect(await sent('RecordPotPart', { code, amount: 777_000 })).toMatchObject({
    outcome: 'flagged',
  })
  const about = { windowId, support: code, amount: 777_000, on: today, isTakenBack: false }
  for (const way of ['auditor', 'case-supervisor', 'administrator'])
    expect((await pot(way)).findings, way).toEqual(
      ['window-overspent', 'paid-without-decision', 'above-award'].map((each) =>
        expect.objectContaining({ code: each, ...about }),
      ),
    )
})

test('the page of the pot shows it first, to the auditor of the network too', async () => {
  const code = 'S-FADE2222'
  await asked(code)
  await sent('RecordPotPart', { code, amount: 1_000 })
  const answer = await village.service.request('/network/pot', {
    headers: {
      host: ourHost,
      'accept-language': 'en',
      authorization: `Bearer ${await on.find('auditor').token()}`,
    },
  })
  const page = await answer.text()
  expect(page).toContain('Support was paid that two of the staff had not approved.')
  expect(page.indexOf('To look at')).toBeLessThan(page.indexOf('Money of each donor'))
})
