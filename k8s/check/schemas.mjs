// What a kind's own types and schema say about an object.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const OPERATORS = {
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
};

/** Kinds without published types, described in types.d.ts. */
const OWN = { 'barmancloud.cnpg.io/v1/ObjectStore': './types.js' };

const FOLDER = import.meta.dirname;

export function nameOf(object) {
  return `${object.kind} ${object.metadata?.name}`;
}

function moduleOf({ apiVersion, kind }) {
  const own = OWN[`${apiVersion}/${kind}`];
  return own ?? `${OPERATORS[apiVersion.split('/')[0]] ?? 'kubernetes-models'}/${apiVersion}/${kind}`;
}

function isKnown(object) {
  const path = moduleOf(object);
  try {
    return path.startsWith('.') || existsSync(fileURLToPath(import.meta.resolve(path)));
  } catch {
    return false;
  }
}

/** Unknown fields and values of a wrong type: every object becomes a typed constant, and the compiler reads them. */
export function problemsOfTypes(objects) {
  const unknown = objects.filter((object) => !isKnown(object))
    .map((object) => `${nameOf(object)}: nobody knows the kind ${object.apiVersion} ${object.kind}`);
  const known = objects.filter(isKnown);
  const starts = [];
  let source = '';
  known.forEach((object, i) => {
    starts.push(source.length);
    source += `import type { I${object.kind} as Type${i} } from "${moduleOf(object)}";\n`
      + `export const object${i}: Type${i} = ${JSON.stringify(object)};\n`;
  });
  return unknown.concat(compile(source).map(({ start, message }) => {
    const index = starts.findLastIndex((begin) => begin <= start);
    return `${nameOf(known[index])}: ${message}`;
  }));
}

function compile(source) {
  const file = join(FOLDER, 'objects.ts');
  const options = {
    strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, source, version) : getSourceFile.call(host, name, version);
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.readFile = (name) => (name === file ? source : readFile.call(host, name));
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ start, messageText }) =>
    ({ start: start ?? 0, message: ts.flattenDiagnosticMessageText(messageText, ' ') }));
}

/** What is missing, out of range or not of its format. */
export async function problemsOfValues(objects) {
  const problems = [];
  for (const object of objects.filter((it) => isKnown(it) && !OWN[`${it.apiVersion}/${it.kind}`])) {
    const Model = (await import(moduleOf(object)))[object.kind];
    try {
      new Model(object).validate();
    } catch (error) {
      problems.push(`${nameOf(object)}: ${error.message}`);
    }
  }
  return problems;
}
