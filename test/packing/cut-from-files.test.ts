import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { afterAll, expect, test } from 'vitest'
import { bareShapes } from '#src/packing/bare-shapes.ts'
import { khmerTurned } from '#src/packing/khmer-turned.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))

/** A file at this place, as a plugin leaves it. */
const leftBy = async (plugin: Plugin, name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  const build = await rolldown({ input: path, external: [/^#/], plugins: [plugin] })
  const { output } = await build.generate({ format: 'esm' })
  await build.close()
  return output[0].code
}

test('a shape goes without what it tells, and what is only called like one stays whole', async () => {
  const made = [
    "export const a = described(id('loan'), 'Which loan', 'and why')",
    "export const b = text('note', { max: 9, example: 'Rice' })",
    "export const c = named('alone')",
  ].join('\n')
  const from = (place: string): string =>
    `import { described, id, named, text } from '${place}'\n${made}`
  const shape = await leftBy(bareShapes, 'domain/own/shapes.ts', from('#domain/kernel/shape.ts'))
  expect(shape).not.toMatch(/Which loan|and why|Rice/)
  expect(shape).toMatch(/max: 9[^]*alone/)
  for (const [name, place] of [
    ['domain/own/others.ts', '#domain/kernel/words.ts'],
    ['src/own/shapes.ts', '#domain/kernel/shape.ts'],
  ] as const)
    expect(await leftBy(bareShapes, name, from(place)), name).toMatch(
      /Which loan[^]*and why[^]*Rice/,
    )
})

test('Khmer goes turned from its own catalogues alone, and a pattern of letters stays a pattern', async () => {
  const made = "export const a = { said: 'ភូមិ', plain: 'ok', found: /[ក-ឃ]/ }"
  const turned = await leftBy(khmerTurned, 'src/words/km/own.ts', made)
  expect(turned).toContain('said: khmer`')
  expect(turned).toMatch(/plain: ["']ok["'],\s*found: \/\[ក-ឃ\]\//)
  expect(await leftBy(khmerTurned, 'src/words/en/own.ts', made)).toMatch(/said: ["']ភូមិ["']/)
})
