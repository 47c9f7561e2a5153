import { expect, test } from 'vitest'
import { type TalkAge, talkAges } from '#domain/network/training/talks.ts'
import { talkPart } from '#src/pages/training/talks-page.ts'
import { pageText } from '#test/pages/page-text.ts'

const of = (ages: readonly TalkAge[]): string =>
  pageText(
    String(
      talkPart('en', {
        topic: 'recruitment-fees',
        ages,
        nameKm: 'ថ្លៃ',
        nameEn: 'Fees',
        shortKm: 'ខ្លី',
        shortEn: 'Short.',
        textKm: 'វែង',
        textEn: 'Long.',
        source: 'ministry-list',
        seenOn: '2026-01-01',
      }),
    ),
  )

test('a talk says for whom it is: for everybody, or for each age that it names', () => {
  expect(of(talkAges)).toContain('For everybody')
  expect(of(['12-14', 'adults'])).toContain('Children of 12 to 14, Adults')
})
