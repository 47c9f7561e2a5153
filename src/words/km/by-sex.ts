import type { bySex as en } from '#src/words/en/by-sex.ts'

export const bySex: typeof en = {
  heading: 'ស្ត្រី និងបុរស',
  lead: (from, to) => `អ្វីដែលស្ត្រី និងបុរសបានពីមូលនិធិ ពី ${from} ដល់ ${to}។ គ្មានឈ្មោះនរណាទេ។`,
  keptBack: 'ក្រៅភូមិ តួលេខដែលមានស្ត្រី ឬបុរសតិចនាក់ មិនបង្ហាញទេ។',
  what: 'អ្វី',
  women: 'ស្ត្រី',
  men: 'បុរស',
  leftOut: 'មិនបង្ហាញ',
  members: 'សមាជិក',
  attendance: 'បានមក ក្នុងចំណោមអ្នកអាចមក',
  ofAll: (present, possible) => `${present} ក្នុង ${possible}`,
  votes: 'សំឡេងគណៈកម្មាធិការលើកម្ចី',
  borrowers: 'សមាជិកដែលបានខ្ចី',
  loans: 'កម្ចី',
  lent: (currency) => `ប្រាក់ដែលឱ្យខ្ចី គិតជា ${currency}`,
  seats: 'កន្លែងក្នុងគណៈកម្មាធិការ',
  keys: 'សោហិប',
}
