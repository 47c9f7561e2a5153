import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { afterAll, expect, test } from 'vitest'
import { askedOf, noUses, shortNames, wordsCalled, wordsUsed } from '#src/packing/words-used.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))

const words = ['queue', 'rule', 'reason', 'reason_poor', 'why_not', 'place'] as const

const builtWith = async (does: string, plugin: Plugin): Promise<string> => {
  const path = join(folder, 'file.ts')
  const head = "import { queueWords, type Other } from '#src/words/words.ts'\n"
  writeFileSync(path, `${head}const l = 'km'\n${does}\n`)
  const external = [/words\/words/]
  const build = await rolldown({ input: path, external, plugins: [plugin] })
  const { output } = await build.generate({ format: 'esm' })
  await build.close()
  return output[0].code
}

const usesIn = async (does: string) => {
  const uses = noUses()
  await builtWith(does, wordsUsed(uses))
  return uses
}

/** Which words of the queue's catalogue a file that does so much with its family may ask for. */
const askedBy = async (does: string): Promise<readonly string[]> => {
  const { isUsed } = askedOf(await usesIn(does))('queue/queue')
  return words.filter(isUsed)
}

/** A file whose words are called by short names. */
const calledIn = async (does: string): Promise<string> =>
  builtWith(does, wordsCalled(shortNames(await usesIn(does))))

test('words of a family are those that a file names, however it names them', async () => {
  expect(await askedBy(`export const a = queueWords.in(l).queue`)).toEqual(['queue'])
  expect(await askedBy(`const w = queueWords.in(l)\nexport const a = () => w.rule`)).toEqual([
    'rule',
  ])
  expect(await askedBy(`const { place: at } = queueWords.in(l)\nexport const a = at`)).toEqual([
    'place',
  ])
  expect(await askedBy(`export const a = (r) => queueWords.in(l)[\`reason_\${r}\`]`)).toEqual([
    'reason_poor',
  ])
  expect(await askedBy(`export const a = (r) => queueWords.in(l)[\`\${r}_not\`]`)).toEqual([
    'why_not',
  ])
  expect(await askedBy(`export const a = (r) => queueWords.in(l)[r ? 'queue' : 'place']`)).toEqual([
    'queue',
    'place',
  ])
  expect(await askedBy('export const a = (w: ReturnType<typeof queueWords.in>) => 1')).toEqual([])
})

test('a family that goes where the file does not say may be asked for any of its words', async () => {
  for (const does of [
    'export const a = queueWords',
    'export const a = [queueWords].map((one) => one.in(l).queue)',
    'export const a = (w = queueWords.in(l)) => w.queue',
    'const w = queueWords.in(l)\nexport const a = { w }',
    'const w = queueWords.in(l)\nexport const a = f(w)',
    'const w = queueWords.in(l)\nexport const a = () => [w].map((v) => v.queue)',
    'const { rule, ...w } = queueWords.in(l)\nexport const a = w.queue + rule',
    'const w = queueWords.in(l)\nexport const a = (k) => k in w',
    'export const a = (r) => queueWords.in(l)[r]',
    'let w\nw = queueWords.in(l)\nexport const a = w.queue',
    "const { 'why-not': w } = queueWords.in(l)\nexport const a = w",
    'export const a = queueWords.both(l).queue',
  ])
    expect(await askedBy(does), does).toEqual(words)
})

test('a name means what it means where it stands, and what nobody calls asks for nothing', async () => {
  expect(
    await askedBy(
      'const f = () => {\n const w = queueWords.in(l)\n return w.rule\n}\nexport const a = (w) => w.place + w.queue + f()',
    ),
  ).toEqual(['rule'])
  expect(
    await askedBy(
      'const f = () => queueWords.in(l).rule\nexport const a = () => queueWords.in(l).place',
    ),
  ).toEqual(['place'])
  expect(
    await askedBy(
      'const f = (queueWords) => queueWords.in(l).rule\nexport const a = () => f(b) + queueWords.in(l).place',
    ),
  ).toEqual(['place'])
  // A type says nothing of what is left of a file.
  expect(await askedBy('const w = queueWords.in(l)\nexport const a = (w as Other).rule')).toEqual([
    'rule',
  ])
})

test('words are called by short names where each use of their family is said, and nowhere else', async () => {
  const text = await calledIn(
    [
      'const f = ({ rule }) => rule',
      'export const a = () => {',
      '  const w = queueWords.in(l)',
      '  const { place } = w',
      "  return [w.rule, w['queue'], place, f(a), w[`reason_${l}`], w.reason_poor]",
      '}',
    ].join('\n'),
  )
  expect(text).toMatch(/\[\s*w\.c,\s*w\["?'?b"?'?\],\s*place,\s*f\(a\)/)
  expect(text).toContain('({ rule })')
  expect(text).toContain('a: place')
  expect(text).toContain('w.reason_poor')
  for (const does of [
    'export const a = [queueWords.in(l).rule, queueWords]',
    'const w = queueWords.in(l)\nexport const a = w.rule + (w as Other).place',
  ])
    expect(await calledIn(does), does).toContain('.rule')
})
