import { describe, expect, test } from 'vitest'
import { assigningRefusal } from '#domain/cases/assigning.ts'
import { passedBy, withFact, withReceipt } from '#domain/cases/file.ts'
import { caseOperations } from '#domain/cases/operations/all.ts'
import { canFollow, waysIn } from '#domain/cases/operations/ways.ts'
import { withHeard } from '#domain/cases/own.ts'
import { talked, worker } from '#test/domain/cases/case-file.ts'

/* Several of a team write into one case, each on a phone that may have seen less than the others’. */

const other = 'a0000000-0000-8000-8000-000000000002'
const on = '2026-11-02'
const name = 'needs'
const saying = (value: object) => ({ name, value: { ...value } })
const by = (who: string, seen: number) => ({ by: who, on, seen })

describe('what two say of one thing without having seen each other', () => {
  const first = withFact(talked(), saying({ urgency: 'today' }), by(worker, 0))
  const both = withFact(first, saying({ urgency: 'later' }), by(other, 0))

  test('stands there twice until somebody who has seen both says which', () => {
    expect(first.facts[name]).toMatchObject({ version: 1, others: [] })
    expect(both.facts[name]).toMatchObject({
      value: { urgency: 'later' },
      version: 2,
      others: [{ value: { urgency: 'today' }, by: worker, on }],
    })
    const chosen = withFact(both, saying({ urgency: 'today' }), by(worker, 2))
    expect(chosen.facts[name]).toMatchObject({ version: 3, others: [] })
    const third = withFact(both, saying({ urgency: 'this-week' }), by(worker, 1))
    expect(third.facts[name]!.others).toHaveLength(2)
  })

  test('is one word where it is the same, and what another said stays beside it', () => {
    const again = withFact(first, saying({ urgency: 'today' }), by(other, 0))
    expect(again.facts[name]).toMatchObject({ version: 2, others: [] })
    const twice = withFact(both, saying({ urgency: 'later' }), by(other, 0))
    expect(twice.facts[name]!.others).toEqual(both.facts[name]!.others)
  })
})

test('looks are counted by person and day, and whoever was let in has looked', () => {
  const looks = [worker, worker, other].reduce((file, who) => withReceipt(file, who, on), talked())
  expect(withReceipt(looks, worker, '2026-11-03').receipts).toEqual([
    { by: worker, on, times: 2 },
    { by: other, on, times: 1 },
    { by: worker, on: '2026-11-03', times: 1 },
  ])
  const line = { on, by: [worker, other], to: other, why: 'she is away' }
  const passed = passedBy(passedBy(talked(), line), line)
  expect(passed.opened).toEqual([line, line])
  expect(passed.receipts).toEqual([
    { by: worker, on, times: 2 },
    { by: other, on, times: 2 },
  ])
})

test('nobody is assigned who is not of the team, untrained, an officer, kin or of the same village', () => {
  const fit = {
    isOfTeam: true,
    lacksTraining: false,
    officerOf: [],
    memberOf: ['fund-1'],
    isKin: false,
  }
  const village = (fromElsewhere: boolean, fundId?: string) =>
    withFact(
      talked(),
      { name: 'village', value: { fromElsewhere, ...(fundId === undefined ? {} : { fundId }) } },
      by(worker, 1),
    )
  const refusal = (more: object, file = talked()) => assigningRefusal(file, { ...fit, ...more })
  expect(refusal({})).toBeUndefined()
  expect(refusal({ isOfTeam: false })).toBe('not-of-the-team')
  expect(refusal({ lacksTraining: true })).toBe('training-missing')
  expect(refusal({ officerOf: ['fund-9'] })).toBe('officer-of-a-fund')
  expect(refusal({ isKin: true })).toBe('kin-of-the-case')
  expect(refusal({}, village(true, 'fund-1'))).toBe('from-the-same-village')
  expect(refusal({}, village(true, 'fund-2'))).toBeUndefined()
  expect(refusal({}, village(false, 'fund-1'))).toBeUndefined()
  expect(refusal({}, village(true))).toBeUndefined()
})

describe('what can be written down', () => {
  test('stands once, first what the kind or the stage of the case asks for', () => {
    const firstOf = (said: Parameters<typeof talked>[0]) => waysIn(talked(said), caseOperations)[0]
    expect(firstOf({})?.group).toBe('before')
    expect(firstOf({ stage: 'abroad' })?.group).toBe('abroad')
    expect(firstOf({ stage: 'back' })?.group).toBe('after')
    expect(firstOf({ kind: 'survivor', stage: 'abroad' })?.group).toBe('harm')
    const all = waysIn(talked(), caseOperations)
    const groups = all.map(({ group }) => group)
    expect(new Set(groups).size).toBe(groups.length)
    const commands = all.flatMap(({ operations }) => operations.map(({ command }) => command))
    expect(commands.toSorted()).toEqual(caseOperations.map(({ command }) => command).toSorted())
    expect(waysIn(talked(), [])).toEqual([])
  })

  test('of a referral is an answer while there is none, and how it was when there is', () => {
    const follows = (state?: string) =>
      [
        'SetReferralState',
        'RemindReferral',
        'GiveFeedback',
        'ReportReferral',
        'AgreeToBuddy',
      ].filter((command) =>
        canFollow(
          caseOperations.find((one) => one.command === command)!,
          {
            item: '1',
            on,
            by: worker,
            version: 1,
            value: state === undefined ? {} : { state },
          },
        ),
      )
    expect(follows()).toEqual(['SetReferralState', 'RemindReferral', 'AgreeToBuddy'])
    expect(follows('no-answer')).toEqual(['SetReferralState', 'RemindReferral', 'AgreeToBuddy'])
    expect(follows('accepted')).toEqual([
      'SetReferralState',
      'GiveFeedback',
      'ReportReferral',
      'AgreeToBuddy',
    ])
    expect(follows('done')).toEqual(['GiveFeedback', 'ReportReferral', 'AgreeToBuddy'])
  })
})

test('what came in of itself stands beside what the team wrote down, and nothing of nothing', () => {
  const file = talked()
  expect(withHeard(file, [])).toBe(file)
  const one = withHeard(file, [{ on, answer: 'with-word', item: 'a' }])
  const two = withHeard(one, [{ on, answer: 'asked-for-help', item: 'b' }])
  expect(Object.values(two.lists).flat().slice(-2)).toMatchObject([
    { item: 'a', by: '', value: { on, answer: 'with-word' } },
    { item: 'b', by: '', value: { on, answer: 'asked-for-help' } },
  ])
})
