import { renameSync, writeFileSync } from 'node:fs'

/** Written beside and laid in its place, so that whoever ends the program at any moment leaves a whole file. */
export const writeWhole = (path: string, text: string): void => {
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}
