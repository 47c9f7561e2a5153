import { expect, test } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { frameStyle } from '#src/pages/frame.css.ts'
import { ownSheet, styleSheet } from '#src/pages/style.css.ts'

test('the Khmer font comes first in the stack and in both weights', () => {
  expect(styleSheet).toContain("font-family: 'Noto Sans Khmer', system-ui")
  expect(styleSheet).toContain('/fonts/noto-sans-khmer-400.woff2')
  expect(styleSheet).toContain('/fonts/noto-sans-khmer-700.woff2')
})

test('nothing cuts or loosens Khmer letters', () => {
  expect(styleSheet).toContain(':lang(km) { line-height: 1.75; }')
  expect(styleSheet).not.toContain('overflow: hidden')
  expect(styleSheet).not.toContain('letter-spacing')
  expect(styleSheet).not.toContain('italic')
})

test('by night nothing on a screen stays white but a code that a machine reads', () => {
  const white = [...styleSheet.matchAll(/([^{}]+)\{[^{}]*background: #fff\b[^{}]*\}/g)]
  expect(white.map(([, whose]) => whose!.trim())).toEqual([
    '.printed .square-code',
    '.qr svg',
    '[data-code] > .square-code',
    // On paper.
    'html',
  ])
})

test('only the two weights that have a font are used', () => {
  const weights = [...styleSheet.matchAll(/font-weight: (\w+)/g)].map((found) => found[1])
  expect([...new Set(weights)].toSorted()).toEqual(['400', '700'])
})

test('no text is smaller than 16 px', () => {
  const sizes = [...styleSheet.matchAll(/font-size: ([\d.]+)(rem|px|%)/g)]
  const inPixels = { rem: 16, px: 1, '%': 0.16 } as const
  for (const [, size, unit] of sizes) {
    const pixels = Number(size) * inPixels[unit as keyof typeof inPixels]
    expect(pixels).toBeGreaterThanOrEqual(16)
  }
  expect(sizes.length).toBeGreaterThan(0)
})

test('the style sheet asks nothing of another host', () => {
  expect(styleSheet).not.toMatch(/https?:|\/\//)
  expect(styleSheet).not.toContain('@import')
})

test('there is one kind of fold: its chevron and its line are drawn in one place', () => {
  const onScreen = styleSheet.replace(frameStyle, '').replaceAll(/@media print \{[^]*?\n\}/g, '')
  const elsewhere = onScreen
    .split('\n')
    .filter((line) => /summary[^{]*\{[^}]*(display: inline|list-style|padding-left)/.test(line))
  expect(elsewhere).toEqual([])
  expect(frameStyle).toContain('.fold > summary {')
  expect(ownSheet).toContain('.fold > summary {')
  const pages = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join('src', path), 'utf8'))
  const kinds = pages.flatMap((text) => [...text.matchAll(/<details(?: class="([\w-]+))?/g)])
  expect([...new Set(kinds.map(([, kind]) => kind))].toSorted()).toEqual([
    'fold',
    'menu',
    'more-ways',
    // A row of the sheet of a meeting that is folded where it stands: there are sixty of them.
    undefined,
  ])
})
