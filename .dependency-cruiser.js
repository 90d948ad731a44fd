/** Imports point one way: domain ← contract, ports ← commands ← workflows, activities ← adapters, api ← roots. */
const layer = (name) => `^src/${name}/`;

/** What each layer may import besides itself. */
const MAY_IMPORT = {
  domain: [],
  contract: ['domain'],
  ports: ['domain', 'contract'],
  commands: ['domain', 'contract', 'ports'],
  workflows: ['domain', 'contract'],
  activities: ['contract', 'ports', 'commands'],
  adapters: ['domain', 'contract', 'ports', 'commands'],
  api: ['domain', 'contract', 'ports', 'commands'],
  embedded: [],
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...Object.entries(MAY_IMPORT).map(([name, others]) => ({
      name: `${name}-imports-inwards`,
      severity: 'error',
      from: { path: layer(name) },
      to: {
        path: '^src/',
        pathNot: [...[name, ...others].map(layer), ...(name === 'embedded' ? ['^src/config\\.ts$'] : [])],
      },
    })),
    {
      name: 'domain-stands-alone',
      comment: 'The domain is bundled into workflows and read beside the regulation: no packages, no Node.',
      severity: 'error',
      from: { path: layer('domain') },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'nobody-imports-the-web',
      comment: 'What web/ itself may import is in .oxlintrc.json: the parser used here does not read JSX.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/' },
    },
    {
      name: 'workflows-import-temporal-only',
      severity: 'error',
      from: { path: layer('workflows') },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/@temporalio/(workflow|common)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/adapters/postgres/generated' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
