/** What the bookmark runs on somebody's page: opens the capture form with the page's name, address and selection. */
export function bookmarkletOf(origin: string): string {
  const script = `(()=>{const w=String(getSelection()).slice(0,4000);open(${JSON.stringify(`${origin}/capture?`)}+new URLSearchParams({title:document.title.slice(0,300),url:location.href,text:w}),"_blank","width=560,height=680")})()`;
  return `javascript:${encodeURIComponent(script)}`;
}
