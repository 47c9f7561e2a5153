import { draft, reviewed } from '#src/words/catalogue.ts'
import { type WordsOf, family } from '#src/words/words.ts'

const en = {
  heading: reviewed('Women and men'),
  lead: reviewed(
    (from: string, to: string) =>
      `What women and men had of the fund from ${from} to ${to}. Nobody is named.`,
  ),
  keptBack: reviewed(
    'Outside the village a figure is left out where few women or few men stand behind it.',
  ),
  what: reviewed('What'),
  women: reviewed('Women'),
  men: reviewed('Men'),
  leftOut: reviewed('left out'),
  members: reviewed('Members'),
  attendance: reviewed('Were there, of those who could come'),
  ofAll: reviewed((present: string, possible: string) => `${present} of ${possible}`),
  votes: reviewed('Votes of officers on loans'),
  borrowers: reviewed('Members who got a loan'),
  loans: reviewed('Loans'),
  lent: reviewed('Money lent'),
  seats: reviewed('Seats on the committee'),
  keys: reviewed('Keys of the box'),
}

const km: typeof en = {
  heading: draft('ស្ត្រី និងបុរស'),
  lead: draft((from, to) => `អ្វីដែលស្ត្រី និងបុរសបានពីមូលនិធិ ពី ${from} ដល់ ${to}។ គ្មានឈ្មោះនរណាទេ។`),
  keptBack: draft('ក្រៅភូមិ តួលេខដែលមានស្ត្រី ឬបុរសតិចនាក់ មិនបង្ហាញទេ។'),
  what: draft('អ្វី'),
  women: draft('ស្ត្រី'),
  men: draft('បុរស'),
  leftOut: draft('មិនបង្ហាញ'),
  members: draft('សមាជិក'),
  attendance: draft('បានមក ក្នុងចំណោមអ្នកអាចមក'),
  ofAll: draft((present, possible) => `${present} ក្នុង ${possible}`),
  votes: draft('សំឡេងគណៈកម្មាធិការលើកម្ចី'),
  borrowers: draft('សមាជិកដែលបានខ្ចី'),
  loans: draft('កម្ចី'),
  lent: draft('ប្រាក់ដែលឱ្យខ្ចី'),
  seats: draft('កន្លែងក្នុងគណៈកម្មាធិការ'),
  keys: draft('សោហិប'),
}

export const bySexWords = family<typeof en>({ en, km })
export type BySexWords = WordsOf<typeof en>
