import { expect, test } from 'vitest'
import { auditorsPart } from '#src/pages/network/auditors-page.ts'
import { linksPage } from '#src/pages/network/links-page.ts'
import {
  type FundSummary,
  networkPage,
  personPage,
  whatIs,
} from '#src/pages/network/people-pages.ts'
import { evidencePage, verifierPath } from '#src/pages/proof/evidence-page.ts'
import { pageText } from '#test/pages/page-text.ts'

const frame = { language: 'en', isPractice: false } as const

test('a right to read the book that the meeting has ended is told with the day of its vote', () => {
  const access = {
    isOwn: true,
    from: '2026-01-01',
    until: '2026-12-31',
    isOfAgreement: false,
    noticeOn: undefined,
    isOpen: false,
    isToEnd: false,
  }
  const told = (endedOn: string | undefined): string =>
    pageText(
      String(
        auditorsPart('en', { accesses: [{ ...access, endedOn }], toEnd: '/end', isDone: false }),
      ),
    )
  expect(told('2026-05-06')).toContain('Ended by a vote of the meeting on 6 May 2026')
  expect(told(undefined)).not.toContain('Ended by a vote')
})

test('a book that no longer says what was kept of it is told to the administrator, and no other', () => {
  const warned = (fund: Pick<FundSummary, 'kept' | 'isChanged'>): boolean => {
    const funds = [{ name: 'Village 1', writtenOn: '2026-01-01', ...fund }]
    const shown = { steps: undefined, funds, search: undefined, people: [], more: undefined }
    return pageText(String(networkPage(frame, shown))).includes('line 7 was changed')
  }
  const kept = { seq: 7, hash: 'ab'.repeat(32), on: '2026-01-01' }
  expect(warned({ kept, isChanged: true })).toBe(true)
  expect(warned({ kept, isChanged: false })).toBe(false)
  expect(warned({ kept: undefined, isChanged: true })).toBe(false)
})

test('where no link to another service stands, the page says so', () => {
  const shown = { links: [], maySet: true, done: false, dayOf: (at: string) => at }
  expect(pageText(String(linksPage(frame, shown)))).toContain('Nothing outside is told')
})

test('a program that checks the book is offered where the service has one to give', () => {
  const shown = (hasVerifier: boolean) =>
    String(evidencePage({ ...frame, fundId: 'fund' }, { publicKey: 'key', hasVerifier }))
  const href = `href="${verifierPath}"`
  expect([shown(true).includes(href), shown(false).includes(href)]).toEqual([true, false])
})

test('whoever has two tasks, two offices and two funds is told with each of them', async () => {
  const tasks = [
    { role: 'operator', until: '2026-06-30' },
    { role: 'auditor', until: '2026-12-31' },
  ] as const
  const memberOf = [
    { fundName: 'Village 1', card: 'M01', offices: ['chair', 'counter'] },
    { fundName: 'Village 2', card: 'M02', offices: [] },
  ] as const
  const lines = whatIs({ tasks, memberOf }, 'en')
  expect(lines).toHaveLength(4)
  for (const said of ['30 June 2026', '31 December 2026', 'Village 1', 'Village 2'])
    expect(lines.join()).toContain(said)
  expect(lines[2]).toMatch(/Chair · .*ounter/)
  const reads = ['Village 3', 'Village 4'].map((fundName) => ({
    fundId: fundName,
    fundName,
    until: '2026-12-31',
    letIn: undefined,
  }))
  const marks = { hasSecret: true, isHere: false, isShutOut: false }
  const person = { userId: 'somebody', login: 'somebody', tasks, memberOf, ...marks }
  const more = { search: undefined, isOneself: false, isForOfficers: false, done: undefined }
  const page = String(await personPage(frame, { person, reads, ...more }))
  for (const { fundName } of reads) expect(page).toContain(fundName)
  // The second of the tasks is the auditor's.
  expect(page).toContain('/network/people/somebody/assign"')
})
