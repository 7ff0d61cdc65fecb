/** The texts of a room, for whatever shows one. */
import talkTexts from './talk.ftl?raw';
import { addTexts } from './text.ts';

addTexts(talkTexts);
