import { expect, test } from 'vitest'
import fc from 'fast-check'
import { auditKey, resultOf } from '#domain/network/audits/audit.ts'
import { isToldToFund } from '#domain/network/audits/waiting.ts'
import { auditMarks } from '#domain/network/audits/marks.ts'
import { sampleOf } from '#domain/network/audits/sample.ts'
import { sha256 } from '#infra/system/system.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

const [fundId, auditId, findingId] = [idOf('fund'), idOf('audit'), idOf('finding')]
const head = { seq: 40, hash: 'a'.repeat(64) }
const of = { fundId, auditId }
const planned = { ...of, from: '2026-01-01', visitOn: '2026-03-10', why: ['silence'], head }
const seen = (amount?: number) => ({
  ...of,
  test: 'box-count',
  head,
  rows: [
    {
      of: 'box',
      what: 'cash',
      currency: 'KHR',
      book: 5000,
      ...(amount !== undefined && { seen: amount }),
    },
  ],
})

const life = () => {
  const its = networkLife()
  its.give('program', 'JoinFund', '2026-01-01', { fundId })
  return { ...its, audit: () => its.network.audits.get(auditKey(of))! }
}

const open = () => {
  const its = life()
  expect(its.give('ann', 'PlanAudit', '2026-03-01', planned)).toBe('recorded')
  return its
}

const marksOf = (its: ReturnType<typeof life>) =>
  auditMarks(its.audit(), [...its.network.audits.values()]).map(
    ({ code, count }) => `${code} ${count}`,
  )

test('what is drawn follows from the plan’s own entry, and is drawn again by anybody', () => {
  const { audit } = open()
  expect(audit().seed).toBe('0'.repeat(64))
  const cards = Array.from({ length: 40 }, (_, i) => `M${String(i + 1).padStart(2, '0')}`)
  const draw = (among: readonly string[], seed = sha256('an entry')) =>
    sampleOf({ seed, cards: among, entries: 900 }, sha256)
  expect(draw(cards)).toEqual(draw(cards.toReversed()))
  expect(draw(cards)).not.toEqual(draw(cards, sha256('another entry')))
  expect(draw(cards)).toMatchObject({ cards: { length: 4 }, entries: { length: 18 } })
})

test('a sample is of the book, holds nothing twice, and is never larger than the book', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.string(),
      (members, entries, text) => {
        const cards = Array.from({ length: members }, (_, i) => `M${i}`)
        const drawn = sampleOf({ seed: sha256(text), cards, entries }, sha256)
        expect(new Set(drawn.cards).size).toBe(drawn.cards.length)
        expect(new Set(drawn.entries).size).toBe(drawn.entries.length)
        expect(drawn.cards.every((card) => cards.includes(card))).toBe(true)
        expect(drawn.entries.every((seq) => seq >= 1 && seq <= entries)).toBe(true)
        expect(drawn.cards.length).toBe(Math.min(members, 30, Math.max(3, Math.ceil(members / 10))))
      },
    ),
  )
})

test('one audit of a fund is open at a time, and another one is planned 30 days later at the earliest', () => {
  const { give } = open()
  const other = { ...planned, auditId: idOf('other') }
  expect(give('ann', 'PlanAudit', '2026-03-02', other)).toBe('audit-open')
  expect(give('ann', 'CancelAudit', '2026-03-02', { ...of, why: 'mistake' })).toBe('recorded')
  expect(give('ann', 'PlanAudit', '2026-03-03', other)).toBe('planned-lately')
  // A day in the past opens nothing: it is counted from when the plan was written down.
  expect(give('ann', 'PlanAudit', '2026-01-05', other)).toBe('planned-lately')
  const later = { ...other, visitOn: '2026-04-20' }
  expect(give('ann', 'PlanAudit', '2026-03-31', later)).toBe('recorded')
})

test.each([
  [{ visitOn: '2026-02-28' }, 'visit-in-the-past /visitOn'],
  [{ visitOn: '2027-03-10' }, 'longer-than-a-year /visitOn'],
  [{ from: '2026-03-02' }, 'ends-before-it-begins /from'],
  [{ why: [] }, 'reasons-missing /why'],
  [{ why: ['Sok Dara cheats'] }, 'reason-unreadable /why/0'],
  [{ head: { seq: 1, hash: 'no' } }, 'hash-unreadable /head/hash'],
  [{ fundId: idOf('elsewhere') }, 'fund-not-in-network'],
])('a plan that cannot be is told with its place: %j', (more, said) => {
  expect(life().give('ann', 'PlanAudit', '2026-03-01', { ...planned, ...more })).toBe(said)
})

test.each([
  [5000, 'agrees'],
  [4000, 'differs'],
  [undefined, 'in-part'],
])('a row of which %s was seen %s', (amount, result) => {
  const { give, audit } = open()
  expect(give('ann', 'RecordAuditTest', '2026-03-10', seen(amount))).toBe('recorded')
  expect(resultOf(audit().tests[0]!)).toBe(result)
})

test('a row holds codes and sums and no sentence', () => {
  const { give } = open()
  const told = (row: object) =>
    give('ann', 'RecordAuditTest', '2026-03-10', {
      ...seen(1),
      rows: [{ ...seen(1).rows[0], ...row }],
    })
  expect(told({ of: 'Sok, who lives by the river!' })).toBe('row-unreadable /rows/0/of')
  expect(told({ book: -1 })).toBe('amount-not-whole /rows/0/book')
  expect(told({ what: 'mood' })).toBe('word-unknown /rows/0/what')
})

