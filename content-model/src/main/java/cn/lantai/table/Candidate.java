package cn.lantai.table;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An entity that its rows describe, before it is known whether it can be taken in.
 *
 * @param rows the rows that it is made of, its own first
 * @param open whether it may become public
 */
public record Candidate(EntityIri iri, List<Row> rows, Supplier<EntityGraph> graph, boolean open) {

  public Candidate {
    rows = List.copyOf(rows);
  }

  Candidate(
      EntityIri iri,
      Row own,
      Map<String, List<Row>> parts,
      Supplier<EntityGraph> graph,
      boolean open) {
    this(
        iri,
        Stream.concat(Stream.of(own), parts.values().stream().flatMap(List::stream)).toList(),
        graph,
        open);
  }

  public Row row() {
    return rows.get(0);
  }

  public boolean hasErrors() {
    return rows.stream().anyMatch(Row::hasErrors);
  }

  /**
   * The graph; empty if a domain rule refuses what the rows say, which is noted on the first row.
   */
  public Optional<EntityGraph> describe() {
    try {
      return Optional.of(graph.get());
    } catch (IllegalArgumentException refused) {
      row()
          .problem(
              "",
              iri.key(),
              LocalizedText.of("内容相互矛盾：" + refused.getMessage(), refused.getMessage()),
              LocalizedText.of("请对照说明改正本行", "Correct the row by the description of the table"));
      return Optional.empty();
    }
  }
}
