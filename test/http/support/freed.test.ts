import { beforeEach, expect, test } from 'vitest'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { nameKeyOf } from '#domain/kernel/names.ts'
import type { Command } from '#domain/village.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Village, asking, paperOf, wanted } from '#test/http/support/team.ts'

/* Somebody who got nothing in one fund of a network is helped in another one. */

let village: Village
let on: ReturnType<typeof asking>

beforeEach(async () => {
  village = await twoNetworks()
  on = asking(village)
})

const ask = async (fund = village.f1, more: object = {}) =>
  on.one(
    await on.send(on.find('record-keeper', fund), `/v1/funds/${fund.fundId}/support`, {
      json: { ...on.envelope(), ...wanted(fund, more) },
    }),
  )

const codeIn = async () => (await village.store.supportFiles(village.f1.fundId))[0]!.code

type Said = { readonly type: Command['type'] } & Record<string, unknown>

/** Writes into the first fund's journal what a meeting and its officers say of the grant. */
const say = async (...said: readonly Said[]) => {
  const envelope = () => ({ v: 1 as const, id: village.needs.ids(), effectiveOn: '2025-12-31' })
  const commands = said.map((one) => ({ ...envelope(), ...one }) as unknown as Command)
  const answers = await village.needs.record(village.f1.fundId, commands, {
    actor: 'one of the fund',
    device: 'its telephone',
  })
  expect(answers.map(({ outcome }) => outcome)).not.toContain('refused')
  expect(answers.map(({ outcome }) => outcome)).not.toContain('invalid')
  return commands.map(({ id }) => id)
}

const step = (code: string, what: string): Said => ({ type: 'TakeSupportStep', code, step: what })
const vote = (code: string, yes: number): Said => ({
  type: 'DecideSupport',
  code,
  ballot: {
    by: 'meeting',
    hands: { present: 9, yes, no: 9 - yes },
    recused: [],
    confirmedBy: village.f1.memberIds.chair,
  },
})
const part = (code: string): Said => ({ type: 'RecordSupportPart', code, amount: 100_000 })

test('whoever is helped already is helped by no other fund meanwhile', async () => {
  await ask()
  expect(await ask(village.f2)).toMatchObject({ code: 'already-helped' })
  await say(step(await codeIn(), 'checked'), vote(await codeIn(), 9))
  expect(await ask(village.f2)).toMatchObject({ code: 'already-helped' })
})

test.each<[string, (code: string) => Promise<unknown>]>([
  ['was voted down', (code) => say(step(code, 'checked'), vote(code, 0))],
  ['was turned down by who looked at it', (code) => say(step(code, 'turned-down'))],
  ['was ended before it was looked at', (code) => say(step(code, 'closed'))],
  [
    'was ended after the vote and before a riel was paid',
    (code) => say(step(code, 'checked'), vote(code, 9), step(code, 'closed')),
  ],
  [
    'was given only in the book, and taken back there',
    async (code) => {
      const [, , paid] = await say(step(code, 'checked'), vote(code, 9), part(code))
      const back = { reverses: paid!, reason: 'did-not-happen' }
      await say(
        { type: 'ReverseEntry', ...back, approvedBy: village.f1.memberIds.counter },
        step(code, 'closed'),
      )
    },
  ],
])('whose grant %s is helped elsewhere at once', async (_, end) => {
  await ask()
  await end(await codeIn())
  expect(await ask(village.f2)).toMatchObject({ outcome: 'recorded' })
  // And the other fund's help is held like anybody's.
  expect(await ask(village.f1)).toMatchObject({ code: 'already-helped' })
})

test('what was given is not given again when it is closed, nor what a meeting would not ratify', async () => {
  await ask()
  const code = await codeIn()
  await say(step(code, 'checked'), vote(code, 9), part(code), step(code, 'closed'))
  expect(await ask(village.f2)).toMatchObject({ code: 'already-helped' })
})

test('no row goes with a vote: it is let go when the same paper is shown again, and only then', async () => {
  const shown = lengthPrefixed(['id-card', nameKeyOf('000 111 222')])
  const name = lengthPrefixed(['fund', 'papers', shown])
  const claim = await village.needs.sealing!.mark(village.a.networkId, name)
  const holders = () => village.store.claimHolders(village.a.networkId, [claim], '2025-12-31')
  await ask()
  const first = await holders()
  expect(first).toHaveLength(1)
  await say(step(await codeIn(), 'checked'), vote(await codeIn(), 0))
  const { counter } = village.f2.memberIds
  expect(await ask(village.f2, { papers: paperOf('another'), memberId: counter })).toMatchObject({
    outcome: 'recorded',
  })
  expect(await holders()).toEqual(first)
  await ask(village.f2)
  expect(await holders()).toHaveLength(1)
  expect(await holders()).not.toEqual(first)
})

test('a grant that was paid in full reads "paid" on its list, and not "approved"', async () => {
  await ask()
  const code = await codeIn()
  const stands = async (): Promise<string> => {
    const page = await on.send(on.find('chair'), `/funds/${village.f1.fundId}/support`)
    return pageText(await page.text())
      .split(code)[1]!
      .slice(0, 200)
  }
  await say(step(code, 'checked'), vote(code, 9))
  expect(await stands()).toContain('Approved')
  await say({ ...part(code), amount: 60_000 })
  expect(await stands()).toContain('Approved')
  await say({ ...part(code), amount: 40_000 })
  expect(await stands()).not.toContain('Approved')
  expect(await stands()).toMatch(/\bPaid\b/)
})
