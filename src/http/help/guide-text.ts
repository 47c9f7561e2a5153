import type { AppNeeds } from '#src/http/needs.ts'
import {
  type GuideName,
  fileOf,
  guideNames,
  guidesPath,
  languageOfGuide,
} from '#src/pages/help/guides.ts'
import { type Found, type ReadGuide, cardSection } from '#src/pages/help/help-pages.ts'
import { type Section, guideIn, plainOf, textOf } from '#src/pages/help/markdown.ts'
import type { Language } from '#src/words/catalogue.ts'

/** A guide as it was brought along, for somebody who reads that language; nothing where it was not. */
export const readGuide = async (
  { assets }: Pick<AppNeeds, 'assets'>,
  name: GuideName,
  wished: Language,
): Promise<ReadGuide | undefined> => {
  const language = languageOfGuide(name, wished)
  const file = assets.get(`${guidesPath}/${fileOf(name, language, 'md')}`)
  if (file === undefined) return undefined
  const bytes = typeof file.bytes === 'function' ? await file.bytes() : file.bytes
  return { name, language, guide: guideIn(new TextDecoder().decode(bytes)) }
}

const spelt = (text: string): string => text.normalize('NFC').toLowerCase()

const foundMax = 20
const beginsMax = 120

/** What a section begins with, up to a space where there is one. */
const beginOf = ({ blocks }: Section): string => {
  const [first] = blocks.filter(({ kind }) => kind === 'text' || kind === 'list')
  const text = first === undefined ? '' : textOf(first)
  return text.length <= beginsMax ? text : `${text.slice(0, beginsMax).replace(/\s+\S*$/, '')} …`
}

/** How well a section fits what was looked for: all words in its title, all of them anywhere, or not. */
const fitOf = (words: readonly string[], { title, blocks }: Section): number => {
  const name = spelt(title)
  if (words.every((word) => name.includes(word))) return 2
  const text = `${name} ${spelt(blocks.map(textOf).join(' '))}`
  return words.every((word) => text.includes(word)) ? 1 : 0
}

const foundIn = ({ name, language, guide }: ReadGuide, words: readonly string[]) =>
  guide.sections
    .filter(({ id }) => id !== cardSection)
    .map((section) => ({ section, fit: fitOf(words, section) }))
    .filter(({ fit }) => fit > 0)
    .map(({ section, fit }) => ({
      fit,
      guide: name,
      language,
      section: section.id,
      title: plainOf(section.title),
      begins: beginOf(section),
    }))

/** Sections with every word that was typed, those first that bear them in their title; otherwise in the order of the guides. */
export const searchGuides = async (
  needs: Pick<AppNeeds, 'assets'>,
  typed: string,
  language: Language,
): Promise<readonly Found[]> => {
  const words = spelt(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const guides = await Promise.all(guideNames.map((name) => readGuide(needs, name, language)))
  return guides
    .flatMap((read) => (read === undefined ? [] : foundIn(read, words)))
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, foundMax)
}
