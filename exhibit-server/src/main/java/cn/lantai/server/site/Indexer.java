package cn.lantai.server.site;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.evidence.Relation;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.NameIndex;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the index of names of a compilation. A name that is not public is left out as its link is.
 *
 * <p>It asks nothing of the stage but what the page has read already: each record once, and one
 * label for each name; how names are spelt comes from the index of the stage in one look-up for all
 * of them. So it costs as much as there are links, however large the holdings are.
 */
final class Indexer {

  private static final List<EntityType> KINDS =
      List.of(
          EntityType.PERSON,
          EntityType.FAMILY,
          EntityType.ORGANISATION,
          EntityType.PLACE,
          EntityType.EVENT);

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final StageReader stage;
  private final StageIndex index;
  private final Cards cards;

  Indexer(StageReader stage, StageIndex index, Cards cards) {
    this.stage = stage;
    this.index = index;
    this.cards = cards;
  }

  /**
   * @param shown what stands where, in the order of the page
   */
  NameIndex of(List<Blocks.Showing> shown) {
    Map<EntityIri, List<EntityIri>> known = new HashMap<>();
    Map<EntityIri, Set<NameIndex.Place>> places = new HashMap<>();
    for (Blocks.Showing showing : shown) {
      for (EntityIri name : known.computeIfAbsent(showing.subject(), this::names)) {
        places.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(showing.place());
      }
    }
    Map<EntityIri, Summary> summaries = index.summaries(places.keySet());
    List<Named> names = new ArrayList<>();
    places.forEach(
        (name, at) ->
            cards
                .link(name)
                .map(link -> named(name.type(), link, Optional.ofNullable(summaries.get(name)), at))
                .ifPresent(names::add));
    return ordered(names);
  }

  private List<EntityIri> names(EntityIri subject) {
    List<EntityIri> linked =
        subject.type() == EntityType.RECORD
            ? stage.record(subject).map(ArchivalRecord::relations).orElse(List.of()).stream()
                .map(Relation::other)
                .toList()
            : List.of(subject);
    return linked.stream().filter(name -> KINDS.contains(name.type())).distinct().toList();
  }

  /**
   * A name on its way to its place.
   *
   * @param filed what it is ordered by; empty if it begins with no letter
   */
  record Named(EntityType type, String filed, NameIndex.Entry entry) {

    String initial() {
      return filed.isEmpty() ? "#" : filed.substring(0, 1).toUpperCase(Locale.ROOT);
    }
  }

  /** Chinese names are filed by their pinyin, in whatever language the others of the page are. */
  static Named named(
      EntityType type, Link link, Optional<Summary> summary, Collection<NameIndex.Place> places) {
    String filed =
        link.label().isChinese()
            ? summary.map(Summary::spelling).orElse("")
            : latin(link.label().value());
    return new Named(type, filed, new NameIndex.Entry(link, List.copyOf(places)));
  }

  private static String latin(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String small = bare.toLowerCase(Locale.ROOT).strip();
    return small.matches("(?s)[a-z].*") ? small : "";
  }

  /** By kind and letter; what begins with no letter comes last. */
  static NameIndex ordered(Collection<Named> names) {
    List<Named> sorted =
        names.stream()
            .sorted(
                Comparator.comparing((Named name) -> name.filed().isEmpty())
                    .thenComparing(Named::filed)
                    .thenComparing(name -> name.entry().name().label().value()))
            .toList();
    return new NameIndex(
        KINDS.stream()
            .map(type -> group(type, sorted))
            .filter(group -> !group.letters().isEmpty())
            .toList());
  }

  private static NameIndex.Group group(EntityType type, List<Named> sorted) {
    Map<String, List<NameIndex.Entry>> letters = new LinkedHashMap<>();
    sorted.stream()
        .filter(name -> name.type() == type)
        .forEach(
            name ->
                letters
                    .computeIfAbsent(name.initial(), key -> new ArrayList<>())
                    .add(name.entry()));
    return new NameIndex.Group(
        Kind.valueOf(type.name()),
        letters.entrySet().stream()
            .map(letter -> new NameIndex.Letter(letter.getKey(), letter.getValue()))
            .toList());
  }
}
