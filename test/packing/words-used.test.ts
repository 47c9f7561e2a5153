import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, expect, test } from 'vitest'
import { type UsedBy, usedIn, wordsUsed } from '#src/packing/words-used.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))

const words = ['queue', 'rule', 'reason', 'reason_poor', 'why_not', 'place'] as const

/** Which words of the queue's catalogue a file that does so much with its family may ask for. */
const askedBy = async (does: string): Promise<readonly string[]> => {
  const path = join(folder, 'file.ts')
  const head = "import { queueWords, type Other } from '#src/words/words.ts'\n"
  writeFileSync(path, `${head}${does}\n`)
  const by: UsedBy = new Map()
  const external = [/words\/words/]
  const build = await rolldown({ input: path, external, plugins: [wordsUsed(by)] })
  await build.generate({ format: 'esm' })
  await build.close()
  const isUsed = usedIn(by, new Set([...by.values()].flatMap((files) => [...files.keys()])))
  return words.filter(isUsed('queue/queue'))
}

test('words of a family are those that a file names, however it names them', async () => {
  const l = "const l = 'km'\n"
  expect(await askedBy(`${l}export const a = queueWords.in(l).queue`)).toEqual(['queue'])
  expect(await askedBy(`${l}const w = queueWords.in(l)\nexport const a = () => w.rule`)).toEqual([
    'rule',
  ])
  expect(await askedBy(`${l}const { place: at } = queueWords.in(l)\nexport const a = at`)).toEqual([
    'place',
  ])
  expect(await askedBy(`${l}export const a = (r) => queueWords.in(l)[\`reason_\${r}\`]`)).toEqual([
    'reason_poor',
  ])
  expect(await askedBy(`${l}export const a = (r) => queueWords.in(l)[\`\${r}_not\`]`)).toEqual([
    'why_not',
  ])
  expect(
    await askedBy(`${l}export const a = (r) => queueWords.in(l)[r ? 'queue' : 'place']`),
  ).toEqual(['queue', 'place'])
  expect(await askedBy('export const a = (w: ReturnType<typeof queueWords.in>) => 1')).toEqual([])
})

test('a family that goes where the file does not say may be asked for any of its words', async () => {
  const l = "const l = 'km'\n"
  for (const does of [
    'export const a = queueWords',
    'export const a = [queueWords].map((one) => one.in(l).queue)',
    'export const a = (w = queueWords.in(l)) => w.queue',
    'const w = queueWords.in(l)\nexport const a = { w }',
    'const w = queueWords.in(l)\nexport const a = f(w)',
    'const w = queueWords.in(l)\nconst v = w\nexport const a = v.queue',
    'const w = queueWords.in(l)\nexport const a = (w as Other).rule',
    'const { rule, ...w } = queueWords.in(l)\nexport const a = w.queue + rule',
    'const w = queueWords.in(l)\nexport const a = (k) => k in w',
    'export const a = (r) => queueWords.in(l)[r]',
    'let w\nw = queueWords.in(l)\nexport const a = w.queue',
  ])
    expect(await askedBy(`${l}${does}`), does).toEqual(words)
})
