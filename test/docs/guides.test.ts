import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { guideIn, textOf } from '#src/pages/help/markdown.ts'
import {
  fileOf,
  guideFiles,
  guideNames,
  guidePictures,
  languagesOf,
} from '#src/pages/help/guides.ts'
import type { Language } from '#src/words/catalogue.ts'
import { guideShots } from '#test/browser/guide-shots.ts'
import { jargon } from '#test/support/jargon.ts'
import { practice } from '#test/support/service.ts'

const root = join(import.meta.dirname, '../..')
const folder = 'docs/guides'

const guides = guideNames.flatMap((name) =>
  languagesOf(name).map((language) => {
    const text = readFileSync(join(root, folder, fileOf(name, language, 'md')), 'utf8')
    return { name, language, text, guide: guideIn(text) }
  }),
)

let served: readonly RegExp[] = []
beforeAll(async () => {
  const { service } = await practice()
  served = service.pages.map(
    ({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '(…|[\\w-]+)')}$`),
  )
})

const wordsIn = (language: Language): string =>
  globSync(`src/words/${language}/*.ts`, { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('')
const words = { en: wordsIn('en'), km: wordsIn('km') }

type Written = { readonly text: string; readonly language: Language }

/** What a guide says that nobody could do here. */
const faultsIn = ({ text, language }: Written): readonly string[] => [
  ...[...text.matchAll(/`(\/[\w…/-]+)`/g)]
    .map(([, place = '']) => place)
    .filter((place) => place !== '/docs' && !served.some((known) => known.test(place)))
    .map((place) => `no page is at ${place}`),
  ...[...text.matchAll(/“([^”]+)”/g)]
    .map(([, pressed = '']) => pressed)
    .filter((pressed) => !words[language].includes(`'${pressed}'`))
    .map((pressed) => `no screen says ${pressed}`),
  ...[...text.matchAll(/\]\(([^)#]+)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !existsSync(join(root, dirname(`${folder}/guide.md`), link)))
    .map((link) => `nothing is at ${link}`),
]

test.each(guides)(
  'the guide for $name in $language names buttons, pages and papers that there are',
  (guide) => {
    expect(faultsIn(guide)).toEqual([])
  },
)

test('a guide that sends people where nothing is, is found', () => {
  const text = 'Press “Undo all” at `/nowhere`, and read [this](none.md).'
  expect(faultsIn({ text, language: 'en' })).toEqual([
    'no page is at /nowhere',
    'no screen says Undo all',
    'nothing is at none.md',
  ])
})

test('every section has an id of its own, and every guide its card of at most nine lines', () => {
  for (const { guide, name, language } of guides) {
    const ids = guide.sections.map(({ id }) => id)
    expect(new Set(ids).size, name).toBe(ids.length)
    expect(
      ids.every((id) => /^[a-z-]+$/.test(id)),
      `${name} ${language}: ${ids.join()}`,
    ).toBe(true)
    expect(guide.title).not.toBe('')
    const card = guide.sections.find(({ id }) => id === 'card')
    expect(card?.blocks).toMatchObject([{ kind: 'list', from: 1 }])
    const [list] = card!.blocks
    expect(list!.kind === 'list' && list!.items.length, name).toBeLessThanOrEqual(9)
  }
})

test('a guide in Khmer has the sections and pictures of the English one, in its order, and says that it is a draft', () => {
  const shapeOf = (name: string, language: Language) =>
    guides
      .find((one) => one.name === name && one.language === language)!
      .guide.sections.map(({ id, blocks }) => [
        id,
        blocks.flatMap((block) => (block.kind === 'picture' ? [block.name.split('.')[0]] : [])),
      ])
  for (const { name, text } of guides.filter(({ language }) => language === 'km')) {
    expect(shapeOf(name, 'km')).toEqual(shapeOf(name, 'en'))
    expect(text).toContain('សេចក្តីព្រាង')
  }
})

test('every picture is taken by the script, stands in its guide, is small, and comes first in its section', () => {
  expect(guidePictures.map(({ name }) => name).toSorted()).toEqual(
    Object.keys(guideShots).toSorted(),
  )
  for (const { guide, name, language } of guides) {
    const shown = guide.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block, i) => {
        if (block.kind !== 'picture') return []
        expect(i, `${name}: ${block.name}`).toBe(0)
        expect(block.says.length).toBeGreaterThan(10)
        return [block.name]
      }),
    )
    const meant = guidePictures.filter((one) => one.guide === name)
    expect(shown.toSorted()).toEqual(
      meant.map((one) => fileOf(one.name, language, 'png')).toSorted(),
    )
    for (const picture of shown)
      expect(statSync(join(root, folder, 'pictures', picture)).size, picture).toBeLessThan(60_000)
  }
})

test('whatever lies in the folder of the guides is served, and nothing else', () => {
  const there = globSync(`${folder}/**/*.{md,png}`, { cwd: root })
  expect(guideFiles.map(({ stored }) => stored).toSorted()).toEqual(there.toSorted())
})

test('no guide for villagers has a word that a villager cannot know', () => {
  for (const { guide, name, language } of guides) {
    if (language !== 'en' || (name !== 'committee' && name !== 'household')) continue
    const text = [guide.lead, ...guide.sections.map(({ blocks }) => blocks)]
      .flat()
      .map(textOf)
      .join(' ')
    expect(jargon.flatMap((one) => one.exec(text)?.[0] ?? [])).toEqual([])
  }
})
