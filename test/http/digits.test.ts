import { beforeAll, expect, test } from 'vitest'
import { khmerDigits } from '#src/words/locale.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let token = ''
beforeAll(async () => {
  village = await practice()
  token = await village.as('record-keeper')
})

const page = async (path: string, cookie = '') => {
  const answer = await village.ask(path, { token, headers: { cookie } })
  const mark = await answer.text()
  return { mark, text: pageText(mark), kept: answer.headers.get('set-cookie') ?? '' }
}

test('whoever reads Khmer chooses its digits, and they stay chosen', async () => {
  const today = `/funds/${village.fundId}/today`
  const chosen = await page('/me?lang=km&digits=km')
  expect(chosen.kept).toMatch(/__Host-digits=km.*HttpOnly/)
  const cookie = '__Host-lang=km; __Host-digits=km'
  const [latin, khmer] = [await page(`${today}?lang=km`), await page(today, cookie)]
  const sum = /\d+(?:,\d{3})+/.exec(latin.text)![0]
  expect(khmer.text).toContain(khmerDigits(sum))
  expect(khmer.text).not.toContain(sum)
  // What is sent back, and where links lead, is as it was.
  const marks = (text: string) => text.match(/(?:href|name|value)="[^"]*"/g)
  expect(marks(khmer.mark)!.filter((one) => !one.includes('lang='))).toEqual(
    marks(latin.mark)!.filter((one) => !one.includes('lang=')),
  )
})

test('pages in English keep their digits, whatever was chosen for Khmer', async () => {
  const today = `/funds/${village.fundId}/today`
  const [plain, chosen] = [
    await page(`${today}?lang=en`),
    await page(`${today}?lang=en`, '__Host-digits=km'),
  ]
  expect(chosen.text).toBe(plain.text)
})

test('a year is asked for in digits of either script', async () => {
  const report = `/funds/${village.fundId}/support/report/migration`
  const [latin, khmer] = [
    await page(`${report}?year=2024&lang=en`),
    await page(`${report}?year=${encodeURIComponent('២០២៤')}&lang=en`),
  ]
  expect(latin.text).toContain('2024')
  expect(khmer.text).toBe(latin.text)
})
