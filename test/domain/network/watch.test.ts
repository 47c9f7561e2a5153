import { expect, test } from 'vitest'
import { overdueOf } from '#domain/network/watch/ladder.ts'
import { petitionOf } from '#domain/network/watch/petition.ts'
import { upheldOf } from '#domain/network/watch/watch.ts'
import { idOf } from '#test/domain/network/life.ts'
import { digest, markOf, watchLife } from '#test/domain/network/watch-life.ts'

test('one person alone neither upholds a report nor buries it', () => {
  const { network, check, give, ladder } = watchLife()
  expect(check('fee', '2026-01-05')).toBe('recorded')
  for (const found of ['upheld', 'unfounded']) {
    const decisionId = idOf(found)
    const said = { decisionId, reportId: idOf('fee'), found }
    expect(give('ann', 'ProposeRuling', '2026-01-06', said)).toBe('recorded')
    give('ann', 'ConfirmDecision', '2026-01-07', { decisionId })
    expect(network.watch.decisions.get(decisionId)).not.toHaveProperty('confirmed')
  }
  expect(ladder().upheld).toEqual([])
})

test('a report is checked by two sources or by a document, and a document is there', () => {
  const { check } = watchLife()
  expect(check('paper', '2026-01-05', { basis: 'document' })).toBe('document-missing')
  expect(check('paper', '2026-01-05', { basis: 'document', evidence: [digest] })).toBe('recorded')
  expect(check('nothing', '2026-01-05', { duties: [] })).toBe('duty-missing')
  expect(check('later', '2026-01-05', { month: '2026-02' })).toBe('month-to-come /month')
  expect(check('whose', '2026-01-05', { partyId: idOf('nobody') })).toBe('party-unknown /partyId')
  expect(check('paper', '2026-01-06')).toBe('report-already-checked')
})

/*
 * The worked example, its dates counted by hand. Three households make a step, within 730 days.
 *
 *   household 1 upheld 2026-01-10, household 2 2026-02-20, household 2 again 2026-03-01 (counts once),
 *   household 3 2026-04-15: the first warning is due on 2026-04-15 and rests on all four.
 *   It is given on 2026-04-20. Households 4, 5: 2026-05-01 and 2026-09-30; 6 is 2028-05-10. From 2026-05-01 to 2028-05-10 are
 *   740 days, so 4 has left the window, which begins on 2026-05-12: nothing is due. Household 7 on 2028-06-01 makes it three
 *   (5, 6, 7): the second warning is due on 2028-06-01 and rests on these three.
 *   Given on 2028-06-02. Then 8, 9, 10 on 2028-07-01, 2028-07-02 and 2028-07-03: the petition is due on 2028-07-03.
 */
test('the ladder of a worked example has its dates', () => {
  const { upheld, step, ladder } = watchLife()
  const first = [upheld(1, '2026-01-10'), upheld(2, '2026-02-20'), upheld(2, '2026-03-01')]
  expect(ladder().due).toBeUndefined()
  first.push(upheld(3, '2026-04-15'))
  expect(ladder()).toMatchObject({ next: 'first-warning', due: { on: '2026-04-15' } })
  expect(
    ladder()
      .due!.reports.map(({ reportId }) => reportId)
      .toSorted(),
  ).toEqual(first.toSorted())
  expect(step('first-warning', '2026-04-20', first)).toEqual({
    proposed: 'recorded',
    confirmed: 'recorded',
  })
  expect(ladder()).toMatchObject({ next: 'second-warning' })
  expect(ladder().due).toBeUndefined()

  upheld(4, '2026-05-01')
  const second = [upheld(5, '2026-09-30'), upheld(6, '2028-05-10')]
  expect(ladder().due).toBeUndefined()
  second.push(upheld(7, '2028-06-01'))
  expect(ladder().due).toMatchObject({ on: '2028-06-01' })
  expect(ladder().due!.reports.map(({ reportId }) => reportId)).toEqual(second)
  expect(step('second-warning', '2028-06-02', second).confirmed).toBe('recorded')

  const third = [upheld(8, '2028-07-01'), upheld(9, '2028-07-02'), upheld(10, '2028-07-03')]
  // Households 4 and 8 to 10 are not used yet; 4 is outside of the window that ends on the 3rd.
  expect(ladder().due).toMatchObject({ on: '2028-07-03' })
  expect(ladder().due!.reports.map(({ reportId }) => reportId)).toEqual(third)
  expect(step('petition', '2028-07-10', third).confirmed).toBe('recorded')
  expect(ladder().next).toBeUndefined()
  expect(ladder().taken.map(({ step: taken, confirmed }) => [taken, confirmed.on])).toEqual([
    ['first-warning', '2026-04-20'],
    ['second-warning', '2028-06-02'],
    ['petition', '2028-07-10'],
  ])
})

