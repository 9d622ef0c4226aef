import { defineConfig } from '@hey-api/openapi-ts';

/** Makes src/api/generated from the API's own document; `npm run generated` refuses it when it is out of date. */
export default defineConfig({
  input: '../docs/api/openapi.json',
  // scripts/generated.ts has it written elsewhere, to compare.
  output: { path: process.env.GENERATED_FOLDER ?? 'src/api/generated', importFileExtension: '.ts' },
  plugins: [
    { name: '@hey-api/client-fetch', runtimeConfigPath: './src/api/runtime.ts' },
    { name: '@hey-api/typescript', enums: false },
    { name: '@hey-api/sdk', operations: { strategy: 'flat' } },
    { name: '@tanstack/react-query', queryOptions: true, mutationOptions: false, infiniteQueryOptions: false },
  ],
});
