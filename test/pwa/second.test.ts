import { expect, test } from 'vitest'
import { lackingOf } from '#src/pwa/screens/second.ts'

test('a second person gives name and PIN, and whose matter it is the PIN alone', () => {
  const lacks = (isOwn: boolean, login: string, secret: string): boolean =>
    lackingOf({ language: 'en', isOwn, isPractice: false }, { login, secret }) !== undefined
  expect(lacks(false, 'chair', '730264')).toBe(false)
  expect(lacks(false, '', '730264')).toBe(true)
  expect(lacks(false, 'chair', '')).toBe(true)
  expect(lacks(true, '', '730264')).toBe(false)
  expect(lacks(true, '', '')).toBe(true)
})
