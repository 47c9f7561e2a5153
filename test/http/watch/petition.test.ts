import { expect, test } from 'vitest'
import { ladderOf } from '#domain/network/watch/ladder.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { languages } from '#src/words/catalogue.ts'
import { digestOfBytes } from '#test/support/digest.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

const dayMs = 24 * 60 * 60 * 1000

const bookOf = ({ needs, networkId }: Practice) => watchBookOf(needs.store, networkId)

/** Takes the step that is due in the practice network, by two of the team. */
const petitioned = async (village: Practice): Promise<string> => {
  const { needs, networkId } = village
  const book = await bookOf(village)
  const [partyId] = [...book.parties.keys()].filter((one) => ladderOf(book, one).due)
  const { due, next } = ladderOf(book, partyId!)
  expect(next).toBe('petition')
  const decisionId = needs.ids()
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: needs.today() })
  const reportIds = due!.reports.map(({ reportId }) => reportId)
  const step = {
    type: 'ProposeLadderStep',
    decisionId,
    partyId: partyId!,
    step: next!,
    reportIds,
  } as const
  await needs.recordNetwork(networkId, [{ ...envelope(), ...step }], { actor: 'one', device: 'd' })
  const confirm = { ...envelope(), type: 'ConfirmDecision' as const, decisionId }
  await needs.recordNetwork(networkId, [confirm], { actor: 'another', device: 'd' })
  return decisionId
}

test('the practice network has sixty reports, and one petition is due in it', async () => {
  const village = await practice()
  const book = await bookOf(village)
  expect(book.reports.size).toBe(48)
  const due = [...book.parties.keys()].filter((one) => ladderOf(book, one).due)
  const petitions = due.filter((one) => ladderOf(book, one).next === 'petition')
  expect(petitions).toHaveLength(1)
  expect(ladderOf(book, petitions[0]!).due!.reports).toHaveLength(3)
})

test('a petition is the same bytes on every run, on any later day, in both languages', async () => {
  const village = await practice()
  const decisionId = await petitioned(village)
  const token = await village.as('migration-worker')
  const filesNow = async (): Promise<readonly string[]> => {
    const asked = ['data', ...languages.map((language) => `file?lang=${language}`)]
    return Promise.all(
      asked.map(async (end) => {
        const answer = await village.ask(`/watch/petition/${decisionId}/${end}`, {
          token: await village.as('migration-worker'),
        })
        expect(answer.status).toBe(200)
        // Handed on as a file: it needs no service, and says by its name what it is.
        expect(answer.headers.get('content-disposition')).toMatch(
          /^attachment; filename="petition-\w{6}-\d{4}-\d\d-\d\d\.(json|(en|km)\.html)"$/,
        )
        return digestOfBytes(new Uint8Array(await answer.arrayBuffer()))
      }),
    )
  }
  const first = await filesNow()
  expect(await filesNow()).toEqual(first)
  village.pass(20 * dayMs)
  // What is answered later is no part of it, and a licence that is looked at later neither.
  const { needs, networkId } = village
  const [letter] = [...(await bookOf(village)).letters.values()]
  const said = { letterId: letter!.letterId, says: 'inspects' as const }
  for (const [actor, type] of [
    ['one', 'RecordWatchAnswer'],
    ['another', 'ConfirmWatchAnswer'],
  ] as const) {
    const answer = { id: needs.ids(), v: 1 as const, effectiveOn: needs.today(), type, ...said }
    await needs.recordNetwork(networkId, [answer], { actor, device: 'd' })
  }
  expect(await filesNow()).toEqual(first)
  expect(token).not.toBe('')
})

test('a petition names the duties with their texts, the evidence and the days, and nobody who spoke', async () => {
  const village = await practice()
  const decisionId = await petitioned(village)
  const token = await village.as('migration-worker')
  const page = await (await village.ask(`/watch/petition/${decisionId}?lang=en`, { token })).text()
  const text = pageText(page)
  expect(text).toContain('Petition to take away the licence of a recruitment agency')
  expect(text).toContain('Golden River (invented)')
  expect(text).toContain('Asks more than the ceiling')
  expect(text).toContain('ILO definition of recruitment fees (2019)')
  expect(text).toContain('none; was due on 10 January 2026')
  const data = (await (
    await village.ask(`/watch/petition/${decisionId}/data`, { token })
  ).json()) as {
    readonly reports: readonly Record<string, unknown>[]
    readonly steps: readonly { readonly step: string; readonly households: number }[]
  }
  expect(data.steps.map(({ step, households }) => [step, households])).toEqual([
    ['first-warning', 3],
    ['second-warning', 3],
    ['petition', 3],
  ])
  expect(data.reports).toHaveLength(9)
  for (const report of data.reports)
    expect(Object.keys(report).toSorted()).toEqual(
      [
        'basis',
        'checkedOn',
        'duties',
        'evidence',
        'kind',
        'month',
        'reportId',
        'upheldOn',
      ].toSorted(),
    )
})
