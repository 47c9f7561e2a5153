/** Under which names secrets are sent: what somebody filled in goes on without them, whatever its form is. */
export const secretNames = [
  'secret',
  'secondSecret',
  'newSecret',
  'again',
  'pin',
  'ownPin',
  'passphrase',
  'secondPassphrase',
  'ownSecret',
] as const

/** The name of a field that takes a secret. */
export type SecretName = (typeof secretNames)[number]
