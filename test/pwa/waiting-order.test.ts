import type { VNode } from 'preact'
import { expect, test } from 'vitest'
import type { Kept } from '#domain/phone/outbox.ts'
import { WaitingScreen } from '#src/pwa/screens/waiting.ts'

const nothing = (): void => undefined

const kept = (place: number, more: object = {}): Kept => ({
  place,
  madeAt: '2026-06-20T02:00:00.000Z',
  command: {
    type: 'RecordDeposit',
    id: `entry ${place}`,
    v: 1,
    effectiveOn: '2026-06-20',
    memberId: 'm1',
    amount: 5_000,
  },
  ...more,
})

/** The keys of all lines of a screen, in the order in which they stand. */
const linesOf = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(linesOf)
  if (typeof node !== 'object' || node === null) return []
  const { type, key, props } = node as VNode<{ children?: unknown }>
  return type === 'li' ? [String(key)] : linesOf(props.children)
}

test('what was turned down and not read stands above all others, and these with the newest first', () => {
  const no = { told: { outcome: 'refused', code: 'member-unknown' } }
  const all = Array.from({ length: 120 }, (_, n) =>
    kept(n, n === 3 ? no : n === 4 ? { ...no, isSeen: true } : {}),
  )
  const acts = { send: nothing, see: nothing, back: nothing, lock: nothing, carry: nothing }
  const screen = WaitingScreen({
    language: 'en',
    kept: all,
    synced: undefined,
    isSending: false,
    whose: () => '',
    numbers: nothing,
    digits: nothing,
    ...acts,
  })
  expect(linesOf(screen).slice(0, 3)).toEqual(['entry 3', 'entry 119', 'entry 118'])
  expect(linesOf(screen)).toHaveLength(100)
})
