import { expect, test } from 'vitest'
import { exportForms } from '#src/exchange/export-forms.ts'
import { listNames } from '#src/lists/all.ts'
import { judgeShortCode, shortCodeIn } from '#src/app/proof/short-code.ts'
import { spokenCode } from '#src/app/meeting/meeting-code.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { bookOf } from '#src/app/queries.ts'
import { desk } from '#test/http/desk/at-desk.ts'
import { meeting } from '#test/http/meeting/at-meeting.ts'
import { pageText } from '#test/pages/page-text.ts'

const hrefs = (page: string): readonly string[] =>
  [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

test('every form and list that can be taken along has a button, and each button gives a file', async () => {
  const at = await desk('auditor')
  const page = await (await at.get('take-along')).text()
  const files = hrefs(page).filter((href) => href.includes('/exports/'))
  // A practice fund signs no pack, and its page says so.
  for (const form of exportForms.filter((one) => one !== 'evidence' && one !== 'csv'))
    expect(
      files.some((href) => href.includes(`/exports/${form}`)),
      form,
    ).toBe(true)
  for (const list of listNames) expect(files.join(), list).toContain(`exports/csv?list=${list}`)
  expect(pageText(page)).toContain('A practice fund signs no folder')
  for (const file of files) {
    const answer = await at.ask(file, { token: at.token })
    expect(answer.status, file).toBe(200)
    expect(answer.headers.get('content-disposition'), file).toContain('attachment')
    await answer.arrayBuffer()
  }
  expect(page).toContain(at.needs.signer.publicKey(at.fundId).publicKey)
})

test('a list leads to its own file and to all of them, where a clerk looks for it', async () => {
  const at = await desk()
  const pages = { members: 'members', loans: 'loans', meetings: 'meetings', log: 'entries' }
  for (const [path, list] of Object.entries(pages)) {
    const found = hrefs(await (await at.get(path)).text())
    expect(found, path).toContain(`/v1/funds/${at.fundId}/exports/csv?list=${list}`)
    expect(found, path).toContain(`/funds/${at.fundId}/take-along`)
  }
  for (const path of ['health', 'statements', 'money', 'savings'])
    expect(hrefs(await (await at.get(path)).text()), path).toContain(
      `/funds/${at.fundId}/take-along`,
    )
})

test('a household takes no book along', async () => {
  const at = await desk('household')
  expect((await at.get('take-along')).status).toBe(403)
})

/** What the page says of a code that somebody types in. */
const checking = async (door: 'household' | 'auditor') => {
  const at = await desk(door)
  const check = async (code: string): Promise<string> => {
    const answer = await at.post('check-code', { code })
    return `${answer.status} ${pageText(await answer.text())}`
  }
  const rows = await at.needs.store.read(at.fundId, 0, 10_000)
  return { ...at, check, rows }
}

test('a household types in the short code of a line, in any digits, and hears whether the book still has it', async () => {
  const { check, rows } = await checking('household')
  const { seq, hash } = rows[11]!
  const code = `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
  expect(await check(`${seq} ${code}`)).toMatch(/^200 .*It agrees\. Line 12 of the book/)
  expect(await check(`១២ ${code.toUpperCase()}`)).toMatch(/^200 .*It agrees/)
  const other = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
  expect(await check(`12 ${other}`)).toMatch(/^200 .*Line 12 of the book has another code/)
  expect(await check(`999999 ${code}`)).toMatch(/^200 .*The book has no line 999999/)
  expect(await check('twelve')).toMatch(/^400 .*This is no short code/)
})

test('the digits of a meeting tell which meeting it was, and an entry that was changed shows', async () => {
  const at = await meeting()
  await at.done('open', { sum: '13237800' })
  await at.done('close', { sum: '13237800' })
  const { needs, fundId } = at
  const { data, seq, hash } = await at.lastRow()
  const { digits } = (JSON.parse(data) as { code: { digits: string } }).code
  const check = async (code: string): Promise<string> => {
    const body = new URLSearchParams({ code })
    return pageText(
      await (await at.ask(`/funds/${fundId}/check-code`, { token: at.token, body })).text(),
    )
  }
  expect(await check(spokenCode(digits))).toContain(
    'It agrees. It is the code of the meeting of 30 December 2025',
  )
  const none = digits === '00000000' ? '0000 0001' : '0000 0000'
  expect(await check(none)).toContain('No meeting of this fund has this code')
  const book = (await bookOf(needs.store, fundId))!
  const written = (altered: Partial<JournalRow>) => ({
    find: async (...of: Parameters<typeof needs.store.find>) =>
      (await needs.store.find(...of)).map((row) => ({ ...row, ...altered })),
    read: async (...of: Parameters<typeof needs.store.read>) =>
      (await needs.store.read(...of)).map((row) => ({ ...row, ...altered })),
  })
  const judged = (altered: Partial<JournalRow>, code: string) =>
    judgeShortCode(
      { hash: needs.hash, book, fundId, journal: written(altered) },
      shortCodeIn(code)!,
    )
  // Somebody has written a command of that meeting anew, or a line's facts and not its hash.
  expect(await judged({ commandHash: '0'.repeat(64) }, digits)).toMatchObject({
    verdict: 'meeting-differs',
  })
  expect(await judged({ data: '{}' }, `${seq} ${hash.slice(0, 8)}`)).toMatchObject({
    verdict: 'line-differs',
  })
})