test('the first and the last day of the window both count', () => {
  const { upheld, ladder } = watchLife()
  // 2026-01-01 to 2027-12-31 are 730 days with both of them.
  upheld(1, '2026-01-01')
  upheld(2, '2026-06-01')
  upheld(3, '2027-12-31')
  expect(ladder().due).toMatchObject({ on: '2027-12-31' })
})

test('a day later the first one is out of it', () => {
  const { upheld, ladder } = watchLife()
  upheld(1, '2026-01-01')
  upheld(2, '2026-06-01')
  upheld(3, '2028-01-01')
  expect(ladder().due).toBeUndefined()
})

test('households that nobody knows count as one', () => {
  const { check, rule, upheld, ladder } = watchLife()
  for (const name of ['a', 'b', 'c', 'd']) {
    check(name, '2026-01-05')
    rule(name, '2026-01-05')
  }
  expect(ladder().due).toBeUndefined()
  upheld(1, '2026-01-06')
  expect(ladder().due).toBeUndefined()
  upheld(2, '2026-01-07')
  expect(ladder().due).toMatchObject({ on: '2026-01-07' })
})

test('a step is taken only when it is due, in its turn, and resting on what makes it due', () => {
  const { upheld, step } = watchLife()
  const two = [upheld(1, '2026-01-05'), upheld(2, '2026-01-05')]
  expect(step('first-warning', '2026-01-06', two).proposed).toBe('step-not-due')
  const three = [...two, upheld(3, '2026-01-07')]
  expect(step('petition', '2026-01-08', three).proposed).toBe('step-not-due')
  expect(step('first-warning', '2026-01-08', two).proposed).toBe('reports-moved')
  expect(step('first-warning', '2026-01-08', three).confirmed).toBe('recorded')
})

test('a ruling that is turned takes its report off the ladder, and an older proposal does not turn it back', () => {
  const { upheld, give, ladder } = watchLife()
  const reportId = upheld(1, '2026-01-05')
  upheld(2, '2026-01-05')
  upheld(3, '2026-01-05')
  const [older, turned] = [idOf('older'), idOf('turned')]
  const said = { reportId, found: 'upheld' }
  give('ann', 'ProposeRuling', '2026-01-06', { ...said, decisionId: older })
  give('ann', 'ProposeRuling', '2026-01-07', {
    ...said,
    decisionId: turned,
    found: 'unfounded',
  })
  expect(ladder().due).toMatchObject({ on: '2026-01-05' })
  expect(give('bopha', 'ConfirmDecision', '2026-01-08', { decisionId: turned })).toBe('recorded')
  expect(ladder().due).toBeUndefined()
  expect(give('bopha', 'ConfirmDecision', '2026-01-09', { decisionId: older })).toBe(
    'decision-overtaken',
  )
})

