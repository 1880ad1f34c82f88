"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const documents = data.documents, reasons = data.reasons;
  const STEP = 100, NAMES = ["site", "language", "verdict"];
  const list = byId("list"), more = byId("more"), status = byId("status"), search = byId("search");
  let found = documents, shown = 0, timer = 0;

  // Only text ever reaches the page: textContent and attributes that cannot run.
  const make = (tag, name, text) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text !== undefined) node.textContent = text;
    return node;
  };

  const fill = (id, values) => {
    const select = byId(id), counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    for (const value of [...counts.keys()].filter(Boolean).sort()) {
      const option = make("option", "", `${value} (${counts.get(value)})`);
      option.value = value;
      select.append(option);
    }
  };
  for (const name of NAMES) fill(name, documents.map((d) => d[name]));
  fill("rule", documents.flatMap((d) => d.rules));

  const folded = (d) => (d.folded ??= [d.id, d.title, ...d.source.map((s) => s[0])].join("\n").toLowerCase());

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const rule = byId("rule").value;
    found = documents.filter((d) =>
      NAMES.every((name) => !byId(name).value || d[name] === byId(name).value) &&
      (!rule || d.rules.includes(rule)) &&
      words.every((word) => folded(d).includes(word)));
    list.replaceChildren();
    shown = 0;
    show();
    status.textContent = `${found.length.toLocaleString("en")} of ${documents.length.toLocaleString("en")} documents`;
  };

  const show = () => {
    list.append(...found.slice(shown, shown + STEP).map(row));
    shown = Math.min(shown + STEP, found.length);
    more.hidden = shown >= found.length;
  };

  const row = (d) => {
    const item = make("li"), head = make("button", "head"), name = make("bdi", "", d.title || d.id);
    const share = d.size ? `${Math.round((100 * d.removed) / d.size)} % removed` : "empty";
    const about = [d.title ? d.id : "", d.published, d.language, d.kind, d.verdict, share].filter(Boolean);
    head.type = "button";
    head.setAttribute("aria-expanded", "false");
    head.append(name, make("br"), make("span", "dim", about.join(" · ")));
    head.addEventListener("click", () => {
      const open = head.getAttribute("aria-expanded") === "true";
      head.setAttribute("aria-expanded", String(!open));
      if (open) item.lastChild.remove();
      else item.append(body(d));
    });
    item.append(head);
    return item;
  };

  // A link such as #d12 opens the twelfth document of the corpus.
  const follow = () => {
    const wanted = documents.findIndex((d) => `#d${d.number}` === location.hash);
    if (wanted < 0) return;
    for (const field of byId("filters").elements) field.value = "";
    filter();
    while (shown <= wanted) show();
    const head = list.children[wanted].firstChild;
    if (head.getAttribute("aria-expanded") === "false") head.click();
    head.focus();
  };

  const body = (d) => {
    const box = make("div", "body"), source = make("div", "source"), why = make("p", "why");
    why.setAttribute("role", "status");
    why.textContent = "Point at, or tab to, what is struck out: its reason stands here.";
    const link = make("a", "", "link to this document");
    link.href = `#d${d.number}`;
    box.append(link);
    if (d.missing.length) box.append(make("p", "", `Missing: ${d.missing.join("; ")}${d.unsaid ? `; and ${d.unsaid} more` : ""}`));
    source.tabIndex = 0;
    source.setAttribute("role", "region");
    source.setAttribute("aria-label", `Source of ${d.id}`);
    source.dir = "auto";
    if (d.language) source.lang = d.language;
    for (const segment of d.source) source.append(piece(segment, why));
    if (d.cut) source.append(make("p", "dim", `… ${d.cut.toLocaleString("en")} more characters are not in this file.`));
    box.append(why, source);
    return box;
  };

  const piece = ([old, rule, kind, now], why) => {
    if (rule === undefined || kind === "space") return document.createTextNode(old);
    const repaired = kind === "repair";
    const reason = repaired ? `repaired by ${rule}: "${old}" became "${now}"` : `${rule} (${kind}). ${reasons[rule] || ""}`;
    const node = make(repaired ? "ins" : "del");
    node.title = reason;
    node.tabIndex = repaired ? -1 : 0;
    node.append(make("span", "vh", repaired ? "[repaired] " : `[removed, ${rule}] `), document.createTextNode(repaired ? now : old));
    if (!repaired) node.append(make("span", "vh", " [end of removal] "));
    for (const event of ["mouseenter", "focus"]) node.addEventListener(event, () => { why.textContent = reason; });
    return node;
  };

  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", () => setTimeout(filter));
  byId("filters").addEventListener("change", filter);
  search.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(filter, 150); });
  more.addEventListener("click", () => {
    const next = shown;
    show();
    list.children[next]?.firstChild.focus();
  });
  addEventListener("hashchange", follow);
  filter();
  follow();
})();
