import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '#test/browser/axe.ts'
import { layoutProblems } from '#test/browser/layout.ts'
import { newVisitor, openWindow, settle } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

let browser: Browser | undefined

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

const pageWith = (
  body: string,
  viewport = 'width=device-width, initial-scale=1',
): string => `<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="${viewport}" />
      <title>A page</title>
      <link rel="icon" href="data:," />
      <style>
        body { margin: 0; font: 16px/20px sans-serif; }
        a, button, input { box-sizing: border-box; min-height: 48px; min-width: 48px; font: inherit; }
        a.block { display: block; }
      </style>
    </head>
    <body><main>${body}</main></body>
  </html>`

const withPage = async <T>(run: (page: Page) => Promise<T>): Promise<T> => {
  const visitor = await newVisitor(browser!)
  try {
    return await run((await openWindow(visitor)).page)
  } finally {
    await visitor.close()
  }
}

const showing = async (page: Page, html: string): Promise<readonly string[]> => {
  await page.setContent(html)
  await settle(page)
  return layoutProblems(page)
}

const noWebfont = 'Khmer is written without a font of the page'

/** One fault each, and all that must be said of it. */
const faults: readonly (readonly [body: string, complaints: readonly unknown[]])[] = [
  [
    '<p style="width: 600px">Wide</p>',
    ['the page is 600 px wide on a screen of 360 px', 'p "Wide" reaches 600 px of 360 px across'],
  ],
  [
    '<p style="width: 100px; overflow: hidden"><span style="display: block; width: 130px">Cut</span></p>',
    ['p "Cut" is 30 px too narrow for its text'],
  ],
  [
    '<p style="height: 20px; overflow: clip"><span style="display: block; height: 40px">Cut</span></p>',
    ['p "Cut" is 20 px too low for its text'],
  ],
  [
    '<a class="block" href="/" style="height: 50px"><span style="display: block; height: 60px">One</span></a>',
    ['a.block "One" is 10 px too low for its text'],
  ],
  [
    '<p><a href="/">A link that stands alone</a></p>',
    [expect.stringMatching(/^a "A link that stands alone" is a target of .+, less than 48 px$/)],
  ],
  [
    '<button type="button" style="width: 60px; height: 40px; min-height: 0">Go</button>',
    ['button "Go" is a target of 60 px by 40 px, less than 48 px'],
  ],
  [
    '<details><summary style="height: 48px">More</summary><p style="font-size: 12px">Folded away</p></details>',
    ['p "Folded away" is written in 12 px, less than 16 px'],
  ],
  [
    '<input value="7" aria-label="Age" style="font-size: 15px; width: 90px; height: 50px" />',
    ['input "" is written in 15 px, less than 16 px'],
  ],
  [
    '<svg viewBox="0 0 400 40" width="200" height="20"><text y="30" style="font-size: 20px">2026</text></svg>',
    ['text "2026" is written in 10 px, less than 16 px'],
  ],
  [
    '<p style="line-height: 1.5">ប្រាក់សន្សំ</p>',
    [noWebfont, 'p "ប្រាក់សន្សំ" is Khmer with line-height 1.5, less than 1.7'],
  ],
  [
    '<p style="line-height: normal">ប្រាក់សន្សំ</p>',
    [noWebfont, 'p "ប្រាក់សន្សំ" is Khmer with line-height normal, less than 1.7'],
  ],
]

test('each fault of a layout is told, and nothing besides', async () => {
  await withPage(async (page) => {
    for (const [body, complaints] of faults)
      expect(await showing(page, pageWith(body))).toEqual(complaints)
    expect(await showing(page, pageWith('<p>Text</p>', 'width=980'))).toEqual([
      'the page does not ask a phone for its own width',
    ])
  })
})

test('a page that everybody can read and press is left in peace', async () => {
  const body = `<p>A link <a href="/">within a sentence</a> may be low, and 500 ៛ is English.</p>
    <p style="position: absolute; width: 1px; height: 1px; overflow: hidden">For ears only</p>
    <p hidden style="font-size: 1px">Nobody sees this</p>
    <div style="overflow-x: auto"><p style="width: 600px">A part that scrolls by itself</p></div>
    <label style="display: block; height: 48px; width: 90px">
      <input type="checkbox" style="min-height: 0; min-width: 0" /> Yes
    </label>`
  expect(await withPage((page) => showing(page, pageWith(body)))).toEqual([])
})

