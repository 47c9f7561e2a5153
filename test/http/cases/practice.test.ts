import { beforeAll, describe, expect, test } from 'vitest'
import { caseKinds, stages } from '#domain/cases/file.ts'
import { referralStates, referralsOf } from '#domain/cases/operations/referrals.ts'
import { type ActNeeds, casesOf } from '#src/app/cases/cases.ts'
import { holdersOf } from '#src/app/cases/holders.ts'
import { coversOf } from '#src/app/cases/covers.ts'
import { unlocked } from '#src/app/cases/team.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { reportsIn } from '#src/app/watch/reports.ts'
import { withCookies } from '#test/http/cases/browsing.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let token: string
beforeAll(async () => {
  village = withCookies(await practice())
  token = await village.as('migration-worker')
})

const caseNeeds = (): ActNeeds => {
  const { needs, networkId } = village
  return { ...needs.cases!, ...needs, networkId, today: needs.today() }
}

describe('the practice network', () => {
  test('opens its desk of cases by the passphrase that the page tells, with cases to try', async () => {
    const opening = await village.ask('/cases/open', { token })
    const text = pageText(await opening.text())
    expect(text).toContain(practiceTeam[0].passphrase)
    const body = new URLSearchParams({ passphrase: practiceTeam[0].passphrase })
    const opened = await village.ask('/cases/open', { token, body })
    expect(opened.headers.get('location')).toBe('/cases')
    const list = await (await village.ask('/cases', { token })).text()
    expect(list.match(/\/cases\/of\/K-/g)).toHaveLength(10)
  })

  test('has twelve cases: every kind, every stage, a referral in every state, and one that has ended', async () => {
    const needs = caseNeeds()
    expect(await coversOf(needs)).toHaveLength(12)
    expect(await holdersOf(needs)).toHaveLength(3)
    const files = []
    for (const { login, passphrase } of practiceTeam) {
      const user = await village.needs.store.userByLogin(village.networkId, loginKeyOf(login))
      const desk = await unlocked(needs, { userId: user!.userId, passphrase })
      if (typeof desk === 'string' || 'may' in desk) throw new Error('a key stays shut')
      files.push(...(await casesOf(needs, desk)).map(({ file }) => file))
    }
    expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(caseKinds))
    expect(new Set(files.map(({ facts }) => facts['stage']!.value['stage']))).toEqual(
      new Set(stages),
    )
    const states = files.flatMap((file) => referralsOf(file)).map(({ value }) => value.state)
    expect(new Set(states)).toEqual(new Set(referralStates))
    expect(files.filter(({ closed }) => closed)).toHaveLength(1)
  })

  test('gives nobody a second set of cases', async () => {
    const theirs = await village.as('migration-worker')
    await village.ask('/cases/first-key', { token: theirs })
    expect(await coversOf(caseNeeds())).toHaveLength(12)
  })

  test('is whole for each of those who come first to its desk at once', async () => {
    const { as, ask, needs, networkId } = withCookies(await practice())
    const listed = async (): Promise<number> => {
      const mine = { token: await as('migration-worker') }
      expect((await ask('/cases/open', mine)).status).toBe(200)
      const body = new URLSearchParams({ passphrase: practiceTeam[0].passphrase })
      const opened = await ask('/cases/open', { ...mine, body })
      expect(opened.headers.get('location')).toBe('/cases')
      return (await (await ask('/cases', mine)).text()).match(/\/cases\/of\/K-/g)?.length ?? 0
    }
    expect(await Promise.all([listed(), listed(), listed()])).toEqual([10, 10, 10])
    const caseNeeds = { ...needs.cases!, ...needs, networkId, today: needs.today() }
    expect(await coversOf(caseNeeds)).toHaveLength(12)
    expect(await reportsIn(caseNeeds)).toHaveLength(12)
  })
})

test('the practice network lets whoever holds a spare key stand behind a change of holders, whoever of the three it is', async () => {
  const [worker, supervisor, third] = practiceTeam
  const theirs = withCookies(village)
  const own = await theirs.as('case-supervisor' as never)
  await theirs.ask('/cases/open', { token: own })
  const body = new URLSearchParams({ passphrase: supervisor.passphrase })
  await theirs.ask('/cases/open', { token: own, body })
  const [one = '', two = '', three = ''] = await holdersOf(caseNeeds())
  for (const { login, passphrase } of [worker, third]) {
    const named = { first: one, second: two, third: three }
    const second = { secondLogin: login, secondPassphrase: passphrase }
    const asked = new URLSearchParams({ ...named, ...second })
    const answer = await theirs.ask('/cases/holders', { token: own, body: asked })
    expect([login, answer.status]).toEqual([login, 303])
  }
})
