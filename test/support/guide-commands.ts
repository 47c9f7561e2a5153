/** The commands of a guide, a line each, in their order. */
export const commandsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  )

/** The words of a line as a shell takes them: quotes of both kinds, and variables where a shell fills them in. */
export const wordsOf = (
  line: string,
  variables: Readonly<Record<string, string>> = {},
): readonly string[] => {
  const filled = (text: string): string =>
    text.replaceAll(/\$([A-Z]+)/g, (_, name: string) => {
      const value = variables[name]
      if (value === undefined) throw new Error(`the guide does not say what ${name} is`)
      return value
    })
  const pieces = line.match(/'[^']*'|"[^"]*"|[^\s'"]+|\s+/g) ?? []
  const words: string[] = []
  let word: string | undefined
  for (const piece of pieces) {
    if (/^\s/.test(piece)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (piece.startsWith("'")) word = (word ?? '') + piece.slice(1, -1)
    else if (piece.startsWith('"')) word = (word ?? '') + filled(piece.slice(1, -1))
    else word = (word ?? '') + filled(piece)
  }
  return word === undefined ? words : [...words, word]
}