test('of many faults of one sort the first are told, and how many more there are', async () => {
  const body = '<p style="font-size: 9px">Small</p>'.repeat(20)
  const told = await withPage((page) => showing(page, pageWith(body)))
  expect(told).toHaveLength(9)
  expect(told.at(-1)).toBe('and 12 more like it')
})

test('axe sees pale letters, fields without a name and crowded targets', async () => {
  const crowded = '<button style="min-width: 0; min-height: 0; width: 9px; height: 9px">x</button>'
  const body = `<p style="color: #bbb">Pale</p><input />${crowded.repeat(2)}`
  const told = await withPage(async (page) => {
    await page.setContent(pageWith(body))
    return axeProblems(page)
  })
  const rules = told.map((line) => /^axe ([\w-]+) /.exec(line)?.[1])
  expect([...new Set(rules)].toSorted()).toEqual(['color-contrast', 'label', 'target-size'])
})

test('axe sees every pale word of Khmer, whose letters change beside each other', async () => {
  const khmer = ['ប្រាក់ក្នុងហិប', 'ប្រាក់សន្សំ', 'ប្រាក់ដែលត្រូវមាននៅក្នុងហិប។', 'កម្ចីយឺត', '\u200bក្រុម']
  const body = khmer.map((words) => `<p style="color: #bbb">${words}</p>`).join('')
  const told = await withPage(async (page) => {
    await page.setContent(pageWith(body))
    return axeProblems(page)
  })
  expect(told.filter((line) => line.startsWith('axe color-contrast'))).toHaveLength(khmer.length)
})

const served = (body: string) => ({
  body: pageWith(body),
  contentType: 'text/html',
  headers: {
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-a'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'",
  },
})

const complaintsOf = async (body: string): Promise<readonly string[]> => {
  const visitor = await newVisitor(browser!)
  await visitor.route('**/*', (route) =>
    new URL(route.request().url()).pathname === '/'
      ? route.fulfill(served(body))
      : route.fulfill({ status: 404 }),
  )
  const { page, complaints } = await openWindow(visitor)
  await page.goto('http://village.example/')
  const problems = await axeProblems(page)
  await visitor.close()
  return [...problems, ...complaints()]
}

test('a script that the security policy refuses is told, and axe runs beside the policy', async () => {
  const told = await complaintsOf('<h1>A page</h1><script>document.title = "other"</script>')
  expect(told.join('\n')).toContain('security policy: script-src-elem')
  expect(told.filter((line) => line.startsWith('axe '))).toEqual([])
})

test('letters handed to a sink that wants trusted types are told', async () => {
  const script = '<script nonce="a">document.body.innerHTML = "<b>x</b>"</script>'
  const told = await complaintsOf(script)
  expect(told.join('\n')).toContain('security policy: require-trusted-types-for')
  expect(told.join('\n')).toContain('script error')
})

test('an error in the console, a picture that is not there and a broken script are told', async () => {
  const script = '<script nonce="a">console.error("canary"); nothing()</script>'
  const told = (await complaintsOf(`<img src="/gone.png" alt="Gone" />${script}`)).join('\n')
  expect(told).toContain('console error: canary')
  expect(told).toContain('status of 404')
  expect(told).toContain('script error: nothing is not defined')
  expect((await complaintsOf('<h1>A page</h1>')).join('\n')).toBe('')
})

test('a CHROME_PATH that leads nowhere, or to no browser, is an error and no other is taken', async () => {
  const trying = (path: string) => launchBrowser({ ...process.env, CHROME_PATH: path })
  await expect(trying('/nowhere/chromium')).rejects.toThrow(/CHROME_PATH: not there/)
  await expect(trying(process.execPath)).rejects.toThrow(/CHROME_PATH: does not start/)
})
