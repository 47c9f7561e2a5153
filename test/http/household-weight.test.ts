import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { keepGoal } from '#src/app/household/goals.ts'
import { languages } from '#src/words/catalogue.ts'
import { pageFiles } from '#src/pages/files.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

const kilobyte = 1024
const most = 14 * kilobyte

const longName = 'មូលនិធិសន្សំប្រាក់ និងឥណទានសហគមន៍ភូមិព្រែកតាមាក់ក្រោម ឃុំព្រែកតាមាក់ ស្រុកខ្សាច់កណ្ដាល ខេត្តកណ្ដាល'

/** A member with a fund of a long name, two loans, a goal, and hundreds of lines. */
const grown = async (): Promise<Practice> => {
  const village = await practice()
  const { needs, fundId, networkId } = village
  const { memberId } = (await needs.store.cards(fundId))[0]!
  const by = { networkId, actor: 'record-keeper', device: 'test' }
  const envelope = (effectiveOn: string) => ({ id: needs.ids(), v: 1 as const, effectiveOn })
  const saved = Array.from({ length: 200 }, (_, i) => ({
    ...envelope(
      `2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 27)).padStart(2, '0')}`,
    ),
    type: 'RecordDeposit' as const,
    memberId,
    amount: 1_000 + i,
  }))
  const second = {
    ...envelope(practiceDay),
    type: 'RecordPayout' as const,
    loanId: needs.ids(),
    number: 'L-2025-0999',
    memberId,
    product: 'emergency' as const,
    principal: 123_400,
    months: 3,
  }
  const answers = await needs.record(fundId, [...saved, second], by)
  expect([...new Set(answers.map(({ outcome }) => outcome))]).toEqual(['recorded', 'flagged'])
  const goal = { kind: 'school', amount: 9_999_900, by: '2027-04-30' } as const
  await keepGoal(needs.store, { fundId, memberId }, goal)
  await needs.store.keep(fundId, [{ subject: 'fund', text: longName }])
  return village
}

test('B10: the own page of a grown book, with all that its first paint needs, is at most 14 KB over the line', async () => {
  const village = await grown()
  const read = async (path: string): Promise<string> => {
    const answer = await village.ask(path, { token })
    expect(answer.status, path).toBe(200)
    return answer.text()
  }
  const token = await village.as('household')
  const sent = async (path: string): Promise<number> => {
    const answer = await village.ask(path, { token, headers: { 'accept-encoding': 'gzip, br' } })
    expect(answer.headers.get('content-encoding'), path).toBe('gzip')
    return (await answer.arrayBuffer()).byteLength
  }
  const packed = (text: string): number => gzipSync(text).length
  const sheet = await sent(pageFiles.own.path)
  const script = packed(await read(pageFiles.speak.path))
  for (const language of languages) {
    const path = `/funds/${village.fundId}/me?lang=${language}`
    const page = await read(path)
    expect(page).toContain(`href="${pageFiles.own.path}"`)
    expect(page.match(/<link[^>]*stylesheet/g)).toHaveLength(1)
    const text = pageText(page)
    expect(text).toContain(longName)
    expect(text).toContain('L-2025-0999')
    const whole = (await sent(path)) + sheet
    console.info(
      `B10 ${language}: page ${packed(page)} + style ${sheet} = ${whole} bytes; script, not needed, ${script}`,
    )
    expect(whole).toBeLessThanOrEqual(most)
    // Nor with what a phone with a voice of its own loads after it.
    expect(whole + script).toBeLessThanOrEqual(most)
  }
})
