import { expect, test } from 'vitest'
import { closeCase, keptMonths } from '#domain/cases/operations/life.ts'
import { act, casesOf, openCase } from '#src/app/cases/cases.ts'
import { sweep } from '#src/app/cases/destroying.ts'
import { caseTeam, firstTalk } from '#test/app/cases/case-team.ts'

test.each([
  ['2026-01-31', '2028-01-30', '2028-01-31'],
  ['2024-02-29', '2026-02-27', '2026-02-28'],
])(
  'a case that ended on %s is kept through %s, and destroyed on %s; one that is open stays',
  async (endedOn, keptOn, overOn) => {
    expect(keptMonths.advice).toBe(24)
    const team = caseTeam()
    const desk = await team.worker('a0000000-0000-8000-8000-000000000001')
    const on = (today: string) => ({ ...team.needs, today, clock: () => `${today}T03:00:00.000Z` })
    const [ended, open] = [
      (await openCase(on(endedOn), desk, firstTalk)).code,
      (await openCase(on(endedOn), desk, firstTalk)).code,
    ]
    const closing = { code: ended, operation: closeCase, said: { why: 'goals-reached' } }
    expect(await act(on(endedOn), desk, closing as never)).toMatchObject({ outcome: 'recorded' })
    expect(await sweep(on(keptOn), keptOn)).toBe(0)
    expect(await sweep(on(overOn), overOn)).toBe(1)
    expect((await casesOf(on(overOn), desk)).map(({ file: { code } }) => code)).toEqual([open])
  },
)
