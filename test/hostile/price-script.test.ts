import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { priceScript } from '#src/pages/lending/price.js.ts'
import { pageFiles } from '#src/pages/files.ts'
import { triedOn } from '#test/hostile/tried-on.ts'
import { attempts, confession, hostileText } from '#test/hostile/hostile-words.ts'
import {
  type Seen,
  formPolicy,
  livePartsOf,
  ownScript,
  spoiltVillage,
  strictPolicy,
  visitorAs,
  watchedWindow,
} from '#test/hostile/watching.ts'

let seen: Seen
let memberId = ''
beforeAll(async () => {
  seen = await spoiltVillage()
  memberId = (await seen.village.needs.store.cards(seen.village.fundId))[0]!.memberId
})
afterAll(() => seen?.stop())

const place = (): string => `/funds/${seen.village.fundId}/record/request`
const form = (): string => `${place()}?member=${memberId}&lang=en`
const isPriced = (url: string): boolean => url.endsWith('/record/request/price?part=price')

const isPricedUrl = (url: URL): boolean => isPriced(url.href)

type WithTypes = { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }

/** Types one thing after another, and waits for the answer to the last of it. */
const typed = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  const answered = page.waitForResponse((answer) => isPriced(answer.url()))
  for (const [name, text] of Object.entries(fields)) {
    const field = page.locator(`#${name}`)
    await field.evaluate((element) => element.removeAttribute('maxlength'))
    await field.fill(text)
  }
  await answered
  await page.waitForFunction(() => !document.querySelector('#price')?.hasAttribute('aria-busy'))
}

