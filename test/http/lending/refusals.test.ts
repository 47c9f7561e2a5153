import { beforeAll, expect, test } from 'vitest'
import { lendingCodeWords } from '#src/words/report-words.ts'
import { type Fields, fieldsOf } from '#test/http/desk/at-desk.ts'
import {
  type Lending,
  askedFor,
  chairsWord,
  check,
  filled,
  hands,
  lending,
  readAloud,
  lookedInto,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { bearing } from '#test/support/means.ts'

const said = lendingCodeWords.in('en')

let at: Lending
let loanId = ''
beforeAll(async () => {
  at = await lending()
  loanId = await lookedInto(at)
})

/** A vote for each officer, the chair last. */
const votesOf = (vote: (i: number) => string): Fields => {
  const others = at.officers.filter(({ memberId }) => memberId !== at.chair.memberId)
  const all = [...others, at.chair].map(({ memberId }, i) => [`vote-${memberId}`, vote(i)] as const)
  return Object.fromEntries(all.filter(([, said]) => said !== ''))
}

test('what the rules of a vote refuse is told in words, and the form keeps what was typed', async () => {
  const before = await at.length()
  const officers = { by: 'officers', confirmedBy: at.chair.memberId, reason: 'no-cash' }
  const refused: readonly (readonly [Fields, keyof typeof said])[] = [
    [{ ...hands(at, 10, 2), present: '20' }, 'quorum-missing'],
    [{ ...hands(at, 50, 40) }, 'more-votes-than-present'],
    [{ ...hands(at, 50, 1), present: '5000' }, 'more-present-than-members'],
    [{ ...officers, ...votesOf((i) => (i < 3 ? 'yes' : '')) }, 'too-few-votes'],
    [{ ...officers, ...votesOf((i) => (i < 2 ? 'out' : 'yes')) }, 'the-meeting-must-vote'],
    [
      {
        ...officers,
        confirmedBy: at.officers.find(({ offices }) => offices.length === 1)!.memberId,
      },
      'confirmed-by-no-chair',
    ],
  ]
  for (const [fields, code] of refused) {
    const answer = await check(at, `decision?loan=${loanId}`, fields)
    const text = pageText(answer.html)
    expect([code, [400, 409].includes(answer.status)]).toEqual([code, true])
    expect(text).toContain(said[code])
    expect(text).toContain('It was not recorded')
    if (fields['yes'])
      expect(answer.html).toMatch(new RegExp(`name="yes"[^>]*value="${fields['yes']}"`))
    if (fields['reason']) expect(answer.html).toMatch(/<option value="no-cash"\s+selected/)
    expect(answer.html).toMatch(new RegExp(`name="by" value="${fields['by']}"\\s+checked`))
  }
  expect(await at.length()).toBe(before)
})

test('what was not chosen is marked at its field', async () => {
  const answer = await check(at, `decision?loan=${loanId}`, {
    confirmedBy: '',
    present: 'a whole crowd',
  })
  expect(answer.status).toBe(400)
  const text = pageText(answer.html)
  for (const told of [
    'Choose who voted: the officers or the meeting.',
    'Write the number in digits, for example 42.',
    'Choose the second officer who confirms.',
  ])
    expect(text).toContain(told)
  expect(answer.html).not.toContain('a whole crowd')
})

test('whoever writes it down cannot stand behind it as the second person', async () => {
  const html = (await at.page(`record/decision?loan=${loanId}`)).html
  const second = /<select id="confirmedBy"[\s\S]*?<\/select>/.exec(html)![0]
  expect(second).not.toContain(at.keeper.memberId)
  expect(second).toContain(at.chair.memberId)
  const forged = { ...(await filled(at, `decision?loan=${loanId}`, hands(at, 50, 2))) }
  const answer = await at.post('record/decision/confirm', {
    ...forged,
    confirmedBy: at.keeper.memberId,
  })
  expect(answer.status).toBe(400)
  expect(pageText(answer.html)).toContain('Choose the second officer who confirms.')
})

test('a vote is recorded only with the word of the one who was named, and no page repeats a secret', async () => {
  const before = await at.length()
  const question = await check(at, `decision?loan=${loanId}`, hands(at, 50, 2))
  expect(pageText(question.html)).toContain('PIN 482915')
  const carried = fieldsOf(question.html)
  const wrong: readonly (readonly [Fields, keyof typeof said])[] = [
    [{}, 'approval-needed'],
    [{ login: 'practice chair', secret: '111999 is no word' }, 'sign-in-failed'],
    [{ login: 'nobody at all', secret: '482915' }, 'sign-in-failed'],
  ]
  for (const [word, code] of wrong) {
    const answer = await at.post('record/decision', { ...carried, ...word })
    expect([code, answer.status]).toEqual([code, 403])
    expect(pageText(answer.html)).toContain(said[code])
    expect(answer.html).toContain('name="present" value="55"')
    expect(answer.html).not.toContain('111999 is')
    expect(answer.html).not.toMatch(/name="secret"[^>]*value="./)
  }
  expect(await at.length()).toBe(before)
  const log = await at.needs.store.activities(at.fundId, { limit: 50 })
  const tries = log.filter(
    ({ action, outcome }) => action === 'DecideLoan' && outcome === 'refused',
  )
  expect(tries.length).toBe(3)
  const done = await at.post('record/decision', { ...carried, ...chairsWord })
  expect([done.status, await at.length()]).toEqual([303, before + 1])
})

test('a number that another loan has, and a second request, are told with what to do', async () => {
  const { number } = at.loan
  const taken = await check(at, `payout?loan=${loanId}`, { number })
  expect(pageText(taken.html)).toContain(said['loan-number-taken'])
  const member = (await at.bookNow()).requests.find((one) => one.loanId === loanId)!.asked.memberId
  const again = await check(at, `request?member=${member}`, askedFor)
  expect([again.status, pageText(again.html).includes(said['already-asking'])]).toEqual([409, true])
})

test('for papers and travel it is said by which way somebody leaves, and for children there is no loan', async () => {
  const member = await somebodyFree(at)
  const task = `request?member=${member.memberId}`
  const small = { principal: '100000', months: '2', product: 'emergency' }
  const fields = { ...small, purpose: 'papers-and-travel' }
  const tried: readonly (readonly [Fields, keyof typeof said])[] = [
    [{}, 'channel-not-named'],
    [{ channel: 'papers-only' }, 'under-eighteen'],
    [{ channel: 'agency', isAdult: 'yes', agencyLicence: '001/0' }, 'agency-not-checked'],
  ]
  for (const [more, code] of tried) {
    const answer = await check(at, task, { ...fields, ...more })
    expect([code, answer.status]).toEqual([code, 409])
    expect(pageText(answer.html)).toContain(said[code])
  }
  const checked = {
    channel: 'agency',
    isAdult: 'yes',
    agencyCheckedOn: '2025-12-20',
    agencyLicence: '001/0',
  }
  expect((await check(at, task, { ...fields, ...checked })).status).toBe(303)
})

test('words that want to be a script come back as text or not at all', async () => {
  const script = '<script>alert(1)</script>'
  const member = await somebodyFree(at)
  const forms: readonly (readonly [string, Fields])[] = [
    [`request?member=${member.memberId}`, { principal: script, months: script, purpose: script }],
    [`payout?loan=${loanId}`, { number: script, witness1: script, amount: script }],
    [`guarantee?loan=${loanId}`, { card1: script, upTo1: script }],
    [`new-plan?loan=${at.loan.loanId}`, { months: script, firstDueOn: script, yes: script }],
  ]
  for (const [task, fields] of forms) {
    const answer = await check(at, task, fields)
    expect([task, answer.status]).toEqual([task, 400])
    expect(answer.html).not.toContain(script)
    expect(answer.html).not.toContain('alert(1)')
  }
  const register = await at.page(`loans?show=${encodeURIComponent(script)}`)
  expect([register.status, register.html.includes('alert(1)')]).toEqual([200, false])
})

test('a household writes nothing down, and reads its own alone', async () => {
  const token = await at.as('household')
  const ask = (path: string) => at.ask(`/funds/${at.fundId}/${path}`, { token })
  for (const path of ['loans', 'record/request', `record/decision?loan=${loanId}`])
    expect([path, (await ask(path)).status]).toEqual([path, 403])
  const own = (await at.needs.store.cards(at.fundId))[0]!.memberId
  const { loans } = await at.bookNow()
  const of = (isOwn: boolean) => loans.find((loan) => (loan.memberId === own) === isOwn)!.loanId
  expect((await ask(`loans/${of(true)}`)).status).toBe(200)
  const others = await Promise.all([`loans/${of(false)}`, `loans/${loanId}`].map(ask))
  expect(others.map(({ status }) => status)).toEqual([404, 404])
  expect(await others[0]!.text()).toBe(await others[1]!.text())
})

test('a household reads of its own loan how many voted, and no other member’s card', async () => {
  const village = await lending()
  const own = (await village.needs.store.cards(village.fundId))[0]!.memberId
  const fields = { ...askedFor, product: 'emergency', principal: '100000', months: '2' }
  const { entryId: ownLoan } = await written(village, `request?member=${own}`, fields)
  await written(village, `appraisal?loan=${ownLoan}`, {
    appraisedBy: village.chair.memberId,
    finding: 'sound',
    ...bearing('up-to-33'),
  })
  const guarantor = village.keeper.card
  await written(village, `guarantee?loan=${ownLoan}`, {
    card1: guarantor,
    upTo1: '50000',
    approvedBy: village.chair.memberId,
    ...chairsWord,
  })
  await written(village, `disclosure?loan=${ownLoan}`, readAloud)
  await written(village, `decision?loan=${ownLoan}`, { ...hands(village, 50, 2), ...chairsWord })
  const token = await village.as('household')
  const read = async () =>
    (await village.ask(`/funds/${village.fundId}/loans/${ownLoan}?lang=en`, { token })).text()
  const asked = await read()
  await written(village, `payout?loan=${ownLoan}`, { number: 'L26-02', witness1: guarantor })
  for (const page of [asked, await read()]) {
    const text = pageText(page)
    expect(text).toContain('Yes 50 No 2')
    expect(text).toContain('1 member stands for it')
    for (const { card } of [village.chair, village.keeper]) expect(text).not.toContain(card)
    expect(page).not.toContain('/record/')
  }
})
