import { expect, test } from 'vitest'
import { jargon } from '#test/support/jargon.ts'
import { pagesLedTo } from '#test/support/led-to.ts'
import { practice } from '#test/support/service.ts'

test.each(['record-keeper', 'household', 'auditor', 'migration-worker', 'administrator'] as const)(
  'no page that a %s is led to has a word that a villager cannot know',
  async (door) => {
    const village = await practice()
    const pages = await pagesLedTo(village, {
      token: await village.as(door),
      first: ['/', '/more', '/glossary'],
      links: 2,
      isOpened: (href) => !href.startsWith('/v1/'),
    })
    expect(pages.size).toBeGreaterThan(5)
    const met = [...pages].flatMap(([path, text]) =>
      jargon.flatMap((one) => {
        const found = one.exec(text)
        return found ? [[path, text.slice(Math.max(0, found.index - 40), found.index + 50)]] : []
      }),
    )
    expect(met).toEqual([])
  },
)
