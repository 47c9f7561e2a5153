import { expect, test } from 'vitest'
import { leafBytes } from '#domain/cases/leaves.ts'
import { factOf, itemsOf } from '#domain/cases/operation.ts'
import { duesFor } from '#domain/cases/dues.ts'
import { setLeftBehind } from '#domain/cases/operations/abroad.ts'
import { addTask } from '#domain/cases/operations/plan.ts'
import { setContact } from '#domain/cases/operations/person.ts'
import { act, caseOf, casesOf, looked, openCase } from '#src/app/cases/cases.ts'
import { unlocked } from '#src/app/cases/team.ts'
import { caseTeam, firstTalk, passphrase } from '#test/app/cases/case-team.ts'

const sokha = 'a0000000-0000-8000-8000-000000000001'
const dara = 'a0000000-0000-8000-8000-000000000002'

const everyLeaf = async ({ leaves }: ReturnType<typeof caseTeam>) =>
  leaves.read(await leaves.ids(undefined, 10_000))

test('a case opens to the worker who wrote it down, and to nobody else of the team', async () => {
  const team = caseTeam()
  const [hers, others] = [await team.worker(sokha), await team.worker(dara)]
  const { code } = await openCase(team.needs, hers, firstTalk)
  const file = (await caseOf(team.needs, hers, code))!.file
  expect(file.kind).toBe('advice')
  expect(factOf(file, setContact)).toEqual({ way: 'visit', when: 'after the market' })
  expect(await caseOf(team.needs, others, code)).toBeUndefined()
  expect(await casesOf(team.needs, others)).toEqual([])
})

test('a case is found again by whoever types the passphrase, after the secret of the service has changed too', async () => {
  const team = caseTeam()
  const hers = await team.worker(sokha)
  const { code } = await openCase(team.needs, hers, firstTalk)
  const later = team.needsWith({
    secret: 'another secret of cases, for tests',
    older: ['a secret of cases, for tests alone'],
  })
  const desk = await unlocked(later, { userId: sokha, passphrase })
  if (typeof desk === 'string' || 'may' in desk) throw new Error('the key stays shut')
  expect((await caseOf(later, desk, code))?.file.code).toBe(code)
  expect(await unlocked(later, { userId: sokha, passphrase: 'four words of another' })).toBe(
    'wrong',
  )
})

test('a case keeps what two wrote at once, until somebody says which', async () => {
  const team = caseTeam()
  const desk = await team.worker(sokha)
  const { code } = await openCase(team.needs, desk, firstTalk)
  const say = (when: string, seen: number) =>
    act(team.needs, desk, { code, operation: setContact, said: { way: 'call', when, seen } })
  await say('at noon', 1)
  await say('never at noon', 1)
  const both = (await caseOf(team.needs, desk, code))!.file.facts['contact']!
  expect([both.value['when'], ...both.others.map(({ value }) => value['when'])]).toEqual([
    'never at noon',
    'at noon',
  ])
  await say('never at noon', both.version)
  expect((await caseOf(team.needs, desk, code))!.file.facts['contact']!.others).toEqual([])
})

test('a case loses nothing when ten write into it at the same moment', async () => {
  const team = caseTeam()
  const desk = await team.worker(sokha)
  const { code } = await openCase(team.needs, desk, firstTalk)
  const said = (n: number) => ({ what: `task ${n}`, dueOn: '2026-12-01', whose: 'worker' })
  for (const some of [0, 5])
    await Promise.all(
      [0, 1, 2, 3, 4].map((n) =>
        act(team.needs, desk, { code, operation: addTask, said: said(some + n) }),
      ),
    )
  const { file } = (await caseOf(team.needs, desk, code))!
  expect(new Set(itemsOf(file, addTask).map(({ value }) => value.what)).size).toBe(10)
})

test('a case tells a supervisor what it waits for, and nothing of money that a household waits for', async () => {
  const team = caseTeam()
  const desk = await team.worker(sokha)
  const { code } = await openCase(team.needs, desk, firstTalk)
  const task = { what: 'visit her', dueOn: '2026-12-01', whose: 'worker' }
  const plan = { supporter: dara, school: 'all-go', moneyEveryDays: 30, seen: 0 }
  await act(team.needs, desk, { code, operation: addTask, said: task })
  await act(team.needs, desk, { code, operation: setLeftBehind, said: plan })
  const { cover, file } = (await caseOf(team.needs, desk, code))!
  expect(cover.dues).toEqual([{ what: 'task', on: '2026-12-01' }])
  expect(duesFor(file, dara).map(({ what }) => what)).toContain('left-behind')
})

test('a case says who looked, on which day and how often', async () => {
  const team = caseTeam()
  const desk = await team.worker(sokha)
  const { code } = await openCase(team.needs, desk, firstTalk)
  await looked(team.needs, desk, code)
  const seen = await looked(team.needs, desk, code)
  expect(seen?.file.receipts).toEqual([{ by: sokha, on: '2026-11-02', times: 2 }])
})

test('a case lies in leaves of one length, of which none stays where it was when anything is written', async () => {
  const team = caseTeam()
  const desk = await team.worker(sokha)
  const { code } = await openCase(team.needs, desk, firstTalk)
  const found = (await caseOf(team.needs, desk, code))!
  const before = await everyLeaf(team)
  await act(team.needs, desk, {
    code,
    operation: setContact,
    said: { way: 'none', when: 'x'.repeat(80), seen: 1 },
  })
  const after = await everyLeaf(team)
  expect([...after.values()].every(({ length }) => length === leafBytes)).toBe(true)
  expect([found.id, ...found.cover.body].some((id) => after.has(id))).toBe(false)
  expect(before.size).toBe(after.size)
})
