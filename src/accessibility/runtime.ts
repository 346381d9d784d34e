import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './attributes.json'

// The templates are built from this table; the running app numbers attributes by the same table, and every
// attribute of every component would be off by some places if it did not know it.
mergeInternalComponents(attributes as Parameters<typeof mergeInternalComponents>[0])
