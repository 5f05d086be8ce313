/* Draws the trends with ECharts in place of the server's drawings. Those stay for readers without
   sight, and stay visible wherever this script, the library or one of the charts fails. */
(function () {
  "use strict";
  var library = window.echarts;
  if (!library) { return; }
  var style = getComputedStyle(document.documentElement), drawn = [];

  function colour(name) { return style.getPropertyValue("--ax-" + name).trim(); }
  // Cut to one decimal and never rounded up, as everywhere else.
  function share(point) { return point.decided ? Math.floor(point.passed * 1000 / point.decided) / 10 : null; }
  // Near the axis the figure stands above its dot, so that it does not lie on the names below.
  function dot(point, low) {
    var missed = point.met === false, value = share(point);
    return {
      value: value, label: { position: value - low < 15 ? "top" : "bottom" },
      symbol: missed ? "rect" : "circle",
      itemStyle: missed ? { color: "#fff", borderColor: colour("fail"), borderWidth: 2 } : { color: colour("accent") }
    };
  }
  function option(course) {
    var points = course.points, text = { color: colour("ink"), fontSize: 12 };
    var series = [{
      type: "line", data: points.map(function (point) { return dot(point, course.low); }), symbolSize: 9, lineStyle: { color: colour("accent"), width: 2 },
      label: { show: points.length <= 6, position: "bottom", color: text.color, formatter: function (at) { return typeof at.value === "number" ? at.value.toFixed(1) + " %" : ""; } }
    }];
    if (course.goal !== null) {
      series.push({
        type: "line", data: points.map(function () { return Number(course.goal); }), symbol: "none", silent: true,
        lineStyle: { color: colour("ink"), width: 1.5, type: "dashed" }
      });
    }
    return {
      animation: false,
      grid: { left: 36, right: 12, top: 12, bottom: 44 },
      xAxis: {
        type: "category", axisLabel: Object.assign({ interval: points.length > 6 ? "auto" : 0, lineHeight: 16 }, text),
        data: points.map(function (point) { return point.name + "\n" + (point.decided ? point.passed + "/" + point.decided : "—"); })
      },
      yAxis: { type: "value", min: course.low, max: 100, splitNumber: 2, axisLabel: text, splitLine: { lineStyle: { color: colour("line") } } },
      series: series
    };
  }
  function draw(figure) {
    var box = document.createElement("div"), plain = figure.querySelector("svg");
    box.className = "ax-course";
    box.setAttribute("aria-hidden", "true");
    figure.insertBefore(box, plain);
    try {
      var chart = library.init(box);
      chart.setOption(option(JSON.parse(figure.dataset.course)));
      plain.classList.add("visually-hidden");
      drawn.push(chart);
    } catch (error) {
      box.remove();
      plain.classList.remove("visually-hidden");
    }
  }
  document.querySelectorAll(".ax-chart[data-course]").forEach(draw);
  window.addEventListener("resize", function () { drawn.forEach(function (chart) { chart.resize(); }); });
}());
