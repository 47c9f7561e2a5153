import { beforeAll, expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { minute } from '#test/support/entrance.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
beforeAll(async () => {
  village = await practice({ secrets: cheapSecrets(), isPractice: false })
})

/** A member who has come by a new card. */
const withCard = async (): Promise<{ readonly pin: string; readonly token: string }> => {
  const { fundId, needs } = village
  const { memberId } = (await needs.store.cards(fundId))[0]!
  const { token: card, pin } = await issueCard(needs, { fundId, memberId })
  const answer = await village.ask('/v1/sessions', { json: { card, pin } })
  return { pin, token: ((await answer.json()) as { token: string }).token }
}

test.each(['/me/private', '/me/support', '/me/codes'])(
  '%s is shown to whoever gave the PIN, and not to whoever has the browser send its page once more',
  async (path) => {
    const { pin, token } = await withCard()
    const at = `/funds/${village.fundId}${path}`
    const page = await (await village.ask(at, { token })).text()
    const sent = { ...hiddenOf(page), secret: pin }
    const send = () => village.ask(at, { token, body: new URLSearchParams(sent) })
    expect((await send()).status).toBe(200)
    village.pass(5 * minute)
    const again = await send()
    expect(again.status).toBe(403)
    const asks = await again.text()
    expect(asks).toContain('more than five minutes')
    expect(asks).not.toContain(pin)
    // The page that asks again takes it again.
    const anew = { ...hiddenOf(asks), secret: pin }
    expect((await village.ask(at, { token, body: new URLSearchParams(anew) })).status).toBe(200)
    // Neither a time that is none nor one that is still to come keeps it open.
    for (const asked of ['', 'soon', '2999-01-01T00:00:00.000Z']) {
      const body = new URLSearchParams({ ...anew, asked })
      expect((await village.ask(at, { token, body })).status, asked).toBe(403)
    }
  },
)
