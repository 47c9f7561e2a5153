/** What a phone that is new to a village box is told before it can sign in there. */
export const villageBox = {
  heading: 'A new phone at the village box',
  lead: 'This computer serves the book in this room, with no internet. A phone takes its word once it knows the computer. Do this once, here in the room.',
  firstHeading: '1. Is it the right computer?',
  compare:
    'The committee has these signs on paper. Hold them side by side. If one differs, stop and tell the committee.',
  download: 'Save the certificate on this phone',
  androidHeading: '2. Tell the phone to trust it (Android)',
  android: [
    'Press the button above. A small file, village-box.crt, comes into “Downloads”. If the phone asks, keep it.',
    'Open “Settings” (the cogwheel). In the search at the top write: CA certificate.',
    'Press “CA certificate”. A red warning comes: press “Install anyway”. Write the lock code of your phone.',
    'A list of files opens. Press village-box.crt. At the bottom it says: installed.',
    'Press the button below. In the bar at the top stands a lock and no warning.',
  ],
  warned:
    'Android will say that the network may be monitored. It says so of every certificate that a person installs. This one is made so that it can speak for this computer alone, and for no bank and no other page.',
  open: 'Open the book',
  removeHeading: 'To stop trusting it',
  remove: [
    'Open “Settings” and search: user credentials.',
    'Press “Village box”, then “Remove”. Do this when the computer is lost, sold or given away.',
  ],
  meaning:
    'A computer that is stolen together with its key can show the same signs to this phone until the certificate ends or is removed. Then remove it, and take the new one from the committee.',
}
