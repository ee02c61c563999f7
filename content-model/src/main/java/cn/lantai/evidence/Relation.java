package cn.lantai.evidence;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;

/**
 * How an entity stands to another one.
 *
 * <p>It is written as one plain triple, and where there is more to say than that, also as a {@code
 * rico:Relation} that is a part of the entity.
 *
 * @param words in the words of the source: 胞弟; of a position, what it is called: 社长
 * @param date when it was so
 */
public record Relation(
    RelationKind kind,
    EntityIri other,
    Optional<LocalizedText> words,
    Optional<HistoricalDate> date,
    Grounds grounds) {

  public static Relation of(RelationKind kind, EntityIri other) {
    return new Relation(kind, other, Optional.empty(), Optional.empty(), Grounds.NONE);
  }

  public static Relation of(RelationKind kind, EntityIri other, String words) {
    return new Relation(
        kind, other, Optional.of(LocalizedText.of(words)), Optional.empty(), Grounds.NONE);
  }

  /** Whether there is nothing to say but that it is so. */
  public boolean isBare() {
    return words.isEmpty() && date.isEmpty() && grounds.isNone() && kind.isBareProperty();
  }

  public Relation withOther(EntityIri another) {
    return new Relation(kind, another, words, date, grounds);
  }

  public Relation withGrounds(Grounds better) {
    return new Relation(kind, other, words, date, better);
  }

  /** Whether both say the same, apart from what it stands on. */
  public boolean saysTheSameAs(Relation that) {
    return withGrounds(Grounds.NONE).equals(that.withGrounds(Grounds.NONE));
  }

  /**
   * The relations in the order in which RDF gives them back: those that are more than a triple as
   * they are, then the bare ones by kind and name, each once.
   *
   * @throws IllegalArgumentException if one leads back to the entity, or to what it cannot lead to
   */
  public static List<Relation> inOrder(EntityIri self, List<Relation> relations) {
    for (Relation relation : relations) {
      if (relation.other.equals(self)) {
        throw new IllegalArgumentException(self + " cannot stand in a relation to itself");
      }
      if (!relation.kind.allows(self, relation.other)) {
        throw new IllegalArgumentException(
            "No such relation: " + self + " " + relation.kind.label() + " " + relation.other);
      }
    }
    List<Relation> full = relations.stream().filter(relation -> !relation.isBare()).toList();
    return Stream.concat(
            full.stream(),
            relations.stream()
                .filter(Relation::isBare)
                .filter(bare -> full.stream().noneMatch(bare::isImpliedBy))
                .sorted(Comparator.comparing(Relation::kind).thenComparing(Relation::other)))
        .distinct()
        .toList();
  }

  private boolean isImpliedBy(Relation fuller) {
    return fuller.kind.property().equals(kind.property()) && fuller.other.equals(other);
  }

  public static void writeAll(List<Relation> relations, GraphWriter self) {
    int number = 1;
    for (Relation relation : relations) {
      self.link(relation.kind.property(), relation.other);
      if (!relation.isBare()) {
        relation.writePart(self, "relation-" + number++);
      }
    }
  }

  private void writePart(GraphWriter self, String fragment) {
    GraphWriter part =
        self.part(link(), fragment, kind.relation()).link(DCTerms.type, Lt.term(kind.slug()));
    if (kind == RelationKind.POSITION) {
      part.link(Rico.relationHasSource, self)
          .part(Rico.relationHasTarget, fragment + "-position", Rico.Position)
          .text(Rico.name, words)
          .link(Rico.existsOrExistedIn, other);
    } else {
      switch (kind.role()) {
        case SOURCE -> part.link(Rico.relationHasSource, self).link(Rico.relationHasTarget, other);
        case TARGET -> part.link(Rico.relationHasSource, other).link(Rico.relationHasTarget, self);
        case EITHER -> part.link(Rico.relationConnects, self).link(Rico.relationConnects, other);
      }
      part.text(Rico.generalDescription, words);
    }
    date.ifPresent(value -> value.write(part, Rico.relationHasDate, fragment + "-date"));
    grounds.writeOfRelation(part);
  }

  private Property link() {
    return switch (kind.role()) {
      case SOURCE -> Rico.thingIsSourceOfRelation;
      case TARGET -> Rico.thingIsTargetOfRelation;
      case EITHER -> Rico.thingIsConnectedToRelation;
    };
  }

  /** The relations of an entity, in the order of {@link #inOrder}. */
  public static List<Relation> readAll(EntityIri self, GraphReader reader) {
    List<Relation> relations =
        new ArrayList<>(
            reader
                .parts(
                    Rico.thingIsSourceOfRelation,
                    Rico.thingIsTargetOfRelation,
                    Rico.thingIsConnectedToRelation)
                .stream()
                .flatMap(part -> read(self, part).stream())
                .toList());
    Set<RelationKind> kinds = new HashSet<>(RelationKind.of(self.type()));
    kinds.removeIf(kind -> !kind.isBareProperty());
    for (RelationKind kind : kinds) {
      reader.links(kind.property()).stream()
          .filter(other -> !other.equals(self) && kind.allows(self, other))
          .forEach(other -> relations.add(of(kind, other)));
    }
    return inOrder(self, relations);
  }

  private static Optional<Relation> read(EntityIri self, GraphReader part) {
    RelationKind kind =
        part.terms(DCTerms.type, Lt.NS).stream()
            .flatMap(slug -> RelationKind.ofSlug(slug).stream())
            .findFirst()
            .orElse(RelationKind.ASSOCIATE);
    Optional<GraphReader> position = part.part(Rico.relationHasTarget);
    Optional<EntityIri> other =
        kind == RelationKind.POSITION
            ? position.flatMap(it -> it.link(Rico.existsOrExistedIn))
            : Stream.of(Rico.relationHasSource, Rico.relationHasTarget, Rico.relationConnects)
                .flatMap(end -> part.links(end).stream())
                .filter(end -> !end.equals(self))
                .findFirst();
    return other
        .filter(target -> kind.allows(self, target))
        .map(
            target ->
                new Relation(
                    kind,
                    target,
                    kind == RelationKind.POSITION
                        ? position.flatMap(it -> it.text(Rico.name))
                        : part.text(Rico.generalDescription),
                    HistoricalDate.read(part, Rico.relationHasDate),
                    Grounds.read(part)));
  }
}
