package cn.lantai.place;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Relation;
import cn.lantai.name.Name;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.vocabulary.RDFS;

/**
 * A place.
 *
 * @param names former and other names, each with the time in which it was in use
 * @param today the administrative unit that it belongs to today, in words
 * @param basis where the coordinates come from and how exact they are
 * @param relations the larger places that it is or was in, each with its time
 */
public record Place(
    EntityIri iri,
    LocalizedText name,
    List<Name> names,
    Optional<String> kind,
    Optional<String> today,
    Optional<Coordinates> coordinates,
    Optional<String> basis,
    List<Relation> relations,
    Evidence evidence) {

  public Place {
    names = List.copyOf(names);
    relations = Relation.inOrder(iri, relations);
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, Rico.Place)
            .text(RDFS.label, name)
            .text(Rico.name, name)
            .string(Rico.type, kind);
    Name.writeAll(names, self, Rico.hasOrHadPlaceName, Rico.PlaceName);
    today.ifPresent(
        unit ->
            self.part(Rico.isOrWasContainedBy, "today", Rico.Place)
                .text(Rico.name, LocalizedText.of(unit)));
    coordinates.ifPresent(
        point ->
            self.part(Terms.hasGeometry, "geometry", Terms.Geometry)
                .literal(Terms.asWKT, point.wkt(), new BaseDatatype(Terms.WKT_LITERAL))
                .string(RDFS.comment, basis));
    Relation.writeAll(relations, self);
    evidence.write(self);
    return self.toEntityGraph();
  }

  public Place withNames(List<Name> others) {
    return new Place(iri, name, others, kind, today, coordinates, basis, relations, evidence);
  }

  public static Place of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    Optional<GraphReader> geometry = self.part(Terms.hasGeometry);
    return new Place(
        graph.iri(),
        self.text(Rico.name).orElseThrow(),
        Name.readAll(self, Rico.hasOrHadPlaceName),
        self.string(Rico.type),
        self.part(Rico.isOrWasContainedBy).flatMap(unit -> unit.string(Rico.name)),
        geometry.flatMap(part -> part.string(Terms.asWKT)).flatMap(Coordinates::ofWkt),
        geometry.flatMap(part -> part.string(RDFS.comment)),
        Relation.readAll(graph.iri(), self),
        Evidence.read(self));
  }
}
