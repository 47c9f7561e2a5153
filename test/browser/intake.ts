import { setTimeout } from 'node:timers/promises'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { doors } from '#test/browser/pages.ts'
import { servePractice } from '#test/browser/serving.ts'
import { newVisitor } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { lastButton, onwards } from '#test/browser/sending.ts'

/*
 * Times a first talk on the clock, in a real browser: `npm run time:intake`. It is a script that types, and no worker with
 * little schooling: it shows how long the pages take somebody who types and reads at the pace that is stated. How many fields
 * and taps there are is held by `test/http/cases/taps.test.ts`.
 */

/** Two signs a second, and three seconds to read each question. */
const pace = { perSign: 500, perQuestion: 3000 }

const browser = await launchBrowser()
const practice = await servePractice()
try {
  const visitor = await newVisitor(browser)
  await doors.team(visitor, practice)
  const page = await visitor.newPage()
  await page.setViewportSize({ width: 360, height: 640 })
  // The invented team is made when its desk is opened first, which no later day waits for.
  await page.goto(`${practice.url}/cases/open?lang=en`)

  let questions = 0
  let signs = 0
  const readQuestion = async (): Promise<void> => {
    questions += 1
    await setTimeout(pace.perQuestion)
  }
  const type = async (name: string, text: string): Promise<void> => {
    await readQuestion()
    signs += text.length
    const field = page.locator(`main [name="${name}"]`)
    await field.click()
    await field.pressSequentially(text, { delay: pace.perSign })
  }
  const choose = async (name: string, value: string): Promise<void> => {
    await readQuestion()
    const list = page.locator(`main select[name="${name}"]`)
    if ((await list.count()) > 0) await list.selectOption(value)
    else await page.locator(`main [name="${name}"][value="${value}"]`).check()
  }
  const press = async (): Promise<void> => {
    await onwards(page, lastButton)
  }

  const begun = performance.now()
  await type('passphrase', practiceTeam[0].passphrase)
  await press()
  await page.goto(`${practice.url}/cases/new?lang=en`)
  await choose('kind', 'return')
  await choose('isInDanger', 'yes')
  await choose('ageBand', '25-34')
  await choose('sex', 'woman')
  await choose('language', 'khmer')
  await choose('stage', 'back')
  await choose('way', 'visit')
  await type('when', 'after the market, at the school')
  await type('notTo', 'the broker and her husband')
  await choose('isAgreed', 'yes')
  await press()
  const seconds = (ms: number): string => (ms / 1000).toFixed(0)
  const whole = performance.now() - begun
  const typed = signs * pace.perSign + questions * pace.perQuestion
  if (!new URL(page.url()).pathname.startsWith('/cases/of/K-')) throw new Error('no case was begun')
  console.log(
    `A first talk by a script: ${questions} questions, ${signs} signs, ${seconds(whole)} s on the clock, of which ${seconds(typed)} s are its reading and typing.`,
  )
} finally {
  await practice.stop()
  await browser.close()
}
