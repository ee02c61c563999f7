package cn.lantai.ingest.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The headings of a table. Of two that are the same, the first counts. */
public final class Header {

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  public Header(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
    }
  }

  public static Header of(String... names) {
    return new Header(List.of(names));
  }

  public List<String> names() {
    return names;
  }

  public int size() {
    return names.size();
  }

  /** Where the heading stands, from 0; -1 if it does not. */
  public int place(String name) {
    return places.getOrDefault(name, -1);
  }
}
