import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Four kinds of test: the tree's own rules, units, components, and end to end in real browsers. */
export default defineConfig({
  plugins: [preact()],
  define: { __PANEL_ROOT__: JSON.stringify('open') },
  test: {
    projects: [
      { extends: true, test: { name: 'tree', include: ['test/tree/**/*.test.ts'], testTimeout: 60_000 } },
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'component',
          include: ['test/component/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['test/component/patience.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // a busy machine takes longer than the second that is usual
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
