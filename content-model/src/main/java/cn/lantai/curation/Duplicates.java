package cn.lantai.curation;

import cn.lantai.agent.Agent;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.SimplifiedForms;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import cn.lantai.ontology.Rico;
import cn.lantai.place.Coordinates;
import cn.lantai.place.Place;
import cn.lantai.stage.GraphStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * Finds descriptions that may be of one person, organisation, family or place: they share a name,
 * in whatever characters it is written, and neither their dates nor their places tell them apart.
 * Proposals only; {@link Merging} does what a curator decides.
 */
public final class Duplicates {

  private static final Map<EntityType, Node> CLASSES = new LinkedHashMap<>();

  static {
    CLASSES.put(EntityType.PERSON, Rico.Person.asNode());
    CLASSES.put(EntityType.ORGANISATION, Rico.CorporateBody.asNode());
    CLASSES.put(EntityType.FAMILY, Rico.Family.asNode());
    CLASSES.put(EntityType.PLACE, Rico.Place.asNode());
  }

  /** Farther apart, two places of one name are two places. */
  private static final double FAR_KM = 30;

  /** A name of one character is shared by too many. */
  private static final int SHORTEST = 2;

  private Duplicates() {}

  /**
   * Two descriptions, and what speaks for their being of one thing.
   *
   * @param titles what the first and the second go by
   */
  public record Pair(
      EntityIri first, EntityIri second, List<LocalizedText> titles, LocalizedText why) {}

  /** What is compared of a description. */
  private record Candidate(
      EntityIri iri,
      LocalizedText title,
      Set<String> names,
      Optional<EdtfDate> begin,
      Optional<EdtfDate> end,
      Optional<Coordinates> at) {}

  /** One pass over the authorities of a stage, in the order of their IRIs. */
  public static List<Pair> in(GraphStore stage) {
    List<Pair> found = new ArrayList<>();
    stage
        .base()
        .ifPresent(
            base ->
                CLASSES.forEach(
                    (type, rdfClass) ->
                        found.addAll(
                            pairs(stage.read(data -> all(data.getDefaultGraph(), type, base))))));
    return found;
  }

  private static List<Candidate> all(Graph graph, EntityType type, String base) {
    return graph
        .find(Node.ANY, RDF.type.asNode(), CLASSES.get(type))
        .mapWith(triple -> triple.getSubject().getURI())
        .filterDrop(uri -> uri.indexOf('#') >= 0)
        .toList()
        .stream()
        .flatMap(uri -> EntityIri.parse(uri, base).stream())
        .sorted()
        .flatMap(iri -> EntityGraph.cut(graph, iri, base).stream())
        .map(Duplicates::candidate)
        .toList();
  }

  private static Candidate candidate(EntityGraph graph) {
    if (graph.iri().type() == EntityType.PLACE) {
      Place place = Place.of(graph);
      return new Candidate(
          place.iri(),
          place.name(),
          names(place.name(), place.names()),
          Optional.empty(),
          Optional.empty(),
          place.coordinates());
    }
    Agent agent = Agent.of(graph);
    return new Candidate(
        agent.iri(),
        agent.name(),
        names(agent.name(), agent.names()),
        agent.begin().flatMap(HistoricalDate::edtf),
        agent.end().flatMap(HistoricalDate::edtf),
        Optional.empty());
  }

  /** Names as they are compared; those in letters are shared by too many. */
  private static Set<String> names(LocalizedText title, List<Name> names) {
    return Stream.concat(
            Stream.of(title.zh()),
            names.stream()
                .filter(name -> name.kind() != NameKind.PINYIN && name.kind() != NameKind.FOREIGN)
                .map(Name::text))
        .map(Duplicates::compared)
        .filter(name -> name.length() >= SHORTEST)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String compared(String name) {
    return SimplifiedForms.of(name).replaceAll("[\\s·•‧]+", "").toLowerCase(Locale.ROOT);
  }

  private static List<Pair> pairs(List<Candidate> candidates) {
    Map<String, List<Candidate>> byName = new LinkedHashMap<>();
    candidates.forEach(
        each ->
            each.names()
                .forEach(name -> byName.computeIfAbsent(name, key -> new ArrayList<>()).add(each)));
    Map<Set<EntityIri>, Pair> pairs = new LinkedHashMap<>();
    for (List<Candidate> sharing : byName.values()) {
      // Each with the first only: of a hundred of one name there are thousands of pairs.
      Candidate first = sharing.get(0);
      for (Candidate second : sharing.subList(1, sharing.size())) {
        pair(first, second)
            .ifPresent(pair -> pairs.putIfAbsent(Set.of(first.iri(), second.iri()), pair));
      }
    }
    return List.copyOf(pairs.values());
  }

  private static Optional<Pair> pair(Candidate first, Candidate second) {
    if (differ(first.begin(), second.begin())
        || differ(first.end(), second.end())
        || areApart(first.at(), second.at())) {
      return Optional.empty();
    }
    Set<String> shared = new HashSet<>(first.names());
    shared.retainAll(second.names());
    List<String> zh = new ArrayList<>(List.of("同名：" + String.join("、", sorted(shared))));
    List<String> en =
        new ArrayList<>(List.of("the same name: " + String.join(", ", sorted(shared))));
    if (first.begin().isPresent() && second.begin().isPresent()) {
      zh.add("起始（出生）日期相合");
      en.add("the dates of beginning (birth) agree");
    }
    if (first.end().isPresent() && second.end().isPresent()) {
      zh.add("终止（去世）日期相合");
      en.add("the dates of end (death) agree");
    }
    if (first.at().isPresent() && second.at().isPresent()) {
      zh.add("坐标相近");
      en.add("the coordinates are close");
    }
    return Optional.of(
        new Pair(
            first.iri(),
            second.iri(),
            List.of(first.title(), second.title()),
            LocalizedText.of(String.join("；", zh), String.join("; ", en))));
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static boolean differ(Optional<EdtfDate> one, Optional<EdtfDate> other) {
    return one.isPresent() && other.isPresent() && !one.get().overlaps(other.get());
  }

  private static boolean areApart(Optional<Coordinates> one, Optional<Coordinates> other) {
    return one.isPresent() && other.isPresent() && one.get().distanceKm(other.get()) > FAR_KM;
  }
}
