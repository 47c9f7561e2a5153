import { beforeEach, expect, test } from 'vitest'
import { caseOperationOf } from '#domain/cases/operations/all.ts'
import { givenAnswers } from '#domain/cases/operations/research.ts'
import { type ActNeeds, act, caseOf, openCase } from '#src/app/cases/cases.ts'
import { outboxOf } from '#src/app/cases/outbox.ts'
import {
  answersWaiting,
  giveToResearch,
  makeExtract,
  openResearch,
  releaseResearch,
  researchMax,
  researchOf,
  takeFromResearch,
} from '#src/app/cases/research.ts'
import { eraseCase } from '#src/app/cases/team-work.ts'
import type { AtDesk } from '#src/app/cases/team.ts'
import { caseTeam, firstTalk } from '#test/app/cases/case-team.ts'

/* A university asks; women who came back say yes, each to the team's worker. */

const by = ['a0000000-0000-8000-8000-000000000001', 'a0000000-0000-8000-8000-000000000002'] as const
const receiver = 'Invented University'
const asked = { purpose: 'Why promises are not kept', receiver, until: '2027-05-02', by }

let needs: ActNeeds
let desk: AtDesk
let research: string

const later = (today: string): ActNeeds => ({
  ...needs,
  today,
  clock: () => `${today}T03:00:00.000Z`,
})

const released = async (): Promise<string> => {
  const before = new Set((await openResearch(needs)).map(({ wish }) => wish))
  expect(await releaseResearch(needs, asked)).toBe('released')
  return (await openResearch(needs)).find(({ wish }) => !before.has(wish))!.wish
}

const done = async (code: string, command: string, said: object, at = needs) => {
  const operation = caseOperationOf(command)!
  const told = await act(at, desk, { code, operation, said })
  expect(told.outcome, JSON.stringify(told)).toBe('recorded')
}

const yes = {
  purpose: 'research',
  receiver,
  fields: ['sex', 'age-band', 'journey', 'abuses'],
  how: 'spoken',
}

const opened = async (said: object = {}): Promise<string> => {
  const talk = { ...firstTalk, kind: 'return', stage: 'back', ...said }
  const told = await openCase(needs, desk, talk as Parameters<typeof openCase>[2])
  expect(told.outcome).toBe('recorded')
  return told.code
}

const agreed = async (consent: object = {}): Promise<string> => {
  const code = await opened()
  await done(code, 'GiveConsent', { ...yes, ...consent })
  return code
}

const fileOf = async (code: string) => (await caseOf(needs, desk, code))!.file
const consentOf = async (code: string) =>
  (await fileOf(code)).lists['consents']!.find(({ value }) => value['purpose'] === 'research')!

const gave = (code: string, to = research, at = needs) =>
  giveToResearch(at, desk, { code, research: to })

beforeEach(async () => {
  const team = caseTeam()
  needs = team.needs
  desk = await team.worker(by[0])
  research = await released()
})

test('answers go where the person said yes to this receiver for research, and to nobody else', async () => {
  const unasked = await opened()
  expect(await gave(unasked)).toMatchObject({ outcome: 'refused', code: 'consent-missing' })
  const elsewhere = await agreed({ receiver: 'Another University' })
  expect(await gave(elsewhere)).toMatchObject({ code: 'consent-missing' })
  const counted = await agreed({ purpose: 'statistics' })
  expect(await gave(counted)).toMatchObject({ code: 'consent-missing' })
  expect(await gave(await agreed())).toMatchObject({ outcome: 'recorded' })
  expect(await answersWaiting(needs)).toHaveLength(1)
})

test('what waits holds no code, name, day or consent of the case, and only what was agreed to', async () => {
  const code = await agreed({ fields: ['sex'] })
  await done(code, 'SetJourney', {
    country: 'TH',
    work: 'factory',
    channel: 'agency',
    agency: 'Zqin Manpower',
    currency: 'KHR',
    seen: 0,
  })
  await gave(code)
  const [line] = (await outboxOf(needs)).lines.filter(({ is }) => is === 'answers')
  expect(line).toEqual({
    is: 'answers',
    wish: givenAnswers(await fileOf(code))[0]!.item,
    research,
    until: asked.until,
    row: {
      known: ['woman', 'not-said', 'not-said', 'not-said', 'not-said', 'not-said'],
      told: 'not-said',
    },
  })
})

test('a child’s answers go to no research, whoever said yes', async () => {
  const code = await opened({ ageBand: 'under-18', bestInterest: 'she asked for it herself' })
  await done(code, 'GiveConsent', yes)
  expect(await gave(code)).toMatchObject({ code: 'consent-missing' })
})

