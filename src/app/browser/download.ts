/** Downloads `content` as a file named `name`. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // By then the download has begun and has its own reference to the content.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** `title` as a file name that every file system accepts: lower case, ASCII words joined by hyphens, at most 60 characters. */
export function fileStem(title: string, fallback: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
  return plain || fallback;
}
