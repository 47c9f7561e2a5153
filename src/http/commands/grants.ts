import { windowIdField } from '#src/http/commands/charter.ts'
import { amountField, codeField, command, example } from '#src/http/commands/fields.ts'

export const recordDonation = command('RecordDonation', {
  windowId: windowIdField().optional(),
  amount: amountField(),
}).openapi('RecordDonation', {
  example: { ...example('RecordDonation'), windowId: 'transport', amount: 400_000 },
})

export const recordGrantPayout = command('RecordGrantPayout', {
  windowId: windowIdField(),
  grantNumber: codeField('grant-number-not-a-code'),
  amount: amountField(),
}).openapi('RecordGrantPayout', {
  example: {
    ...example('RecordGrantPayout'),
    windowId: 'transport',
    grantNumber: 'G012',
    amount: 60_000,
  },
})
