import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { isSignedBy, keyIdOf } from '#infra/system/signer.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { auditTests } from '#domain/network/audits/audit.ts'
import { openFor } from '#src/cli/service/listening.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { checkPack } from '#src/exchange/evidence/check.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { agreementsWords, auditsWords } from '#src/words/words.ts'
import { axeProblems } from '#test/browser/axe.ts'
import { layoutProblems } from '#test/browser/layout.ts'
import {
  type Window,
  keepScreenshot,
  newVisitor,
  openWindow,
  screens,
  settle,
} from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { assetsOfHouse } from '#test/support/house-assets.ts'
import { type Practice, practice } from '#test/support/service.ts'
import { filesInZip } from '#test/support/unzipped.ts'

/** A real service, whose key nobody knows: what it signs proves something. */
let browser: Browser
let village: Practice
let server: Server
let url = ''

beforeAll(async () => {
  browser = await launchBrowser()
})
beforeEach(async () => {
  village = await practice({ isPractice: false, assets: await assetsOfHouse() })
  await new Promise<void>((listens) => {
    server = openFor(village.service, { host: '127.0.0.1', port: 0, listens })
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  await new Promise((closed) => {
    server.close(closed)
    server.closeAllConnections()
  })
})
afterAll(async () => {
  await browser.close()
})

const windowOf = async (door: 'auditor' | 'chair' | 'administrator') => {
  const visitor = await newVisitor(browser)
  const cookie = { domain: '127.0.0.1', path: '/', secure: true, httpOnly: true }
  await visitor.addCookies([
    { ...cookie, name: '__Host-session', value: await village.as(door), sameSite: 'Lax' },
  ])
  return openWindow(visitor)
}

const isPictured = process.env['SCREENSHOTS'] === '1'

/** What is wrong with pages that were looked at, named by page and language. */
const problems: string[] = []

/** A page as it is: nothing overlaps, everybody can use it, and its picture is kept where pictures are asked for. */
const look = async (page: Page, name: string, language: Language): Promise<void> => {
  const address = new URL(page.url())
  address.searchParams.set('lang', language)
  await page.goto(address.href)
  for (const screen of isPictured ? screens : screens.slice(0, 1)) {
    await page.setViewportSize(screen)
    await settle(page)
    problems.push(...(await layoutProblems(page)).map((one) => `${name} ${language}: ${one}`))
    if (isPictured) await keepScreenshot(page, `${name}-${language}-${screen.width}`)
  }
  problems.push(...(await axeProblems(page)).map((one) => `${name} ${language}: ${String(one)}`))
}

const send = async (page: Page): Promise<void> => {
  await page.locator('main form[method="post"] button[type="submit"]').last().click()
  await page.waitForLoadState()
}

const press = async (page: Page, words: string): Promise<void> => {
  await page.locator('main a.button', { hasText: words }).first().click()
  await page.waitForLoadState()
}

/** Types what the book says, but for one row that differs where `isOff`. */
const fillTest = async (page: Page, isOff: boolean): Promise<void> => {
  const fields = page.locator('main input[name^="seen"]')
  for (let i = 0; i < (await fields.count()); i += 1) {
    const field = fields.nth(i)
    const hint = await field.evaluate((one) => {
      const ids = (one.getAttribute('aria-describedby') ?? '').split(' ')
      return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    })
    const digits = hint.match(/[\d,]+/)?.[0]?.replaceAll(',', '') ?? '0'
    await field.fill(isOff && i === 0 ? String(Number(digits) + 1000) : digits)
  }
}

/** The five tests, one of which differs from the book. */
const walkTests = async (page: Page, one: string, language: Language): Promise<void> => {
  for (const kind of auditTests) {
    await page.goto(`${url}${one}/tests/${kind}?lang=${language}`)
    await fillTest(page, kind === 'box-count')
    await send(page)
    expect(new URL(page.url()).pathname, kind).toBe(one)
  }
  await page.goto(`${url}${one}/tests/passbook?lang=${language}`)
  await look(page, 'audit-test', language)
}

/** A finding, what the fund's chair says to it on the own page, and its end. */
const walkFinding = async (
  { page }: Window,
  chair: Window,
  { one, language }: { readonly one: string; readonly language: Language },
): Promise<void> => {
  const words = auditsWords.in(language)
  await page.goto(`${url}${one}?lang=${language}`)
  await press(page, words.toFinding)
  await look(page, 'audit-finding', language)
  await page.locator('main [name="kind"]').selectOption('money-missing')
  await page.locator('main [name="weight"][value="serious"]').check()
  await page.locator('main [name="test"]').selectOption('box-count')
  await page.locator('main [name="amount"]').fill('1000')
  await page.locator('main [name="words"]').fill('One note of 1,000 is missing.')
  await send(page)
  expect(new URL(page.url()).pathname).toBe(one)
  await chair.page.goto(`${url}${one}?lang=${language}`)
  await look(chair.page, 'audit-for-the-fund', language)
  await press(chair.page, words.toReply)
  await look(chair.page, 'audit-reply', language)
  await chair.page.locator('main [name="reply"][value="agreed"]').check()
  await send(chair.page)
  expect(new URL(chair.page.url()).pathname).toBe(one)
  await page.goto(`${url}${one}?lang=${language}`)
  await press(page, words.toClose)
  await look(page, 'audit-close', language)
  await page.locator('main [name="how"][value="mended"]').check()
  await send(page)
}

const sumOf = (bytes: Uint8Array): string => {
  const digest = sha256Digest()
  digest.take(bytes)
  return digest.hex()
}

/** The sealed archive: what the fund's key has signed, with the report in both languages; one altered file is named. */
const checkArchive = async (page: Page, one: string): Promise<void> => {
  const answer = await page.request.get(`${url}${one}/report.zip`)
  expect(answer.status()).toBe(200)
  const files = filesInZip(await answer.body())
  const { publicKey } = village.needs.signer.publicKey(village.fundId)
  const textOf = async (name: string): Promise<string | undefined> => {
    const bytes = files.get(name)
    return bytes && new TextDecoder().decode(bytes)
  }
  const pack = {
    names: [...files.keys()],
    text: textOf,
    sum: async (name: string) => {
      const bytes = files.get(name)
      return bytes && { bytes: bytes.length, sha256: sumOf(bytes) }
    },
    hash: sha256,
    keyIdOf,
    isSigned: isSignedBy,
  }
  expect((await checkPack(pack, publicKey)).faults).toEqual([])
  for (const each of languages)
    expect(await textOf(`report-${each}.html`)).toContain(
      auditsWords.in(each)['opinion_with-reservations'],
    )
  files.set('audit.json', new TextEncoder().encode('{}'))
  expect((await checkPack(pack, publicKey)).faults).toEqual([
    { part: 'audit.json', code: 'altered' },
  ])
}

test.each(languages)(
  'a whole audit is walked from the plan to the signed report: %s',
  async (language) => {
    const words = auditsWords.in(language)
    const [auditor, chair] = [await windowOf('auditor'), await windowOf('chair')]
    const { page } = auditor
    await page.goto(`${url}/audits?lang=${language}`)
    await look(page, 'audits-all', language)
    // Villages that want a visit and have none are links to its plan.
    await page.locator('main a[href$="/audits/plan"]').first().click()
    await page.waitForLoadState()
    await look(page, 'audit-plan', language)
    await send(page)
    const one = new URL(page.url()).pathname
    expect(one).toMatch(/\/audits\/[0-9a-f-]{36}$/)
    await look(page, 'audit-planned', language)
    await walkTests(page, one, language)
    await walkFinding(auditor, chair, { one, language })
    await press(page, words.toOpinion)
    await look(page, 'audit-opinion', language)
    await page.locator('main [name="opinion"][value="with-reservations"]').check()
    await send(page)
    await look(page, 'audit-over', language)
    expect(await page.locator('main').innerText()).toContain(words['opinion_with-reservations'])
    await press(page, words.toReport)
    await look(page, 'audit-report', language)
    const text = await page.locator('main').innerText()
    for (const said of [words['head_in-book'], words['kind_money-missing'], words.how_mended])
      expect(text).toContain(said)
    await checkArchive(page, one)
    expect([...problems, ...auditor.complaints(), ...chair.complaints()]).toEqual([])
  },
)

test.each(languages)(
  'many villages are asked on one form, and each says yes on its own page: %s',
  async (language) => {
    const { page } = await windowOf('administrator')
    await page.goto(`${url}/network/agreements/offer?lang=${language}`)
    await look(page, 'agreement-offer', language)
    await page.locator('main input[type="checkbox"]').first().check()
    await page.locator('main [name="secondLogin"]').fill(practiceStaff.login)
    await page.locator('main [name="secret"]').fill(practiceStaff.pin)
    await send(page)
    expect(new URL(page.url()).pathname).toBe('/network/agreements')
    await look(page, 'agreements', language)
    const chair = await windowOf('chair')
    await chair.page.goto(`${url}/funds/${village.fundId}/auditors?lang=${language}`)
    await look(chair.page, 'agreement-of-the-fund', language)
    expect(await chair.page.locator('main').innerText()).toContain(
      agreementsWords.in(language).asksMeaning,
    )
    expect(problems.filter((one) => one.startsWith('agreement'))).toEqual([])
  },
)
