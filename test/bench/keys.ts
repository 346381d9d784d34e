import { adoptSealer, createSealer, type Sealer } from '@kernel/seal'
import { inRoot } from '../../config/root'
import { readDefinitions } from '../../local/functions/definition'
import { openSecrets } from '../../local/functions/secrets'

/** The folder of the functions as they would be deployed. */
export const builtFunctions = inRoot('dist/cloudfunctions')

/** Takes the keys that the functions will find in this data folder, so that what they are to open can be sealed for them. */
export function adoptKeysOf(data: string): Sealer {
  const definitions = readDefinitions(builtFunctions)
  const secrets = openSecrets(data, definitions)
  const environment = Object.assign({}, ...definitions.map((one) => secrets.of(one))) as Record<
    string,
    string
  >
  const sealer = createSealer(environment)
  adoptSealer(sealer)
  return sealer
}
