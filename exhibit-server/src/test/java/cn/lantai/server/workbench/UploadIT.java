package cn.lantai.server.workbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Visit;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Large scans over a line that breaks, in a browser. */
@ExtendWith(Chromium.class)
class UploadIT {

  private static final Pattern PIECE = Pattern.compile(".*/api/uploads/[^/]+/files/\\d+");

  @TempDir static Path temporary;

  private static LantaiProcess server;

  private final Browser browser;

  UploadIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table(
                "records.csv",
                SmallHoldings.RECORDS + "letter,X1-0001,f1,一封信,A letter,示例,1937-05,,,开放\n");
    server =
        LantaiProcess.start(
                temporary.resolve("data"),
                Map.of("LANTAI_SAMPLES", holdings.folder().toString()),
                "--demo")
            .awaitGreeting();
    Staff.of(server).with("CURATOR", "curator");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void largeScansComeInPiecesOverALineThatBreaksAndFindTheirRecord() throws Exception {
    FilePayload[] scans = {scan("X1-0001-001.png", 1), scan("X1-0001-002.png", 2)};
    int pieces = 0;
    for (FilePayload scan : scans) {
      assertTrue(scan.buffer.length > 4 << 20, "one piece is not enough for it");
      pieces += (scan.buffer.length - 1) / (4 << 20) + 1;
    }
    try (Visit visit = signedIn()) {
      Page page = visit.open("/workbench/imports");
      page.locator("#file").setInputFiles(scans);
      assertThat(page.locator("#chosen")).containsText("2");

      AtomicInteger sent = new AtomicInteger();
      page.route(
          PIECE,
          route -> {
            if (sent.incrementAndGet() > 2) {
              route.abort();
            } else {
              route.resume();
            }
          });
      page.locator("[name=dry-run][value=false]").press("Enter");
      assertThat(page.locator("#up [role=status]")).containsText("连接断了");
      page.locator("#up button").press("Enter");
      assertThat(page.locator("#up-old")).isVisible();
      assertThat(page.locator("#up-old")).containsText("X1-0001-001.png");

      page.unroute(PIECE);
      List<String> offsets = new CopyOnWriteArrayList<>();
      page.onRequest(
          request -> {
            if (PIECE.matcher(request.url()).matches()) {
              offsets.add(request.headerValue("upload-offset"));
            }
          });
      page = visit.open("/workbench/imports");
      assertThat(page.locator("#up-old")).isVisible();
      page.locator("#file").setInputFiles(scans);
      page.locator("[name=dry-run][value=false]").press("Enter");
      page.waitForURL(Pattern.compile(".*/imports/\\d+"));
      assertThat(page.locator(".job-done")).isVisible();
      assertThat(page.locator(".im-counts dd").nth(1)).hasText("2");
      assertEquals(pieces - 2, offsets.size(), "what was there is not sent again: " + offsets);
      page = visit.open("/workbench/entries/record/letter");
      assertThat(page.locator(".leaf-strip a")).hasCount(2);
    }
  }

  private Visit signedIn() {
    Visit visit = Visit.atDesk(browser, server.baseUrl());
    Staff.signIn(visit, "curator");
    return visit;
  }

  /** Noise, which no format makes smaller. */
  private static FilePayload scan(String name, long seed) throws Exception {
    BufferedImage image = new BufferedImage(1500, 1500, BufferedImage.TYPE_3BYTE_BGR);
    int[] noise = new Random(seed).ints(1500 * 1500).toArray();
    image.setRGB(0, 0, 1500, 1500, noise, 0, 1500);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return new FilePayload(name, "image/png", png.toByteArray());
  }
}
