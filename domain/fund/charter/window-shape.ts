import { text } from '#domain/kernel/shape.ts'

/** A donor's window by its code. */
export const windowCode = text(/^[a-z][a-z0-9-]{0,39}$/, {
  code: 'window-not-a-code',
  example: 'transport',
})
