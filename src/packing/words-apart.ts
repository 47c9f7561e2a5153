import { readFileSync } from 'node:fs'
import type { Plugin } from 'rolldown'

const catalogue = /\/src\/words\/(en|km)\/([\w-]+)\.ts$/

/** The names of what a catalogue holds. */
const namesIn = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^export const (\w+)/gm)].map(([, name]) => name!)

/**
 * In place of each catalogue stands that it is held elsewhere: words come by themselves, in the language that is read
 * (`src/pwa/held-words.ts`).
 */
export const wordsApart: Plugin = {
  name: 'words-apart',
  load(id) {
    const found = catalogue.exec(id)
    if (!found) return undefined
    const [, language, file] = found
    const lines = namesIn(id).map(
      (name) => `export const ${name} = held('${language}', '${file}/${name}')`,
    )
    return `import { held } from '#src/pwa/held-words.ts'\n${lines.join('\n')}\n`
  },
}

/** A script of the catalogues that another one holds its words in. */
export const wordsOf = (language: string, ids: readonly string[]): string => {
  const files = ids.flatMap((id) => catalogue.exec(id)?.[2] ?? [])
  const lines = [...new Set(files)].toSorted().flatMap((file, i) => {
    return [`import * as w${i} from '#src/words/${language}/${file}.ts'`]
  })
  const each = [...new Set(files)]
    .toSorted()
    .map((file, i) => `'${file}': w${i}`)
    .join(', ')
  return `${lines.join('\n')}\nexport const words = { ${each} }\n`
}
