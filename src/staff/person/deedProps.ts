import type { PostDeed, StaffMember } from '@contract/staff'

/** What every sheet is given: it shows itself when it is open. */
export interface DeedProps {
  member: StaffMember
  open: PostDeed | null
  /** With what is said in passing. */
  onDone: (text: string) => void
  onClose: () => void
}
