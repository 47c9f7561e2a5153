/** Whether a meeting's minutes tell of an entry; if not, why. */
export type Minutes =
  | 'told'
  /** It would say of whom: what it was for, that it could not wait, how often it is paid. */
  | 'tells-of-somebody'
  /** The vote is told, and what led to it is read out before it. */
  | 'before-the-vote'
  /** Money of one member on one day: the sheet has it. */
  | 'on-the-sheet'
  | 'of-the-box'
  | 'of-the-old-book'
  /** What a donor agreed: by kinds, for the fund's own people. */
  | 'of-the-donor'
  /** At the head of the minutes. */
  | 'told-above'
