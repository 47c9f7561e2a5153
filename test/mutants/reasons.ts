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
    path: 'domain/kernel/dates.ts',
    was: /^year \+= 1$/,
    is: anything,
    why: 'noticed by every day from 1900 to 2199, which takes too long to be asked',
  },
  {
    path: 'domain/kernel/shares.ts',
    was: /^a\.left === b\.left/,
    is: /^a\.left > b\.left/,
    why: 'same: who is told of an equal that it comes later leaves it where it stood',
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
  {
    path: 'domain/access/lockout.ts',
    was: /^now\.lockedUntil !== undefined && at < now\.lockedUntil$/,
    is: /^at < now\.lockedUntil$/,
    why: 'same: no time is before none',
  },
  {
    path: 'domain/access/lockout.ts',
    was: /^failures % guessesAtATime === 0 \?/,
    is: /^waitsMs\[/,
    why: 'same: between two waits the list is asked at a place that is none',
  },
  {
    path: 'domain/access/person.ts',
    was: /^isMember && door\.member$/,
    is: /^isMember$/,
    why: 'same: nobody is a member by a row that is not there',
  },
]
