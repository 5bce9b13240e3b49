import { useEffect, useState } from 'preact/hooks';
import { sizeFrom } from '../../../export/size.ts';

/** Which videos this browser can encode. */
export interface Codecs {
  mp4: boolean;
  webm: boolean;
}

async function found(size: string): Promise<Codecs> {
  if (!('VideoEncoder' in window)) return { mp4: false, webm: false };
  const { canEncode } = await import('./video.ts');
  const [mp4, webm] = await Promise.all([canEncode('mp4', sizeFrom(size)), canEncode('webm', sizeFrom(size))]);
  return { mp4, webm };
}

/** The same, of a size; undefined until the browser has answered. */
export function useCodecs(size: string): Codecs | undefined {
  const [codecs, setCodecs] = useState<Codecs>();
  useEffect(() => {
    let isGone = false;
    found(size)
      .catch(() => ({ mp4: false, webm: false }))
      .then((each) => {
        if (!isGone) setCodecs(each);
      });
    return () => {
      isGone = true;
    };
  }, [size]);
  return codecs;
}
