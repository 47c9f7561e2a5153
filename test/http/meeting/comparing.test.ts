import { beforeAll, expect, test } from 'vitest'
import type { comparePaper } from '#domain/fund/operations/comparing.ts'
import type { BodyOf } from '#domain/operations/operation.ts'
import type { ComparisonsSummary } from '#src/app/health/comparisons.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { type AtMeeting, type Fields, day, meeting } from '#test/http/meeting/at-meeting.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'

let at: AtMeeting
beforeAll(async () => {
  at = await meeting()
})

/** Posted through the day, which knows nothing of comparing. */
const postedOf = async () => {
  const { balances, loans, members } = await at.bookNow()
  const sum = (account: string): number =>
    balances.reduce((all, one) => (one.account === account ? all + one.amount : all), 0)
  return new Map(
    members.map(({ memberId }) => [
      memberId,
      {
        savings: 0 - sum(`liability:savings:${memberId}`),
        loan: loans
          .filter((one) => one.memberId === memberId)
          .reduce((all, { loanId }) => all + sum(`asset:loan:${loanId}`), 0),
      },
    ]),
  )
}

const khmer = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))

/** The form as it came, with what the book says typed into it by hand. */
const copied = async (): Promise<Fields> => {
  const fields = await at.filled('paper', {})
  const posted = await postedOf()
  const typed = Object.entries(fields).flatMap(([name, memberId]) => {
    const row = /^(r\d+)-who$/.exec(name)?.[1]
    const one = row && posted.get(memberId)
    return one
      ? [
          [`${row}-savings`, khmer(String(one.savings))],
          [`${row}-loan`, String(one.loan)],
        ]
      : []
  })
  return { ...fields, ...Object.fromEntries(typed), confirmedBy: await chairOf() }
}

const chairOf = async (): Promise<string> =>
  (await at.bookNow()).members.find(({ offices }) => offices.some((o) => o.office === 'chair'))!
    .memberId

const savePrivately = async (): Promise<void> => {
  const { members } = await at.bookNow()
  const { memberId } = members.find(({ card }) => card === 'M08')!
  const json = { id: at.needs.ids(), effectiveOn: day, memberId, direction: 'in', amount: 77_700 }
  const token = await at.as('record-keeper')
  const path = `/v1/funds/${at.fundId}/private-savings`
  expect((await at.ask(path, { token, json })).status).toBe(200)
}

const word = { login: practiceSecond.login, secret: practiceSecond.pin }

/** One note more is left of a loan on the paper than in the book. */
const oneNoteOff = async (): Promise<Fields> => {
  const fields = await copied()
  return { ...fields, 'r3-loan': String(Number(fields['r3-loan']) + 100) }
}

test('what would be signed is read back: what agrees in all, or each line that differs and where to look', async () => {
  await savePrivately()
  const fields = await copied()
  const off = await oneNoteOff()
  expect(await (await at.send('paper', { ...fields, step: 'check' })).text()).toContain(
    'agree in every figure',
  )
  const question = await (await at.send('paper', { ...off, step: 'check' })).text()
  expect(question.match(/class="next"/g)).toHaveLength(1)
  expect(question).toContain('+ 100')
  expect(question).toContain('Look for a loan paid out that is not in the book')
  expect(question).not.toContain('77,700')
})

test('it is signed by two, once, and read by whoever reads balances', async () => {
  const off = await oneNoteOff()
  const before = await at.length()
  // Without the other one's word, or with a wrong one, nothing is signed.
  const alone = await at.send('paper', { ...off, step: 'save' })
  expect(alone.status).toBe(403)
  const wrong = await at.send('paper', {
    ...off,
    ...word,
    secret: '000000 is no word',
    step: 'save',
  })
  expect(wrong.status).toBe(403)
  expect(await wrong.text()).not.toContain('000000 is')
  expect(await at.length()).toBe(before)
  const signed = await at.send('paper', { ...off, ...word, step: 'save' })
  expect(signed.status).toBe(303)
  expect(await at.length()).toBe(before + 1)
  const row = await at.lastRow()
  const body = JSON.parse(row.data) as BodyOf<typeof comparePaper>
  expect([row.type, row.effectiveOn, body.postings, body.flags]).toEqual([
    'PaperCompared',
    day,
    [],
    ['paper-differs'],
  ])
  // The same form again is the same comparison.
  expect((await at.send('paper', { ...off, ...word, step: 'save' })).status).toBe(303)
  expect(await at.length()).toBe(before + 1)

  const paper = await (await at.get(`paper-comparisons/${row.id}?paper=a4`)).text()
  expect(paper).toContain('on-paper on-a4')
  expect(paper).toContain('+ 100')
  expect(await (await at.get('paper-comparisons')).text()).toContain(row.id)
  expect(await (await at.get(`receipts/${row.id}`)).text()).toContain('Lines that differ')

  const lines = await at.needs.store.activities(at.fundId, { limit: 50 })
  expect(lines.map(({ action, outcome }) => `${action} ${outcome}`)).toContain(
    'ComparePaper refused',
  )
})

