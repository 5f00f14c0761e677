// What a run is at now: its large copies. Keys become text of a node or of an attribute, never markup.
"use strict";

const load = (() => {
  const byId = id => document.getElementById(id);

  function write(node, text) {
    if (node.textContent !== text) {
      node.textContent = text;
    }
  }

  function node(tag, className) {
    const made = document.createElement(tag);
    if (className) {
      made.className = className;
    }
    return made;
  }

  // rows are filled again and not made again: a bar moves on instead of beginning anew
  function fill(list, count, make) {
    while (list.children.length > count) {
      list.lastElementChild.remove();
    }
    while (list.children.length < count) {
      list.append(make());
    }
    return [...list.children];
  }

  function partsRow() {
    const row = node("li");
    const bar = node("div", "bar");
    bar.setAttribute("role", "progressbar");
    bar.setAttribute("aria-valuemin", "0");
    bar.setAttribute("aria-valuemax", "100");
    bar.append(node("span"));
    row.append(node("span", "key"), node("span", "much"), bar);
    return row;
  }

  function showParts(now) {
    const copies = now ? now.largest : [];
    byId("parts").hidden = copies.length === 0;
    fill(byId("parts-list"), copies.length, partsRow).forEach((row, i) => {
      const copy = copies[i];
      const [key, much, bar] = row.children;
      const another = key.textContent !== copy.key;
      write(key, copy.key);
      write(much, `${format.number(copy.partsDone)} of ${format.number(copy.parts)} parts · `
        + `${format.bytes(copy.bytesDone)} of ${format.bytes(copy.bytes)}`);
      const percent = copy.bytes > 0 ? Math.floor(100 * copy.bytesDone / copy.bytes) : 0;
      bar.classList.toggle("moving", !another);
      bar.setAttribute("aria-label", "Parts of " + copy.key);
      bar.setAttribute("aria-valuenow", percent);
      bar.firstElementChild.style.width = percent + "%";
    });
    write(byId("parts-more"), !now || now.copiesInParts <= copies.length ? ""
      : `the ${format.number(copies.length)} largest of ${format.number(now.copiesInParts)}`);
  }

  return {
    show(now) {
      showParts(now);
    }
  };
})();
