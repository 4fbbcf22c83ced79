import { configure } from '@testing-library/preact';

// what is looked for comes at once; a busy machine takes longer than the second that is usual
configure({ asyncUtilTimeout: 10_000 });
