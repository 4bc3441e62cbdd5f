/**
 * The purpose of a printed type. `wire`: as sent. `input`: after validation, which has filled in defaults. `form`: an input
 * whose binary parts are files.
 */
export type TypeMode = 'wire' | 'input' | 'form';
