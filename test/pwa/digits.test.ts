import { Fragment, h } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import { chooseDigits, hasKhmerDigits, showDigits } from '#src/pwa/digits.ts'

/* Figures of the meeting app in the digits that were chosen on a phone. */

const phone = (): void => {
  const lying = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => lying.get(name) ?? null,
    setItem: (name: string, value: string) => lying.set(name, value),
  })
}
afterEach(() => {
  vi.unstubAllGlobals()
  showDigits('en')
})

const said = (name: string, props: object = {}): unknown => h(name, props, 'Box 12').props.children

test('a phone shows the digits of its language until others are chosen, and those in Khmer alone', () => {
  phone()
  expect(hasKhmerDigits()).toBe(false)
  showDigits('km')
  expect(said('p')).toBe('Box 12')
  chooseDigits(true)
  expect(hasKhmerDigits()).toBe(true)
  expect(said('p')).toBe('Box 12')
  showDigits('km')
  expect(said('p')).toBe('Box ១២')
  showDigits('en')
  expect(said('p')).toBe('Box 12')
  chooseDigits(false)
  showDigits('km')
  expect(said('p')).toBe('Box 12')
})

test('pictures of notes, a code and what is no text of ours keep their digits', () => {
  phone()
  chooseDigits(true)
  showDigits('km')
  expect(said('text')).toBe('Box 12')
  expect(said('b', { translate: 'no' })).toBe('Box 12')
  expect(said('b', { class: 'code' })).toBe('Box 12')
  expect(said('b', { class: 'sum' })).toBe('Box ១២')
  expect(h(Fragment, {}, 'Box 12').props.children).toBe('Box 12')
  expect(h('p', {}, ['Box ', '12', 7]).props.children).toEqual(['Box ', '១២', 7])
})
