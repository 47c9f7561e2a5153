import { describe, expect, test } from 'vitest'
import { kinOf } from '#domain/fairness/kin.ts'
import { findingsOf } from '#domain/health/findings.ts'
import {
  allOfUs,
  appraised,
  committeeAfter,
  committeeStory,
  decided,
  flagsOf,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import {
  type StoryCommand,
  booked,
  fundBookOf,
  paidOut,
  standingIn,
} from '#test/support/village.ts'

const out = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const asked = (more: Parameters<typeof requested>[0]) => wordOf(committeeAfter([]), requested(more))
const findingCodes = (told: readonly StoryCommand[]): readonly string[] =>
  findingsOf(fundBookOf(committeeStory(told)), '2025-12-31').map(({ code }) => code)

describe('a price by another name is the price', () => {
  test('a fee is part of it, and so is money that must be left', () => {
    expect(asked({})).toBe('recorded')
    expect(asked({ fee: 5_000 })).toBe('above-cap')
    expect(asked({ deposit: 50_000 })).toBe('above-cap')
  })

  test('a fee kept back and written down as running costs lowers no debt, and none is made by it', () => {
    const short = { ...out, amount: 450_000 } as StoryCommand
    const kept: StoryCommand = { type: 'RecordExpense', effectiveOn: '2025-01-20', amount: 50_000 }
    const honest = standingIn(committeeAfter([short]), '2025-02-20')
    const dressed = standingIn(committeeAfter([short, kept]), '2025-02-20')
    expect([honest.owed, dressed.owed]).toEqual([450_000, 450_000])
  })

  test('interest as a fine or a contribution is marked, and the finding says to give it back', () => {
    const fine: StoryCommand = {
      type: 'RecordFine',
      effectiveOn: '2025-02-20',
      memberId: 'm1',
      amount: 1_001,
    }
    const gift = { ...fine, type: 'RecordSocialContribution' } as StoryCommand
    for (const told of [fine, gift]) {
      expect(flagsOf(committeeAfter([out]), told)).toEqual(['more-than-the-charter-asks'])
      expect(flagsOf(committeeAfter([out]), { ...told, amount: 1_000 } as StoryCommand)).toEqual([])
    }
    expect(findingCodes([out, fine, gift])).toEqual(
      expect.arrayContaining(['fine-above-charter', 'contribution-above-charter']),
    )
  })

  test('a late fine brings the fund nothing where the loan costs the cap already', () => {
    const late: StoryCommand = {
      type: 'RecordLateFine',
      effectiveOn: '2025-03-01',
      loanId: 'l1',
      amount: 1_000,
    }
    const village = committeeAfter([out, late])
    expect(booked(village, 'liability:social-fund')).toBe(0)
    expect(booked(village, 'income:fines')).toBe(0)
  })
})

describe('two loans are not one large one', () => {
  test('neither asked for at once nor voted for one after the other', () => {
    const first = requested({ principal: 900_000 })
    const second = requested({ principal: 900_000, loanId: 'l2' })
    expect(wordOf(committeeAfter([first]), second)).toBe('already-asking')
    const paidFirst = [
      first,
      appraised(),
      decided(),
      paidOut({ on: '2025-01-20', principal: 900_000, months: 10 }),
    ]
    const late = requested({ principal: 900_000, loanId: 'l2', on: '2025-01-21' })
    const looked = appraised({ on: '2025-01-22', loanId: 'l2' })
    const village = committeeAfter([...paidFirst, late, looked])
    expect(wordOf(village, decided({ on: '2025-01-23', loanId: 'l2', ballot: allOfUs }))).toBe(
      'second-loan',
    )
    expect(
      flagsOf(village, {
        ...out,
        effectiveOn: '2025-01-23',
        loanId: 'l2',
        number: 'L2',
      } as StoryCommand),
    ).toContain('second-loan')
  })

  test('nor are they paid out in turns past what was agreed', () => {
    const part: StoryCommand = {
      type: 'RecordPayoutPart',
      effectiveOn: '2025-01-25',
      loanId: 'l1',
      amount: 100_000,
    }
    expect(flagsOf(committeeAfter([out]), part)).toContain('above-agreed')
  })
})

test("kin of kin step out too: a brother's wife votes on nobody's loan of that house", () => {
  const kin = kinOf(
    [
      { firstId: 'o2', secondId: 'm3', relation: 'sibling' },
      { firstId: 'm3', secondId: 'm1', relation: 'spouse' },
    ],
    'm1',
  )
  expect([...kin]).toEqual(expect.arrayContaining(['o2', 'm3']))
})
