import { expect, test } from 'vitest'
import { lineText } from '#src/pages/meeting/minute-text.ts'

test('what a village voted to become stands in its minutes', () => {
  const at = { language: 'en', isPractice: false, fundId: 'fund' } as const
  const said = (future: 'rest' | 'end') =>
    lineText({ at, currency: 'KHR' }, { seq: 7, type: 'FutureDecided', future })
  expect([said('rest'), said('end')]).toEqual(['rests for a while', 'ends'])
})
