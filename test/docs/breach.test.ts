import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { practice } from '#test/support/service.ts'

const root = join(import.meta.dirname, '../..')
const folder = 'docs/breach'
const names = ['dishonest-officer', 'lost-card', 'lost-phone', 'stolen-database'] as const
const pages = names.map((name) => ({
  name,
  text: readFileSync(join(root, folder, `${name}.md`), 'utf8'),
}))

/** The pages that the service has, as a pattern each: … stands for what a page fills in. */
let served: readonly RegExp[] = []
beforeAll(async () => {
  const { service } = await practice()
  served = service.pages.map(
    ({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '(…|[\\w-]+)')}$`),
  )
})

/** What commands of the command line, and groups of them, are called. */
const commands = globSync('src/cli/*.ts', { cwd: root }).flatMap((file) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:\.command\(|groupOf\(program, )'([\w-]+)/g,
    ),
  ].map(([, command = '']) => command),
)

const placesIn = (text: string): string[] =>
  [...text.matchAll(/`(\/[\w…/-]+)`/g)].map(([, place = '']) => place)

const commandsIn = (text: string): string[] =>
  [...text.matchAll(/npm run --silent fund -- ([a-z-]+)/g)].map(([, command = '']) => command)

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link)

const words = globSync('src/words/en/*.ts', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('')

/** What somebody is told to press, as it stands on the screen. */
const pressedIn = (text: string): string[] =>
  [...text.matchAll(/“([^”]+)”/g)].map(([, pressed = '']) => pressed)

/** What a page of instructions says that nobody could do here. */
const faultsIn = (text: string): readonly string[] => [
  ...placesIn(text)
    .filter((place) => !served.some((known) => known.test(place)))
    .map((place) => `no page is at ${place}`),
  ...commandsIn(text)
    .filter((command) => !commands.includes(command))
    .map((command) => `no command is called ${command}`),
  ...pressedIn(text)
    .filter((pressed) => !words.includes(`'${pressed}'`))
    .map((pressed) => `no screen says ${pressed}`),
  ...linksIn(text)
    .filter((link) => !existsSync(join(root, dirname(`${folder}/page.md`), link)))
    .map((link) => `nothing is at ${link}`),
]

test.each(pages)(
  'what to do about a $name names pages, commands and papers that there are',
  ({ text }) => {
    expect(faultsIn(text)).toEqual([])
    expect(placesIn(text).length).toBeGreaterThan(2)
  },
)

test.each(pages)(
  'what to do about a $name fits on a sheet, and says what is done when, who is told and what is open',
  ({ text }) => {
    expect(text.split('\n').length).toBeLessThan(75)
    const parts = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(parts.at(-1)).toBe('What is open')
    expect(parts).toContain('In the first hour')
    expect(parts.join()).toMatch(/In the first week/)
    expect(text).toContain('**What the program does by itself.**')
  },
)

test('a page that sends people where nothing is, is found', () => {
  const planted =
    'Go to `/funds/…/nowhere`, press “Undo all”, type `npm run --silent fund -- undo`, read [this](none.md).'
  expect(faultsIn(planted)).toEqual([
    'no page is at /funds/…/nowhere',
    'no command is called undo',
    'no screen says Undo all',
    'nothing is at none.md',
  ])
})
