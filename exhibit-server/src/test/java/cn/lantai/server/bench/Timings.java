package cn.lantai.server.bench;

import cn.lantai.server.testing.Web;
import java.io.IOException;
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

  /** One connection, used again and again. */
  interface Client extends AutoCloseable {

    /** Takes the whole answer, and gives its status. */
    int get(String address) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** A client for each connection. */
  @FunctionalInterface
  interface Clients {
    Client open() throws IOException;
  }

  /**
   * As a browser asks.
   *
   * @throws IllegalStateException if an address answers anything but 200
   */
  static Timings of(Web web, List<String> addresses, int connections) throws Exception {
    return of(() -> browser(web), addresses, connections);
  }

  /**
   * @throws IllegalStateException if an address answers anything but 200
   */
  static Timings of(Clients opener, List<String> addresses, int connections) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(connections);
    AtomicInteger next = new AtomicInteger();
    try {
      long begin = System.nanoTime();
      List<Future<List<Double>>> results = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        results.add(clients.submit(() -> client(opener, addresses, next)));
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

  private static List<Double> client(Clients opener, List<String> addresses, AtomicInteger next)
      throws IOException {
    List<Double> times = new ArrayList<>();
    try (Client client = opener.open()) {
      for (int i = next.getAndIncrement(); i < addresses.size(); i = next.getAndIncrement()) {
        long start = System.nanoTime();
        int status = client.get(addresses.get(i));
        times.add((System.nanoTime() - start) / 1e6);
        if (status != 200) {
          throw new IllegalStateException(addresses.get(i) + " answers " + status);
        }
      }
    }
    return times;
  }

  private static Client browser(Web web) {
    return new Client() {
      @Override
      public int get(String address) {
        return web.bytes(address, "Accept", Web.BROWSER).statusCode();
      }

      @Override
      public void close() {
        // the connections are the web's
      }
    };
  }
}
