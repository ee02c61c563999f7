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

  /** Stands before the name of a table, whose rows are counted. */
  static final String TABLE = "table.";

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

  /**
   * A line for each value of a backup that is not the same in what was restored from it; empty if
   * nothing differs. A table that did not exist when the backup was made is not compared.
   */
  public List<String> differences(Inventory restored) {
    TreeSet<String> names = new TreeSet<>(restored.values.keySet());
    names.removeIf(name -> name.startsWith(TABLE) && !values.containsKey(name));
    names.addAll(values.keySet());
    return names.stream()
        .filter(name -> !value(name).equals(restored.value(name)))
        .map(name -> name + ": " + value(name) + " ≠ " + restored.value(name))
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
