package cn.lantai.server.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {
  private static final Pattern URL = Pattern.compile("url\\(\"?([^)\"]+)\"?\\)");

  private final Themes themes = Themes.builtIn();
  private final Assets assets = new Assets(themes);

  @Test
  void anAddressLeadsToItsFile() {
    Asset css = at(assets, assets.url(Themes.DEFAULT, "site.css"));
    assertEquals("text/css; charset=UTF-8", css.mediaType());
    assertTrue(css.bytes().length > 10_000);
  }

  @Test
  void theCompressedFormIsTheSameFile() throws IOException {
    Asset css = at(assets, assets.url(Themes.DEFAULT, "site.css"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(css.gzip().get()))) {
      assertEquals(text(css.bytes()), text(in.readAllBytes()));
    }
  }

  @Test
  void fontsNamedInTheStyleSheetAreThere() {
    String css = text(at(assets, assets.url(Themes.DEFAULT, "fonts.css")).bytes());
    Matcher url = URL.matcher(css);
    int found = 0;
    while (url.find()) {
      String font = assets.url(Themes.DEFAULT, url.group(1).replaceFirst("^\\./", ""));
      assertEquals("font/woff2", at(assets, font).mediaType());
      found++;
    }
    assertTrue(found > 200, "subsets of three weights");
  }

  @Test
  void aThemeTakesFromTheDefaultThemeWhatItLacks() {
    assertTrue(assets.url("danxin", "theme.css").contains("/danxin/"));
    assertTrue(assets.url("danxin", "site.css").contains("/songyan/"));
    assertTrue(assets.find(assets.hash(), "danxin/site.css").isPresent());
  }

  @Test
  void nothingElseIsServed() {
    assertFalse(assets.find("0000000000000000", "songyan/site.css").isPresent(), "old hash");
    assertFalse(assets.find(assets.hash(), "songyan/../theme.properties").isPresent());
    assertFalse(assets.find(assets.hash(), "../songyan/site.css").isPresent());
    assertFalse(assets.find(assets.hash(), "songyan/nothing.css").isPresent());
    assertFalse(assets.find(assets.hash(), "songyan/site.css.gz").isPresent());
    assertFalse(assets.find(assets.hash(), "unknown/site.css").isPresent());
  }

  @Test
  void aFolderAddsAThemeAndChangesTheHash(@TempDir Path folder) throws IOException {
    Path theme = folder.resolve("bamboo");
    Files.createDirectories(theme.resolve("static"));
    Files.createDirectories(theme.resolve("templates"));
    Files.writeString(theme.resolve("theme.properties"), "name.zh=竹\nname.en=Bamboo\n");
    Files.writeString(theme.resolve("static/theme.css"), "[data-theme=bamboo] { color: green }");
    Files.writeString(theme.resolve("messages_en.properties"), "site.name=Bamboo House\n");
    Files.writeString(
        theme.resolve("templates/signin.ftlh"), "<h1>${msg(\"site.name\")} <${theme.nameZh}></h1>");
    Themes more = Themes.with(folder);
    Assets moreAssets = new Assets(more);

    assertNotEquals(assets.hash(), moreAssets.hash());
    assertTrue(moreAssets.url("bamboo", "theme.css").endsWith("/bamboo/theme.css"));
    assertEquals("竹", more.get("bamboo").label(Language.ZH));
    PageContext context =
        new PageContext(
            Language.EN,
            "bamboo",
            Scheme.LIGHT,
            "/signin",
            "http://127.0.0.1",
            java.util.Optional.empty(),
            java.util.Set.of(),
            "",
            0);
    String page =
        text(
            new Renderer(more, moreAssets)
                .render(new Fixtures(Language.EN).pages().get("/signin"), context));
    assertEquals("<h1>Bamboo House <竹></h1>", page);
  }

  private static Asset at(Assets assets, String address) {
    String[] steps = address.split("/", 4);
    return assets.find(steps[2], steps[3]).orElseThrow(() -> new AssertionError(address));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
