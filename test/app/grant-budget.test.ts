import { expect, test } from 'vitest'
import type { SupportFile } from '#domain/grants/files.ts'
import type { Support } from '#domain/grants/support.ts'
import { budgetRefusal } from '#src/app/support/budget.ts'
import type { GrantSource } from '#src/app/support/grant-source.ts'
import { file, part, support } from '#test/support/grant-file.ts'

const source = (supports: readonly Support[]): GrantSource =>
  ({
    windows: [
      {
        windowId: 'w1',
        terms: {
          from: '',
          until: '',
          unspent: 'given-back',
          lines: [{ kind: 'reintegration', amount: 300 }],
        },
      },
      { windowId: 'free', terms: undefined },
    ],
    supports,
  }) as unknown as GrantSource

const ask = (
  supports: readonly Support[],
  amount: number,
  { files = [file], windowId = 'w1', kind = 'reintegration' as SupportFile['kind'] } = {},
) => budgetRefusal(source(supports), files, { windowId, kind, amount })

test('a line of a window gives to its last riel, and not one more', () => {
  expect(ask([], 300)).toBeUndefined()
  expect(ask([], 301)).toBe('budget-of-its-kind-spent')
  expect(ask([support()], 200)).toBeUndefined()
  expect(ask([support()], 201)).toBe('budget-of-its-kind-spent')
})

test('what is open counts whole, or as paid where more was; what is over counts as it was paid', () => {
  const left = (one: Partial<Support>, most: number) => {
    expect(ask([support(one)], most)).toBeUndefined()
    expect(ask([support(one)], most + 1)).toBe('budget-of-its-kind-spent')
  }
  left({ paid: [part(40)] }, 200)
  left({ paid: [part(140)] }, 160)
  for (const state of ['closed', 'refused', 'turned-down', 'not-ratified'] as const)
    left({ state, paid: [part(40)] }, 260)
  for (const state of ['asked', 'checked', 'awarded-at-once'] as const) left({ state }, 200)
})

test('another kind and another window take nothing from the line; an erased file takes what was paid from each', () => {
  expect(ask([support()], 300, { files: [{ ...file, kind: 'school' }] })).toBeUndefined()
  expect(ask([support({ windowId: 'w2' })], 300)).toBeUndefined()
  const paid = [support({ paid: [part(40)] })]
  expect(ask(paid, 260, { files: [] })).toBeUndefined()
  expect(ask(paid, 261, { files: [] })).toBe('budget-of-its-kind-spent')
})

test('a window that is none gives nothing, a kind that is not in it neither, and one without terms anything', () => {
  expect(ask([], 1, { windowId: 'none' })).toBe('window-unknown')
  expect(ask([], 1, { kind: 'school' })).toBe('kind-not-in-window')
  expect(ask([], 1_000_000, { windowId: 'free', kind: 'school' })).toBeUndefined()
})
