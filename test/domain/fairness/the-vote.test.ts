import { describe, expect, test } from 'vitest'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { findingsOf } from '#domain/health/findings.ts'
import type { StoryCommand } from '#test/support/village.ts'
import { fundBookOf, idOf, paid, paidOut, storyOf } from '#test/support/village.ts'
import {
  about,
  allOfUs,
  appraised,
  beginningsOf,
  byMeeting,
  committeeAfter,
  committeeStory,
  decided,
  disclosed,
  flagsOf,
  requested,
  wordOf,
} from '#test/support/committee.ts'

type Asked = Parameters<typeof requested>[0]

const voteOn = (
  asked: Asked = {},
  before: readonly StoryCommand[] = [],
  ballot = allOfUs,
): string => wordOf(committeeAfter([...before, requested(asked), appraised()]), decided({ ballot }))

const leaving = (agencyCheckedOn: string): NonNullable<Asked> => ({
  principal: 300_000,
  purpose: 'papers-and-travel',
  migration: { channel: 'agency', isAdult: true, agencyCheckedOn },
})

type Seen = { readonly agencySeenBy?: string }

const voteOnLeaving = ({
  asked,
  seen = {},
  ballot = allOfUs,
}: {
  readonly asked: Asked
  readonly seen?: Seen
  readonly ballot?: Ballot
}): string => wordOf(committeeAfter([requested(asked), appraised(seen)]), decided({ ballot }))

const outside: StoryCommand = paidOut({
  on: '2025-01-02',
  principal: 100_000,
  months: 3,
  loanId: 'l9',
})

describe('no vote lends what the rules forbid', () => {
  test.each([
    ['three times the savings', { principal: 1_500_000 }, 'recorded'],
    ['one riel step more', { principal: 1_500_100 }, 'above-ceiling'],
    [
      'an emergency of 200,000',
      { product: 'emergency', principal: 200_000, months: 3 },
      'recorded',
    ],
    [
      'an emergency of 200,100',
      { product: 'emergency', principal: 200_100, months: 3 },
      'above-ceiling',
    ],
    [
      'an emergency of four months',
      { product: 'emergency', principal: 100_000, months: 4 },
      'too-long-for-an-emergency',
    ],
  ] as const)('%s', (_, asked, word) => expect(voteOn(asked)).toBe(word))

  test('a second loan of the same sort waits until the first is paid', () => {
    expect(voteOn({}, [outside])).toBe('second-loan')
    expect(voteOn({}, [outside, paid('2025-01-03', 100_000, 'l9')])).toBe('recorded')
    expect(voteOn({ product: 'emergency', principal: 100_000, months: 3 }, [outside])).toBe(
      'recorded',
    )
    expect(voteOn({ memberId: 'm2' }, [outside])).toBe('recorded')
  })

  test('what is voted down is a decision all the same, and may be appealed', () => {
    const no = byMeeting({ present: 9, yes: 2, no: 6 })
    expect(voteOn({ principal: 1_500_100 }, [], no)).toBe('recorded')
    const refused = committeeAfter([
      requested({ principal: 1_500_100 }),
      appraised(),
      decided({ ballot: no }),
    ])
    expect(wordOf(refused, about('AppealDecision', '2025-01-25'))).toBe('recorded')
  })
})

describe('an agency is checked when two officers have seen its licence', () => {
  test('the licence of an agency is looked up for the vote, not only for the request', () => {
    const seenByTwo = (agencyCheckedOn: string): string =>
      voteOnLeaving({ asked: leaving(agencyCheckedOn), seen: { agencySeenBy: 'o3' } })
    expect(seenByTwo('2024-12-21')).toBe('recorded')
    expect(seenByTwo('2024-12-20')).toBe('agency-not-checked')
  })

  test('a licence that one officer alone has seen counts as unchecked', () => {
    const asked = leaving('2025-01-05')
    expect(voteOnLeaving({ asked })).toBe('agency-seen-by-one')
    expect(voteOnLeaving({ asked, seen: { agencySeenBy: 'o3' } })).toBe('recorded')
    // Nobody has to see a licence where nobody leaves by an agency.
    const alone = { channel: 'papers-only', isAdult: true } as const
    expect(voteOnLeaving({ asked: { ...asked, migration: alone } })).toBe('recorded')
    // And what is voted down needs no licence.
    const no = byMeeting({ present: 9, yes: 2, no: 6 })
    expect(voteOnLeaving({ asked, ballot: no })).toBe('recorded')
  })

  test('the second who has seen a licence is an officer, and not whoever borrows', () => {
    const word = (agencySeenBy: string, asked = leaving('2025-01-05')): string =>
      wordOf(committeeAfter([requested(asked)]), appraised({ agencySeenBy }))
    expect(word('o3')).toBe('recorded')
    expect(word('m2')).toBe('approver-not-an-officer')
    expect(word('nobody')).toBe('member-unknown')
    expect(word('o5', { ...leaving('2025-01-05'), memberId: 'o5' })).toBe('approver-is-concerned')
    expect(word('o3', {})).toBe('finding-unknown')
  })

  test('money that is out for somebody whose agency no two have seen is a finding', () => {
    const found = (seen: Seen) => {
      const told = [requested(leaving('2025-01-05')), appraised(seen)]
      const payout = paidOut({ on: '2025-01-20', principal: 300_000, months: 10 })
      return findingsOf(fundBookOf(committeeStory([...told, payout])), '2025-01-31')
        .filter(({ code }) => code === 'agency-seen-by-one')
        .map(({ on, subject }) => [on, subject.kind])
    }
    expect(found({})).toEqual([['2025-01-20', 'loan']])
    expect(found({ agencySeenBy: 'o3' })).toEqual([])
  })
})

