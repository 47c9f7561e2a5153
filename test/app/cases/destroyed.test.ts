import { expect, test } from 'vitest'
import { openCase } from '#src/app/cases/cases.ts'
import { destroyedOf } from '#src/app/cases/destroying.ts'
import { eraseCase } from '#src/app/cases/team-work.ts'
import { caseTeam, firstTalk } from '#test/app/cases/case-team.ts'

test('of cases that were destroyed the last forty are told, and there is room for the next one', async () => {
  const { needs, worker } = caseTeam()
  const desk = await worker('a0000000-0000-8000-8000-000000000001')
  const codes: string[] = []
  for (let n = 0; n < 41; n += 1) {
    const { code } = await openCase(needs, desk, firstTalk)
    expect((await eraseCase(needs, desk, code)).outcome).toBe('recorded')
    codes.push(code)
  }
  expect((await destroyedOf(needs)).map(({ code }) => code)).toEqual(codes.slice(1))
})
