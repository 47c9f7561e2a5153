/** Words that somebody of six school years met on the pages and could not know; none of them is to come back. */
export const jargon: readonly RegExp[] = [
  /period by period|\bnominal\b|by real dates|\(effective\)/i,
  /within the cap/i,
  /free savings/i,
  /\bgive (?:the|a) loan up\b|\bloan (?:was |that was )?given up\b/i,
  /by its own name/i,
  /mark of it alone/i,
  /owner’s word/i,
  /not posted yet|since the last close/i,
  /\bno base\b/i,
  /turns missed/i,
  /\bcharter\b/i,
  /practice-donor/,
  /^normal$|: normal\b/i,
  /\bnought\b/i,
]