test('until the table is made a yes that is taken back, a case that is shut and one that is erased take their answers along', async () => {
  const withdrawn = await agreed()
  const [shut, erased, back] = [await agreed(), await agreed(), await agreed()]
  for (const code of [withdrawn, shut, erased, back]) await gave(code)
  expect(await answersWaiting(needs)).toHaveLength(4)
  await done(withdrawn, 'WithdrawConsent', { item: (await consentOf(withdrawn)).item, seen: 1 })
  expect(await answersWaiting(needs)).toHaveLength(3)
  expect(givenAnswers(await fileOf(withdrawn))).toEqual([])
  await done(shut, 'CloseCase', { why: 'goals-reached' })
  expect(await answersWaiting(needs)).toHaveLength(2)
  await eraseCase(needs, desk, erased)
  expect(await answersWaiting(needs)).toHaveLength(1)
  const { item } = givenAnswers(await fileOf(back))[0]!
  expect(await takeFromResearch(needs, desk, { code: back, item })).toMatchObject({
    outcome: 'recorded',
  })
  expect(await answersWaiting(needs)).toHaveLength(0)
  expect(await gave(back)).toMatchObject({ outcome: 'recorded' })
})

test('a yes that ends before the table is made carries nothing into it', async () => {
  const code = await agreed({ until: '2026-12-01' })
  await gave(code)
  expect(await answersWaiting(later('2026-12-01'))).toHaveLength(1)
  expect(await answersWaiting(later('2026-12-02'))).toHaveLength(0)
})

const manyGave = async (count: number): Promise<readonly string[]> => {
  const codes: string[] = []
  for (let i = 0; i < count; i += 1) {
    const code = await agreed()
    const abuses = i % 2 === 0 ? ['beaten'] : ['wages-withheld']
    await done(code, 'SetReturnInterview', { isAskedAlone: true, abuses, seen: 0 })
    expect(await gave(code)).toMatchObject({ outcome: 'recorded' })
    codes.push(code)
  }
  return codes
}

test('two make one table, in which nobody stands with fewer than eleven; then nothing leads back to a case', async () => {
  const codes = await manyGave(10)
  expect(await makeExtract(needs, { research, by })).toBe('too-few')
  expect(await answersWaiting(needs)).toHaveLength(10)
  codes.concat(await manyGave(1))
  expect(await makeExtract(needs, { research, by })).toBe('made')
  const [one] = await researchOf(needs)
  expect(one!.research.made).toEqual({ on: needs.today, by })
  expect(one!.rows).toHaveLength(11)
  expect(new Set(one!.rows.map(({ row }) => row.known.join())).size).toBe(1)
  expect(one!.rows.filter(({ row }) => row.told === 'body')).toHaveLength(6)
  expect(await answersWaiting(needs)).toHaveLength(0)
  const items = givenAnswers(await fileOf(codes[0]!)).map(({ item }) => item)
  expect(JSON.stringify((await outboxOf(needs)).lines)).not.toContain(items[0])
  // Once, and no more answers come in.
  expect(await makeExtract(needs, { research, by })).toBe('research-not-open')
  expect(await gave(await agreed())).toMatchObject({ code: 'research-not-open' })
})

test('one person gives answers to one table alone, also after the yes was taken back and given anew', async () => {
  const [first] = await manyGave(11)
  expect(await makeExtract(needs, { research, by })).toBe('made')
  const second = await released()
  expect(await gave(first!, second)).toMatchObject({ code: 'answers-given-already' })
  await done(first!, 'WithdrawConsent', { item: (await consentOf(first!)).item, seen: 1 })
  await done(first!, 'GiveConsent', yes)
  expect(await gave(first!, second)).toMatchObject({ code: 'answers-given-already' })
})

test('after its end a request takes nothing in, and of what lay there the day leaves nothing but who made which table', async () => {
  await manyGave(11)
  const other = await released()
  await gave(await agreed(), other)
  expect(await makeExtract(needs, { research, by })).toBe('made')
  const [made] = (await researchOf(needs)).filter(({ research: { wish } }) => wish === research)
  expect(made!.rows).toHaveLength(11)
  // What was given to another waits for that one still.
  expect(await answersWaiting(needs)).toHaveLength(1)
  const over = later('2027-05-03')
  expect(await gave(await agreed(), other, over)).toMatchObject({ code: 'research-not-open' })
  // The first write of a day takes away what is over, not only hides it.
  const { lines } = await outboxOf(over)
  expect(lines.map(({ is }) => is)).toEqual(['research'])
  expect(lines).toMatchObject([{ wish: research, made: { by } }])
})

test('only so many requests are open at once', async () => {
  for (let i = 1; i < researchMax; i += 1) await released()
  expect(await releaseResearch(needs, asked)).toBe('too-many')
})
