import { Dialog } from '../ui/Dialog'
import { isMac } from '../ui/isMac'
import { Kbd } from '../ui/Kbd'
import styles from './dialogs.module.css'

const mod = isMac ? '⌘' : 'Ctrl'

/** The keys by what they act on: what each does, and the ways to press it. */
const groups: readonly { title: string; keys: readonly [says: string, ...ways: string[][]][] }[] = [
  {
    title: 'The selected statement',
    keys: [
      ['Add a support', ['S']],
      ['Add a rebuttal', ['R']],
      ['Write a note', ['A']],
      ['Reword it', ['F2']],
      ['Show its quotes on the map', ['Q']],
      ['Read it in its text, or close the text', ['T']],
      ['Put its details away, bring them back', ['I']],
      ['Delete it', ['Del']],
    ],
  },
  {
    title: 'The selected link',
    keys: [
      ['Undercut it', ['U']],
      ['Write a note', ['A']],
      ['Delete it', ['Del']],
    ],
  },
  {
    title: 'Getting about',
    keys: [
      ['Walk from card to card', ['←'], ['↑'], ['→'], ['↓']],
      ['Select a card, open a position', ['Enter']],
      ['Move a card, with Shift by less', ['Alt', '← ↑ → ↓']],
      ['One step out', ['Esc']],
      ['Show everything', ['Shift', '1']],
      ['Show what is selected', ['Shift', '2']],
      ['Nearer, further', ['+'], ['-']],
    ],
  },
  {
    title: 'The text',
    keys: [
      ['From mark to mark', ['J'], ['K']],
      ['From mark or link to the next', ['←'], ['→']],
      ['Select the statement of a mark', ['Enter']],
      ['Find in the text', [mod, 'F']],
      ['Next find, the one before', ['F3'], ['Shift', 'F3']],
      ['Next passage that is not in the map', [']']],
      ['The one before', ['[']],
      ['On the strip: from turn to turn', ['↑'], ['↓']],
      ['Pick words, from the sentence', ['V']],
    ],
  },
  {
    title: 'The picked words',
    keys: [
      ['End a word later or earlier', ['→'], ['←']],
      ['End a sentence later or earlier', ['↓'], ['↑']],
      ['Move their start instead', ['Shift', '← ↑ → ↓']],
      ['Cut words where the mouse does', ['Alt']],
      ['Make a claim of them', ['N']],
      ['Rebut or support the selected statement', ['R'], ['S']],
      ['Add them to its quotes', ['Q']],
      ['Write a note on them', ['A']],
      ['Go to what can be done, let go', ['Enter'], ['Esc']],
    ],
  },
  {
    title: 'While reviewing the reading',
    keys: [
      ['Confirm, reject', ['Y'], ['X']],
      ['Another kind, or what a link does', ['1'], ['2'], ['3'], ['4'], ['5']],
      ['For, against, open', ['F'], ['A'], ['O']],
      ['Headline, split, merge', ['H'], ['P'], ['M']],
      ['Turn a link round, change its target', ['L'], ['T']],
      ['Next, previous', ['J'], ['Shift', 'J']],
      ['To the choice of kinds or sides', ['K']],
      ['Back to what was judged last', ['B']],
      ['Undo, and go back to it', ['Z']],
    ],
  },
  {
    title: 'Anywhere',
    keys: [
      ['Add a statement', ['N']],
      ['Back, forward', isMac ? ['⌘', '['] : ['Alt', '←'], isMac ? ['⌘', ']'] : ['Alt', '→']],
      ['Check (review) the reading', ['C']],
      ['Undo', [mod, 'Z']],
      ['Redo', [mod, 'Shift', 'Z']],
      ['Save now', [mod, 'S']],
      ['Add or save, while writing', [mod, 'Enter']],
      ['These keys', ['?']],
    ],
  },
]

/** The keys, by what they act on. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title="Keys" size="wide" onClose={onClose}>
      <div className={styles.keys}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 className={styles.smallHead}>{title}</h3>
            <dl>
              {keys.map(([says, ...ways]) => (
                <div key={says}>
                  <dt>{says}</dt>
                  <dd>
                    {ways.map((way) => (
                      <span key={way.join()} className={styles.way}>
                        {way.map((key) => (
                          <Kbd key={key}>{key}</Kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