describe('papers and a dear debt have ceilings of their own, without savings', () => {
  const nobodySaved = (asked: Asked): string => {
    const { village } = storyOf([...beginningsOf(), requested(asked), disclosed(), appraised()])
    return wordOf(village, decided({ ballot: allOfUs }))
  }
  const papers = {
    purpose: 'papers-and-travel',
    migration: { channel: 'papers-only', isAdult: true },
  }
  test.each([
    ['papers up to 500,000', { ...papers, principal: 500_000 }, 'recorded'],
    ['papers above 500,000', { ...papers, principal: 500_100 }, 'above-ceiling'],
    ['a debt bought out', { purpose: 'buy-out', principal: 1_500_000 }, 'recorded'],
    ['a larger debt', { purpose: 'buy-out', principal: 1_500_100 }, 'above-ceiling'],
    ['anything else', { purpose: 'farm', principal: 100 }, 'above-ceiling'],
  ])('%s', (_, asked, word) => expect(nobodySaved(asked as Asked)).toBe(word))

  test('and what was decided so is not marked when it is paid out', () => {
    const { village } = storyOf([
      ...beginningsOf(),
      requested({ purpose: 'buy-out', principal: 900_000 }),
      disclosed(),
      appraised(),
      decided({ ballot: allOfUs }),
    ])
    const payout = paidOut({ on: '2025-01-20', principal: 900_000, months: 10 })
    expect(flagsOf(village, payout)).not.toContain('above-ceiling')
  })
})

describe('nobody votes before the price was put before the household', () => {
  const told = (...prices: readonly StoryCommand[]) =>
    storyOf([...beginningsOf({ ceiling: { ...generous } }), requested(), appraised(), ...prices])
      .village
  const generous = {
    savingsMultiple: 3,
    ofEquityAndSavingsPercent: 10,
    amountMax: 1_500_000,
    emergencyMax: 200_000,
    emergencyMonthsMax: 3,
  }
  const no = decided({ ballot: byMeeting({ present: 9, yes: 2, no: 6 }) })

  test('neither for it nor against it', () => {
    expect(wordOf(told(), decided({ ballot: allOfUs }))).toBe('not-disclosed')
    expect(wordOf(told(), no)).toBe('not-disclosed')
    expect(wordOf(told(disclosed({ on: '2025-01-20' })), no)).toBe('recorded')
  })

  test('and a price that was told after the day of the vote is none', () => {
    expect(wordOf(told(disclosed({ on: '2025-01-21' })), no)).toBe('not-disclosed')
  })

  test('what was told first counts when it is told again, and the last text stands', () => {
    const again: StoryCommand = {
      ...disclosed({ on: '2025-01-25' }),
      id: idOf(99),
      textHash: 'cd'.repeat(32),
    } as StoryCommand
    const village = told(disclosed(), again)
    expect(wordOf(village, no)).toBe('recorded')
    expect(village.requests.get('l1')!.disclosure).toMatchObject({
      textHash: 'cd'.repeat(32),
      firstOn: '2025-01-06',
    })
  })

  test.each([
    ['/textHash', { textHash: 'the text itself' }, 'hash-not-sha-256'],
    ['/language', { language: 'fr' }, 'language-unknown'],
    ['/paidOutOn', { paidOutOn: '2025-02-30' }, 'date-impossible'],
  ])('what cannot hold is named by its place: %s', (_, more, code) => {
    expect(wordOf(told(), { ...disclosed(), ...more } as StoryCommand)).toBe(code)
  })

  test('nobody tells the price of what nobody asked for, nor before it was asked', () => {
    expect(wordOf(committeeAfter([]), disclosed())).toBe('request-unknown')
    expect(wordOf(told(), disclosed({ on: '2025-01-05' }))).toBe('before-the-last-step')
  })
})
