import { expect, test } from 'vitest'
import { casesOf, openCase } from '#src/app/cases/cases.ts'
import { coversOf } from '#src/app/cases/covers.ts'
import { destroyedOf } from '#src/app/cases/destroying.ts'
import { eraseCase } from '#src/app/cases/team-work.ts'
import { caseTeam, firstTalk } from '#test/app/cases/case-team.ts'

/* A team that works for years: more cases than are moved at once, and more destroyed ones than are told. */

const sokha = 'a0000000-0000-8000-8000-000000000001'

test('of cases that were destroyed the last forty are told, and there is room for the next one', async () => {
  const { needs, worker } = caseTeam()
  const desk = await worker(sokha)
  const codes: string[] = []
  for (let n = 0; n < 41; n += 1) {
    const { code } = await openCase(needs, desk, firstTalk)
    expect((await eraseCase(needs, desk, code)).outcome).toBe('recorded')
    codes.push(code)
  }
  expect((await destroyedOf(needs)).map(({ code }) => code)).toEqual(codes.slice(1))
})

test('of more than a hundred cases each lies elsewhere after the first write of a day, and each opens', async () => {
  const { needs, worker } = caseTeam()
  const desk = await worker(sokha)
  const codes: string[] = []
  for (let n = 0; n < 102; n += 1) codes.push((await openCase(needs, desk, firstTalk)).code)
  const before = new Set((await coversOf(needs)).flatMap(({ id, cover }) => [id, ...cover.body]))
  const later = { ...needs, today: '2026-11-03', clock: () => '2026-11-03T03:00:00.000Z' }
  codes.push((await openCase(later, desk, firstTalk)).code)
  const after = (await coversOf(later)).flatMap(({ id, cover }) => [id, ...cover.body])
  expect(after.filter((id) => before.has(id))).toEqual([])
  const found = await casesOf(later, desk)
  expect(found.map(({ file }) => file.code).toSorted()).toEqual(codes.toSorted())
})
