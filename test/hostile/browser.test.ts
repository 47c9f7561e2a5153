import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attempts, hostileText } from '#test/hostile/hostile-words.ts'
import { type At, placesIn } from '#test/hostile/places.ts'
import {
  type Seen,
  everyQuery,
  codesPolicy,
  codesScript,
  formPolicy,
  livePartsOf,
  ownScript,
  speakingPolicy,
  speakingScript,
  spoiltVillage,
  strictPolicy,
  visitorAs,
  watchedWindow,
} from '#test/hostile/watching.ts'
import { reached } from '#test/support/reached.ts'

/** With little time one page of eight is opened, with all that is odd in its address, and another is typed into. */
const isLong = process.env['TEST_BUDGET'] === 'ci'
const partOf = (paths: readonly string[], rest: 0 | 1): readonly string[] =>
  isLong ? paths : paths.filter((_, place) => place % 8 === 4 * rest)

let seen: Seen
let at: At
beforeAll(async () => {
  seen = await spoiltVillage()
  const { needs, fundId } = seen.village
  const { memberId } = (await needs.store.cards(fundId))[0]!
  const loans = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'loan')
  const isOwn = ({ data }: { data: string }) => data.includes(memberId)
  const lines = await needs.store.read(fundId, 0, 10_000)
  const entryId = lines.find(({ type }) => type === 'RepaymentRecorded')!.id
  const loanIds = { own: loans.find(isOwn)!.key, other: loans.find((loan) => !isOwn(loan))!.key }
  at = { fundId, memberId, entryId, loanIds }
})

afterAll(() => seen?.stop())

/** The form of a request, a household's own page and that of codes have one script each, this house's own; no other has any. */
const isRequestForm = (path: string): boolean => path.includes('/record/request?member=')
const isOwnPage = (path: string): boolean => /^\/funds\/[^/]+\/me$/.test(path)
const isOfCodes = (path: string): boolean => path.endsWith('/carried')
const scriptsOf = (path: string): readonly string[] => {
  if (isRequestForm(path)) return [ownScript]
  if (isOfCodes(path)) return [codesScript]
  return isOwnPage(path) ? [speakingScript] : []
}
const policyFor = (path: string): string => {
  if (isRequestForm(path)) return formPolicy
  if (isOfCodes(path)) return codesPolicy
  return isOwnPage(path) ? speakingPolicy : strictPolicy
}

const policyOf = async (page: Page, path: string): Promise<string | undefined> =>
  (await page.goto(`${seen.url}${path}`))?.headers()['content-security-policy']

/**
 * Opens what is folded away, lifts every limit of its forms and types attempts into their fields: all of them, or by turns
 * where an address has to carry them. How many fields there are; asked in one go, since each question to a page costs.
 */
const fillWithAttempts = (page: Page): Promise<number> =>
  page.evaluate(
    ({ text, each }) => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:not(.menu)'))
        fold.open = true
      const all = [
        ...document.querySelectorAll<HTMLInputElement>('main form input, main form textarea'),
      ]
      for (const [i, field] of all.entries()) {
        for (const limit of ['maxlength', 'pattern', 'required']) field.removeAttribute(limit)
        if (['hidden', 'radio', 'checkbox', 'submit'].includes(field.type)) continue
        field.type = 'text'
        const isInAddress = field.form?.method === 'get' && all.length > each.length
        field.value = isInAddress ? each[i % each.length]! : text
      }
      return all.length
    },
    { text: hostileText, each: attempts },
  )

/** Scripts that ran and policies that were broken, on all pages so far. */
let harms = 0
const isHarmless = (path: string, harm: readonly unknown[]): void => {
  harms += harm.length
  expect(harm, path).toEqual([])
}

describe('words that want to be a script', () => {
  test('run on no page, whoever wrote them wherever, and break no policy', async () => {
    let opened = 0
    for (const [door, paths] of placesIn(at)) {
      const visitor = await visitorAs(seen, door)
      const { page, ran, broken } = await watchedWindow(seen, visitor)
      for (const path of partOf(paths, 0)) {
        const odd = `${path}${path.includes('?') ? '&' : '?'}${everyQuery()}`
        expect(await policyOf(page, odd), path).toBe(policyFor(path))
        expect(await livePartsOf(page), path).toEqual(scriptsOf(path))
        isHarmless(path, [...ran, ...broken()])
        opened += 1
      }
      await visitor.close()
    }
    const [tried, atLeast] = ['pages of hostile text, opened', isLong ? 140 : 15]
    reached({ promise: 'P17', tried, count: opened, atLeast, found: harms })
  })

  test('are there on the pages, as text that everybody can read', async () => {
    const visitor = await visitorAs(seen, 'record-keeper')
    const page = await visitor.newPage()
    await page.goto(`${seen.url}/funds/${seen.village.fundId}/record/repayment`)
    expect(await page.locator('main').textContent()).toContain(attempts[0])
    await page.goto(`${seen.url}/me`)
    expect(await page.locator('main').textContent()).toContain(attempts[0])
    await visitor.close()
  })

  test('typed into every field of every form come back as text or not at all', async () => {
    let filled = 0
    for (const [door, paths] of placesIn(at)) {
      const visitor = await visitorAs(seen, door)
      const { page, ran, broken } = await watchedWindow(seen, visitor)
      for (const path of partOf(paths, 1)) {
        await page.goto(`${seen.url}${path}`)
        const count = await fillWithAttempts(page)
        if (count > 0) {
          filled += count
          await page.locator('main form button').last().click()
          await page.waitForLoadState()
          // The form comes back with its script, or another page without any.
          const others = (await livePartsOf(page)).filter((one) => !scriptsOf(path).includes(one))
          expect(others, path).toEqual([])
        }
        isHarmless(path, [...ran, ...broken()])
      }
      await visitor.close()
    }
    const [tried, atLeast] = ['fields that attempts were typed into', isLong ? 1_500 : 50]
    reached({ promise: 'P17', tried, count: filled, atLeast, found: harms })
  })
})
