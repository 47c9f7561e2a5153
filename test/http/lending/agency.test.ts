import { expect, test } from 'vitest'
import { approverOf } from '#src/app/identity/approver.ts'
import {
  type Lending,
  chairsWord,
  check,
  hands,
  lending,
  readAloud,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { bearing } from '#test/support/means.ts'

const leaving = {
  principal: '100000',
  months: '2',
  product: 'emergency',
  purpose: 'papers-and-travel',
  channel: 'agency',
  isAdult: 'yes',
  agencyCheckedOn: '2025-12-20',
}

const lookedInto = async (at: Lending, seen: Readonly<Record<string, string>>): Promise<string> => {
  const { memberId } = await somebodyFree(at)
  const { entryId: loanId } = await written(at, `request?member=${memberId}`, leaving)
  const looked = { appraisedBy: at.keeper.memberId, finding: 'sound', ...bearing('up-to-33') }
  await written(at, `appraisal?loan=${loanId}`, { ...looked, ...seen })
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  return loanId
}

test('a second officer who has seen the licence types the word, and the vote is taken', async () => {
  const at = await lending()
  const loanId = await lookedInto(at, { agencySeenBy: at.chair.memberId, ...chairsWord })
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 3), ...chairsWord })
})

test('what one officer says of an agency is no check: the vote is refused in words', async () => {
  const at = await lending()
  const loanId = await lookedInto(at, {})
  const { status, html } = await check(at, `decision?loan=${loanId}`, hands(at, 50, 3))
  expect(status).toBe(409)
  expect(pageText(html)).toContain('was not seen by two officers')
})

test('the second officer’s word is asked for where one is named, and only there', () => {
  const looked = { type: 'AppraiseLoan', loanId: 'l', appraisedBy: 'a', finding: 'sound' }
  expect(approverOf(looked as never)).toBeUndefined()
  expect(approverOf({ ...looked, agencySeenBy: 'b' } as never)).toBe('b')
})
