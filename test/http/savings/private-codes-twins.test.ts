import { expect, test } from 'vitest'
import {
  type Question,
  answerTo,
  differing,
  gotIn,
  inPerson,
  nearest,
} from '#test/http/savings/private-attack.ts'
import { type World, owners, worldOf } from '#test/http/savings/private-worlds.ts'
import { today } from '#test/http/access/two-networks.ts'
import { asking } from '#test/http/support/team.ts'

/*
 * Two households without card and login give their word by codes on paper. The record-keeper writes with right, wrong, used
 * and older codes, in batches, and while a meeting is on; two worlds that differ in whose the money is answer byte for byte.
 */

const sums = [1, 300_000, 300_100, 444_000]

/** Which code of the sheet is good for each. */
const codeFor = [0, 6, 7, 8] as const

/** Neither of the two has a word but the sheet. */
const wordless = async ({ village: { store, f1, a } }: World): Promise<void> => {
  const at = '2026-01-01T00:00:00.000Z'
  const ids = new Set(owners.map((who) => f1.memberIds[who]))
  for (const card of await store.cards(f1.fundId))
    if (ids.has(card.memberId)) await store.keepCard({ ...card, revokedAt: at })
  for (const { memberId, userId } of await store.membershipsOfFund(a.networkId, f1.fundId)) {
    if (!ids.has(memberId)) continue
    const user = (await store.user(a.networkId, userId))!
    await store.keepUser({ ...user, secret: undefined })
  }
}

type Owner = (typeof owners)[number]
type Sheets = { readonly older: readonly string[]; readonly newer: readonly string[] }

/** Two sheets for each: the second stops the first. */
const sheetsOf = async ({ village }: World, who: Owner): Promise<Sheets> => {
  const { f1 } = village
  const on = asking(village)
  const print = async (): Promise<readonly string[]> => {
    const approver = { login: `${f1.logins} counter`, secret: on.find('counter').secret }
    const json = { memberId: f1.memberIds[who], approver }
    const answer = await on.send(on.find('chair'), `/v1/funds/${f1.fundId}/codes`, { json })
    const { codes } = (await answer.json()) as { codes: { code: string }[] }
    return codes.map(({ code }) => code)
  }
  return { older: await print(), newer: await print() }
}

/** What the record-keeper sends about a sum of somebody: with each kind of code, in a batch, and at the meeting. */
const writesFor = (
  { village: { f1, needs } }: World,
  { who, amount, i, older, newer }: Sheets & { who: Owner; amount: number; i: number },
): readonly Question[] => {
  const fund = `/v1/funds/${f1.fundId}`
  const memberId = f1.memberIds[who]
  const out = { direction: 'out', amount } as const
  const move = (name: string, more: object): Question => ({
    name: `${amount} ${name} for ${who}`,
    path: `${fund}/private-savings`,
    json: { id: needs.ids(), effectiveOn: today, memberId, ...more },
  })
  const command = (type: string, more: object) => ({
    id: needs.ids(),
    v: 1,
    effectiveOn: today,
    type,
    ...more,
  })
  const sent = (name: string, commands: readonly object[]): Question => ({
    name: `${name} of ${amount} for ${who}`,
    path: `${fund}/commands`,
    json: { commands },
  })
  const right = move('by a right code', { ...out, secret: newer[codeFor[i]!] })
  const count = { amount: 5_000_000, isByNote: true }
  const meeting = [[], ['OpenMeeting'], ['CloseMeeting'], []][i]!
  return [
    move('by a wrong code', { ...out, secret: `${codeFor[i]}000000` }),
    move('by an older code', { ...out, secret: older[codeFor[i]!] }),
    move('by a code for less', { ...out, secret: newer[1] }),
    right,
    { ...right, name: `${right.name}, sent again` },
    move('by a used code', { ...out, secret: newer[codeFor[i]!] }),
    move('back in', { direction: 'in', amount }),
    sent('batch', [
      command('RecordPrivateSavings', { mark: '5f'.repeat(32), ...out }),
      command('RecordDeposit', { memberId, amount: 100 }),
      command('RecordPrivateSavings', { mark: '6f'.repeat(32), direction: 'in', amount }),
    ]),
    ...meeting.map((type) => sent(type, [command(type, { count })])),
  ]
}

const attackOn = async (world: World): Promise<ReadonlyMap<string, string>> => {
  const got = new Map<string, string>()
  const keeper = inPerson(world, { way: 'record-keeper' })
  await wordless(world)
  const sheets = new Map<Owner, Sheets>()
  for (const who of owners) sheets.set(who, await sheetsOf(world, who))
  for (const [i, amount] of sums.entries())
    for (const who of owners)
      for (const write of writesFor(world, { who, amount, i, ...sheets.get(who)! }))
        got.set(write.name, await answerTo(world, keeper, write))
  const by = nearest.filter(({ way }) => way === 'counter')
  for (const [name, text] of await gotIn(world, { by, every: 11 })) got.set(`read ${name}`, text)
  return got
}

test('by codes on paper the writer learns nothing of what she has: two worlds answer byte for byte', async () => {
  const life = { way: 'private', amount: 300_000 } as const
  const first = await attackOn(await worldOf({ ...life, owner: 'household-login' }))
  const second = await attackOn(await worldOf({ ...life, owner: 'household-card' }))
  expect([...first.keys()]).toEqual([...second.keys()])
  expect(differing(first, second)).toEqual([])
  const all = [...first.values()]
  const taken = [...first].filter(([name]) => /by a right code/.test(name)).map(([, text]) => text)
  expect(taken.every((text) => /"outcome":"(recorded|flagged)"/.test(text))).toBe(true)
  expect(all.filter((text) => text.includes('owner-pin-wrong')).length).toBeGreaterThan(10)
}, 300_000)
