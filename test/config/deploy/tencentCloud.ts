/** What Tencent Cloud's interfaces answer, as far as a deployment asks: https://cloud.tencent.com/document/api/876 and /583. */
export type Request = [service: string, action: string, parameters: Record<string, unknown>]

interface Index {
  Name: string
  Keys: { Name: string; Direction: string }[]
  Unique: boolean
  Size: number
}

interface Table {
  access: string
  Indexes: Index[]
}

interface Deployed extends Record<string, unknown> {
  Status: string
  Triggers: Record<string, unknown>[]
}

export const BUCKET = '7368-shouwang-test-1300000000'
export const ENVIRONMENT = 'shouwang-test'

/** Answers in the place of the network, and remembers what was asked. */
export class TencentCloud {
  readonly requests: Request[] = []
  readonly #tables = new Map<string, Table>()
  readonly #functions = new Map<string, Deployed>()
  #rule: { AclTag: string; Rule?: string } = { AclTag: 'READONLY' }
  /** What the installation of a function's packages ends in. */
  installs = 'Active'

  answer(service: string, action: string, given: object): object {
    const parameters = given as Record<string, string>
    this.requests.push([service, action, parameters])
    const found = this.#answers[action]
    if (!found) throw new Error(`Tencent Cloud has no ${service} ${action} here`)
    return { RequestId: 'a-request', ...found(parameters) }
  }

  #table(name = ''): Table {
    const table = this.#tables.get(name)
    if (!table) throw new Error(`no table ${name}`)
    return table
  }

  #function(name = ''): Deployed {
    const found = this.#functions.get(name)
    if (!found) throw Object.assign(new Error(`no function ${name}`), { code: 'ResourceNotFound.Function' })
    return found
  }

  readonly #answers: Record<string, (given: Record<string, string>) => object> = {
    DescribeEnvInfo: () => ({
      EnvInfo: {
        EnvBaseInfo: {
          EnvId: ENVIRONMENT,
          Databases: [{ InstanceId: 'tnt-test' }],
          Storages: [{ Bucket: BUCKET, Region: 'ap-shanghai' }],
          Functions: [{ Namespace: ENVIRONMENT, Region: 'ap-shanghai' }],
        },
      },
    }),
    ListTables: () => ({
      Tables:
        this.#tables.size === 0
          ? null
          : [...this.#tables.keys()].map((TableName) => ({ TableName, Count: 0 })),
      Pager: { Offset: 0, Limit: 100, Total: this.#tables.size },
    }),
    // Whoever makes a collection may be read by everybody at first.
    CreateTable: ({ TableName = '' }) => {
      const own = { Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }], Unique: true, Size: 4096 }
      this.#tables.set(TableName, { access: 'PRIVATE', Indexes: [own] })
      return {}
    },
    DescribeTable: ({ TableName }) => ({ Indexes: this.#table(TableName).Indexes }),
    UpdateTable: ({ TableName, ...given }) => {
      const { CreateIndexes = [], DropIndexes = [] } = given as unknown as Changes
      const table = this.#table(TableName)
      const dropped = DropIndexes.map(({ IndexName }) => IndexName)
      table.Indexes = table.Indexes.filter(({ Name }) => !dropped.includes(Name))
      for (const { IndexName, MgoKeySchema } of CreateIndexes) {
        const { MgoIndexKeys, MgoIsUnique } = MgoKeySchema
        table.Indexes.push({ Name: IndexName, Keys: MgoIndexKeys, Unique: MgoIsUnique, Size: 4096 })
      }
      return {}
    },
    DescribeDatabaseACL: ({ CollectionName }) => ({ AclTag: this.#table(CollectionName).access }),
    ModifyDatabaseACL: ({ CollectionName, AclTag = '' }) => {
      this.#table(CollectionName).access = AclTag
      return {}
    },
    DescribeStorageSafeRule: () => this.#rule,
    ModifyStorageSafeRule: ({ AclTag = '', Rule }) => {
      this.#rule = { AclTag, Rule }
      return {}
    },
    ListFunctions: () => {
      const Functions = [...this.#functions].map(([FunctionName, { Status }]) => ({ FunctionName, Status }))
      return { Functions, TotalCount: Functions.length }
    },
    GetFunction: ({ FunctionName }) => this.#function(FunctionName),
    CreateFunction: ({ FunctionName = '', Code, ...given }) => {
      this.#functions.set(FunctionName, { ...given, Code, Status: this.installs, Triggers: [] })
      return {}
    },
    UpdateFunctionCode: ({ FunctionName }) => {
      this.#function(FunctionName).Status = this.installs
      return {}
    },
    UpdateFunctionConfiguration: ({ FunctionName, ...given }) =>
      Object.assign(this.#function(FunctionName), given),
    BatchCreateTrigger: ({ FunctionName, Triggers = '[]' }) => {
      const made = JSON.parse(Triggers) as { TriggerName: string; Type: string; TriggerDesc: string }[]
      for (const { TriggerName, Type, TriggerDesc } of made)
        this.#function(FunctionName).Triggers.push({
          TriggerName,
          Type,
          TriggerDesc: JSON.stringify({ cron: TriggerDesc }),
        })
      return {}
    },
    DeleteTrigger: ({ FunctionName, TriggerName }) => {
      const found = this.#function(FunctionName)
      found.Triggers = found.Triggers.filter((trigger) => trigger.TriggerName !== TriggerName)
      return {}
    },
    GetAPIs: () => ({ APISet: [] }),
    DescribeCloudBaseGWAPI: () => ({ APISet: [] }),
    DeleteFunction: ({ FunctionName = '' }) => {
      this.#functions.delete(FunctionName)
      return {}
    },
  }
}

interface Changes {
  CreateIndexes?: {
    IndexName: string
    MgoKeySchema: { MgoIndexKeys: Index['Keys']; MgoIsUnique: boolean }
  }[]
  DropIndexes?: { IndexName: string }[]
}
