import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readPage } from "./read-page.ts";

const html = { type: "text/html", charset: null };
const paper = { type: "application/pdf", charset: null };
const bytes = (text: string) => new TextEncoder().encode(text);
const prose = "Work in progress is what makes work late, and limits are what makes it flow. ".repeat(40);

const article = `<!doctype html><html><head><title>Flow | Site</title>
  <meta property="og:title" content="All about flow"><meta property="og:site_name" content="The Site">
  <meta name="description" content="Why limits help."></head>
  <body><nav>Home About</nav><article><h1>All about flow</h1><p>${prose}</p><p>${prose}</p></article>
  <script>document.title = "hacked"</script></body></html>`;

describe("a page", () => {
  test("is called what it calls itself, and its article is counted", async () => {
    const facts = await readPage(bytes(article), html);
    expect(facts).toMatchObject({ title: "All about flow", site: "The Site", extract: "Why limits help." });
    expect(facts?.words).toBeGreaterThan(1_000);
    expect(facts?.words).toBeLessThan(1_400);
  });

  test("without words about itself is known by its title and first words", async () => {
    const plain = `<title>Only &amp; title</title><body><p>${prose}</p></body>`;
    const facts = await readPage(bytes(plain), html);
    expect(facts?.title).toBe("Only & title");
    expect(facts?.extract).toMatch(/^Work in progress is what .*…$/u);
    expect(facts?.extract.length).toBeLessThanOrEqual(400);
    const bodiless = await readPage(bytes(`<title>Bare</title><article><p>${prose}</p></article>`), html);
    expect(bodiless).toMatchObject({ title: "Bare", extract: facts?.extract });
  });

  test("in another encoding is read by what it says of itself", async () => {
    const latin = Buffer.from('<meta charset="iso-8859-1"><title>Käse für alle</title>', "latin1");
    expect((await readPage(latin, html))?.title).toBe("Käse für alle");
    const japanese = new Uint8Array([0x3c, 0x74, 0x69, 0x74, 0x6c, 0x65, 0x3e, 0x93, 0xfa, 0x96, 0x7b]);
    expect((await readPage(japanese, { ...html, charset: "shift_jis" }))?.title).toBe("日本");
    expect((await readPage(bytes("<title>Odd</title>"), { ...html, charset: "klingon" }))?.title).toBe("Odd");
  });

  test("with nothing to say, or that is no page at all, is nothing", async () => {
    expect(await readPage(bytes("<body><p>No title</p></body>"), html)).toBeNull();
    expect(await readPage(bytes(""), html)).toBeNull();
    expect(await readPage(bytes("not a paper"), { type: "application/pdf", charset: null })).toBeNull();
  });

  test("of half a megabyte and more is read, deep and endless ones included", async () => {
    const large = article.replace("</article>", `${`<p>${prose}</p>`.repeat(200)}</article>`);
    expect((await readPage(bytes(large), html))?.title).toBe("All about flow");
    const deep = `<title>Deep</title>${"<div>".repeat(120_000)}`;
    const facts = await readPage(bytes(deep), html);
    expect(facts === null || facts.title === "Deep").toBe(true);
  }, 30_000);
});

test("plain text is called by its first line", async () => {
  const facts = await readPage(bytes("\n# Notes on flow\n\nFirst point."), { type: "text/markdown", charset: "utf-8" });
  expect(facts).toMatchObject({ title: "Notes on flow", words: 5 });
});

/** Parts of PDFs. */
const sheet =
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>";
const textOf = (shown: string) => `BT /F1 24 Tf 72 700 Td ${shown} ET`;

/** A PDF whose pages all show the same stream. */
function pdf({ pages, stream }: { pages: string[]; stream: string }) {
  const packed = deflateSync(stream).toString("latin1");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${6 + index} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Title (A paper on flow) >>",
    ...pages,
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  file += `trailer << /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(file, "latin1");
}

describe("a PDF", () => {
  const stream = textOf("(Limits make work flow) Tj");
  const facts = { title: "A paper on flow", site: "", extract: "Limits make work flow", words: 4 };

  test("is called what it names itself", async () => {
    expect(await readPage(pdf({ pages: [sheet], stream }), paper)).toEqual(facts);
  });

  test("is read up to its thirtieth page, whatever comes after", async () => {
    const sheets = Array.from({ length: 30 }, () => sheet);
    const read = await readPage(pdf({ pages: [...sheets, "(no page)", ...sheets], stream }), paper);
    expect(read).toMatchObject({ title: "A paper on flow", words: 4 * 30 });
  });
});

test.each([
  {
    name: "of paragraphs in paragraphs",
    type: html,
    page: () => bytes(`<title>Deep</title>${"<div><p>".repeat(19_000)}`),
  },
  {
    name: "that is a PDF of the same long page again and again",
    type: paper,
    page: () => pdf({ pages: Array.from({ length: 30 }, () => sheet), stream: textOf("(flow) Tj ".repeat(200_000)) }),
  },
])(
  "a small page $name is given up while the process goes on, and the next one is read",
  async ({ type, page }) => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 1);
    const hostile = readPage(page(), type);
    const next = readPage(bytes(article), html);
    const facts = await hostile;
    clearInterval(timer);
    expect({ facts, goesOn: ticks > 0 }).toEqual({ facts: null, goesOn: true });
    expect(await next).toMatchObject({ title: "All about flow" });
  },
  60_000,
);
