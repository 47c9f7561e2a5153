import type { Page } from 'playwright-core'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { asSupervisor } from '#test/browser/case-pages.ts'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { atWatch } from '#test/browser/watch-pages.ts'

/* What one of the team wrote down and another one has to look at: both on one device, one after the other. */

const submit = async (page: Page): Promise<void> => {
  await page
    .locator('main form[method="post"] button.go, main form[method="post"] button')
    .last()
    .click()
  await page.waitForLoadState()
}

const followed = async (page: Page, link: string): Promise<void> => {
  await page.locator(`main ${link}`).first().click()
  await page.waitForLoadState()
}

/** One writes it down at a desk, the supervisor follows the links to it. */
const seenBySecond =
  (
    { path, links, radio }: { path: string; links: readonly string[]; radio: string },
    then: readonly string[],
  ) =>
  async (page: Page): Promise<void> => {
    await atWatch(path, ...links)(page)
    // Where somebody looked here before, it waits already, and the link leads to whoever has to look.
    const choice = page.locator(`main input[name="${radio}"]`).first()
    if ((await choice.count()) > 0) {
      await choice.check()
      await submit(page)
    }
    await asSupervisor('/cases')(page)
    const language = (await page.locator('html').getAttribute('lang')) ?? 'en'
    await page.goto(new URL(`/watch?lang=${language}`, page.url()).href)
    for (const link of then) await followed(page, link)
  }

/** A supervisor and another one of the team release what an invented university asks for. */
const released = async (page: Page): Promise<void> => {
  await asSupervisor('/cases/research/new')(page)
  const second = practiceTeam[2]
  const typed = {
    purpose: 'Why promises are not kept (invented)',
    receiver: 'Invented University',
    secondLogin: second.login,
    secondPassphrase: second.passphrase,
  }
  for (const [name, text] of Object.entries(typed))
    await page.locator(`main input[name="${name}"]`).fill(text)
  await page.locator('main select[name="months"]').selectOption({ index: 1 })
  await submit(page)
}

/** Chooses where it is one of a list, of round buttons or of boxes. */
const chosen = async (page: Page, name: string, value: string): Promise<void> => {
  const list = page.locator(`main select[name="${name}"]`)
  if ((await list.count()) > 0) await list.selectOption(value)
  else await page.locator(`main input[name="${name}"][value="${value}"]`).check()
}

/** A person has said yes to the university, two have released its request, and the worker shows what would go out. */
const giving = async (page: Page): Promise<void> => {
  await atWatch('/cases', '/cases/of/')(page)
  const code = new URL(page.url()).pathname.split('/')[3]!
  const language = (await page.locator('html').getAttribute('lang')) ?? 'en'
  const go = (path: string) => page.goto(new URL(`${path}?lang=${language}`, page.url()).href)
  await go(`/cases/of/${code}/GiveConsent`)
  await chosen(page, 'purpose', 'research')
  await chosen(page, 'how', 'spoken')
  await page.locator('main input[name="receiver"]').fill('Invented University')
  for (const field of ['sex', 'age-band', 'journey'])
    await page.locator(`main input[name="fields-${field}"]`).check()
  await submit(page)
  await released(page)
  await go('/')
  await page.locator('form[action="/doors/team"] button').click()
  await page.waitForLoadState()
  await atWatch('/cases')(page)
  await go(`/cases/give/${code}`)
}

export const waitingPagesToLookAt: readonly PageToLookAt[] = [
  {
    name: 'watch-confirm',
    path: '/watch',
    door: 'supervisor',
    steps: seenBySecond({ path: '/watch', links: ['/watch/rule/'], radio: 'found' }, [
      'a[href*="/watch/confirm/"]',
    ]),
  },
  {
    name: 'watch-letter-check',
    path: '/watch',
    door: 'supervisor',
    steps: seenBySecond({ path: '/watch', links: ['/watch/of/', '/watch/letter/'], radio: 'to' }, [
      'a[href*="/watch/of/"]',
      'a[href*="/watch/letter/"][href*="/check"]',
    ]),
  },
  {
    name: 'watch-answer-check',
    path: '/watch',
    door: 'supervisor',
    steps: seenBySecond(
      { path: '/watch', links: ['/watch/of/', '/watch/answer/'], radio: 'says' },
      ['a[href*="/watch/of/"]', 'a[href*="/watch/answer/"][href*="/check"]'],
    ),
  },
  { name: 'cases-research-released', path: '/cases', door: 'supervisor', steps: released },
  { name: 'case-give-answers-open', path: '/cases', door: 'supervisor', steps: giving },
  {
    name: 'cases-research-make',
    path: '/cases',
    door: 'supervisor',
    steps: async (page) => {
      await released(page)
      await asSupervisor('/cases/research')(page)
      await followed(page, 'a[href*="/make"]')
    },
  },
]
