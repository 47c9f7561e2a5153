import { markOf } from '#src/pages/files.ts'
import { clipsOf } from '#src/words/clips.ts'
import { spokenWords } from '#src/words/spoken-words.ts'
import type { Money } from '#src/words/locale.ts'

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

/** The folder's name is made of what is in it, so that a phone keeps each clip for as long as it stays the same. */
export const clipsFolder = `/clips/${markOf(JSON.stringify(spokenWords))}/`

/** Where spoken words are served, each by its file's name. */
export const clipsPath = `${clipsFolder}:word`

const clips = new Map(spokenWords.map(([name, , mp3]) => [`${name}.mp3`, mp3]))

/** The sound of a spoken word by its file's name; undefined for a word that is none of them. */
export const clipOf = (file: string): Uint8Array<ArrayBuffer> | undefined => {
  const mp3 = clips.get(file)
  return mp3 === undefined ? undefined : bytesOf(mp3)
}

/** What a button that speaks a sum in Khmer has to play: the folder, then names; undefined where it has no words. */
export const clipsSaid = (money: Money): string | undefined => {
  const names = clipsOf(money)
  return names && [clipsFolder, ...names].join(' ')
}
