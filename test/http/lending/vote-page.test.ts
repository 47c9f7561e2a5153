import { expect, test } from 'vitest'
import {
  type Lending,
  askedFor,
  lending,
  readAloud,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import type { Fields } from '#test/http/desk/at-desk.ts'
import { bearing, endedByIt } from '#test/support/means.ts'
import { practiceDay } from '#test/support/service.ts'

const waiting = async (at: Lending, found: Fields, more: Fields = {}): Promise<string> => {
  const member = await somebodyFree(at)
  const { entryId } = await written(at, `request?member=${member.memberId}`, {
    ...askedFor,
    ...more,
  })
  await written(at, `appraisal?loan=${entryId}`, {
    appraisedBy: at.chair.memberId,
    finding: 'sound',
    ...found,
  })
  return entryId
}

const votePage = async (found: Fields, more: Fields = {}) => {
  const at = await lending()
  const loanId = await waiting(at, found, more)
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  const { html } = await at.page(`record/decision?loan=${loanId}`)
  return { at, loanId, html, text: pageText(html) }
}

test.each([
  ['up-to-33', 'A third or less', 'The income does not stop it.'],
  [
    'to-40',
    'More than a third, up to 40 of 100',
    'Advice to think again; the income does not stop it.',
  ],
  ['to-50', 'More than 40 of 100, up to half', 'Only the meeting can decide it.'],
  ['above-50', 'More than half', 'It cannot be approved.'],
  ['unknown', 'Nobody knows', 'Only the meeting can decide it.'],
] as const)(
  'a burden of %s is told on the page of the vote with what it means',
  async (burden, band, means) => {
    const { text } = await votePage(bearing(burden))
    expect(text).toContain(`What all its lenders would take of its income ${band}`)
    expect(text).toContain(`What that means for the vote: ${means}`)
  },
)

test('where a rule leaves it to the meeting, the page offers no vote of the officers', async () => {
  for (const [burden, isOffered] of [
    ['up-to-33', true],
    ['to-50', false],
  ] as const) {
    const { html } = await votePage(bearing(burden))
    expect(html.includes('name="by" value="officers"')).toBe(isOffered)
  }
})

test('a buy-out that makes the burden lighter is told as such, and the officers may vote on it', async () => {
  const { html, text } = await votePage(
    { ...bearing('above-50'), ...endedByIt },
    { purpose: 'buy-out', 'lender-mfi': 'yes' },
  )
  expect(text).toContain('It makes the burden lighter, so the income does not stop it.')
  expect(text).toContain('Paid straight to a microfinance institution')
  expect(html).toContain('name="by" value="officers"')
})

test('the page of the vote tells the place in the queue and when the price was read, and no fingerprint', async () => {
  const { html, text } = await votePage(bearing('up-to-33'))
  expect(text).toMatch(/Place 1 of 1 (By the day|The household is one of the poor)/)
  expect(text).toContain('Price read aloud 31 December')
  expect(html).not.toMatch(/[0-9a-f]{64}/)
})

test('the page of a vote says first that nobody has written down who is here, and no more when somebody has', async () => {
  const { at, loanId, text } = await votePage(bearing('up-to-33'))
  const unlisted = 'Write down first who is here, or the hands do not count.'
  expect(text).toContain(unlisted)
  const present = (await at.bookNow()).members.map(({ memberId }) => memberId)
  const id = at.needs.ids()
  const list = { type: 'RecordAttendance', id, v: 1, effectiveOn: practiceDay } as const
  await at.needs.record(at.fundId, [{ ...list, present, absent: [] }], {
    actor: 'test',
    device: 'test',
  })
  const { html } = await at.page(`record/decision?loan=${loanId}`)
  expect(pageText(html)).not.toContain(unlisted)
})
