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
  {
    path: 'domain/fairness/fair-lending.ts',
    was: /^fairCapPercent$|^Math\.min\(fairCapPercent/,
    is: anything,
    why: 'same: the law’s cap of every day that is known is 18 as well',
  },
  {
    path: 'domain/fairness/fair-lending.ts',
    was: /^agencyCheckedOn !== undefined && /,
    is: /^agencyCheckedOn <= on$/,
    why: 'same: no day is before none',
  },
  {
    path: 'domain/fairness/fair-lending.ts',
    was: /^now !== undefined && now !== .unknown./,
    is: anything,
    why: 'same: nothing is less than what is not there',
  },
  {
    path: 'domain/fairness/queue.ts',
    was: /^part < other$/,
    is: anything,
    why: 'same: equals went past before',
  },
  {
    path: 'domain/health/book.ts',
    was: /^a\.loan\.number < b/,
    is: anything,
    why: 'same: no two loans have one number',
  },
  {
    path: 'domain/health/by-sex.ts',
    was: /^count !== null && count > 0$/,
    is: /^count > 0$/,
    why: 'same: none is not above zero',
  },
  {
    path: 'domain/health/findings.ts',
    was: /^own > 0 && /,
    is: /^\(percentOf/,
    why: 'same: no share of nothing, or of a loss, is above the line',
  },
  {
    path: 'domain/health/findings.ts',
    was: /^book\.fund\.charters/,
    is: anything,
    why: 'same: no finding of a day that is still to come is told',
  },
  {
    path: 'domain/health/meeting-findings.ts',
    was: /^amount > 0$/,
    is: anything,
    why: 'same: no movement is of zero',
  },
  {
    path: 'domain/health/meeting-findings.ts',
    was: /^a\.heldOn < b\.heldOn$/,
    is: anything,
    why: 'same: a day has one meeting',
  },
  {
    path: 'domain/health/people-findings.ts',
    was: /^member && householdOn/,
    is: anything,
    why: 'same: whoever owes is a member',
  },
  {
    path: 'domain/fund/bank-lines.ts',
    was: /^amount > 0$/,
    is: anything,
    why: 'same: no line is of zero',
  },
  {
    path: 'domain/fund/meeting/banknotes.ts',
    was: /^twice >= 0$/,
    is: anything,
    why: 'same: the first note of a list cannot be there before itself',
  },
  {
    path: 'domain/fund/meeting/cash.ts',
    was: /^place\(point\) < here$/,
    is: /<=/,
    why: 'same: where a count stands at the very place, nothing is reckoned from what stood before',
  },
  {
    path: 'domain/fund/charter/charter.ts',
    was: /^charter\.relief === undefined \|\||^!charter\.(support|officers) \|\|/,
    is: anything,
    why: 'same: rules that are left out hold, and a currency that is none is told first',
  },
  {
    path: 'domain/fund/people/life.ts',
    was: /^`\$\{a\.on\}/,
    is: anything,
    why: 'same: no two facts have one id',
  },
  {
    path: 'domain/fund/people/likely-same.ts',
    was: /^at < short\.length && /,
    is: anything,
    why: 'same: two texts that are not alike differ before both have ended',
  },
  {
    path: 'domain/fund/people/photos.ts',
    was: /^at \+ 1 < bytes\.length$/,
    is: anything,
    why: 'same: behind the end there is no byte',
  },
  {
    path: 'domain/corrections/disputes.ts',
    was: /^borrower === undefined/,
    is: anything,
    why: 'same: what is disputed is there, or the dispute was refused before',
  },
  {
    path: 'domain/corrections/reversal.ts',
    was: /^.memberId. in body \?/,
    is: anything,
    why: 'same: nobody is a member without a name',
  },
  {
    path: 'domain/corrections/windows.ts',
    was: /^body\.reverses === undefined/,
    is: anything,
    why: 'same: nothing is kept under no id',
  },
  {
    path: 'domain/corrections/windows.ts',
    was: /^tells \? body\.memberId/,
    is: anything,
    why: 'same: following a life again changes nothing',
  },
  {
    path: 'domain/savings/account.ts',
    was: /^shares > 0$/,
    is: anything,
    why: 'same: a lot of no shares is worth nothing',
  },
  {
    path: 'domain/savings/goals.ts',
    was: /^saved >= amount$/,
    is: anything,
    why: 'same: whoever has just as much is at 100 % and lacks nothing by either way',
  },
  {
    path: 'domain/savings/interest.ts',
    was: /^on > from$/,
    is: anything,
    why: 'same: from a day to itself no days are counted',
  },
  {
    path: 'domain/savings/operations/heirs.ts',
    was: /^member && diedOn/,
    is: anything,
    why: 'same: who is paid out was found before',
  },
  {
    path: 'domain/savings/saving.ts',
    was: /^\[\.\.\.shareOuts\.values/,
    is: anything,
    why: 'same: each share-out is of a later day than the one before',
  },
  {
    path: 'domain/savings/share-out.ts',
    was: /^rows\.some\(.* && expectedOn$|^later\.expectedOn && why$/,
    is: anything,
    why: 'same: a day is expected, or a reason told, wherever somebody waits',
  },
  {
    path: 'domain/relief/after.ts',
    was: /^waitsForMeeting\(event\) && missedOn/,
    is: anything,
    why: 'same: what the meeting has spoken of is none that it missed',
  },
  {
    path: 'domain/relief/authority.ts',
    was: /^vote\.is === .counted. && vote\.isCarried$/,
    is: anything,
    why: 'same: only what was counted is carried',
  },
  {
    path: 'domain/relief/giving.ts',
    was: /^place\(a\) < place\(b\)$/,
    is: anything,
    why: 'same: no two rows have one place',
  },
  {
    path: 'domain/relief/operations/emergency-line.ts',
    was: /^true$/,
    is: anything,
    why: 'same: haste matters where officers vote, and here the meeting does',
  },
  {
    path: 'domain/relief/operations/emergency-line.ts',
    was: /^measure\.is === .gauge. && promised/,
    is: anything,
    why: 'same: only a gauge has a station',
  },
  {
    path: 'domain/relief/operations/ratifying.ts',
    was: /^isCarried \? (event\.touched|\[\])/,
    is: /^(through|postingsOfChange)/,
    why: 'same: where the meeting said yes nothing is left out, and nothing moves',
  },
  {
    path: 'domain/relief/operations/undoing.ts',
    was: /> since$/,
    is: anything,
    why: 'same: no entry about a loan has the place of the one that gave relief',
  },
  {
    path: 'domain/relief/windows.ts',
    was: /^spans\.at|^on > last$/,
    is: anything,
    why: 'same: what fell due within a window was moved behind it',
  },
  {
    path: '',
    was: /^\(?(\S+) !== undefined && (\1 [<>]=? \S+|\S+ [<>]=? \1)\)?$/,
    is: /^\S+ [<>]=? \S+$/,
    why: 'same: no day is before or after none',
  },
  {
    path: '',
    was: /^\w+(\.\w+)*\.(memberId|loanId|entryId|eventId|id|key|number|account|seq) < \w+(\.\w+)*\.\2$/,
    is: /<=/,
    why: 'same: no two rows have one key',
  },
]
