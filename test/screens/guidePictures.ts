/** A picture for people who read about the software. */
export interface GuidePicture {
  /** From the root of the checkout. */
  file: string
  /** What it shows, by the name of a stop. */
  stop: string
}

const picture = (name: string, stop: string): GuidePicture => ({ file: `docs/pictures/${name}.webp`, stop })

/** What the guides and the README show. */
export const pictures: readonly GuidePicture[] = [
  picture('home', 'home-unreported'),
  picture('report', 'report'),
  picture('report-check', 'report-check'),
  picture('register', 'register-1-person'),
  picture('record', 'record-observed'),
  picture('receipt', 'tip-told'),
  picture('staff-home', 'home-worker'),
  picture('inbox', 'staff-inbox'),
  picture('case', 'case-submitted'),
  picture('tighten', 'case-tighten'),
  picture('alert', 'staff-healthAlert'),
  picture('households', 'staff-households'),
  picture('tip', 'staffTips-tip'),
  picture('tip-result', 'tip-result'),
  picture('desk', 'desk-code'),
  picture('places', 'places-compound'),
  picture('poster', 'staff-poster'),
  picture('invite', 'invite-chosen'),
]
