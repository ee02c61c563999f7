package cn.lantai.preservation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a system holds, counted: two systems that hold the same have equal inventories. Written as
 * lines {@code name=value}.
 */
public record Inventory(SortedMap<String, String> values) {

  public Inventory {
    values = new TreeMap<>(values);
  }

  public static Inventory parse(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    text.lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> values.put(parts[0], parts[1]));
    return new Inventory(values);
  }

  @Override
  public SortedMap<String, String> values() {
    return new TreeMap<>(values);
  }

  /** A line for each value that is not the same in both; empty if they are equal. */
  public List<String> differences(Inventory other) {
    TreeSet<String> names = new TreeSet<>(values.keySet());
    names.addAll(other.values.keySet());
    return names.stream()
        .filter(name -> !value(name).equals(other.value(name)))
        .map(name -> name + ": " + value(name) + " ≠ " + other.value(name))
        .toList();
  }

  private String value(String name) {
    return values.getOrDefault(name, "—");
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
