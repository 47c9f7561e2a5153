import { beforeEach, expect, test } from 'vitest'
import { kinshipOf } from '#domain/fund/people/particulars.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { lendingCodeWords } from '#src/words/report-words.ts'
import { lendingFormWords } from '#src/words/words.ts'
import {
  type Lending,
  askedFor,
  chairsWord,
  check,
  hands,
  lending,
  lookedInto,
  readAloud,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { bearing } from '#test/support/means.ts'

const words = lendingFormWords.in('en')

let at: Lending
let loanId = ''
let borrower = ''
/** Officers who are neither in the chair nor write things down. */
let others: readonly Member[] = []
beforeEach(async () => {
  at = await lending()
  loanId = await lookedInto(at)
  borrower = (await at.bookNow()).requests.find((one) => one.loanId === loanId)!.asked.memberId
  const known = [at.chair.memberId, at.keeper.memberId]
  others = at.officers.filter(({ memberId }) => !known.includes(memberId))
})

const declare = (memberId: string): Promise<void> =>
  at.needs.store.keepKinships(at.fundId, [
    {
      ...kinshipOf({ firstId: borrower, secondId: memberId, relation: 'sibling' }),
      fundId: at.fundId,
      declaredAt: at.needs.clock(),
    },
  ])

const ballotPage = async () => (await at.page(`record/decision?loan=${loanId}`)).html

test('an officer who is kin has stepped out before anything is asked, and no reason is told', async () => {
  const [kin] = others
  await declare(kin!.memberId)
  const html = await ballotPage()
  expect(pageText(html)).toContain(words.stepOut)
  expect(html).not.toContain(`name="vote-${kin!.memberId}"`)
  expect(html).not.toMatch(new RegExp(`<option value="${kin!.memberId}"`))
  expect(pageText(html)).not.toMatch(/sibling|in-law/)
  const votes = Object.fromEntries(
    at.officers
      .filter(({ memberId }) => memberId !== kin!.memberId)
      .map(({ memberId }) => [`vote-${memberId}`, 'yes']),
  )
  const fields = { by: 'officers', confirmedBy: at.chair.memberId, ...votes, ...chairsWord }
  await written(at, `decision?loan=${loanId}`, fields)
  const { ballot } = (await at.bookNow()).requests.find((one) => one.loanId === loanId)!.decision!
  expect(ballot.recused).toEqual([kin!.memberId])
})

test('when fewer than four may vote the page says that the meeting votes, and names who stepped out', async () => {
  expect(pageText(await ballotPage())).not.toContain(words.meetingMust)
  const kin = others.slice(0, at.officers.length - 3)
  for (const { memberId } of kin) await declare(memberId)
  const html = await ballotPage()
  expect(pageText(html)).toContain(words.meetingMust)
  expect(html).not.toContain('name="by" value="officers"')
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 2), ...chairsWord })
  const { ballot } = (await at.bookNow()).requests.find((one) => one.loanId === loanId)!.decision!
  expect(ballot.recused.toSorted()).toEqual(kin.map(({ memberId }) => memberId).toSorted())
})

test('a chair who is kin confirms nothing, and another officer is offered', async () => {
  await declare(at.chair.memberId)
  const html = await ballotPage()
  const second = /<select id="confirmedBy"[\s\S]*?<\/select>/.exec(html)![0]
  expect(second).not.toContain(at.chair.memberId)
  expect(second).toContain(others[0]!.memberId)
})

/** Asked for, and looked into by nobody. */
const askedAnew = async (): Promise<void> => {
  await written(at, `withdrawal?loan=${loanId}`)
  const { entryId } = await written(at, `request?member=${borrower}`, askedFor)
  loanId = entryId
}

test('kin are not offered to look into a request', async () => {
  await askedAnew()
  const [kin] = others
  await declare(kin!.memberId)
  const html = (await at.page(`record/appraisal?loan=${loanId}`)).html
  const who = /<select id="appraisedBy"[\s\S]*?<\/select>/.exec(html)![0]
  expect(who).not.toContain(kin!.memberId)
  expect(who).toContain(at.chair.memberId)
})

test('where every officer is kin one of them looks into it, and one writes down what the meeting decided', async () => {
  await askedAnew()
  for (const { memberId } of at.officers.slice(1)) await declare(memberId)
  const appraisers = async () => {
    const { html } = await at.page(`record/appraisal?loan=${loanId}`)
    return /<select id="appraisedBy"[\s\S]*?<\/select>/.exec(html)![0]
  }
  expect(await appraisers()).not.toContain(others.at(-1)!.memberId)
  await declare(at.officers[0]!.memberId)
  expect(await appraisers()).toContain(others.at(-1)!.memberId)
  const looked = { appraisedBy: others.at(-1)!.memberId, finding: 'sound' }
  await written(at, `appraisal?loan=${loanId}`, { ...looked, ...bearing('up-to-33') })
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 2), ...chairsWord })
  const { ballot } = (await at.bookNow()).requests.find((one) => one.loanId === loanId)!.decision!
  expect(ballot.recused.toSorted()).toEqual(at.officers.map(({ memberId }) => memberId).toSorted())
})

test('a form that was opened before kin were declared is refused in words where kin would confirm', async () => {
  const fields = hands(at, 50, 2)
  const before = await at.length()
  await declare(others[0]!.memberId)
  const answer = await check(at, `decision?loan=${loanId}`, {
    ...fields,
    confirmedBy: others[0]!.memberId,
  })
  expect(answer.status).toBe(400)
  expect(await at.length()).toBe(before)
  expect(lendingCodeWords.in('en')['kin-must-step-out']).toContain('stepped out')
})
