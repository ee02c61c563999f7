package cn.lantai.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** How long something took, each time, in milliseconds. Safe for use by many threads. */
final class Durations {

  private final List<Double> times = Collections.synchronizedList(new ArrayList<>());

  <T> T measure(Supplier<T> work) {
    long begin = System.nanoTime();
    T made = work.get();
    times.add((System.nanoTime() - begin) / 1e6);
    return made;
  }

  /** What this share of them did not exceed. */
  double at(double share) {
    synchronized (times) {
      List<Double> sorted = times.stream().sorted().toList();
      return sorted.isEmpty()
          ? 0
          : sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(share * sorted.size())));
    }
  }

  void print(String name) {
    Print.line("%-34s %8d %8.1f %8.1f %8.1f", name, times.size(), at(0.5), at(0.99), at(1));
  }
}
