// What a run is at now: its large copies, how busy it is by its keys, and its window. Keys become text of a node or of an attribute, never markup.
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

  // --- heat by key range ---

  const WARM = 0.01;
  const HOT = 0.1;

  // how much of what was asked for was refused
  function share(range) {
    const asked = Math.max(range.requests, range.throttles);
    return asked > 0 ? range.throttles / asked : 0;
  }

  function warmth(range) {
    if (range.throttles > 0) {
      return share(range) >= HOT ? "hot" : share(range) >= WARM ? "warm" : "calm";
    }
    return range.copies > 0 || range.keysPerSecond > 0 ? "calm" : "idle";
  }

  function heatRow() {
    const row = node("tr");
    const range = node("th", "key");
    range.scope = "row";
    row.append(range, node("td"));
    row.lastElementChild.append(node("span", "warmth"));
    for (let i = 0; i < 4; i++) {
      row.append(node("td", "num"));
    }
    return row;
  }

  const name = range => (range.after === null ? (range.upTo === null ? "all keys" : "up to " + range.upTo)
    : range.upTo === null ? "after " + range.after : range.after + " … " + range.upTo);

  function showHeat(now) {
    const ranges = now ? now.ranges : [];
    byId("heat").hidden = ranges.length === 0;
    fill(byId("heat-strip"), ranges.length, () => node("span")).forEach((cell, i) => {
      cell.dataset.warmth = warmth(ranges[i]);
    });
    const hottest = [...ranges].sort((one, other) => share(other) - share(one));
    fill(byId("heat-rows"), ranges.length, heatRow).forEach((row, i) => {
      const range = hottest[i];
      const [key, state, refused, rate, requests, took] = row.children;
      row.dataset.warmth = warmth(range);
      write(key, name(range));
      write(state.firstElementChild, warmth(range));
      write(rate, format.rate(range.keysPerSecond));
      write(requests, format.number(range.requests));
      write(refused, format.number(range.throttles));
      write(took, range.copies > 0 ? format.duration(range.meanMillis) : "–");
    });
    const hot = ranges.filter(range => warmth(range) === "hot").length;
    write(byId("heat-sum"), ranges.length === 0 ? "" : (hot > 0 ? `${hot} of ${ranges.length} hot, ` : "none is hot, ")
      + "last " + format.duration(Math.round(now.seconds) * 1000));
  }

  // --- the window, as long as the page looks at it ---

  const SECONDS = 300;
  const points = [];

  function showWindow(run, window) {
    byId("window").hidden = !window;
    if (!window) {
      return;
    }
    const now = Date.now();
    if (points.length && points[0].run !== run) {
      points.length = 0;
    }
    points.push({ run, at: now, size: window.size, cuts: window.cuts });
    while (now - points[0].at > SECONDS * 1000) {
      points.shift();
    }
    const top = Math.max(4, ...points.map(point => point.size)) * 1.15;
    const x = point => (600 - (now - point.at) / 1000 * (600 / SECONDS)).toFixed(1);
    const y = point => (140 - point.size / top * 140).toFixed(1);
    // a step, not a slope: a cut takes no time
    const line = points.map((point, i) => (i === 0 ? `M${x(point)},${y(point)}` : `H${x(point)}V${y(point)}`)).join("");
    const last = points[points.length - 1];
    const chart = byId("window-chart");
    chart.querySelector(".curve").setAttribute("d", points.length > 1 ? line : "");
    chart.querySelector(".area").setAttribute("d", points.length > 1 ? `${line}V140H${x(points[0])}Z` : "");
    chart.querySelector(".marks").setAttribute("d", points.slice(1)
      .filter((point, i) => point.cuts > points[i].cuts).map(point => `M${x(point)},0V140`).join(""));
    write(byId("window-size"), format.number(last.size));
    write(byId("window-flight"), format.number(window.inFlight));
    const since = window.secondsSinceCut;
    write(byId("window-cuts"), window.cuts === 0 ? "never" : format.number(window.cuts) + (window.cuts === 1 ? " time" : " times")
      + (since === 0 ? ", just now" : ", " + format.duration(since * 1000) + " ago"));
  }

  return {
    show(run) {
      const now = run.load;
      byId("heat-pair").hidden = !now || (now.ranges.length === 0 && !now.window);
      showParts(now);
      showHeat(now);
      showWindow(run.id, now ? now.window : null);
    }
  };
})();
