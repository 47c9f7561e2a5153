import { isLocalDate } from '#domain/kernel/dates.ts'

/*
 * Instants on a phone, in the place of `date-fns/parseISO` (`src/packing/phone-files.ts`), which reads every spelling that ISO 8601
 * has. A book holds one (`domain/kernel/shape.ts`); `test/pwa/instants.test.ts` holds each against the package.
 */

/** An instant as a book holds it; one of a day that no calendar has is none. */
export const parseISO = (text: string): Date =>
  new Date(isLocalDate(text.slice(0, 10)) ? text : Number.NaN)
