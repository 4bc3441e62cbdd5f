import { drawFromSeed } from '#test/support/volume.ts';

drawFromSeed();
