/* A value is compared with its limits when its field is left, and the progress is counted along.
   This is only a hint on the phone: the verdict of the server counts. */
(function () {
  "use strict";
  var form = document.getElementById("sheet");
  if (!form) { return; }
  var words = JSON.parse(form.dataset.words), bar = document.querySelector(".ck-progress progress");

  // In millionths, so that 0.1 + 0.2 is 0.3.
  function scaled(text) { return text === undefined || text === "" || isNaN(text) ? null : Math.round(Number(text) * 1e6); }
  function plain(text) {
    return text.replace(/[０-９．－＋]/g, function (sign) { return String.fromCharCode(sign.charCodeAt(0) - 65248); }).replace("−", "-").trim();
  }
  function excess(value, low, high) {
    if (high !== null && value > high) { return value - high; }
    return low !== null && value < low ? low - value : 0;
  }
  function moved(limit, design) { return limit === null ? null : limit + design; }

  function verdict(value, limits, design) {
    var low = moved(scaled(limits.low), design), high = moved(scaled(limits.high), design), near = scaled(limits.near);
    if (excess(value, scaled(limits.plow), scaled(limits.phigh))) { return ["doubt", words.doubt]; }
    if (excess(value, low, high)) { return ["out", words.over + " " + excess(value, low, high) / 1e6 + " " + limits.unit]; }
    // An item judged by statistics has no limit for the single value.
    if (low === null && high === null) { return ["", limits.unit]; }
    var close = near !== null && ((high !== null && high - value <= near) || (low !== null && value - low <= near));
    return close ? ["near", words.near] : ["pass", words.pass];
  }
  function judge(field) {
    var limits = field.closest(".ck-v").dataset, output = field.parentNode.querySelector("output");
    if (!output) { return; }
    output.dataset.limits = output.dataset.limits || output.textContent;
    var value = scaled(plain(field.value)), design = limits.design ? scaled(plain(form.elements.namedItem(limits.design).value)) : 0;
    var said = value === null || design === null ? ["", output.dataset.limits] : verdict(value, limits, design);
    output.className = field.className = said[0];
    output.textContent = said[1];
    output.title = said[0] ? words.trial : "";
  }
  function judged(scope) { scope.querySelectorAll(".ck-v input[inputmode]").forEach(judge); }

  function isFilled(item) {
    return Array.prototype.some.call(item.querySelectorAll("[inputmode], input:checked"), function (field) { return field.value; });
  }
  function count() {
    var items = form.querySelectorAll("fieldset.ck"), done = Array.prototype.filter.call(items, isFilled).length;
    bar.value = done;
    document.getElementById("filled").textContent = words.filled.replace("{done}", done).replace("{total}", items.length);
    document.getElementById("left").textContent = done < items.length ? words.left.replace("{count}", items.length - done) : "";
  }

  form.addEventListener("change", function (event) {
    var field = event.target;
    if (field.closest(".ck-v") && field.hasAttribute("inputmode")) { judge(field); }
    if (/\.design$/.test(field.name)) { judged(field.closest(".ck")); }
    count();
  });
  // Of the whole sheet only the one item goes along, with the mark that the form is ours.
  form.addEventListener("htmx:configRequest", function (event) {
    var sent = event.detail.formData, code = event.detail.path.split("/").pop();
    Array.from(sent.keys()).forEach(function (name) {
      if (name !== "csrf_token" && name.split(".")[0] !== code) { sent.delete(name); }
    });
  });
  form.addEventListener("rows", function () { judged(form); });
  judged(form);
})();