test('what the book says otherwise by the time of signing is shown again before it is signed', async () => {
  const fields = await oneNoteOff()
  const seen = hiddenOf(await (await at.send('paper', { ...fields, step: 'check' })).text())
  const { members } = await at.bookNow()
  const { memberId } = members.find(({ card }) => card === 'M02')!
  const deposit = { id: at.needs.ids(), v: 1, type: 'RecordDeposit', effectiveOn: day, memberId }
  const token = await at.as('record-keeper')
  const json = { commands: [{ ...deposit, amount: 500 }] }
  expect((await at.ask(`/v1/funds/${at.fundId}/commands`, { token, json })).status).toBe(200)
  const before = await at.length()
  const answer = await at.send('paper', { ...seen, ...word, step: 'save' })
  const again = await answer.text()
  expect(answer.status).toBe(409)
  expect(again).toContain('The book has changed since you looked')
  expect(await at.length()).toBe(before)
  const signed = await at.send('paper', { ...hiddenOf(again), ...word, step: 'save' })
  expect(signed.status).toBe(303)
  expect(await at.length()).toBe(before + 1)
  // The same form again is the same comparison.
  expect((await at.send('paper', { ...hiddenOf(again), ...word, step: 'save' })).status).toBe(303)
})

test('an auditor is told what was signed, as of balances, and a household nothing', async () => {
  const off = await oneNoteOff()
  await at.send('paper', { ...off, ...word, step: 'save' })
  const row = await at.lastRow()
  const asked = async (door: Parameters<AtMeeting['as']>[0]) =>
    at.ask(`/v1/funds/${at.fundId}/paper-comparisons`, { token: await at.as(door) })
  const told = (await (await asked('auditor')).json()) as ComparisonsSummary
  expect([told.cleanDays, told.cleanDaysNeeded]).toEqual([0, 3])
  expect(told.comparisons[0]).toMatchObject({
    entryId: row.id,
    on: day,
    savingsDiffer: 0,
    loansDiffer: 100,
    notCompared: [],
    differences: [{ figure: 'loan', difference: 100 }],
  })
  expect((await asked('household')).status).toBe(403)
  const token = await at.as('household')
  expect((await at.ask(`/v1/funds/${at.fundId}/receipts/${row.id}`, { token })).status).toBe(404)
})

test('what cannot be read stands beside its field and is kept to be mended; nothing is written', async () => {
  const before = await at.length()
  const fields = await copied()
  const typed = { ...fields, 'r0-savings': '-5', 'r1-savings': 'many', 'r2-loan': '10.5' }
  const answer = await at.send('paper', { ...typed, confirmedBy: '', step: 'check' })
  expect(answer.status).toBe(400)
  const page = await answer.text()
  for (const name of ['r0-savings', 'r1-savings', 'r2-loan'])
    expect(page).toContain(`id="${name}-fault"`)
  expect(page).toContain('id="confirmedBy-fault"')
  expect(page).toContain('value="many"')
  const none = Object.entries(fields).filter(([name]) => !/-(savings|loan)$/.test(name))
  expect((await at.send('paper', { ...Object.fromEntries(none), step: 'check' })).status).toBe(400)
  expect(await at.length()).toBe(before)
})

test('two columns of a sheet are pasted, and only lines that name no card stay where they were pasted', async () => {
  const fields = await at.filled('paper', {})
  const lines = 'card\tsaved\tloan\nM02\t១២០០\t0\nM99\t5\t5\n3;700;\nM02\t1\t1'
  const page = await (await at.send('paper', { ...fields, lines, step: 'fill' })).text()
  expect(page).toContain('not taken: 2.')
  expect(page).toMatch(/<textarea[^>]*>\s*M99\t5\t5\nM02\t1\t1<\/textarea\s*>/)
  expect(page).toMatch(/name="r1-savings"[^>]*value="១២០០"/)
  expect(page).toMatch(/name="r2-savings"[^>]*value="700"/)
  expect(page).toMatch(/name="r2-loan"[^>]*value=""/)
})

test('what is pasted and not filled in yet is never passed over, whatever the officer goes on to', async () => {
  const fields = { ...(await at.filled('paper', {})), 'r1-savings': '300' }
  const before = await at.length()
  const many = Array.from({ length: 2001 }, (_, i) => (i === 2000 ? 'M03,700,' : `X${i},1,1`))
  const answer = await at.send('paper', { ...fields, lines: many.join('\n'), step: 'check' })
  const page = await answer.text()
  expect(page).toContain('not taken: 2001.')
  expect(page).toContain('M03,700,')
  expect(page).toMatch(/name="r1-savings"[^>]*value="300"/)
  expect(await at.length()).toBe(before)
})

test('a sum with commas is not cut apart where commas stand between columns, and nothing typed is emptied', async () => {
  const fields = { ...(await at.filled('paper', {})), 'r2-loan': '5000' }
  const lines = 'M02,1,200,0\nM03,700,'
  const page = await (await at.send('paper', { ...fields, lines, step: 'fill' })).text()
  expect(page).toContain('not taken: 1.')
  expect(page).toMatch(/name="r1-savings"[^>]*value=""/)
  expect(page).toMatch(/name="r2-savings"[^>]*value="700"/)
  expect(page).toMatch(/name="r2-loan"[^>]*value="5000"/)
})
