import { expect, test } from 'vitest'
import { sessionsPage } from '#src/pages/entrance/sessions-page.ts'

test('whoever is signed in on two devices ends each by itself, and leaves here by the own one', async () => {
  const session = (sessionId: string, isThis: boolean) => ({
    sessionId,
    device: `phone ${sessionId}`,
    startedAt: '08:00',
    seenAt: '09:00',
    isThis,
  })
  const sessions = [session('one', true), session('two', false)]
  const frame = { language: 'en', isPractice: false } as const
  const page = String(await sessionsPage(frame, sessions, false))
  const ends = [...page.matchAll(/action="\/me\/sessions\/(\w+)\/end">\s*<button[^>]*>([^<]*)/g)]
  expect(ends.map(([, id]) => id)).toEqual(['one', 'two'])
  expect(new Set(ends.map(([, , label]) => label)).size).toBe(2)
})
