package cn.lantai.hierarchy;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.evidence.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That one thing stands directly above another.
 *
 * @param when the time in which it was so; empty if it always is
 */
public record Link(Hierarchy hierarchy, EntityIri lower, EntityIri upper, Optional<EdtfDate> when) {

  /** What an entity says of itself and others; a father may say it, or his child. */
  public static List<Link> in(EntityGraph graph) {
    EntityIri self = graph.iri();
    GraphReader reader = new GraphReader(graph);
    return switch (self.type()) {
      case RECORD, RECORD_SET -> plain(Hierarchy.HOLDINGS, self, reader);
      case THEME -> plain(Hierarchy.THEMES, self, reader);
      case PERSON, ORGANISATION, PLACE, EVENT -> ofRelations(self, reader);
      default -> List.of();
    };
  }

  private static List<Link> plain(Hierarchy hierarchy, EntityIri self, GraphReader reader) {
    return reader.links(hierarchy.property()).stream()
        .filter(upper -> hierarchy.orders(upper) && !upper.equals(self))
        .map(upper -> new Link(hierarchy, self, upper, Optional.empty()))
        .toList();
  }

  private static List<Link> ofRelations(EntityIri self, GraphReader reader) {
    List<Link> links = new ArrayList<>();
    for (Relation relation : Relation.readAll(self, reader)) {
      switch (relation.kind()) {
        case PARENT -> links.add(above(Hierarchy.DESCENT, self, relation));
        case CHILD ->
            links.add(new Link(Hierarchy.DESCENT, relation.other(), self, Optional.empty()));
        case SUBORDINATE -> links.add(above(Hierarchy.ORGANISATIONS, self, relation));
        case WITHIN -> links.add(above(Hierarchy.PLACES, self, relation));
        case PART_OF_EVENT -> links.add(above(Hierarchy.EVENTS, self, relation));
        default -> {
          // Does not order.
        }
      }
    }
    return links;
  }

  /** A place lies in another for a time; a child is one for ever. */
  private static Link above(Hierarchy hierarchy, EntityIri self, Relation relation) {
    boolean dated = hierarchy == Hierarchy.PLACES || hierarchy == Hierarchy.ORGANISATIONS;
    return new Link(
        hierarchy,
        self,
        relation.other(),
        relation.date().filter(date -> dated).flatMap(HistoricalDate::edtf));
  }
}
