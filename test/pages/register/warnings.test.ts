import { expect, test } from 'vitest'
import type { StandingWarning } from '#domain/network/warnings/standing.ts'
import { warningsPage } from '#src/pages/register/warnings-page.ts'
import { warningWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'

const rests = {
  on: 'authority',
  who: 'police',
  seenOn: '2026-01-02',
  lookedOn: '2026-03-04',
} as const

test('of a warning that nobody has looked at for long it is said so, and when somebody did last', async () => {
  const words = warningWords.in('en')
  const told = async (isStale: boolean): Promise<string> => {
    const warnings: readonly StandingWarning[] = [
      { latin: 'Good Jobs', kind: 'pay-to-work', rests: { ...rests, isStale } },
    ]
    const frame = { language: 'en', isPractice: false } as const
    return pageText(String(await warningsPage(frame, { warnings, networkId: undefined })))
  }
  expect(await told(true)).toContain(words.stale)
  expect(await told(false)).not.toContain(words.stale)
  expect(await told(false)).toContain(words.looked('4 March 2026'))
})
