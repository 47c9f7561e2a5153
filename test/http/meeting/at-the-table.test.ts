import { beforeEach, expect, test } from 'vitest'
import { type AtMeeting, day, meeting } from '#test/http/meeting/at-meeting.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Finger, finger } from '#test/support/finger.ts'

let at: AtMeeting
let person: Finger
beforeEach(async () => {
  at = await meeting()
  person = finger(at, at.token)
})

const idOf = (card: string): string =>
  at.book.members.find((member) => member.card === card)!.memberId
const turnOf = (card: string): string => `pass/${idOf(card)}`
const place = (step: string): string => `/funds/${at.fundId}/meetings/${day}/${step}`
const usual = / is on the table: next$/
const opened = () => at.done('open', { sum: '13237800' })
const listed = (...cards: readonly string[]) =>
  at.done('attendance', Object.fromEntries(cards.map((card) => [`p-${idOf(card)}`, 'yes'])))

test.each<readonly [string, () => Promise<unknown>]>([
  ['a meeting that was never opened', async () => listed('M04')],
  ['a meeting without a list', async () => opened()],
  [
    'a meeting that is closed',
    async () => {
      await opened()
      await listed('M04')
      await at.done('close', { sum: '13237800' })
    },
  ],
])('what is laid down at %s is read back, however usual', async (_, held) => {
  await held()
  const before = await at.length()
  await person.open(place(turnOf('M04')))
  await person.press(usual)
  expect(person.text()).toContain('Is this what was laid on the table?')
  expect(await at.length()).toBe(before)
})

test('the list of a closed meeting leads nobody on to the table', async () => {
  await opened()
  await listed('M04')
  expect(pageText(await at.page('pass'))).toContain('Go on with')
  await at.done('close', { sum: '13237800' })
  expect(pageText(await at.page('pass'))).not.toContain('Go on with')
})

test('whoever was only handed money has not been at the table, and is told what was taken', async () => {
  await opened()
  await listed('M04', 'M05')
  const { needs, fundId } = at
  const out = { type: 'RecordWithdrawal', v: 1, effectiveOn: day, amount: 1000 } as const
  await needs.record(fundId, [{ ...out, id: needs.ids(), memberId: idOf('M04') }], {
    actor: 'test',
    device: 'test',
  })
  await person.open('/?lang=en')
  await person.follow(/Go on: \S+ \S+ M04 /)
  expect(person.text()).toContain('Has taken 1,000\u202f៛ out of the box today')
  expect(person.text()).not.toContain('Has brought')
  await person.press(usual)
  expect(person.path()).toContain(turnOf('M05'))
})

test('whoever had a turn has had it, also where the meeting before is closed late', async () => {
  await listed('M04', 'M05')
  await at.done(turnOf('M04'), { deposit: '3500' })
  await person.open(place(turnOf('M04')))
  expect(person.text()).toContain('Has brought 3,500\u202f៛')
  const { needs, fundId } = at
  const count = { amount: 13_237_800, isByNote: true }
  const late = {
    type: 'CloseMeeting',
    id: needs.ids(),
    v: 1,
    effectiveOn: '2025-12-28',
    count,
  } as const
  await needs.record(fundId, [late], { actor: 'test', device: 'test' })
  await person.open(place(turnOf('M04')))
  expect(person.text()).toContain('Has brought 3,500\u202f៛')
  await person.open(place(`${turnOf('M05')}?after=${idOf('M04')}`))
  expect(person.text()).toContain('Take back')
})

test('taking back begins with what was written down last, and says what that comes to', async () => {
  await opened()
  await listed('M04', 'M05')
  await person.open(place(turnOf('M04')))
  await person.press(usual)
  await at.done(turnOf('M04'), { deposit: '3500' })
  await person.open(place(`${turnOf('M05')}?after=${idOf('M04')}`))
  expect(person.text()).toMatch(/\S+ \S+ M04: 3,500\u202f៛ Take back/)
  await person.follow('Take back')
  const boxes = person.page().match(/<input[^>]*name="e-[^>]*>/g)!
  expect(boxes.map((box) => / checked/.test(box))).toEqual([true, false, false])
  expect(person.text()).toContain('Written down last: 3,500\u202f៛')
})

test('shares that were taken back are not the usual ones', async () => {
  const chair = at.book.members.find(({ offices }) =>
    offices.some(({ office }) => office === 'chair'),
  )!
  const { needs, fundId } = at
  const [memberId, effectiveOn] = [idOf('M05'), '2025-12-28']
  const shares = async (): Promise<string> =>
    /name="shares"[^>]*value="(\d+)"/.exec(await at.page(turnOf('M05')))![1]!
  const before = await shares()
  const envelope = { v: 1, effectiveOn } as const
  const wrong = { ...envelope, id: needs.ids(), type: 'BuyShares', memberId, shares: 5 } as const
  const by = { actor: 'test', device: 'test' }
  await needs.record(fundId, [wrong], by)
  expect(await shares()).toBe('5')
  const back = {
    ...envelope,
    id: needs.ids(),
    type: 'ReverseEntry',
    reverses: wrong.id,
    reason: 'did-not-happen',
    approvedBy: chair.memberId,
  } as const
  const [told] = await needs.record(fundId, [back], by)
  expect(told!.outcome).not.toBe('refused')
  expect(await shares()).toBe(before)
})
