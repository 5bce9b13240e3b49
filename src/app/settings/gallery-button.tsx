import { useId } from 'preact/hooks';
import { FileText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';

export interface GalleryButtonProps {
  label: string;
  /** Title of the present choice. */
  title: string;
  /** One line about it. */
  about: string | undefined;
  open(): void;
}

/** The present choice; a click opens the gallery, where another is chosen by its picture. */
export function GalleryButton({ label, title, about, open }: GalleryButtonProps) {
  const id = useId();
  return (
    <div class="field">
      <span class="label" id={id}>
        {label}
      </span>
      <button
        type="button"
        class="chooses"
        aria-haspopup="dialog"
        aria-labelledby={`${id} ${id}-now`}
        aria-describedby={`${id}-about`}
        onClick={open}
      >
        <span id={`${id}-now`}>
          <FileText text={title} />
        </span>
        <Icon name="open" />
      </button>
      <p id={`${id}-about`}>{about}</p>
    </div>
  );
}
