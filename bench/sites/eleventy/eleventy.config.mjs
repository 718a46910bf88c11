const FOLDERS = {
  categories: "chuyen-muc",
  groups: "to",
  authors: "tac-gia",
  months: "thang",
  years: "nam-hoc",
};

export default function (config) {
  const slugify = config.getFilter("slugify");
  const urls = new Map();
  const termUrl = (name, key) => {
    const place = `${key} ${name}`;
    if (!urls.has(place)) urls.set(place, `/${FOLDERS[key]}/${slugify(name)}/`);
    return urls.get(place);
  };
  const grouped = (items, key) => {
    const found = new Map();
    for (const item of items)
      for (const name of item.data[key]) {
        if (!found.has(name)) found.set(name, { name, url: termUrl(name, key), items: [] });
        found.get(name).items.push(item);
      }
    return [...found.values()];
  };

  config.addFilter("termUrl", termUrl);
  config.addFilter("iso", (date) => date.toISOString().slice(0, 10));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10).split("-").reverse().join("/"));
  config.addFilter("byMonth", (items) => grouped(items, "months"));

  const newestFirst = (api) => api.getFilteredByTag("tin").toReversed();
  config.addCollection("neighbours", (api) => {
    const items = api.getFilteredByTag("tin");
    items.forEach((item, n) => Object.assign(item.data, { older: items[n - 1], newer: items[n + 1] }));
    return items;
  });
  config.addCollection("latest", (api) => newestFirst(api).slice(0, 30));
  for (const key of Object.keys(FOLDERS)) {
    config.addCollection(`by_${key}`, (api) => grouped(newestFirst(api), key));
  }
  config.addPassthroughCopy({ static: "theme" });
  return {
    dir: { input: "content", output: "output", includes: "../layouts" },
    markdownTemplateEngine: false,
  };
}
