import { useEffect, useState } from 'preact/hooks';
import { parseSize } from '../../../export/size.ts';

/** The video formats that this browser can encode. */
export interface Codecs {
  mp4: boolean;
  webm: boolean;
}

async function detectCodecs(size: string): Promise<Codecs> {
  if (!('VideoEncoder' in window)) return { mp4: false, webm: false };
  const { canEncode } = await import('./video.ts');
  const [mp4, webm] = await Promise.all([canEncode('mp4', parseSize(size)), canEncode('webm', parseSize(size))]);
  return { mp4, webm };
}

/** The formats that can be encoded at a size; undefined until the browser has answered. */
export function useCodecs(size: string): Codecs | undefined {
  const [codecs, setCodecs] = useState<Codecs>();
  useEffect(() => {
    let isGone = false;
    detectCodecs(size)
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
