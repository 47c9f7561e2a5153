import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Door } from '#src/app/practice-people.ts'
import { settle } from '#test/browser/window.ts'
import { attempts, hostileText } from '#test/hostile/hostile-words.ts'
import {
  type Seen,
  everyQuery,
  spoiltVillage,
  strictPolicy,
  visitorAs,
  watchedWindow,
} from '#test/hostile/watching.ts'

/** With little time every page is opened with all that is odd in its address, and not once more without. */
const isLong = process.env['TEST_BUDGET'] === 'ci'

let seen: Seen
let memberId = ''
let entryId = ''
let loanIds: { own: string; other: string }
beforeAll(async () => {
  seen = await spoiltVillage()
  const { needs, fundId } = seen.village
  memberId = (await needs.store.cards(fundId))[0]!.memberId
  const loans = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'loan')
  const isOwn = ({ data }: { data: string }) => data.includes(memberId)
  const lines = await needs.store.read(fundId, 0, 10_000)
  entryId = lines.find(({ type }) => type === 'RepaymentRecorded')!.id
  loanIds = { own: loans.find(isOwn)!.key, other: loans.find((loan) => !isOwn(loan))!.key }
})

afterAll(() => seen?.stop())

const loanTasks = ['late-fine', 'payout-part', 'new-plan', 'giving-up', 'recovery']
const memberTasks = ['request', 'payment', 'waiting-money']

/** What of the mark-up could run: nothing of it may come from what people wrote. */
const livePartsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found = [...document.querySelectorAll('*')].filter((element) => {
      const names = element.getAttributeNames()
      const isLive = ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE', 'TEMPLATE']
      return (
        isLive.includes(element.tagName) ||
        names.some((name) => name.startsWith('on') || name === 'style' || name === 'srcdoc') ||
        /^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '')
      )
    })
    return found.map(({ outerHTML }) => outerHTML.slice(0, 100))
  })

const lendingPlaces = (fund: string): readonly string[] => [
  `${fund}/loans`,
  `${fund}/loans/${loanIds.other}`,
  ...loanTasks.map((task) => `${fund}/record/${task}?loan=${loanIds.other}`),
  ...memberTasks.map((task) => `${fund}/record/${task}?member=${memberId}`),
  `${fund}/record/correction?entry=${entryId}`,
]

const places = (): readonly (readonly [Door | undefined, readonly string[]])[] => {
  const fund = `/funds/${seen.village.fundId}`
  const record = `${fund}/record/repayment`
  return [
    [
      undefined,
      ['/', '/sign-in', '/card', '/begin', '/enrol', '/start', '/me', '/nothing', '/%3Cscript%3E'],
    ],
    [
      'household',
      [
        `${fund}/me`,
        `${fund}/me/looked`,
        `${fund}/me/not-right`,
        `${fund}/quote`,
        `${fund}/rules`,
        `${fund}/buy-out`,
        '/me',
        `${fund}/loans/${loanIds.own}`,
      ],
    ],
    [
      'record-keeper',
      [
        `${fund}/desk`,
        `${fund}/quote?amount=500000&count=10&paidOutOn=2026-01-20`,
        `${fund}/quote/agreement?amount=500000&count=10&paidOutOn=2026-01-20`,
        record,
        `${record}?loan=${loanIds.other}`,
        `${fund}/record/saving`,
        `${fund}/record/saving?member=${memberId}`,
        ...lendingPlaces(fund),
        `${fund}/cards`,
        `${fund}/logins`,
        `${fund}/logins/new`,
        `${fund}/log`,
        '/step-up',
        '/me',
      ],
    ],
    [
      'auditor',
      [
        `${fund}/health`,
        `${fund}/health/par30`,
        `${fund}/log`,
        `${fund}/loans/${loanIds.other}`,
        '/team',
        '/',
      ],
    ],
    ['migration-worker', ['/team', '/me', '/']],
    ['chair', [`${fund}/auditors`, `${fund}/auditors?longer=1`, `${fund}/cards/stop`]],
    [
      'administrator',
      ['/network', '/network/add/staff', '/network/add/member', '/network/devices'],
    ],
  ]
}

const policyOf = async (page: Page, path: string): Promise<string | undefined> =>
  (await page.goto(`${seen.url}${path}`))?.headers()['content-security-policy']

/** Lifts every limit of a form and types attempts into it: all of them, or by turns where an address has to carry them. */
const fillWithAttempts = async (page: Page, fields: Locator): Promise<void> => {
  await settle(page)
  await fields.evaluateAll(
    (all, { text, each }) => {
      for (const [i, field] of (all as HTMLInputElement[]).entries()) {
        for (const limit of ['maxlength', 'pattern', 'required']) field.removeAttribute(limit)
        if (['hidden', 'radio', 'checkbox', 'submit'].includes(field.type)) continue
        field.type = 'text'
        const isInAddress = field.form?.method === 'get' && all.length > each.length
        field.value = isInAddress ? each[i % each.length]! : text
      }
    },
    { text: hostileText, each: attempts },
  )
}

describe('words that want to be a script', () => {
  test('run on no page, whoever wrote them wherever, and break no policy', async () => {
    for (const [door, paths] of places()) {
      const visitor = await visitorAs(seen, door)
      for (const path of paths) {
        const { page, ran, broken } = await watchedWindow(seen, visitor)
        const asked = [`${path}${path.includes('?') ? '&' : '?'}${everyQuery()}`, path]
        for (const one of isLong ? asked : asked.slice(0, 1)) {
          expect(await policyOf(page, one), one).toBe(strictPolicy)
          expect(await livePartsOf(page), one).toEqual([])
        }
        expect([...ran, ...broken()], path).toEqual([])
        await page.close()
      }
      await visitor.close()
    }
  }, 240_000)

  test('are there on the pages, as text that everybody can read', async () => {
    const visitor = await visitorAs(seen, 'record-keeper')
    const page = await visitor.newPage()
    await page.goto(`${seen.url}/funds/${seen.village.fundId}/desk`)
    expect(await page.locator('main').textContent()).toContain(attempts[0])
    await page.goto(`${seen.url}/me`)
    expect(await page.locator('main').textContent()).toContain(attempts[0])
    await visitor.close()
  })

  test('typed into every field of every form come back as text or not at all', async () => {
    for (const [door, paths] of places()) {
      const visitor = await visitorAs(seen, door)
      for (const path of paths) {
        const { page, ran, broken } = await watchedWindow(seen, visitor)
        await page.goto(`${seen.url}${path}`)
        const fields = page.locator('main form input, main form textarea')
        if ((await fields.count()) > 0) {
          await fillWithAttempts(page, fields)
          await page.locator('main form button').last().click()
          await page.waitForLoadState()
          expect(await livePartsOf(page), path).toEqual([])
        }
        expect([...ran, ...broken()], path).toEqual([])
        await page.close()
      }
      await visitor.close()
    }
  }, 240_000)
})
