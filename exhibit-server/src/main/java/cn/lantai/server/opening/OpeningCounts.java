package cn.lantai.server.opening;

import cn.lantai.opening.OpeningCount;
import cn.lantai.opening.Openings;
import cn.lantai.opening.Outcome;
import cn.lantai.search.DueList;
import cn.lantai.search.Summary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many opening reviews there were and are to be, within the reach of who asks. */
@RequestScoped
public class OpeningCounts {

  @Inject OpeningDesk desk;
  @Inject Openings openings;

  /**
   * What came due in a year.
   *
   * @param year 0 if nobody knows when they were made
   * @param waiting how many wait for a decision, and {@code reviewed} have one
   */
  record Counts(int year, long waiting, long reviewed, long proposedOpen, long decidedOpen) {

    private static Counts none(int year) {
      return new Counts(year, 0, 0, 0, 0);
    }

    private static Counts waiting(int year, long count) {
      return new Counts(year, count, 0, 0, 0);
    }

    private static Counts of(OpeningCount count) {
      return new Counts(
          count.due(),
          0,
          count.count(),
          count.proposed() == Outcome.OPEN ? count.count() : 0,
          count.decided() == Outcome.OPEN ? count.count() : 0);
    }

    private Counts plus(Counts other) {
      return new Counts(
          year,
          waiting + other.waiting,
          reviewed + other.reviewed,
          proposedOpen + other.proposedOpen,
          decidedOpen + other.decidedOpen);
    }

    /** How many came due. */
    long due() {
      return waiting + reviewed;
    }

    /** Of those decided, how many were opened, in whole percent; empty if none was. */
    OptionalLong share() {
      return reviewed == 0
          ? OptionalLong.empty()
          : OptionalLong.of(Math.round(100.0 * decidedOpen / reviewed));
    }
  }

  /** What came due in a year of one fonds. */
  record Line(Summary fonds, Counts counts) {}

  /** By the codes of the fonds and by year. */
  List<Line> lines() {
    List<Summary> fonds = desk.fonds();
    Set<String> within = fonds.stream().map(each -> each.iri().key()).collect(Collectors.toSet());
    Map<String, Map<Integer, Counts>> all = new TreeMap<>();
    DueList due = desk.due(OpeningDesk.Show.DUE, Optional.empty(), OptionalInt.empty(), 0, 0);
    due.due()
        .forEach(
            (set, years) ->
                years.forEach((year, count) -> add(all, set.key(), Counts.waiting(year, count))));
    due.undated().forEach((set, count) -> add(all, set.key(), Counts.waiting(0, count)));
    openings.counts().stream()
        .filter(count -> within.contains(count.fonds()))
        .forEach(count -> add(all, count.fonds(), Counts.of(count)));
    List<Line> lines = new ArrayList<>();
    for (Summary each : fonds) {
      all.getOrDefault(each.iri().key(), Map.of())
          .values()
          .forEach(counts -> lines.add(new Line(each, counts)));
    }
    return lines;
  }

  static Counts total(List<Line> lines) {
    return lines.stream().map(Line::counts).reduce(Counts.none(0), Counts::plus);
  }

  private static void add(Map<String, Map<Integer, Counts>> all, String fonds, Counts counts) {
    all.computeIfAbsent(fonds, key -> new TreeMap<>()).merge(counts.year(), counts, Counts::plus);
  }
}
