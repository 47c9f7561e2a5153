import { beforeAll, expect, test } from 'vitest'
import { pageText } from '#test/pages/page-text.ts'
import { type Desk, desk } from '#test/http/desk/at-desk.ts'

let at: Desk
let memberId: string
beforeAll(async () => {
  at = await desk()
  memberId = at.book.members.find(({ card }) => card === 'M09')!.memberId
  await at.needs.store.keepNames(at.fundId, [
    // Typed with a sign that does not show, and the vowel before the subscript.
    { fundId: at.fundId, memberId, khmer: 'ស\u17ca\u17b8\u200b ណារ៉ន', latin: 'Sry Naron' },
  ])
})

const page = async (path: string) => (await at.get(`${path}&lang=en`)).text()

const lists = ['members?', 'people?', 'record/saving?', 'record/request?'] as const

test.each(lists)(
  '%s finds a member by part of the name in either script, and by card',
  async (list) => {
    for (const asked of ['naron', 'NARON sry', 'ណារ៉ន', 'ស\u17b8\u17ca', 'M09', '9', '៩']) {
      const found = await page(`${list}name=${encodeURIComponent(asked)}`)
      expect(found, asked).toContain(memberId)
      expect(found.match(/[?/](?:member=)?[0-9a-f-]{36}"/g)?.length ?? 0, asked).toBeLessThan(6)
    }
  },
)

test('nobody who was not asked for is shown, and what was typed stands in no page', async () => {
  for (const list of lists) {
    const none = await page(`${list}name=zzqqx`)
    expect(none).not.toContain('zzqqx')
    expect(none).not.toContain(memberId)
    expect(pageText(none)).toContain('Nobody of that name or card has anything to show here.')
  }
  const all = await page('members?name=')
  expect(all).toContain(memberId)
})

test('a list or a search by name opens names, and each look is in the log', async () => {
  const looks = async () =>
    (await at.needs.store.activities(at.fundId, { limit: 500 })).filter(
      ({ action }) => action === 'read-names',
    ).length
  const before = await looks()
  await page('savings?x=')
  expect(await looks()).toBe(before + 1)
  expect(await page('savings?name=naron')).toContain('M09')
  expect(await page('record/saving?name=naron')).toContain('M09')
  expect(await looks()).toBe(before + 3)
})

test('whoever may not see names finds nobody by one', async () => {
  const token = await at.as('auditor')
  const found = await at.ask(`/funds/${at.fundId}/members?name=naron&lang=en`, { token })
  const text = await found.text()
  expect(found.status).toBe(200)
  expect(text).not.toContain(memberId)
  expect(pageText(text)).toContain('Look for a card')
})
