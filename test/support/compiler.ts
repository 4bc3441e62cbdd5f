import ts from 'typescript';

/** Libraries that this worker has parsed, by name and kind of module: they are the same for each program. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** A program whose libraries are parsed once for all programs of a worker. The options have to be those of tsconfig.json. */
export function compile(
  files: readonly string[],
  options: ts.CompilerOptions,
  before?: ts.Program,
): ts.Program {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, version, ...rest) => {
    if (!name.includes('/node_modules/')) return read(name, version, ...rest);
    const format = typeof version === 'object' ? version.impliedNodeFormat : undefined;
    const key = `${name} ${format}`;
    if (!parsed.has(key)) parsed.set(key, read(name, version, ...rest));
    return parsed.get(key);
  };
  return ts.createProgram(files, options, host, before);
}

/** The errors in the files of a program that are no libraries, and in its options. */
export function complaintsOf(program: ts.Program): ts.Diagnostic[] {
  const own = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('/node_modules/'));
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ];
}
