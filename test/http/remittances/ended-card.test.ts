import { beforeAll, expect, test } from 'vitest'
import { remittanceWords } from '#src/words/remittance-words.ts'
import { browserAt } from '#test/http/remittances/browser.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

const words = remittanceWords.in('en')

let village: Practice
beforeAll(async () => {
  village = await practice()
})

const newCard = async (): Promise<string> => {
  const token = await village.as('record-keeper')
  const path = `/funds/${village.fundId}/senders`
  const made = await village.ask(path, { token, body: new URLSearchParams() })
  return /data-code="([^"]+)"/.exec(await made.text())![1]!
}

test('whoever sends ends the own card with the digits, and it opens nothing any more, here or elsewhere', async () => {
  const card = await newCard()
  const [abroad, elsewhere] = [browserAt(village), browserAt(village)]
  await abroad(`/sent?c=${card}`)
  // Whoever has only found the card cannot end it.
  expect((await abroad('/sent/end')).status).toBe(303)
  expect((await abroad('/sent/end', { pin: '000000' })).status).toBe(303)
  const drawn = await (await abroad('/sent', {})).text()
  const pin = /class="figure pin">(\d{3}) (\d{3})</.exec(drawn)!.slice(1).join('')
  await elsewhere(`/sent?c=${card}`)
  expect((await elsewhere('/sent', { pin })).status).toBe(303)

  expect(pageText(await (await abroad('/sent/end')).text())).toContain(words.endCardMeaning)
  // A page that was left open is not enough.
  const wrong = pin === '000000' ? '000001' : '000000'
  const refused = await abroad('/sent/end', { pin: wrong })
  expect(refused.status).toBe(401)
  expect(pageText(await refused.text())).toContain(words.digitsWrong)
  expect((await abroad('/sent')).status).toBe(200)

  const ended = await abroad('/sent/end', { pin })
  expect(ended.status).toBe(200)
  expect(pageText(await ended.text())).toContain(words.cardEnded)
  for (const one of [abroad, elsewhere]) {
    expect((await one('/sent')).status).toBe(404)
    expect((await one('/sent/end', { pin })).status).toBe(404)
  }
  expect((await browserAt(village)(`/sent?c=${card}`)).status).toBe(404)
})
