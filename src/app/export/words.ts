/** Every word of the export. */
export const words = {
  lead: 'A file of what is on the stage. It is made here: nothing leaves your machine.',
  nobody: 'Nobody is on the stage yet.',
  format: 'Make',
  formats: {
    mp4: ['MP4', 'video that plays everywhere'],
    webm: ['WebM', 'video, smaller'],
    gif: ['GIF', 'moves in any text'],
    png: ['PNG', 'the picture on the stage now'],
    svg: ['SVG', 'poses over time, as in papers'],
    csv: ['CSV', 'every frame: parts, joints, contacts'],
    json: ['JSON', 'the same, with what the life came to'],
  },
  size: 'Size, pixels',
  sizes: {
    '640x360': '640 × 360',
    '1280x720': '1280 × 720',
    '720x720': '720 × 720, square',
    '1920x1080': '1920 × 1080',
  },
  rate: 'Pictures a second',
  gifRate: 'A GIF shows 50 a second at most, so it gets those.',
  speed: 'Speed',
  captionOn: 'Write on it',
  caption: 'Words on it',
  make: (name: string) => `Make the ${name}`,
  cancel: 'Cancel',
  cancelled: 'Cancelled. No file was made.',
  making: (share: number) => `${Math.floor(100 * share)} %`,
  done: (name: string, size: string) => `${name} is made, ${size}. It is among your downloads.`,
  failed: 'It could not be made:',
  noVideo: 'This browser cannot encode video, so there is no MP4 or WebM here. A GIF can be made.',
  noCodec: (name: string) => `This browser cannot encode ${name} of this size.`,
  length: (frames: number, seconds: number) => `${frames} pictures, ${seconds.toFixed(1)} s`,
  rows: (frames: number) => `${frames} rows`,
  embed: 'Embed',
  embedAbout: 'A player of this life alone, for a page of your own: it is lived and checked again there.',
  embedWait: 'Writing it down…',
  embedLong: 'This brain is too large for a link.',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'Select and copy it from the box.',
  openPlayer: 'Open the player',
} as const;

/** A size of a file as one would say it. */
export const bytes = (count: number): string =>
  count < 1e6 ? `${Math.max(1, Math.round(count / 1e3))} KB` : `${(count / 1e6).toFixed(1)} MB`;
