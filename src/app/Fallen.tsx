import { Component, type ReactNode } from 'react'
import { download, fileNameOf } from '../dialogs/files'
import { writeMap } from '../exchange/writeMap'
import type { DebateStore } from '../store'
import { Button } from '../ui/Button'
import styles from './App.module.css'

/** Shows its children; where one of them breaks, says so, and gives the map away instead of a blank page. */
export class Fallen extends Component<
  { store: DebateStore; children: ReactNode },
  { problem: string | null }
> {
  override state = { problem: null }

  static getDerivedStateFromError(error: unknown) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    if (this.state.problem === null) return this.props.children
    const keep = () => {
      const { debate } = this.props.store.getState()
      download(fileNameOf(debate.about.title), writeMap(debate, { texts: true }))
    }
    return (
      <main className={styles.opening}>
        <div role="alert">
          <h1>This page has broken.</h1>
          <p>
            What was saved is safe. Download a copy if you are not sure, then load the page again.
          </p>
          <p className={styles.detail}>{this.state.problem}</p>
        </div>
        <div className={styles.buttons}>
          <Button onClick={keep}>Download a copy</Button>
          <Button variant="primary" onClick={() => location.reload()}>
            Load the page again
          </Button>
        </div>
      </main>
    )
  }
}
