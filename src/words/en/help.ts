/** The pages of help around the guides, which are papers of their own (docs/guides). */
export const help = {
  heading: 'Help',
  onThisPage: 'Help with this page',
  search: 'What do you want to know?',
  show: 'Search',
  found: (count: number) =>
    count === 1 ? 'It stands in one place:' : `It stands in ${count} places:`,
  nothingFound: 'Nothing was found. Try one word alone, such as loan or card.',
  guides: 'Guides',
  more: 'More',
  guide_committee: 'For the committee',
  guide_household: 'For households',
  guide_ngo: 'For the NGO',
  'guide_migration-team': 'For the migration team',
  guide_operator: 'For whoever runs the computer',
  guide_developer: 'For whoever writes programs',
  englishOnly: 'This guide is in English only.',
  toCard: 'Print it on one page',
  toAll: 'All help',
}
