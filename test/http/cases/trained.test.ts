import { beforeAll, expect, test } from 'vitest'
import type { NetworkCommand } from '#domain/network.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk, firstTalk } from '#test/http/cases/desk.ts'
import { type Village, asking } from '#test/http/support/team.ts'

let village: Village
beforeAll(async () => {
  village = await twoNetworks()
})

const say = async (networkId: string, ...commands: readonly object[]): Promise<void> => {
  const { ids, recordNetwork, today } = village.needs
  const sent = commands.map(
    (one) => ({ id: ids(), v: 1, effectiveOn: today(), ...one }) as NetworkCommand,
  )
  const answers = await recordNetwork(networkId, sent, { actor: 'test', device: 'test' })
  expect(answers.map(({ outcome }) => outcome)).toEqual(commands.map(() => 'recorded'))
}

const trained = (userId: string, competence: string) => ({
  type: 'RecordTraining',
  trainingId: village.needs.ids(),
  userId,
  competence,
  on: '2025-06-01',
  refreshBy: '2026-06-01',
})

test('only whoever has the duty today can be named as counsellor, and a child has one for children', async () => {
  const who = asking(village).find('migration-worker')
  const hers = await atDesk(village, who)
  await hers.first()
  const code = await hers.intake()
  const path = `/cases/of/${code}/SetCounsellor`
  expect(await hers.page(path)).toContain('Nobody has the duty of a counsellor today')
  const { userId } = hers
  expect((await hers.ask(path, { seen: '0', counsellor: userId })).status).toBe(400)
  const duty = { type: 'GiveDuty', userId, duty: 'counsellor', until: '2026-05-01' }
  await say(who.networkId, trained(userId, 'counselling'), duty)
  expect(await hers.page(path)).toContain(userId)
  expect((await hers.ask(path, { seen: '0', counsellor: userId })).status).toBe(303)
  const child = await hers.intake({ ageBand: 'under-18', bestInterest: 'She asked for it.' })
  expect(await hers.page(`/cases/of/${child}/SetCounsellor`)).not.toContain(userId)
})

test('a child’s case shows what is safe for a child, and no other talk', async () => {
  const who = asking(village).find('migration-worker')
  const talk = (name: string, ages: readonly string[]) => ({
    type: 'ProposeTalk',
    talkId: village.needs.ids(),
    topic: 'child-safety',
    ages,
    nameKm: name,
    nameEn: name,
    shortKm: 'Tell somebody whom you trust.',
    shortEn: 'Tell somebody whom you trust.',
    textKm: 'Tell somebody whom you trust.',
    textEn: 'Tell somebody whom you trust.',
    source: 'study',
    seenOn: '2025-11-01',
  })
  const [ours, others] = [talk('For a child', ['under-12']), talk('For a grown-up', ['adults'])]
  await say(who.networkId, ours, others)
  const { ids, recordNetwork, today } = village.needs
  for (const { talkId } of [ours, others])
    await recordNetwork(
      who.networkId,
      [{ id: ids(), v: 1, effectiveOn: today(), type: 'CheckTalk', talkId, how: 'in-writing' }],
      { actor: 'somebody else', device: 'test' },
    )
  const hers = await atDesk(village, who)
  await hers.open()
  const child = await hers.intake({ ageBand: 'under-18', bestInterest: 'She asked for it.' })
  const page = await hers.page(`/cases/of/${child}`)
  expect(page).toContain('For a child')
  expect(page).not.toContain('For a grown-up')
})

test('where the role asks for a training nobody opens a case without one, and cases that run go on', async () => {
  const who = asking(village).find('migration-worker')
  const hers = await atDesk(village, who)
  await hers.open()
  const code = await hers.intake()
  await say(who.networkId, { type: 'RequireTraining', role: 'migration-worker', isRequired: true })
  const refused = await hers.ask('/cases/new', firstTalk)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('no valid one is written down')
  expect(await hers.page(`/cases/of/${code}`)).toContain(code)
  await say(who.networkId, trained(hers.userId, 'case-work'))
  expect((await hers.ask('/cases/new', firstTalk)).status).toBe(303)
})
