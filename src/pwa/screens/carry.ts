import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { carriedCommandsMax, linesOfCommands } from '#src/exchange/carried/commands.ts'
import { squareOf } from '#src/exchange/carried/square.ts'
import { alert, foot, key } from '#src/pwa/screens/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { phoneWords } from '#src/words/words.ts'

/** A square code as one path, a unit a module, with the quiet edge that cameras need. */
const squareCode = (text: string, title: string): JSX.Element => {
  const { rows, size } = squareOf(text)
  const d = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return h(
    'svg',
    { class: 'square', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': title },
    h('path', { d, 'shape-rendering': 'crispEdges' }),
  )
}

/** All codes as one file, for a card or a cable. */
const fileOf = (lines: readonly string[]): string =>
  URL.createObjectURL(new Blob([lines.join('\n')], { type: 'text/plain' }))

export type Carrying = {
  readonly language: Language
  readonly fundId: string
  /** Each as it goes. */
  readonly items: readonly unknown[]
  /** What is said of it: who can read it. */
  readonly meaning: string
  readonly back: () => void
}

/**
 * What waits goes to the desk without a line: one square code after another, or a file. It stays on the phone until the
 * service has said what became of it, and what was carried twice counts once.
 */
export const CarryScreen = ({ language, fundId, items, meaning, back }: Carrying): JSX.Element => {
  const words = phoneWords.in(language)
  const [lines, setLines] = useState<readonly string[]>([])
  const [at, setAt] = useState(0)
  useEffect(() => {
    const commands = items.slice(0, carriedCommandsMax)
    if (commands.length > 0) void linesOfCommands({ fundId, commands }).then(setLines)
  }, [fundId])
  const [file, setFile] = useState<string>()
  useEffect(() => {
    const made = fileOf(lines)
    setFile(made)
    return () => URL.revokeObjectURL(made)
  }, [lines])
  const line = lines[at]
  if (line === undefined) return h('main', {}, [alert(words.loading), key(words.back, back)])
  const said = words.codeOf(String(at + 1), String(lines.length))
  return h('main', {}, [
    h('h1', {}, said),
    squareCode(line, said),
    h('p', { class: 'quiet' }, meaning),
    h('a', { class: 'button', href: file, download: 'meeting.txt' }, words.asFile),
    foot(
      key(words.back, at === 0 ? back : () => setAt(at - 1)),
      key(words.nextCode, () => setAt(at + 1), { isMain: true, isOff: at + 1 >= lines.length }),
    ),
  ])
}
