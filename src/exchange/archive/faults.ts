/** What can be wrong with an archive, in the order in which it is looked for. */
export const archiveFaults = {
  'gzip-broken': 'the file is no whole gzip file: it was cut off or altered about here',
  'line-too-long': 'the line is longer than any line of an archive',
  'not-utf8': 'the line is not UTF-8 text',
  'not-an-archive': 'the file does not begin like an archive of a village fund',
  'version-unknown': 'the archive was made by a newer version of this program',
  'too-deep': 'the line is nested deeper than any line of an archive',
  'line-broken': 'the line is not one that this program writes',
  'line-altered': 'the line does not fit its own checksum',
  'kind-unexpected': 'another kind of line belongs here, by the counts of the first line',
  'out-of-order': 'the line comes twice or out of its order',
  'seq-broken': 'the entry has not the next number',
  'chain-broken': 'the entry does not name the hash of the entry before it',
  'hash-wrong': 'the entry does not fit its own hash',
  'entry-unsound': 'the entry cannot stand in the books',
  'head-differs': 'the journal does not end with the entry that the first line names',
  'end-differs': 'the last line does not fit the lines before it',
  'end-missing': 'the file ends before the last line',
  'after-the-end': 'something comes after the last line',
  'history-differs': 'the fund is here already, and its journal differs from this entry on',
  'fund-busy': 'somebody else writes to this fund: give the same command again',
  'source-changed': 'the file was another one when it was read for the second time',
} as const

export type ArchiveFaultCode = keyof typeof archiveFaults

/** Where an archive does not hold, and why. `seq` where it is an entry. */
export type ArchiveProblem = {
  readonly code: ArchiveFaultCode
  readonly line: number
  readonly seq?: number
}

/** Thrown while an archive is read and caught where it is taken in, before anything is written. */
export class ArchiveFault extends Error {
  override readonly name = 'ArchiveFault'
  readonly problem: ArchiveProblem

  constructor(problem: ArchiveProblem) {
    super(archiveFaults[problem.code])
    this.problem = problem
  }
}
