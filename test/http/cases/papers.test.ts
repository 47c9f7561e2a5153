import { beforeAll, describe, expect, test } from 'vitest'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { withCookies } from '#test/http/cases/browsing.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let token: string
const page = async (path: string): Promise<string> =>
  (await village.ask(path, { token, headers: { 'accept-language': 'en' } })).text()

beforeAll(async () => {
  village = withCookies(await practice())
  token = await village.as('migration-worker')
  await village.ask('/cases/open', { token })
  const body = new URLSearchParams({ passphrase: practiceTeam[0].passphrase })
  await village.ask('/cases/open', { token, body })
})

/** Every case of the worker that is open, by its page. */
const casePages = async () => {
  const list = await page('/cases?lang=en')
  const codes = [...new Set([...list.matchAll(/\/cases\/of\/(K-[A-Z2-9]{8})/g)].map(([, c]) => c!))]
  return Promise.all(
    codes.map(async (code) => ({ code, text: await page(`/cases/of/${code}?lang=en`) })),
  )
}
const printed = (text: string): string =>
  pageText(/<div class="on-paper[^]*<\/main>/.exec(text)![0])

describe('what is printed of a case', () => {
  test('is a card for the way with checked numbers and their dates, and of no fund, person or case', async () => {
    const all = await casePages()
    const { code, text } = all.find((one) => one.text.includes('Thailand'))!
    expect(text).toContain(`/cases/card/${code}`)
    const card = await page(`/cases/card/${code}?lang=en`)
    const told = printed(card)
    expect(told).toContain('Thailand')
    expect(told).toContain('Cambodia')
    expect(told).toContain('555-0103')
    expect(told).toMatch(/checked \d+ \w+ \d{4}/)
    expect(told).toContain('Your papers are yours')
    // One that nobody has checked, and one of a country that is not on the way.
    expect(told).not.toContain('555-0105')
    expect(told).not.toContain('555-0104')
    expect(told).not.toContain(code)
    expect(card).not.toContain('data-fund')
    const name = pageText(/<h1[^]*?<\/h1>/.exec(text)![0]).trim()
    expect(told).not.toContain(name)
  })

  test('is no card where nobody knows the way, and none of another’s case', async () => {
    const all = await casePages()
    const { code } = all.find((one) => !one.text.includes('/cases/card/'))!
    expect((await village.ask(`/cases/card/${code}`, { token })).status).toBe(404)
    expect((await village.ask('/cases/card/K-AAAAAAAA', { token })).status).toBe(404)
  })

  test('tells the receiver of a referral what the person agreed to, and nothing beside it', async () => {
    const all = await casePages()
    const { text } = all.find((one) => one.text.includes('/cases/sheet/'))!
    const sheets = [...text.matchAll(/\/cases\/sheet\/K-[A-Z2-9]{8}\/[0-9a-f]{32}/g)].map(
      ([path]) => path,
    )
    const told = printed(await page(`${sheets[0]}?lang=en`))
    expect(told).toContain('Listening room (invented)')
    expect(told).toContain('Khmer')
    expect(told).toContain('legal help')
    // Agreed to, but not named by the referral; and what nobody has agreed to.
    expect(told).not.toContain('After the market')
    expect(told).not.toContain('papers were')
    expect(told).not.toContain('25 to 34')
  })
})
