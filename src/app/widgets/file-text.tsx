import { visibleText } from '../../format/visible-text.ts';

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = String.raw`[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]`;
/** From the first such letter to the last before the next Latin one. */
const RUN = new RegExp(`(${RIGHT_TO_LEFT}(?:\\P{Script=Latin}*${RIGHT_TO_LEFT})?)`, 'u');

/** A name from a file, a link or a field, isolated so that its writing direction does not affect the text beside it. */
export function FileText({ text }: { text: string }) {
  return <bdi>{visibleText(text)}</bdi>;
}

/** An English sentence that contains such names. */
export function SentenceText({ text }: { text: string }) {
  return (
    <>
      {visibleText(text)
        .split(RUN)
        .map((piece, i) => (i % 2 === 1 ? <bdi key={piece}>{piece}</bdi> : piece))}
    </>
  );
}
