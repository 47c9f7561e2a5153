import { expect, test } from 'vitest'
import { desk } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'

const textIn = (page: string): string => /VM1\.[\dA-Z.-]+/.exec(page)![0]

test('a closed meeting is shown as one text, which the auditor holds against the book', async () => {
  const at = await desk()
  const shown = pageText(await (await at.get('meetings/2025-12-20/text')).text())
  const text = textIn(shown)
  expect(text.length).toBeLessThanOrEqual(160)
  const token = await at.as('auditor')
  const checked = async (typed: string) => {
    const body = new URLSearchParams({ text: typed })
    const answer = await at.ask(`/funds/${at.fundId}/meeting-text`, { token, body })
    return `${answer.status} ${pageText(await answer.text())}`
  }
  expect(await checked(text.toLowerCase())).toMatch(
    /^200 .*All of it agrees with the book: the meeting of 20 December 2025/,
  )
  expect(await checked(`${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`)).toMatch(
    /^400 .*one sign of it is wrong/,
  )
})

test('of a meeting that was not closed there is no text', async () => {
  const at = await desk()
  expect((await at.get('meetings/2025-12-21/text')).status).toBe(404)
})
