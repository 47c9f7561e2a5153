import { expect, test } from 'vitest'
import { talksFor } from '#domain/network/training/talks.ts'
import { trainingOf } from '#src/app/network/training.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { desk } from '#test/http/desk/at-desk.ts'
import { meeting } from '#test/http/meeting/at-meeting.ts'
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

test('a second talk in a week is not sent, and the page of the meeting says why', async () => {
  const at = await meeting()
  const { store, today } = at.needs
  const talks = talksFor(await trainingOf(store, at.networkId), { today: today() })
  const talk = { talk: talks.find(({ topic }) => topic === 'debt')!.talkId, way: 'by-text' }
  expect((await at.done('talk', talk)).status).toBe(303)
  const again = await at.send('talk', await at.filled('talk', talk))
  expect(again.status).toBe(409)
  expect(pageText(await again.text())).toContain(codeSaid('talk-sent-lately', 'en'))
})
