import { beforeAll, expect, test } from 'vitest'
import { fundSchemas } from '#src/http/commands/schemas.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
beforeAll(async () => {
  village = await practice()
})

const fund = '/funds/:fundId'
const table = `${fund}/meetings/:day/pass/:memberId`
const olderBook = '/network/book'

/** What has no page under its own name, and the page whose form writes it. */
const elsewhere: Readonly<Record<string, string>> = {
  // A member's turn at the table is one form.
  RecordSocialContribution: table,
  RecordFine: table,
  // The service makes these of what is sent, so that nobody sends a seal, a mark or a step of another's.
  RecordPrivateSavings: `${fund}/record/private-savings`,
  AskForSupport: `${fund}/support/ask`,
  TakeSupportStep: `${fund}/support/file/:code`,
  AwardAtOnce: `${fund}/support/file/:code`,
  FoundFund: '/network/found',
  // A later term of an agreement, which the network renews.
  RenewAuditors: '/network/agreements/:agreementId/renew',
  // Relief and write-offs of before there was a vote: a paper book brings them, and nobody writes one today.
  RecordRelief: olderBook,
  RecordWriteOff: olderBook,
}

test('whatever can be sent to a fund has a page on which somebody fills it in', () => {
  const forms = village.service.pages.filter(({ method }) => method === 'post')
  const filledIn = new Set<string>(forms.map(({ rule }) => rule))
  const without = Object.keys(fundSchemas).filter((type) => !filledIn.has(type))
  expect(without.toSorted()).toEqual(Object.keys(elsewhere).toSorted())
  const paths = forms.map(({ path }) => path)
  for (const [type, path] of Object.entries(elsewhere)) expect(paths, type).toContain(path)
})
