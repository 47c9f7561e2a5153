import { beforeAll, expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { countries, legalCapOn } from '#domain/fund/charter/law.ts'
import { practiceKeeper } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { changesBetween, charterFields, votesOn } from '#src/app/charter-history.ts'
import { rulesWords } from '#src/words/words.ts'
import { khmerDigits } from '#src/words/locale.ts'
import { attempts } from '#test/hostile/hostile-words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

let village: Practice
beforeAll(async () => {
  village = await practice()
})

const ask = async (query: string, door: 'household' | 'chair' = 'household') =>
  village.ask(`/funds/${village.fundId}/rules${query}`, { token: await village.as(door) })

const textOf = async (query: string, door: 'household' | 'chair' = 'household') => {
  const answer = await ask(query, door)
  expect(answer.status).toBe(200)
  return pageText(await answer.text())
}

/** Puts a new charter to the vote as the chair does at the meeting. */
const amendOn = async (on: string, more: Partial<Charter>, id = village.needs.ids()) => {
  const book = (await bookOf(village.needs.store, village.fundId))!
  const charter = { ...book.fund.charters.at(-1)!.charter, ...more }
  const votes = { present: 55, yes: 50, no: 2 }
  const confirmedBy = book.members.find(({ offices }) =>
    offices.some(({ office }) => office === 'record-keeper'),
  )!.memberId
  const approvals = [{ login: practiceKeeper.login, secret: practiceKeeper.pin }]
  const envelope = { id, v: 1, effectiveOn: on }
  const command = { ...envelope, charter, votes, confirmedBy, approvals }
  const answer = await village.ask(`/v1/funds/${village.fundId}/commands`, {
    token: await village.as('chair'),
    json: { commands: [{ ...command, type: 'AmendCharter' }] },
  })
  const { answers } = (await answer.json()) as { answers: { outcome: string; code?: string }[] }
  return answers.map(({ outcome, code }) => code ?? outcome)
}
const amend = async (more: Partial<Charter>): Promise<void> =>
  expect(await amendOn(practiceDay, more)).toEqual(['recorded'])

test('every row of the fair-lending charter is said, and whether a vote could change it', async () => {
  const text = await textOf('')
  for (const words of [
    'A loan costs at most 18 % a year in all',
    'Civil Code of Cambodia and the ceiling of the Ministry of Justice, in force since 21 December 2011. This was checked.',
    'never on the whole loan again, and never on interest',
    'at most 50 % of itself',
    'At most 1,000\u202f៛ at a meeting and 5 % of the instalment',
    '3 times what the borrower has saved',
    '1,500,000\u202f៛',
    'At most 200,000\u202f៛, for at most 3 months',
    'above 33 %: the officers advise against it',
    'above 40 %, or if nobody knows the income: only the meeting decides',
    'above 50 %: no',
    'Land title, ID card, passport, family book, bank card, the work of a person, the work of a child',
    'until 3 days later or the next meeting',
    'At least 4 officers vote',
    'a loan above 1,000,000\u202f៛, on a loan to an officer',
    'As many yes as no is a no.',
    'Relief never costs ■ No vote can change this',
    'A grant is never a debt ■ No vote can change this',
    'The officers ○ The meeting can change this',
    'The meeting elects the officers for 12 months. 60 days after the end of their term',
    'At least 3 of 5 seats are women’s.',
    'Who comes first ◆ The same in every fund',
    'Interest ○ The meeting can change this',
    'Within 31 days the borrower may ask the meeting',
    'They have not been changed since.',
  ])
    expect(text).toContain(words)
})

test('a household has the way out and its passbook, an officer the fund', async () => {
  expect(await textOf('')).toContain('To my passbook')
  const officers = await ask('', 'chair')
  const page = await officers.text()
  expect(page).not.toContain('class="quick-exit"')
  expect(pageText(page)).toContain('Back to today')
})

test('a day of the past is asked for in either script, and the language link keeps it', async () => {
  expect(await textOf('?asOf=2025-06-30')).toContain('as they hold on 30 June 2025')
  expect(await textOf(`?asOf=${khmerDigits('2025-06-30')}`)).toContain('30 June 2025')
  expect(await (await ask('?asOf=2025-06-30')).text()).toContain('?asOf=2025-06-30&amp;lang=km')
})

test('a day that cannot be shown is told at its field, whatever was written there', async () => {
  for (const day of ['2025-02-31', '2030-01-01', '1999-01-01', ...attempts]) {
    const answer = await ask(`?asOf=${encodeURIComponent(day)}`)
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain('id="day-fault"')
    expect(page).not.toMatch(/<(?:script|img|iframe)/i)
  }
})

test('in Khmer it is in Khmer', async () => {
  const text = await textOf('?lang=km')
  expect(text).toContain('ការបោះឆ្នោតណាក៏ប្ដូរមិនបាន')
  expect(text).not.toContain('No vote')
})

test('every law that is known has its source in words', () => {
  const days = ['1950-01-01', '2012-01-01', '2026-01-01']
  const keys = countries.flatMap((country) =>
    days.map((day) => `${country} ${legalCapOn(day, country).from}`),
  )
  expect(Object.keys(rulesWords.in('en'))).toEqual(expect.arrayContaining(keys))
})

test('every value of a charter that differs is a change with a name', () => {
  const changed: Charter = {
    ...defaultCharter,
    households: 61,
    shareValue: 6000,
    sharesPerMeeting: { min: 2, max: 6 },
    socialPerMeeting: 1,
    absenceFine: 1,
    meetingDay: 31,
    meetingWeekday: 3,
    rateMonthlyPercent: { normal: '1', seasonal: '1.1', emergency: '0.5' },
    interestStep: 1,
    instalmentStep: 1,
    provisioning: {
      step: 1,
      classes: [{ toDays: null, name: 'loss', percent: '2' }],
      reliefExtraPercent: '1',
    },
    ceiling: {
      savingsMultiple: 2,
      ofEquityAndSavingsPercent: 9,
      amountMax: 1,
      emergencyMax: 1,
      emergencyMonthsMax: 1,
      enterpriseMax: 1,
    },
    quorumPercent: 60,
    boxMax: 1,
    repaymentOrder: 'principal-first',
    officers: {
      termMonths: 24,
      graceDays: 1,
      seats: 7,
      womenMin: 4,
      votingMin: 5,
      amountMax: 1,
    },
    savingsRules: {
      surplus: { membersPercent: 50, reservePercent: 31, runningCostsPercent: 19 },
      liquidity: { percent: 1, rainyPercent: 2 },
      borrowingMaxPercent: 1,
    },
    relief: { months: 1, personalMonths: 1, harvestMonth: 1, lineOfLastLoanPercent: 1 },
    support: {
      passport: 1,
      papers: 1,
      training: 1,
      'safe-return': 1,
      'emergency-return': 1,
      reintegration: 1,
      school: 1,
      children: 1,
    },
  }
  const all = Object.keys(charterFields(defaultCharter)).filter((field) => field !== 'currency')
  expect(changesBetween(defaultCharter, changed).map(({ field }) => field)).toEqual(all)
  expect(changesBetween(defaultCharter, defaultCharter)).toEqual([])
})

test('what a vote changed is told old and new, with its day and its votes; the day before knows nothing of it', async () => {
  await amend({ absenceFine: 500, meetingDay: 31 })
  const text = await textOf('')
  expect(text).toContain('Version 2 of the rules, in force since 31 December 2025.')
  expect(text).toContain('Written down on 31 December 2025.')
  expect(text).toContain('50 voted yes and 2 no; 55 were there.')
  expect(text).toContain('Fine for staying away: was 1,000\u202f៛, is now 500\u202f៛')
  expect(text).toContain('was 20 of the month, is now the last day of the month')
  expect(text).toContain('the rules the fund began with')
  const before = await textOf('?asOf=2025-12-30')
  expect(before).toContain('Version 1 of the rules')
  expect(before).toContain('The rules have been changed after this day.')
  expect(before).not.toContain('is now 500')
})

test('a rule never reaches back: rules that are written for an earlier day are refused, the day before too', async () => {
  const before = await textOf('')
  expect(await amendOn('2025-12-30', { absenceFine: 700 })).toEqual(['charter-not-backwards'])
  expect(await amendOn('2025-06-20', { quorumPercent: 50 })).toEqual(['charter-not-backwards'])
  expect(await textOf('')).toBe(before)
})

test('a fund that never voted on its rules has its journal left alone', async () => {
  const journal = { read: () => Promise.reject(new Error('the journal was read')) }
  const versions = [{ version: 1, from: '2025-01-01', charter: defaultCharter }]
  expect((await votesOn(journal, 'any', versions)).size).toBe(0)
})

test('nothing is written, and strangers are asked to sign in', async () => {
  const length = async () => (await village.needs.store.read(village.fundId, 0, 10_000)).length
  const before = await length()
  await textOf('')
  expect(await length()).toBe(before)
  expect((await village.ask(`/funds/${village.fundId}/rules`)).status).toBe(401)
})

test('rules that were written down are answered again the next day as they were, and no longer new', async () => {
  const id = village.needs.ids()
  const charter = { absenceFine: 600 }
  const book = (await bookOf(village.needs.store, village.fundId))!
  const now = book.fund.charters.at(-1)!.charter
  expect(await amendOn(practiceDay, { ...now, ...charter }, id)).toEqual(['recorded'])
  village.pass(24 * 3_600_000)
  expect(await amendOn(practiceDay, { ...now, ...charter }, id)).toEqual(['recorded'])
  expect(await amendOn(practiceDay, { absenceFine: 700 })).toEqual(['charter-not-backwards'])
})
