package cn.lantai.server.bench;

import cn.lantai.server.testing.Web;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long pages of a large archive take. Every address is asked for once, so none comes from the
 * page cache.
 *
 * <p>Arguments: the address of a running server, the {@code records.csv} that it was loaded from,
 * the key of a record set with many children, the key of a person with many records, and search
 * words. The limit is 30 ms at the 99th percentile.
 */
public final class PageBenchmark {

  private static final int REQUESTS = 2_000;
  private static final int WARM_UP = 3_000;
  private static final double LIMIT_MS = 30;
  private static final Pattern PAGES = Pattern.compile("[?&;]page=(\\d+)");

  private final Web web;

  private PageBenchmark(Web web) {
    this.web = web;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 4) {
      throw new IllegalArgumentException("Arguments: BASE RECORDS.CSV SET PERSON [WORD...]");
    }
    PageBenchmark benchmark = new PageBenchmark(new Web(arguments[0].replaceFirst("/$", "")));
    List<String> records =
        sample(Path.of(arguments[1])).stream().map(key -> "/records/" + key).toList();
    say(
        "%-28s %6s %6s %8s %8s %8s %8s",
        "page", "conns", "n", "p50 ms", "p99 ms", "max ms", "x30ms");
    benchmark.measure("record", records);
    benchmark.measure("children of a node", benchmark.pagesOf("/archives/" + arguments[2]));
    benchmark.measure("person with many records", benchmark.pagesOf("/people/" + arguments[3]));
    benchmark.measure(
        "search", benchmark.searches(Arrays.asList(arguments).subList(4, arguments.length)));
  }

  /** Keys of open records from the first column, from the whole length of the file. */
  private static List<String> sample(Path csv) throws IOException {
    List<String> kept = new ArrayList<>();
    Random random = new Random(1);
    try (BufferedReader lines = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
      lines.readLine();
      long seen = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int comma = line.indexOf(',');
        if (comma < 1 || !line.endsWith(",开放")) {
          continue;
        }
        seen++;
        // Reservoir sampling: each row has the same chance without knowing how many there are.
        if (kept.size() < REQUESTS + WARM_UP) {
          kept.add(line.substring(0, comma));
        } else {
          long place = (long) (random.nextDouble() * seen);
          if (place < kept.size()) {
            kept.set((int) place, line.substring(0, comma));
          }
        }
      }
    }
    Collections.shuffle(kept, random);
    return kept;
  }

  /** All pages of a paged list, in both languages, light and dark, in random order. */
  private List<String> pagesOf(String address) {
    Matcher matcher = PAGES.matcher(web.page(address).body());
    int last = 1;
    while (matcher.find()) {
      last = Math.max(last, Integer.parseInt(matcher.group(1)));
    }
    List<String> pages =
        IntStream.rangeClosed(1, last)
            .mapToObj(page -> address + "?page=" + page)
            .flatMap(page -> Stream.of(page + "&lang=zh", page + "&lang=en"))
            .flatMap(page -> Stream.of(page + "&scheme=light", page + "&scheme=dark"))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(pages, new Random(1));
    return pages;
  }

  private List<String> searches(List<String> words) {
    return words.stream()
        .flatMap(word -> Stream.of(word, word + " 1", word + " 年"))
        .map(word -> "/search?q=" + Web.encode(word))
        .toList();
  }

  private void measure(String name, List<String> addresses) throws Exception {
    if (addresses.isEmpty()) {
      return;
    }
    int warm = Math.min(WARM_UP, addresses.size() / 4);
    if (warm > 0) {
      Timings.of(web, addresses.subList(0, warm), 4);
    }
    List<String> rest = addresses.subList(warm, addresses.size());
    int half = (rest.size() + 1) / 2;
    report(name, 1, Timings.of(web, rest.subList(0, half), 1));
    if (half < rest.size()) {
      report(name, 4, Timings.of(web, rest.subList(half, rest.size()), 4));
    }
  }

  private static void report(String name, int connections, Timings times) {
    say(
        "%-28s %6d %6d %8.1f %8.1f %8.1f %8.2f",
        name,
        connections,
        times.count(),
        times.at(0.5),
        times.at(0.99),
        times.longest(),
        times.at(0.99) / LIMIT_MS);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(format, values));
  }
}
