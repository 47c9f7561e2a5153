import { z } from '@hono/zod-openapi'
import { cashPlaces } from '#domain/fund/bank.ts'
import { partsMax, supportKinds } from '#domain/grants/kinds.ts'
import { bringers, supportSteps } from '#domain/grants/support.ts'
import { unspentRules } from '#domain/grants/terms.ts'
import { windowIdField } from '#src/http/commands/charter.ts'
import {
  amountField,
  command,
  dayField,
  example,
  memberExample,
  memberIdField,
  patternField,
  wholeField,
} from '#src/http/commands/fields.ts'
import { ballot, ballotExample } from '#src/http/commands/lending.ts'

export const placeField = () => z.enum(cashPlaces, 'place-unknown')

/** What a donor's agreement says of a window, of a fund's as of the pot's. */
export const termsFields = () => ({
  from: dayField(),
  until: dayField(),
  lines: z
    .array(
      z.strictObject({ kind: z.enum(supportKinds, 'kind-unknown'), amount: amountField() }),
      'list-missing',
    )
    .max(supportKinds.length, 'list-too-long'),
  unspent: z.enum(unspentRules, 'rule-unknown'),
})

export const supportCodeField = () => patternField(/^S-[A-HJKMNP-Z2-9]{8}$/, 'support-not-a-code')
export const codeExample = 'S-7KQ2MPRT'

const windowId = 'transport'

export const setWindowTerms = command('SetWindowTerms', {
  windowId: windowIdField(),
  ...termsFields(),
}).openapi('SetWindowTerms', {
  example: {
    ...example('SetWindowTerms'),
    windowId,
    from: '2025-01-01',
    until: '2026-12-31',
    lines: [
      { kind: 'safe-return' as const, amount: 2_000_000 },
      { kind: 'papers' as const, amount: 500_000 },
    ],
    unspent: 'given-back' as const,
  },
})

export const askForSupport = command('AskForSupport', {
  code: supportCodeField(),
  windowId: windowIdField(),
  amount: amountField(),
  parts: wholeField(1, partsMax, 'parts-not-few'),
  broughtBy: z.enum(bringers, 'word-unknown'),
  fileHash: patternField(/^[0-9a-f]{64}$/, 'hash-not-sha-256'),
}).openapi('AskForSupport', {
  example: {
    ...example('AskForSupport'),
    code: codeExample,
    windowId,
    amount: 300_000,
    parts: 1,
    broughtBy: 'fund' as const,
    fileHash: '9f'.repeat(32),
  },
})

export const takeSupportStep = command('TakeSupportStep', {
  code: supportCodeField(),
  step: z.enum(supportSteps, 'word-unknown'),
}).openapi('TakeSupportStep', {
  example: { ...example('TakeSupportStep'), code: codeExample, step: 'checked' as const },
})

export const decideSupport = command('DecideSupport', { code: supportCodeField(), ballot }).openapi(
  'DecideSupport',
  { example: { ...example('DecideSupport'), code: codeExample, ballot: ballotExample } },
)

export const awardAtOnce = command('AwardAtOnce', {
  code: supportCodeField(),
  officers: z.tuple([memberIdField(), memberIdField()], 'officers-not-two'),
}).openapi('AwardAtOnce', {
  example: {
    ...example('AwardAtOnce'),
    code: codeExample,
    officers: [memberExample, '5b2f9c14-1d7e-8a30-b6c2-94e8d0f7a311'] as [string, string],
  },
})

export const recordSupportPart = command('RecordSupportPart', {
  code: supportCodeField(),
  amount: amountField(),
  from: placeField().optional(),
}).openapi('RecordSupportPart', {
  example: { ...example('RecordSupportPart'), code: codeExample, amount: 150_000 },
})

export const returnDonation = command('ReturnDonation', {
  windowId: windowIdField(),
  amount: amountField(),
  from: placeField().optional(),
}).openapi('ReturnDonation', {
  example: { ...example('ReturnDonation'), windowId, amount: 50_000, from: 'bank' as const },
})
