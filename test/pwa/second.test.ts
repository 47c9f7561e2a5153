import { expect, test } from 'vitest'
import { lackingOf } from '#src/pwa/screens/second.ts'

const lacking = (
  of: Partial<Parameters<typeof lackingOf>[0]>,
  word: Parameters<typeof lackingOf>[1],
): string | undefined =>
  lackingOf({ language: 'en', isOwn: false, isPractice: false, name: 'Keo Mom', ...of }, word)

test('a second person gives name and PIN, and whose matter it is the PIN alone', () => {
  const lacks = (isOwn: boolean, login: string, secret: string): boolean =>
    lacking({ isOwn }, { login, secret }) !== undefined
  expect(lacks(false, 'chair', '730264')).toBe(false)
  expect(lacks(false, '', '730264')).toBe(true)
  expect(lacks(false, 'chair', '')).toBe(true)
  expect(lacks(true, '', '730264')).toBe(false)
  expect(lacks(true, '', '')).toBe(true)
})

test('whoever gives neither name nor PIN is told who types both, and never that both may stay empty', () => {
  const said = lacking({}, { login: '', secret: '' })
  expect(said).toBe('Keo Mom types the own name and the own PIN here.')
})
