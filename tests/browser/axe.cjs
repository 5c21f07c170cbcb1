// Looks at pages with axe-core, by day and by night; says what it finds and fails where it finds any.
const fs = require("fs");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  let found = 0;
  for (const file of process.argv.slice(2)) {
    const page = await browser.newPage();
    // The checker is a script, and our pages allow none.
    await page.setBypassCSP(true);
    await page.goto("file://" + file);
    await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
    await page.evaluate(axe);
    for (const value of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
      const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
      for (const it of violations) {
        found += 1;
        console.log(file, value, it.id, it.help, it.nodes[0].html);
      }
    }
    await page.close();
  }
  await browser.close();
  process.exitCode = found ? 1 : 0;
})();
