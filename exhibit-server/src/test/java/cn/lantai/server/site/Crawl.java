package cn.lantai.server.site;

import cn.lantai.server.testing.Web;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows the links of pages as a search engine does, and notes what is wrong. */
final class Crawl {

  private static final Pattern STYLE_URL = Pattern.compile("url\\(\\s*['\"]?([^'\")]+)");

  /** Loaded by the browser without the reader's doing. */
  private static final String LOADED =
      "img[src], script[src], link[rel=stylesheet], link[rel=icon], source[src], iframe[src],"
          + " video[src], audio[src], object[data], embed[src]";

  private final Web web;
  private final int limit;
  private final Queue<String> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> files = new HashSet<>();
  private final Map<String, String> failures = new TreeMap<>();
  private int pages;

  /**
   * @param limit how many pages are read at most
   */
  Crawl(Web web, int limit) {
    this.web = web;
    this.limit = limit;
  }

  Crawl from(String address) {
    enqueue(address);
    while (!waiting.isEmpty() && pages < limit) {
      visit(waiting.remove());
    }
    return this;
  }

  int pages() {
    return pages;
  }

  int files() {
    return files.size();
  }

  /** What is wrong, by address. */
  Map<String, String> failures() {
    return failures;
  }

  private void visit(String address) {
    HttpResponse<String> answer = web.page(address);
    int status = answer.statusCode();
    if (status == 303 || status == 302) {
      // A page that is for those who have signed in leads to the form; a thing to its page.
      enqueue(web.target(answer));
    } else if (status >= 400) {
      failures.put(address, "answers " + status);
    } else if (Web.mediaType(answer).equals("text/html")) {
      pages++;
      read(address, Jsoup.parse(answer.body(), web.base() + address));
    }
  }

  private void read(String address, Document page) {
    Element html = page.selectFirst("html");
    if (html.attr("lang").isBlank()) {
      failures.put(address, "has no lang");
    }
    if (page.select("h1").size() != 1) {
      failures.put(address, "has " + page.select("h1").size() + " h1");
    }
    if (!page.select("[style], style, script:not([src])").isEmpty()) {
      failures.put(address, "has inline style or script");
    }
    requireUniqueIds(address, page);
    for (Element image : page.select("img")) {
      if (!image.hasAttr("alt")) {
        failures.put(address, "has an image without alt: " + image);
      }
    }
    for (Element link : page.select("a[href]")) {
      follow(address, page, link.attr("href"));
    }
    for (Element element : page.select(LOADED)) {
      for (String name : List.of("src", "href", "data")) {
        if (element.hasAttr(name)) {
          load(address, element.absUrl(name));
        }
      }
      for (String candidate : element.attr("srcset").split(",\\s+", -1)) {
        if (!candidate.isBlank()) {
          // The smallest and the largest of a set would be enough, but each costs little.
          load(
              address,
              URI.create(address(address)).resolve(candidate.strip().split(" ", 2)[0]).toString());
        }
      }
    }
  }

  private void requireUniqueIds(String address, Document page) {
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) {
      if (!ids.add(element.id())) {
        failures.put(address, "has the id " + element.id() + " twice");
      }
    }
    for (Element link : page.select("a[href^=#]")) {
      String target = link.attr("href").substring(1);
      if (!target.isEmpty() && !ids.contains(target)) {
        failures.put(address, "has a link to nothing: #" + target);
      }
    }
  }

  private void follow(String from, Document page, String href) {
    if (href.startsWith("#")) {
      return;
    }
    String full = URI.create(address(from)).resolve(href).toString();
    if (isOwn(full)) {
      enqueue(full.substring(web.base().length()));
    } else {
      failures.put(from, "links to another host: " + full + " in " + page.title());
    }
  }

  private void enqueue(String address) {
    String page = address.replaceFirst("#.*", "");
    // The same page in another language or look.
    if (!page.matches(".*[?&](lang|theme|scheme)=.*")
        && !page.startsWith("/data/")
        && seen.add(page)) {
      waiting.add(page);
    }
  }

  private void load(String from, String full) {
    if (full.startsWith("data:")) {
      return;
    }
    if (!isOwn(full)) {
      failures.put(from, "loads from another host: " + full);
    } else if (files.add(full)) {
      HttpResponse<byte[]> answer = web.bytes(full);
      if (answer.statusCode() != 200 || answer.body().length == 0) {
        failures.put(from, "loads " + full + ", which answers " + answer.statusCode());
      } else if (Web.mediaType(answer).equals("text/css")) {
        String style = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        styleUrls(style).forEach(url -> load(full, URI.create(full).resolve(url).toString()));
      }
    }
  }

  private static List<String> styleUrls(String style) {
    List<String> urls = new ArrayList<>();
    for (Matcher url = STYLE_URL.matcher(style); url.find(); ) {
      urls.add(url.group(1));
    }
    return urls.stream().filter(url -> !url.startsWith("#")).toList();
  }

  private boolean isOwn(String full) {
    return full.equals(web.base()) || full.startsWith(web.base() + "/");
  }

  private String address(String path) {
    return web.base() + path;
  }

  @Override
  public String toString() {
    return pages + " pages, " + Arrays.toString(waiting.stream().limit(10).toArray());
  }
}
