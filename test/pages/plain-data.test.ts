import { expect, test } from 'vitest'
import { comparingFormPage } from '#src/pages/comparing/form.ts'
import { rowsSent } from '#src/pages/meeting/grid-typed.ts'
import { senderPage } from '#src/pages/remittances/sender-page.ts'
import { chooseMemberPage } from '#src/pages/desk/desk.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { pageText } from '#test/pages/page-text.ts'

const frame = { language: 'en', isPractice: false } as const
const at = { ...frame, fundId: 'fund' }
const { book } = await bookFrom(paperBookFolder)

test('whoever compares and names nobody who looked too is asked for somebody beside that question', () => {
  const shown = (faults: ReadonlyMap<string, 'second'>): string =>
    pageText(
      String(
        comparingFormPage(at, {
          formId: 'an-id',
          on: '2025-12-31',
          currency: 'KHR',
          rows: book.members.slice(0, 2),
          seconds: [{ value: 'm2', label: 'M02' }],
          of: () => '',
          faults,
          linesLeft: 0,
          refused: undefined,
        }),
      ),
    )
  expect(shown(new Map([['confirmedBy', 'second']]))).toContain('Choose one of them.')
  expect(shown(new Map())).not.toContain('Choose one of them.')
})

test('the lines of a sheet are those of members and loans of the book, or the form is none of ours', () => {
  const rows = (sent: string) => rowsSent(book, (name) => (name === 'rows' ? sent : ''))
  expect(rows('M07,L25-15;M02,')).toMatchObject([{ card: 'M07' }, { card: 'M02', loan: undefined }])
  expect(rows('M07,L25-15;X99,')).toBeUndefined()
  expect(rows('M07,X99')).toBeUndefined()
})

test('of what was sent home it is told whether it arrived, also where nobody can say how much of it', () => {
  const sent = {
    sentId: 'a-sending',
    on: '2026-01-20',
    channel: 'bank',
    currency: 'THB',
    paid: 100_000,
    fee: 500,
    rate: '120',
    quotedOn: '2026-01-20',
  } as const
  const told = (hasArrived: boolean): string => {
    const one = { sent, promised: 119_400, came: undefined, hasArrived, isOverdue: false }
    const view = {
      reference: '123456789',
      currency: 'KHR',
      rule: undefined,
      sent: [one],
      arrivals: [],
      receiving: undefined,
    } as const
    return pageText(String(senderPage(frame, { view, done: undefined, lostAt: '/lost' })))
  }
  expect(told(true)).toContain('yes; how much stands below')
  expect(told(false)).toContain('not yet')
})

test('members are chosen by name where names may be read, and by card elsewhere', () => {
  const day = {
    currency: 'KHR',
    today: '2025-12-31',
    nextMeeting: '2026-01-20',
    dueByMeeting: [],
    dueLater: [],
    mayRecord: true,
    isNarrowed: false,
    isByName: false,
    cards: [{ memberId: 'm7', card: 'M07' }],
  } as const
  const shown = (nameOf?: (card: string) => string): string =>
    String(chooseMemberPage({ ...at, ...(nameOf && { nameOf }) }, 'saving', day))
  expect(shown()).toContain('class="card-choices"')
  expect(shown(() => 'Sok Dara')).toContain('class="card-choices named"')
})