test('an agency is not asked about so few that it could guess who spoke', () => {
  const { give, upheld } = watchLife()
  const ids = [upheld(1, '2026-01-05'), upheld(2, '2026-01-05')]
  const send = (more: object) =>
    give('ann', 'SendWatchLetter', '2026-01-10', {
      letterId: idOf('letter'),
      to: 'agency',
      partyId: idOf('Golden River'),
      reportIds: ids,
      ...more,
    })
  expect(send({})).toBe('would-tell-who-spoke')
  expect(send({ to: 'labour-ministry', letterId: idOf('another') })).toBe('recorded')
  const willing = upheld(4, '2026-01-06', { mayBeAsked: true })
  expect(send({ reportIds: [willing], letterId: idOf('willing') })).toBe('recorded')
  ids.push(upheld(3, '2026-01-06'))
  expect(send({})).toBe('recorded')
})

test('a letter without an answer is overdue on the eleventh day', () => {
  const { network, give, upheld, letter, answer } = watchLife()
  const reportIds = [upheld(1, '2026-01-05')]
  const letterId = idOf('letter')
  const said = { to: 'labour-ministry', partyId: idOf('Golden River'), reportIds }
  letter(letterId, '2026-01-05', said)
  const overdue = (day: string) => overdueOf(network.watch, day).map(({ to, dueOn }) => [to, dueOn])
  expect(overdue('2026-01-15')).toEqual([])
  expect(overdue('2026-01-16')).toEqual([['labour-ministry', '2026-01-15']])
  const early = { letterId, says: 'inspects' }
  expect(give('ann', 'RecordWatchAnswer', '2026-01-04', early)).toBe('answered-before-sent')
  expect(answer(letterId, '2026-01-20', 'inspects')).toBe('recorded')
  expect(overdue('2026-02-16')).toEqual([])
})

test('nothing is told outside before a reviewer lets it, and never of less than three households', () => {
  const { give, upheld, shown } = watchLife()
  upheld(1, '2026-01-05')
  upheld(2, '2026-01-05')
  upheld(2, '2026-01-06')
  expect(give('rith', 'SwitchPublication', '2026-01-07', { isPublic: true })).toBe('recorded')
  expect(shown('2027-12-31')).toEqual([])
  upheld(3, '2026-02-01')
  // Ninety days after the 1st of February is the 2nd of May: the next showing is that of the 1st of July.
  expect(shown('2026-06-30')).toEqual([])
  expect(shown('2026-07-01')).toEqual([
    {
      partyId: idOf('Golden River'),
      isReported: true,
      kinds: ['duty'],
      duties: ['no-fee-above-ceiling'],
      official: [],
    },
  ])
  give('rith', 'SwitchPublication', '2026-07-02', { isPublic: false })
  expect(shown('2026-07-03')).toEqual([])
})

test('what authorities have ruled needs no count, where whoever spoke lets it be told', () => {
  const { give, check, rule, shown } = watchLife()
  give('rith', 'SwitchPublication', '2026-01-01', { isPublic: true })
  const official = { authority: 'court', on: '2026-02-03' }
  check('silent', '2026-02-05', { mayBeCounted: false })
  rule('silent', '2026-02-05', { official })
  expect(shown('2026-02-06')).toEqual([])
  check('willing', '2026-02-05', { household: markOf(2) })
  rule('willing', '2026-02-05', { official })
  expect(shown('2026-02-06')).toMatchObject([{ isReported: false, official: [official] }])
})

test('a venue is told of nowhere', () => {
  const { give, upheld, shown } = watchLife()
  give('rith', 'SwitchPublication', '2026-01-01', { isPublic: true })
  for (const household of [1, 2, 3, 4])
    upheld(household, '2026-01-05', { kind: 'venue', duties: [] })
  expect(shown('2027-12-31')).toEqual([])
})

