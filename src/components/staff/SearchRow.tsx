import { View } from '@tarojs/components'
import { staffWords } from '@/words/staff'
import { Tap } from '../Tap'
import { TextInput } from '../TextInput'
import './SearchRow.scss'

const said = staffWords.inbox

/** As many characters as the contract takes for a name that is looked for. */
const MOST = 20

export interface SearchRowProps {
  text: string
  onText: (text: string) => void
  /** How many filters are set behind the button. */
  filters: number
  onFilter: () => void
}

/** Looks for a name, and opens the other filters. */
export function SearchRow({ text, onText, filters, onFilter }: SearchRowProps) {
  return (
    <View className="search-row">
      <TextInput label={said.search} value={text} onChange={onText} placeholder={said.search} most={MOST} />
      <Tap className={`search-row__filter ${filters > 0 ? 'search-row__filter--set' : ''}`} onTap={onFilter}>
        {filters > 0 ? said.filterCount(filters) : said.filter}
      </Tap>
    </View>
  )
}
