import type { Codecs } from './codecs.ts';
import { FORMATS, type Format } from './order.ts';
import { words } from './words.ts';

/** What is to be made; what this browser cannot make is shown and cannot be picked. */
export function FormatField({
  value,
  codecs,
  set,
}: {
  value: Format;
  codecs: Codecs | undefined;
  set(value: Format): void;
}) {
  return (
    <fieldset class="formats">
      <legend>{words.format}</legend>
      {FORMATS.map((format) => {
        const [name, about] = words.formats[format];
        return (
          <label key={format}>
            <input
              type="radio"
              name="format"
              value={format}
              checked={value === format}
              disabled={(format === 'mp4' || format === 'webm') && codecs?.[format] === false}
              onChange={() => set(format)}
            />
            <b>{name}</b>
            <span>{about}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
