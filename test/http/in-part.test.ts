import { beforeAll, expect, test } from 'vitest'
import { partialLanguages } from '#src/words/catalogue.ts'
import { partialWords } from '#src/words/partial.ts'
import { householdWords, numbersWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let token = ''
beforeAll(async () => {
  village = await practice()
  token = await village.as('household')
})

const page = async (path: string, cookie = '') => {
  const answer = await village.ask(path, { token, headers: { cookie } })
  return { text: pageText(await answer.text()), kept: answer.headers.get('set-cookie') ?? '' }
}

test.each(partialLanguages)(
  'a household reads its own page in part in %s, and the page says so',
  async (also) => {
    const own = `/funds/${village.fundId}/me`
    const plain = await page(`${own}?lang=km`)
    expect(plain.text).toContain(partialWords[also].name)
    const chosen = await page(`${own}?lang=km&also=${also}`)
    expect(chosen.kept).toMatch(new RegExp(`__Host-also=${also}.*HttpOnly`))
    expect(chosen.text).toContain(partialWords[also].partly('km'))
    expect(chosen.text).toContain(householdWords.in('km', also).savings)
    expect(chosen.text).not.toContain(householdWords.in('km').savings)
    // What is not translated stands in the whole language.
    expect(chosen.text).toContain(householdWords.in('km').print)
    const later = await page(own, `__Host-lang=km; __Host-also=${also}`)
    expect(later.text).toContain(householdWords.in('km', also).savings)
    expect((await page(`${own}?lang=km&also=no`, `__Host-also=${also}`)).text).toBe(plain.text)
  },
)

test.each(partialLanguages)(
  'whoever needs a number finds the page for everybody in %s',
  async (also) => {
    const { text } = await page(`/numbers?lang=en&also=${also}`)
    expect(text).toContain(numbersWords.in('en', also).lead)
    expect(text).not.toContain(numbersWords.in('en').lead)
  },
)

test('the desk stays in the language that it is whole in', async () => {
  const chair = await village.as('chair')
  const today = `/funds/${village.fundId}/today`
  const read = async (cookie: string) =>
    pageText(
      await (await village.ask(`${today}?lang=en`, { token: chair, headers: { cookie } })).text(),
    )
  expect(await read('__Host-also=th')).toBe(await read(''))
})
