import { expect, test } from 'vitest'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { charterOn } from '#domain/fund/charter/charter.ts'
import { practiceKeeper } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { ruleFields } from '#src/app/new-rules.ts'
import { shownIn } from '#src/http/fair/new-rules.ts'
import { practising } from '#test/http/entrance-visits.ts'
import { as, formIdOn } from '#test/http/network-visits.ts'
import { type Practice, practiceDay } from '#test/support/service.ts'

/** The other officer's word, given once the question was seen. */
const word = { login: practiceKeeper.login, secret: practiceKeeper.pin, sure: 'yes' }

const charterOf = async ({ needs, fundId }: Practice): Promise<Charter> =>
  charterOn((await bookOf(needs.store, fundId))!.fund.charters, practiceDay).charter

/** The form as the page fills it, with some fields changed. */
const filled = (
  { charter, id }: { readonly charter: Charter; readonly id: string },
  more: Readonly<Record<string, string>>,
) => ({
  id,
  ...Object.fromEntries(ruleFields.map((field) => [field, shownIn(charter)(field)])),
  ...more,
})

const atTheVote = async () => {
  const world = await practising()
  const chair = await as(world, 'chair')
  const place = `/funds/${world.fundId}/rules/new`
  const charter = await charterOf(world)
  return { world, chair, place, charter, id: formIdOn(await chair.get(place)) }
}

test('new rules are read old beside new, voted on, and hold from that day', async () => {
  const { world, chair, place, charter, id } = await atTheVote()
  expect((await chair.get(`/funds/${world.fundId}/rules`)).text).toContain(
    'Put new rules to the vote',
  )
  const changed = filled(
    { charter, id },
    {
      rateNormal: '1.2',
      amountMax: '1200000',
      womenMin: '4',
      enterpriseMax: '500000',
      supportReintegration: '1500000',
    },
  )
  const check = await chair.send(place, changed)
  expect(check.status).toBe(200)
  for (const said of [
    '1.5 % a month',
    '1.2 % a month',
    '1,500,000\u202f៛',
    '1,200,000\u202f៛',
    'Read this aloud',
  ])
    expect(check.text).toContain(said)
  expect(await charterOf(world)).toEqual(charter)
  const votes = { id: formIdOn(check), present: '៥៥', yes: '50', no: '2' }
  const done = await chair.send(`${place}/vote`, { ...changed, ...votes, ...word })
  expect([done.status, done.location]).toEqual([303, `/funds/${world.fundId}/rules`])
  const anew = await charterOf(world)
  expect(anew).toEqual({
    ...charter,
    rateMonthlyPercent: { ...charter.rateMonthlyPercent, normal: '1.2' },
    ceiling: { ...charter.ceiling, amountMax: 1_200_000, enterpriseMax: 500_000 },
    officers: { ...charter.officers, womenMin: 4 },
    support: { reintegration: 1_500_000 },
  })
  const { text } = await chair.get(`/funds/${world.fundId}/rules`)
  expect(text).toContain('Support for a new start, at most')
  expect(text).toContain('1,500,000\u202f៛')
})

test('a rule with a sum ten times what it was is asked about beside old and new', async () => {
  const { chair, place, charter, id } = await atTheVote()
  const check = async (more: Readonly<Record<string, string>>) =>
    (await chair.send(place, filled({ charter, id }, more))).text
  const asked = 'Is this ten times what you meant?'
  expect(await check({ boxMax: String(9 * charter.boxMax) })).not.toContain(asked)
  expect(await check({ boxMax: String(10 * charter.boxMax) })).toContain(asked)
})

test('what nobody changed stays as the charter has it, to the last field', async () => {
  const { chair, place, charter, id } = await atTheVote()
  const nothing = await chair.send(place, filled({ charter, id }, {}))
  expect([nothing.status, nothing.text]).toEqual([
    400,
    expect.stringContaining('Nothing would change'),
  ])
})

test.each([
  ['a word', { amountMax: 'much' }, 'Write a number in digits'],
  ['a rate that is none', { rateNormal: '1,5' }, 'Write a number in digits'],
  ['fewer shares at most than at least', { sharesMin: '4', sharesMax: '3' }, 'do not fit together'],
])('%s is told at its place, and all that was typed is kept', async (_, more, said) => {
  const { chair, place, charter, id } = await atTheVote()
  const answer = await chair.send(place, filled({ charter, id }, { boxMax: '123400', ...more }))
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(said)])
  for (const value of ['123400', ...Object.values(more)])
    expect(answer.page).toContain(`value="${value}"`)
})

test.each([
  [{ present: '55', yes: '20', no: '30' }, 409, 'The vote said no'],
  [{ present: '20', yes: '20', no: '0' }, 409, 'Too few members were there'],
  [{ present: '50', yes: '50', no: '20' }, 409, 'Count again'],
  [{ present: 'all', yes: '50', no: '2' }, 400, 'in digits'],
  [{ present: '100000', yes: '50', no: '2' }, 400, 'in digits'],
])('a vote of %j changes nothing and says why', async (votes, status, said) => {
  const { world, chair, place, charter, id } = await atTheVote()
  const changed = filled({ charter, id }, { rateNormal: '1.2' })
  const answer = await chair.send(`${place}/vote`, { ...changed, ...votes, ...word, id })
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(said)])
  expect(await charterOf(world)).toEqual(charter)
})

test('no vote makes a loan dearer than the law allows', async () => {
  const { world, chair, place, charter, id } = await atTheVote()
  const changed = filled({ charter, id }, { rateNormal: '1.6' })
  const votes = { id, present: '55', yes: '55', no: '0' }
  const answer = await chair.send(`${place}/vote`, { ...changed, ...votes, ...word })
  expect([answer.status, answer.text]).toEqual([
    409,
    expect.stringContaining('than the law allows'),
  ])
  expect(await charterOf(world)).toEqual(charter)
})

test('whoever types the hands alone changes nothing, and nothing that was typed is lost but the PIN', async () => {
  const { world, chair, place, charter, id } = await atTheVote()
  const changed = filled({ charter, id }, { rateNormal: '1.2' })
  const votes = { id, present: '55', yes: '50', no: '2', sure: 'yes' }
  for (const second of [
    {},
    { ...word, secret: '919191 is no word' },
    { login: 'practice chair', secret: '482915' },
  ]) {
    const answer = await chair.send(`${place}/vote`, { ...changed, ...votes, ...second })
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('did not fit')])
    expect(answer.page).toContain('value="50"')
    expect(answer.page).not.toContain('919191 is')
  }
  expect(await charterOf(world)).toEqual(charter)
})

test('how a surplus is split and what is kept in cash are put to the vote like other rules', async () => {
  const { world, chair, place, charter, id } = await atTheVote()
  const part = filled({ charter, id }, { membersPercent: '50' })
  expect((await chair.send(place, part)).text).toContain('parts of a surplus that are not 100')
  const changed = { ...part, reservePercent: '40', liquidityPercent: '25', reliefMonths: '4' }
  const check = (await chair.send(place, changed)).text
  for (const said of ['Of a surplus, for the members', '60 %', '50 %', '25 %', '4 months'])
    expect(check).toContain(said)
  await chair.send(`${place}/vote`, { ...changed, present: '55', yes: '50', no: '2', ...word })
  expect(await charterOf(world)).toMatchObject({
    savingsRules: {
      surplus: { membersPercent: 50, reservePercent: 40, runningCostsPercent: 10 },
      liquidity: { percent: 25, rainyPercent: 35 },
    },
    relief: { months: 4 },
  })
})
