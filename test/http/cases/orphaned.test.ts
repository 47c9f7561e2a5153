import { beforeAll, expect, test } from 'vitest'
import { openSession } from '#src/app/identity/sessions.ts'
import { nameHolders } from '#src/app/cases/spare-keys.ts'
import { enrol } from '#src/app/cases/team.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk, passphrase } from '#test/http/cases/desk.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Village, asking } from '#test/http/support/team.ts'

/* A worker has left the team, and nobody else is in her cases. Who holds a spare key has to know which they are. */

type Desk = Awaited<ReturnType<typeof atDesk>>
const third = 'a0000000-0000-8000-8000-00000000000a'
let village: Village
let hers: Desk
let theirs: Desk
let codes: readonly [string, string]
let ofBoth: string

const leaves = async (): Promise<void> => {
  const { needs, a } = village
  const { store } = needs
  const user = (await store.user(a.networkId, hers.userId))!
  await store.keepUser({ ...user, disabledAt: needs.clock() })
}

beforeAll(async () => {
  village = await twoNetworks()
  hers = await atDesk(village, asking(village).find('migration-worker'))
  theirs = await atDesk(village, asking(village).find('case-supervisor'))
  await hers.first()
  await theirs.first()
  const { needs, a } = village
  const all = { ...needs.cases!, ...needs, networkId: a.networkId, today: needs.today() }
  await enrol(all, { userId: third, passphrase })
  await nameHolders(all, [hers.userId, theirs.userId, third])
  codes = [await hers.intake({ when: 'ask Zinnia' }), await theirs.intake()]
  ofBoth = await hers.intake()
  const letIn = { userId: theirs.userId, isAgreed: 'yes' }
  expect((await hers.ask(`/cases/let-in/${ofBoth}`, letIn)).status).toBe(303)
})

const spare = async (): Promise<string> => pageText(await theirs.page('/cases/spare?lang=en'))

test('while she works there, her cases are no concern of the holders', async () => {
  expect(await spare()).not.toContain(codes[0])
})

test('whoever works on a case can be its supporter, and nobody else of the team', async () => {
  const supporters = async (code: string): Promise<readonly boolean[]> => {
    const form = await hers.page(`/cases/of/${code}/SetLeftBehind`)
    return [hers, theirs].map(({ userId }) => form.includes(`value="${userId}"`))
  }
  expect(await supporters(codes[0])).toEqual([true, false])
  expect(await supporters(ofBoth)).toEqual([true, true])
})

test('once she has left, they see the code of each case that nobody can open any more, no word of it, and none of others', async () => {
  await leaves()
  const page = await spare()
  expect(page).toContain(codes[0])
  expect(page).not.toContain(codes[1])
  // Somebody of hers is there still.
  expect(page).not.toContain(ofBoth)
  expect(page).not.toContain('Zinnia')
  const markup = await theirs.page('/cases/spare')
  expect(markup).toContain(`/cases/ask-opening?code=${codes[0]}`)
  const form = await theirs.page(`/cases/ask-opening?code=${codes[0]}`)
  expect(form).toContain(`value="${codes[0]}"`)
})

test('whoever has left is no colleague who could stand behind a first key: the staff is asked again', async () => {
  const { needs, a } = village
  const user = (await needs.store.user(a.networkId, theirs.userId))!
  await needs.store.keepUser({ ...user, disabledAt: needs.clock() })
  const freshSession = async () => {
    const whose = { userId: a.newcomerId }
    const { networkId, deviceId } = a
    const { token, session } = await openSession(needs, { networkId, deviceId, whose })
    return { token, sessionId: session.sessionId }
  }
  const who = { ...asking(village).find('case-supervisor'), freshSession }
  const newcomer = await atDesk(village, who)
  expect(await newcomer.page('/cases/first-key')).toContain('Yours is the first key here')
})
