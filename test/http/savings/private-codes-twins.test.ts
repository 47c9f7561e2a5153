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

const attackOn = async (world: World): Promise<ReadonlyMap<string, string>> => {
  const { village } = world
  const { f1, needs } = village
  const on = asking(village)
  const fund = `/v1/funds/${f1.fundId}`
  const keeper = inPerson(world, { way: 'record-keeper' })
  const got = new Map<string, string>()
  const ask = async (question: Question): Promise<string> => {
    const text = await answerTo(world, keeper, question)
    got.set(question.name, text)
    return text
  }
  await wordless(world)
  const sheetOf = async (who: (typeof owners)[number]): Promise<readonly string[]> => {
    const approver = { login: `${f1.logins} counter`, secret: on.find('counter').secret }
    const json = { memberId: f1.memberIds[who], approver }
    const answer = await on.send(on.find('chair'), `${fund}/codes`, { json })
    return ((await answer.json()) as { codes: string[] }).codes
  }
  const older = new Map<string, readonly string[]>()
  for (const who of owners) older.set(who, await sheetOf(who))
  const sheets = new Map<string, readonly string[]>()
  for (const who of owners) sheets.set(who, await sheetOf(who))
  const move = (name: string, who: (typeof owners)[number], more: object): Question => ({
    name: `${name} for ${who}`,
    path: `${fund}/private-savings`,
    json: { id: needs.ids(), effectiveOn: today, memberId: f1.memberIds[who], ...more },
  })
  const count = { amount: 5_000_000, isByNote: true }
  const command = (type: string, more: object) => ({
    id: needs.ids(),
    v: 1,
    effectiveOn: today,
    type,
    ...more,
  })
  for (const [i, amount] of sums.entries())
    for (const who of owners) {
      const code = sheets.get(who)![i]!
      const out = { direction: 'out', amount }
      await ask(move(`${amount} by a wrong code`, who, { ...out, secret: `${i}000000` }))
      await ask(move(`${amount} by an older code`, who, { ...out, secret: older.get(who)![i]! }))
      const right = move(`${amount} by a right code`, who, { ...out, secret: code })
      await ask(right)
      await ask({ ...right, name: `${right.name}, sent again` })
      await ask(move(`${amount} by a used code`, who, { ...out, secret: code }))
      await ask(move(`${amount} back in`, who, { direction: 'in', amount }))
      const batch = [
        command('RecordPrivateSavings', { mark: '5f'.repeat(32), ...out }),
        command('RecordDeposit', { memberId: f1.memberIds[who], amount: 100 }),
        command('RecordPrivateSavings', { mark: '6f'.repeat(32), direction: 'in', amount }),
      ]
      const [path, json] = [`${fund}/commands`, { commands: batch }]
      await ask({ name: `batch of ${amount} for ${who}`, path, json })
      if (i === 1) {
        const commands = [command('OpenMeeting', { count })]
        await ask({ name: `opened at ${who}`, path: `${fund}/commands`, json: { commands } })
      }
      if (i === 2) {
        const commands = [command('CloseMeeting', { count })]
        await ask({ name: `closed at ${who}`, path: `${fund}/commands`, json: { commands } })
      }
    }
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
