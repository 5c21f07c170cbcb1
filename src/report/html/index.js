(function () {
  "use strict";
  var tools = document.querySelector(".tools");
  var rows = Array.prototype.slice.call(document.querySelectorAll("tbody tr"));
  var count = document.getElementById("count");
  var fields = Array.prototype.slice.call(tools.querySelectorAll("input, select"));
  function fold(text) { return text.normalize("NFKC").toLowerCase(); }
  function wanted(row) {
    return fields.every(function (field) {
      var value = field.value;
      if (!value) { return true; }
      if (field.type === "search") {
        return fold(value).split(/\s+/).every(function (word) {
          return fold(row.textContent).indexOf(word) >= 0;
        });
      }
      return (row.getAttribute("data-" + field.name) || "").split("\n").indexOf(value) >= 0;
    });
  }
  function show() {
    var shown = 0;
    rows.forEach(function (row) {
      row.hidden = !wanted(row);
      if (!row.hidden) { shown += 1; }
    });
    count.textContent = shown + " / " + rows.length;
  }
  tools.hidden = false;
  tools.addEventListener("input", show);
  show();
})();