test('rules of the network go no lower than three households and ninety days', () => {
  const { give } = watchLife()
  const rules = { upheldNeeded: 3, windowDays: 730, publicFrom: 3, delayDays: 90 }
  const set = (more: object) => give('rith', 'SetWatchRules', '2026-01-05', { ...rules, ...more })
  expect(set({ publicFrom: 2 })).toBe('public-out-of-range /publicFrom')
  expect(set({ delayDays: 89 })).toBe('delay-out-of-range /delayDays')
  expect(set({ upheldNeeded: 1 })).toBe('upheld-out-of-range /upheldNeeded')
  expect(set({})).toBe('recorded')
})

test('a step that lost what it rests on while it waited is not confirmed', () => {
  const { upheld, give, rule, ladder } = watchLife()
  const ids = [1, 2, 3].map((household) => upheld(household, '2026-01-05'))
  const decisionId = idOf('waiting')
  const said = { partyId: idOf('Golden River'), step: 'first-warning', reportIds: ids }
  expect(give('ann', 'ProposeLadderStep', '2026-01-06', { decisionId, ...said })).toBe('recorded')
  expect(rule('report 3 2026-01-05', '2026-01-07', { found: 'unfounded' })).toBe('recorded')
  expect(give('bopha', 'ConfirmDecision', '2026-01-08', { decisionId })).toBe('step-not-due')
  expect(ladder().taken).toEqual([])
})

test('of two rulings of one day the later word holds, whatever their ids are', () => {
  for (const [first, second] of [
    ['a', 'b'],
    ['b', 'a'],
  ]) {
    const { check, give, network, ladder } = watchLife()
    check('fee', '2026-01-05')
    for (const [name, found] of [
      [first, 'unfounded'],
      [second, 'upheld'],
    ]) {
      const decisionId = idOf(name!)
      give('ann', 'ProposeRuling', '2026-01-05', { decisionId, reportId: idOf('fee'), found })
      give('bopha', 'ConfirmDecision', '2026-01-05', { decisionId })
    }
    expect(ladder().upheld).toHaveLength(1)
    // As the views hand it out: by id.
    const decisions = new Map(
      [...network.watch.decisions].toSorted(([one], [other]) => (one < other ? -1 : 1)),
    )
    expect(upheldOf({ ...network.watch, decisions }, idOf('Golden River'))).toHaveLength(1)
  }
})

test('a proposal that waits since before a ruling of the same day does not turn it', () => {
  const { check, give } = watchLife()
  check('fee', '2026-01-05')
  for (const found of ['unfounded', 'upheld'])
    give('ann', 'ProposeRuling', '2026-01-05', {
      decisionId: idOf(found),
      reportId: idOf('fee'),
      found,
    })
  const confirm = (found: string) =>
    give('bopha', 'ConfirmDecision', '2026-01-05', { decisionId: idOf(found) })
  expect(confirm('upheld')).toBe('recorded')
  expect(confirm('unfounded')).toBe('decision-overtaken')
})

test('what is written after a petition changes none of it, whatever day one person gives to it', () => {
  const { network, upheld, step, rule, letter: sent, answer } = watchLife()
  const ids = [1, 2, 3].map((household) => upheld(household, '2026-01-05'))
  const asked = idOf('asked in time')
  const partyId = idOf('Golden River')
  const letter = { partyId, reportIds: ids, to: 'labour-ministry' }
  sent(asked, '2026-01-05', letter)
  expect(step('first-warning', '2026-01-20', ids).confirmed).toBe('recorded')
  const now = () =>
    petitionOf({ ...network.watch, parties: network.parties }, idOf('first-warning'))
  const before = now()
  expect(before!.letters).toEqual([
    { to: 'labour-ministry', on: '2026-01-05', dueOn: '2026-01-15' },
  ])
  expect(sent(idOf('made early'), '2026-01-06', letter)).toBe('recorded')
  expect(answer(asked, '2026-01-07', 'repays')).toBe('recorded')
  expect(rule('report 3 2026-01-05', '2026-01-20', { found: 'unfounded' })).toBe('recorded')
  expect(now()).toEqual(before)
})
