/**
 * `by-two` opens only with the `half` that the second one has drawn. `paper-code` is a member's word on a sheet (`userId`
 * names whose, and `madeBy` both who printed it); no link opens by it.
 */
export const keyPurposes = [
  'practice',
  'set-secret',
  'by-two',
  'half',
  'enrol-device',
  'paper-code',
] as const
export type KeyPurpose = (typeof keyPurposes)[number]