const found = () => {
  const its = open()
  const says = { kind: 'money-missing', weight: 'grave', replyBy: '2026-03-02', amount: 1000 }
  expect(its.give('ann', 'RaiseAuditFinding', '2026-03-10', { ...of, findingId, ...says })).toBe(
    'recorded',
  )
  const close = (on: string, how = 'mended', more = {}) =>
    its.give('ann', 'CloseAuditFinding', on, { ...of, findingId, how, ...more })
  return { ...its, close }
}

test('the fund has two weeks for its reply, whatever day the finding says', () => {
  const its = found()
  expect(its.audit().findings[0]!.replyBy).toBe('2026-03-24')
  expect(its.close('2026-03-24')).toBe('reply-awaited')
  expect(its.close('2026-03-25')).toBe('recorded')
  expect(marksOf(its)).toContain('closed-without-reply 1')
})

test('the fund is told of an audit from its first test or finding, and not of a plan', () => {
  expect(isToldToFund(open().audit())).toBe(false)
  expect(isToldToFund(found().audit())).toBe(true)
  const tested = open()
  tested.give('ann', 'RecordAuditTest', '2026-03-10', seen(5000))
  expect(isToldToFund(tested.audit())).toBe(true)
})

test('a finding waits for the fund for three months at most', () => {
  const { give } = open()
  const says = { ...of, findingId, kind: 'money-missing', weight: 'grave', amount: 1000 }
  const until = (replyBy: string) =>
    give('ann', 'RaiseAuditFinding', '2026-03-10', { ...says, replyBy })
  expect(until('2026-06-11')).toBe('reply-day-too-far /replyBy')
  expect(until('2026-06-10')).toBe('recorded')
})

test('with its reply it is closed at once, and what is not mended names the day of the next look', () => {
  const its = found()
  const reply = { ...of, findingId, reply: 'agreed', mendBy: '2026-04-01' }
  expect(its.give('chair', 'ReplyToAuditFinding', '2026-03-11', reply)).toBe('recorded')
  expect(its.give('keeper', 'ReplyToAuditFinding', '2026-03-11', reply)).toBe('replied-already')
  expect(its.close('2026-03-12', 'not-mended')).toBe('follow-up-missing /followUpOn')
  expect(its.close('2026-03-12', 'mended', { followUpOn: '2026-05-01' })).toBe(
    'nothing-to-follow-up /followUpOn',
  )
  expect(its.close('2026-03-12', 'not-mended', { followUpOn: '2026-05-01' })).toBe('recorded')
  const look = (says: object) =>
    its.give('bopha', 'FollowUpAuditFinding', '2026-05-01', { ...of, findingId, ...says })
  expect(look({ seen: 'not-mended', followUpOn: '2026-06-01' })).toBe('recorded')
  expect(its.audit().findings[0]!.followUpOn).toBe('2026-06-01')
  expect(look({ seen: 'mended' })).toBe('recorded')
  expect(its.audit().findings[0]!).not.toHaveProperty('followUpOn')
  // Each look stays: the second one takes no first one away.
  expect(its.audit().findings[0]!.looks?.map(({ seen: what }) => what)).toEqual([
    'not-mended',
    'mended',
  ])
  expect(look({ seen: 'mended' })).toBe('nothing-to-follow-up')
})

test('after the opinion nothing is added, and no clean one is given over a grave finding', () => {
  const { give } = found()
  const opinion = (says: string, more = {}) =>
    give('ann', 'GiveAuditOpinion', '2026-03-12', { ...of, opinion: says, head, ...more })
  expect(opinion('clean')).toBe('grave-finding-open')
  expect(opinion('adverse', { head: { ...head, seq: 39 } })).toBe('head-before-the-plan')
  expect(opinion('adverse')).toBe('recorded')
  expect(give('ann', 'RecordAuditTest', '2026-03-12', seen(1))).toBe('opinion-given')
  expect(give('ann', 'CancelAudit', '2026-03-12', { ...of, why: 'mistake' })).toBe('opinion-given')
})

test('what one person alone saw and judged is told, and a second pair of eyes takes that away', () => {
  const alone = open()
  alone.give('ann', 'RecordAuditTest', '2026-03-10', seen(5000))
  alone.give('ann', 'GiveAuditOpinion', '2026-03-12', { ...of, opinion: 'none', head })
  expect(marksOf(alone)).toEqual(['one-auditor 1', 'tests-left-out 4'])
  const two = open()
  two.give('bopha', 'RecordAuditTest', '2026-03-10', seen(5000))
  two.give('ann', 'RecordAuditTest', '2026-03-11', seen())
  two.give('ann', 'MoveAudit', '2026-03-11', { ...of, visitOn: '2026-03-20' })
  two.give('ann', 'GiveAuditOpinion', '2026-03-12', { ...of, opinion: 'none', head })
  expect(marksOf(two)).toEqual([
    'tests-left-out 4',
    'rows-not-seen 1',
    'test-written-again 1',
    'visit-moved 1',
  ])
})
