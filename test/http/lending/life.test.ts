import { quoteWords } from '#src/words/quote-words.ts'
import { expect, test } from 'vitest'
import { languages } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { lendingWords, offersWords } from '#src/words/words.ts'
import {
  askedFor,
  chairsWord,
  hands,
  lending,
  readAloud,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { bearing } from '#test/support/means.ts'

const riel = (amount: number): string => moneyInFigures({ amount, currency: 'KHR' })

test.each(languages)('a loan lives its whole life by forms alone, in %s', async (language) => {
  const at = await lending(language)
  const words = lendingWords.in(language)
  const member = await somebodyFree(at)

  const { entryId: loanId } = await written(at, `request?member=${member.memberId}`, askedFor)
  const asked = await at.page(`loans/${loanId}`)
  expect(pageText(asked.html)).toContain(riel(400_000))
  expect(pageText(asked.html)).toContain(quoteWords.in(language).withinHeading)
  const waiting = await at.page('loans')
  expect(waiting.html).toContain(`/loans/${loanId}"`)

  const ofGuarantor = { card1: at.keeper.card, upTo1: '100000', approvedBy: at.chair.memberId }
  await written(at, `guarantee?loan=${loanId}`, { ...ofGuarantor, ...chairsWord })
  await written(at, `appraisal?loan=${loanId}`, {
    appraisedBy: at.chair.memberId,
    finding: 'sound',
    ...bearing('up-to-33'),
  })
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 3), ...chairsWord })
  const approved = pageText((await at.page(`loans/${loanId}`)).html)
  expect(approved).toContain(words.state_approved)
  expect(approved).toContain(`${words.yes} 50`)

  await written(at, `payout?loan=${loanId}`, {
    number: 'L26-01',
    amount: '300000',
    witness1: at.chair.card,
  })
  await written(at, `payout-part?loan=${loanId}`, { amount: '100000' })
  await written(at, `repayment?loan=${loanId}`, {
    amount: '100000',
    early: 'fewer',
    sender: 'abroad',
  })
  await written(at, `new-plan?loan=${loanId}`, { months: '12', ...hands(at, 50, 1), ...chairsWord })
  const open = pageText((await at.page(`loans/${loanId}`)).html)
  for (const said of [
    'L26-01',
    words.early_fewer,
    words.sender_abroad,
    words['fact_part-paid-out'],
    words.fact_rescheduled,
    words.byMeeting,
    words.witnesses('1'),
    words.upTo(riel(100_000)),
    riel(300_000),
  ])
    expect(open).toContain(said)

  await written(at, `giving-up?loan=${loanId}`, { ...hands(at, 50, 1), ...chairsWord })
  const { receipt } = await written(at, `recovery?loan=${loanId}`, { amount: '50000' })
  expect(receipt).toContain(riel(50_000))
  const given = pageText((await at.page(`loans/${loanId}`)).html)
  expect(given).toContain(`${words.claim} ${riel(250_000)}`)
  const register = pageText((await at.page('loans')).html)
  expect(register).toContain('L26-01')
  expect(register).toContain(words.givenUp)
})

test.each(languages)(
  'the price is shown beside other offers before the vote, and its text can be told again, in %s',
  async (language) => {
    const at = await lending(language)
    const words = lendingWords.in(language)
    const member = await somebodyFree(at)
    const { entryId: loanId } = await written(at, `request?member=${member.memberId}`, askedFor)
    await written(at, `appraisal?loan=${loanId}`, {
      appraisedBy: at.chair.memberId,
      finding: 'sound',
      ...bearing('up-to-33'),
    })
    const shown = pageText((await at.page(`record/disclosure?loan=${loanId}`)).html)
    for (const lender of ['moneylender', 'mfi'] as const)
      expect(shown).toContain(offersWords.in(language)[lender])
    const { receipt } = await written(at, `disclosure?loan=${loanId}`, {
      ...readAloud,
      inLanguage: language,
    })
    const agreement = pageText((await at.page(`loans/${loanId}/agreement`)).html)
    expect(agreement).toContain(words.isDisclosedText)
    const [textHash] = /[0-9a-f]{64}/.exec(receipt)!
    expect(agreement).toContain(textHash)
    const later = await at.page(`loans/${loanId}/agreement?paidOutOn=2026-06-20`)
    expect(pageText(later.html)).toContain(words.isOtherText)
  },
)

test('a vote of the officers names each of them, and the page tells only how many', async () => {
  const at = await lending()
  const member = await somebodyFree(at)
  const { entryId: loanId } = await written(at, `request?member=${member.memberId}`, askedFor)
  await written(at, `appraisal?loan=${loanId}`, {
    appraisedBy: at.keeper.memberId,
    finding: 'doubtful',
    ...bearing('to-40'),
  })
  const votes = Object.fromEntries(
    at.officers.map(({ memberId }, i) => [`vote-${memberId}`, i === 0 ? 'yes' : 'no']),
  )
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  await written(at, `decision?loan=${loanId}`, {
    by: 'officers',
    ...votes,
    reason: 'late-before',
    confirmedBy: at.chair.memberId,
    ...chairsWord,
  })
  const text = pageText((await at.page(`loans/${loanId}`)).html)
  expect(text).toContain('By the officers, each by name')
  expect(text).toContain(`Yes 1 No ${at.officers.length - 1}`)
  expect(text).toMatch(new RegExp(`Confirmed by \\S+ \\S+ , Card ${at.chair.card}`))
  expect(text).toContain('Earlier loans were paid late')
  expect(text).toContain('may appeal to the meeting until 31 January 2026')

  await written(at, `appeal?loan=${loanId}`)
  const again = (await at.page(`record/decision?loan=${loanId}`)).html
  expect(pageText(again)).toContain('On this the meeting votes, not the officers alone.')
  expect(again).not.toContain('value="officers"')
  await written(at, `withdrawal?loan=${loanId}`)
  expect(pageText((await at.page('loans')).html)).toContain('Withdrawn')
})
