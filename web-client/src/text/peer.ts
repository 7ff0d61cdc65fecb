/** What is said where a person plays the customer, settles in, stops or reports: for whoever shows it. */
import texts from './peer.ftl?raw';
import { addTexts } from './text.ts';

addTexts(texts);
