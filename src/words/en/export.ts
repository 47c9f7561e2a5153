/** What the lists are called that can be taken along, on the sheets of a workbook. */
export const exports = {
  members: 'Members',
  loans: 'Loans',
  meetings: 'Meetings',
  cycles: 'Years',
  postings: 'Postings',
  entries: 'Entries',
  'entry-facts': 'Facts of entries',
}

/** What a sheet says about itself, since it is read away from the page that says it. */
export const exportSheet = {
  unit: (number: string, sum: string, currency: string) =>
    `Sums are whole numbers of the smallest unit: ${number} is ${sum} (${currency}). A row with a currency of its own is in that one.`,
  knownAt: (instant: string) => `As the book was known at ${instant}.`,
  knownNow: 'As the book was known when this was written.',
}

/** The text that lies in a signed folder of one statement. */
export const signedFolder = {
  howTo: (fundId: string, keyId: string, seq: string, hash: string) =>
    `HOW TO CHECK THIS FOLDER

This folder holds one statement of a fund's book, in three forms: CSV and
workbook for people, JSON for programs. manifest.json names each file with its
size and its SHA-256 sum. manifest.sig is the signature on the manifest.

Fund: ${fundId}
Key: ${keyId}
Last entry: ${seq}
Its hash: ${hash}

1. With this program: fund evidence --check FOLDER --key PUBLIC_KEY
It names every file that was altered, taken away or put in.
2. Without it: work out the SHA-256 sum of each file and compare it with
manifest.json. The signature is Ed25519. The signed text is
village-fund/evidence/1, the fund, and the SHA-256 sum of manifest.json
in small letters; before each of the three stands its length.
3. Whose key is it? Compare the key above with a receipt that a household
holds: the same key must stand there. A key that you know from this folder
alone proves nothing.

Signed is what the statement said, and that the book ended with this entry. The
sums can be counted again from the signed folder of the whole book.`,
}
