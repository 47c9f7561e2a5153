import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * Makes the spoken number words anew: `node test/support/spoken-clips.ts`. It needs the programs `espeak-ng` and `lame`.
 * eSpeak NG has no Khmer, so that each word is spoken by its sounds, as one who is no native speaker wrote them down: a draft
 * to be replaced by recordings under the same names: `node test/support/spoken-clips.ts FOLDER`, where FOLDER has `zero.wav` and
 * so on. Then `lame` alone is needed.
 */

/** What each clip says: its word, and its sounds as eSpeak NG writes them. */
const spoken = {
  zero: ['សូន្យ', 'so:n'],
  one: ['មួយ', 'mu@j'],
  two: ['ពីរ', 'pi:'],
  three: ['បី', 'b@j'],
  four: ['បួន', 'bu@n'],
  five: ['ប្រាំ', "pr'am"],
  ten: ['ដប់', 'dOp'],
  twenty: ['ម្ភៃ', "m@ph'ej"],
  thirty: ['សាមសិប', "sa:ms'@p"],
  forty: ['សែសិប', "saes'@p"],
  fifty: ['ហាសិប', "ha:s'@p"],
  sixty: ['ហុកសិប', "hoks'@p"],
  seventy: ['ចិតសិប', "tS@ts'@p"],
  eighty: ['ប៉ែតសិប', "paets'@p"],
  ninety: ['កៅសិប', "kaws'@p"],
  hundred: ['រយ', 'rO:j'],
  thousand: ['ពាន់', 'po@n'],
  'ten-thousand': ['ម៉ឺន', 'm@:n'],
  'hundred-thousand': ['សែន', 'sa:en'],
  million: ['លាន', 'li@n'],
  riel: ['រៀល', 'ri@l'],
  dollar: ['ដុល្លារ', "dol'a:"],
  cent: ['សេន', 'se:n'],
  baht: ['បាត', 'ba:t'],
  satang: ['សាតាំង', "sat'aN"],
  dong: ['ដុង', 'doN'],
  kip: ['គីប', 'ki:p'],
  kyat: ['ចាត', 'tSa:t'],
  minus: ['ដក', 'dO:k'],
} as const satisfies Readonly<Record<string, readonly [word: string, sounds: string]>>

const recordings = process.argv[2]
const recordingOf = (name: string): string => join(recordings ?? '', `${name}.wav`)

// Two voices in one sum would be heard as two sums.
const lacking = recordings
  ? Object.keys(spoken).filter((name) => !existsSync(recordingOf(name)))
  : []
if (lacking.length > 0) {
  process.stderr.write(
    `The folder has no recording of: ${lacking.join(', ')}. Nothing was written.\n`,
  )
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'clips-'))
const wave = join(folder, 'clip.wav')
const packed = join(folder, 'clip.mp3')

const draftOf = (sounds: string): string => {
  execFileSync('espeak-ng', ['-v', 'id', '-s', '130', '-z', '-w', wave, `[[${sounds}]]`])
  return wave
}

const clipOf = (name: string, sounds: string): Buffer => {
  const from = recordings ? recordingOf(name) : draftOf(sounds)
  const asked = ['--quiet', '-m', 'm', '--resample', '16', '-b', '24', '-t', from, packed]
  execFileSync('lame', asked)
  return readFileSync(packed)
}

const lines = Object.entries(spoken).map(([name, [word, sounds]]) => {
  const bytes = clipOf(name, sounds)
  process.stdout.write(`${name}: ${bytes.length} bytes\n`)
  return `  [${JSON.stringify(name)}, ${JSON.stringify(word)}, ${JSON.stringify(bytes.toString('base64'))}],`
})
rmSync(folder, { recursive: true })

const made = recordings
  ? 'Recordings of one speaker, packed by test/support/spoken-clips.ts.'
  : `Drafts made by test/support/spoken-clips.ts with eSpeak NG, a
 * free program (GPL-3.0) whose sounds are free to use; no voice of a person is in them. To be replaced by recordings.`

writeFileSync(
  'src/words/spoken-words.ts',
  `/**
 * Number words of Khmer as sound: name, word and MP3 in base64. ${made}
 */
export const spokenWords: readonly (readonly [name: string, word: string, mp3: string])[] = [
${lines.join('\n')}
]
`,
)
