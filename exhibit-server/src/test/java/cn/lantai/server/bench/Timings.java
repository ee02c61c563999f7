package cn.lantai.server.bench;

import cn.lantai.server.testing.Web;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a list of addresses took, asked for once each over so many connections.
 *
 * @param sorted milliseconds of each answer, the fastest first
 * @param seconds from the first request to the last answer
 */
record Timings(List<Double> sorted, double seconds) {

  /**
   * @throws IllegalStateException if an address answers anything but 200
   */
  static Timings of(Web web, List<String> addresses, int connections) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(connections);
    AtomicInteger next = new AtomicInteger();
    try {
      long begin = System.nanoTime();
      List<Future<List<Double>>> results = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        results.add(clients.submit(() -> client(web, addresses, next)));
      }
      List<Double> times = new ArrayList<>();
      for (Future<List<Double>> result : results) {
        times.addAll(result.get());
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      Collections.sort(times);
      return new Timings(List.copyOf(times), seconds);
    } finally {
      clients.shutdownNow();
    }
  }

  int count() {
    return sorted.size();
  }

  double perSecond() {
    return count() / seconds;
  }

  /** The time that this share of the answers did not exceed. */
  double at(double share) {
    return sorted.get((int) Math.min(count() - 1.0, Math.floor(share * count())));
  }

  double longest() {
    return sorted.get(count() - 1);
  }

  private static List<Double> client(Web web, List<String> addresses, AtomicInteger next) {
    List<Double> times = new ArrayList<>();
    for (int i = next.getAndIncrement(); i < addresses.size(); i = next.getAndIncrement()) {
      long start = System.nanoTime();
      HttpResponse<byte[]> answer = web.bytes(addresses.get(i), "Accept", Web.BROWSER);
      times.add((System.nanoTime() - start) / 1e6);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(addresses.get(i) + " answers " + answer.statusCode());
      }
    }
    return times;
  }
}
