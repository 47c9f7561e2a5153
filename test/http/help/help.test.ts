import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Asset } from '#src/http/needs.ts'
import { guideFiles, guideNames, languagesOf } from '#src/pages/help/guides.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

const root = join(import.meta.dirname, '../../..')
const assets = new Map<string, Asset>(
  guideFiles.map(({ served, stored, type }) => [
    served,
    { type, bytes: new Uint8Array(readFileSync(join(root, stored))) },
  ]),
)

let village: Practice
beforeAll(async () => {
  village = await practice({ assets })
})

const page = async (path: string, status = 200): Promise<string> => {
  const answer = await village.ask(path)
  expect(answer.status, path).toBe(status)
  return answer.text()
}

test.each(['en', 'km'])(
  'whoever is nobody reads every guide and its card in %s',
  async (language) => {
    const all = await page(`/help?lang=${language}`)
    for (const name of guideNames) {
      expect(all).toContain(`href="/help/${name}"`)
      const guide = await page(`/help/${name}?lang=${language}`)
      expect(guide).toContain('<article class="guide"')
      expect(guide).toContain('class="quick-exit"')
      expect(guide).not.toMatch(/undefined|<a id=|\*\*|!\[/)
      const card = pageText(await page(`/help/${name}/card?lang=${language}`))
      expect(card).toContain(
        language === 'km' && languagesOf(name).includes('km') ? 'លើមួយទំព័រ' : 'On one page',
      )
      expect(card.length).toBeLessThan(guide.length / 2)
    }
  },
)

test('villagers read Khmer in Khmer, with its pictures; whatever is in English alone says so', async () => {
  const own = await page('/help/household?lang=km')
  expect(own).toContain('<article class="guide" lang="km">')
  expect(own).toContain('src="/guides/pictures/own.km.png"')
  expect(own).not.toContain('ជាភាសាអង់គ្លេសតែប៉ុណ្ណោះ')
  const operator = await page('/help/operator?lang=km')
  expect(operator).toContain('ជាភាសាអង់គ្លេសតែប៉ុណ្ណោះ')
  expect(operator).toContain('lang="en">')
})

test('pictures come late, hold their place, and are served to anybody', async () => {
  const text = await page('/help/committee?lang=en')
  const pictures = [...text.matchAll(/<img[^>]+>/g)].map(([tag]) => tag)
  expect(pictures).toHaveLength(5)
  for (const tag of pictures) {
    expect(tag).toContain('loading="lazy"')
    expect(tag).toContain('width="360"')
    const answer = await village.ask(/src="([^"]+)"/.exec(tag)![1]!)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/png')
  }
})

test('somebody who looks for a word finds the sections that have it, those named by it first', async () => {
  const found = async (typed: string, language = 'en'): Promise<readonly string[]> =>
    [
      ...(await page(`/help?lang=${language}&q=${encodeURIComponent(typed)}`)).matchAll(
        /<li lang="\w+">\s*<a href="\/help\/([^"]+)"/g,
      ),
    ].map(([, place]) => place!)
  expect((await found('MISTAKE'))[0]).toBe('committee#mistakes')
  expect((await found('agency licence'))[0]).toBe('household#leaving')
  expect(await found('កម្ចី', 'km')).toContain('household#cost')
  expect(await found('zeppelin')).toEqual([])
  expect(pageText(await page('/help?lang=en&q=zeppelin'))).toContain('Nothing was found')
  expect((await found('the')).length).toBeLessThanOrEqual(20)
  // What is short stands whole.
  const short = pageText(await page('/help?lang=en&q=talks+courses+trade'))
  expect(short).toContain('The pages say where and when.')
})

test('what is looked for stands in its own field alone, and is no markup; odd words find nothing', async () => {
  const typed = encodeURIComponent('"><script>alert(1)</script>')
  const odd = await page(`/help?lang=en&q=${typed}`)
  expect(odd).not.toContain('alert')
  const plain = await page('/help?lang=en&q=loan')
  expect(plain.match(/value="loan"/g)).toHaveLength(1)
})

test('no guide of another name is there, nor one in a service that brought none along', async () => {
  await page('/help/nobody', 404)
  await page('/help/..%2f..%2fpackage', 404)
  await page('/help/constructor/card', 404)
  const bare = await practice()
  expect((await bare.ask('/help/committee')).status).toBe(404)
  expect((await bare.ask('/help?q=loan')).status).toBe(200)
})
