/** What views keep of a fund, part by part. */
export type FundSubjectKind =
  | 'fund'
  | 'member'
  | 'loan'
  | 'request'
  | 'meeting'
  | 'event'
  | 'window'
  | 'support'
  | 'dispute'
  | 'bank-line'
  | 'withdrawal'
  | 'private-savings'
  | 'share-out'
  | 'borrowing'
  | 'savings-interest'
  | 'season'

/** A part of the village that views keep, by its kind and key. */
export type Subject = { readonly kind: FundSubjectKind; readonly key: string }

/** The fund itself, of which there is one. */
export const fundSubject = { kind: 'fund', key: 'fund' } as const satisfies Subject
