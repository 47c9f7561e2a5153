type Reason = {
  /** Where the path begins so. */
  readonly path: string
  /** What stood there, and what stands there instead. */
  readonly was: RegExp
  readonly is: RegExp
  readonly why: string
}

const anything = /^/

/** Why some slips stay that no test notices; the first that fits is told, and without one a slip is open. */
export const reasons: readonly Reason[] = [
  {
    path: 'domain/kernel/names.ts',
    was: /^shifters\.includes|^a\.sign < b\.sign$|normalize\('NFC'\)$/,
    is: anything,
    why: 'same: the next step brings both into one',
  },
  {
    path: 'domain/kernel/',
    was: /^(a|b|end|a\.\w+) [<>]=? (b|a|start|b\.\w+)$/,
    is: anything,
    why: 'same: equals are alike, or never both there',
  },
  {
    path: 'domain/ledger/statements.ts',
    was: /^place\(a\) < place\(b\)$/,
    is: anything,
    why: 'same: no two lines have one place',
  },
  {
    path: 'domain/ledger/statements.ts',
    was: /^from !== undefined && on < from$/,
    is: /^on < from$/,
    why: 'same: no day is before none',
  },
]
