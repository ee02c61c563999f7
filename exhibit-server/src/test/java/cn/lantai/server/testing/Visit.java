package cn.lantai.server.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/** A reader's visit in a browser of its own, and everything that went wrong during it. */
public final class Visit implements AutoCloseable {

  /** In milliseconds. Generous, for other tests run at the same time. */
  static final double PATIENCE = 30_000;

  private final BrowserContext context;
  private final Page page;
  private final String base;
  private final List<String> troubles = new ArrayList<>();

  public Visit(Browser browser, String base, Browser.NewContextOptions options) {
    this.base = base;
    context = browser.newContext(options.setBaseURL(base + "/"));
    context.setDefaultTimeout(PATIENCE);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // Violations of the content security policy come as errors, too.
          if (message.type().equals("error") || message.type().equals("warning")) {
            troubles.add("console: " + message.text());
          }
        });
    page.onPageError(error -> troubles.add("script: " + error));
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            troubles.add(response.status() + " " + response.url());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(base + "/") && !request.url().matches("(data|blob):.*")) {
            troubles.add("another host: " + request.url());
          }
        });
  }

  /** A reader of Chinese at a desk. */
  public static Visit atDesk(Browser browser, String base) {
    return new Visit(
        browser,
        base,
        new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("zh-CN"));
  }

  /** A reader of Chinese with a phone. */
  public static Visit byPhone(Browser browser, String base) {
    return new Visit(
        browser,
        base,
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setIsMobile(true)
            .setHasTouch(true)
            .setLocale("zh-CN"));
  }

  /** A reader of Chinese with a tablet that lies on its side. */
  public static Visit byTablet(Browser browser, String base) {
    return new Visit(
        browser,
        base,
        new Browser.NewContextOptions()
            .setViewportSize(1180, 820)
            .setIsMobile(true)
            .setHasTouch(true)
            .setLocale("zh-CN"));
  }

  public Page page() {
    return page;
  }

  public BrowserContext context() {
    return context;
  }

  public Page open(String path) {
    Response response = page.navigate(base + path);
    assertEquals(200, response.status(), path);
    return page;
  }

  /** The path of the page that is open, with its query. */
  public String path() {
    return page.url().substring(base.length());
  }

  public void assertNoTrouble() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertEquals(List.of(), troubles);
  }

  @Override
  public void close() {
    context.close();
  }
}