test('the one script of a page is small, and makes neither mark-up nor a script of any text', () => {
  expect(new TextEncoder().encode(priceScript).length).toBeLessThan(2048)
  expect(priceScript).not.toMatch(
    /innerHTML|outerHTML|insertAdjacent|document\.write|DOMParser|eval|Function\(|createPolicy|import|setAttribute\('on/,
  )
})

describe('the form of a request, while it is typed', () => {
  test('shows the price without a press, the same that its button shows', async () => {
    const visitor = await visitorAs(seen, 'record-keeper')
    const { page, broken } = await watchedWindow(seen, visitor)
    await page.goto(`${seen.url}${form()}`)
    await page.locator('input[name="product"][value="normal"]').check()
    await typed(page, { principal: '500000', months: '10' })
    const live = await page.locator('#price').innerText()
    expect(live).toContain('541,000')
    // What stands there without a script, for whoever has none.
    await page
      .locator('button[formaction]')
      .evaluate((button) => button.closest('form')!.requestSubmit(button as HTMLButtonElement))
    await page.waitForLoadState()
    expect(await page.locator('#price').innerText()).toBe(live)
    // Numbers that no price can be made of leave no old price beside them.
    await typed(page, { principal: 'much' })
    expect(await page.locator('#price').innerText()).not.toContain('541,000')
    expect(broken()).toEqual([])
    await visitor.close()
  })

  test('runs nothing of what is typed into any field of it', async () => {
    const visitor = await visitorAs(seen, 'record-keeper')
    const { page, ran, broken } = await watchedWindow(seen, visitor)
    await page.goto(`${seen.url}${form()}`)
    for (const fold of await page.locator('details').all())
      await fold.evaluate((element) => element.setAttribute('open', ''))
    const ids = await page
      .locator('form.record input[type="text"]')
      .evaluateAll((all) => all.map(({ id }) => id))
    expect(ids.length).toBeGreaterThan(10)
    for (const id of ids) await typed(page, { [id]: hostileText })
    expect(await livePartsOf(page)).toEqual([ownScript])
    expect([...ran, ...broken()]).toEqual([])
    await visitor.close()
  })
})

describe('the answer to the script of that form', () => {
  test('runs nothing even if it were hostile mark-up itself', async () => {
    const visitor = await visitorAs(seen, 'record-keeper')
    const { page, ran } = await watchedWindow(seen, visitor)
    for (const attempt of attempts) {
      await page.route(isPricedUrl, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<section id="price">${attempt}</section>`,
        }),
      )
      await page.goto(`${seen.url}${form()}`)
      const answered = page.waitForResponse((answer) => isPricedUrl(new URL(answer.url())))
      await typed(page, { principal: '500000' })
      await (await answered).finished()
      await page.evaluate(() => new Promise(requestAnimationFrame))
      await page.unroute(isPricedUrl)
    }
    expect(ran.filter((line) => line.includes(confession))).toEqual([])
    await visitor.close()
  })

  test('would run if it were hostile and nothing held it back: the policy is what stops it', async () => {
    const visitor = await visitorAs(seen, 'record-keeper')
    const { page, ran } = await watchedWindow(seen, visitor)
    await page.route(/\/record\/request\?/, async (route) => {
      const answer = await route.fetch()
      const { 'content-security-policy': _, ...headers } = answer.headers()
      await route.fulfill({ response: answer, headers })
    })
    const image = attempts.find((one) => /<img[^>]*onerror/i.test(one))!
    await page.route(isPricedUrl, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<section id="price">${image}</section>` }),
    )
    await page.goto(`${seen.url}${form()}`)
    await typed(page, { principal: '500000' })
    await expect.poll(() => ran.join(), { timeout: 110_000 }).toContain(confession)
    await visitor.close()
  })
})

test('a script that got into that form can make no mark-up, no policy and no way to another house', async () => {
  const visitor = await visitorAs(seen, 'record-keeper')
  const page = await visitor.newPage()
  await page.goto(`${seen.url}${form()}`)
  const tried = await triedOn(page, [
    () => (document.body.innerHTML = '<b>x</b>'),
    () => document.write('<b>x</b>'),
    () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
    () => (window as unknown as WithTypes).trustedTypes.createPolicy('default', {}),
    () => fetch('http://evil.example/'),
  ])
  expect(tried).toEqual(tried.map(() => 'stopped'))
  expect(await page.evaluate(() => document.cookie)).toBe('')
  await visitor.close()
})

test('the policy of that form goes with that form alone: its list, its question and its refusals have the strict one', async () => {
  const { village } = seen
  const token = await village.as('record-keeper')
  const page = await village.ask(form(), { token })
  const policyOf = (answer: Response) => answer.headers.get('content-security-policy')
  expect(policyOf(page)).toBe(formPolicy)
  const [, id] = /name="id" value="([^"]*)"/.exec(await page.text())!
  const day = { day: '31', month: '12', year: '2025' }
  const whole = { id: id!, member: memberId, principal: '100000', months: '3', ...day }
  const fields = { ...whole, product: 'emergency', purpose: 'health' }
  const sent = async (path: string, more: object = {}) =>
    village.ask(path, { token, body: new URLSearchParams({ ...fields, ...more }) })
  const [asked, priced, mended] = [
    await sent(`${place()}/confirm`, { security: 'land-title' }),
    await sent(`${place()}/price`),
    await sent(`${place()}/confirm`, { months: 'x' }),
  ]
  expect([asked.status, priced.status, mended.status]).toEqual([409, 200, 400])
  // What no fund takes is refused above the form, which is there again.
  expect([asked, priced, mended].map(policyOf)).toEqual([formPolicy, formPolicy, formPolicy])
  const written = await sent(`${place()}/confirm`)
  expect([written.status, policyOf(written)]).toEqual([303, strictPolicy])
  expect(policyOf(await village.ask(place(), { token }))).toBe(strictPolicy)
  expect(policyOf(await village.ask(form()))).toBe(strictPolicy)
  expect(policyOf(await sent(`${place()}/price?part=price`))).toBe(strictPolicy)
  expect(policyOf(await village.ask(pageFiles.price.path))).toBe(strictPolicy)
})
