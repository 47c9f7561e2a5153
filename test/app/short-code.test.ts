import { expect, test } from 'vitest'
import { shortCodeIn } from '#src/app/proof/short-code.ts'

test('a short code is read as a phone of another keyboard types it', () => {
  const line = { kind: 'line', seq: 12, code: 'abcd00ef' }
  for (const typed of ['12 abcd 00ef', '１２ ａｂｃｄ ００ＥＦ', '១២ abcd ០០ef'])
    expect(shortCodeIn(typed), typed).toEqual(line)
})
