import { useDebate } from '../store'
import { Toasts } from '../ui/Toasts'

/** What has just happened on this map. */
export function Notices() {
  const notices = useDebate((state) => state.notices)
  const dismiss = useDebate((state) => state.dismiss)
  return <Toasts notices={notices} onDismiss={dismiss} />
}
