package cn.lantai.evidence;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.media.Region;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What a statement rests on: a publication, a record or a record set, a page image, or a place in
 * one of them.
 *
 * <p>A whole publication or record is what {@code rico:isEvidencedBy} leads to. A place in one, and
 * a page image (which is no record resource), is an {@code oa:SpecificResource} that {@code
 * dcterms:source} leads to.
 *
 * @param region a part of a page image
 * @param locator where to look, in words, such as 卷四 or p. 41
 */
public record Citation(EntityIri target, Optional<Region> region, Optional<String> locator) {

  private static final Set<EntityType> CITABLE =
      EnumSet.of(EntityType.SOURCE, EntityType.RECORD, EntityType.RECORD_SET, EntityType.IMAGE);

  public Citation {
    locator = locator.map(String::strip).filter(text -> !text.isEmpty());
    if (!CITABLE.contains(target.type())) {
      throw new IllegalArgumentException(
          "Evidence is a publication, a record or a page image, not " + target);
    }
    if (region.isPresent() && target.type() != EntityType.IMAGE) {
      throw new IllegalArgumentException("Only a page image has regions, not " + target);
    }
  }

  public static Citation of(EntityIri target) {
    return new Citation(target, Optional.empty(), Optional.empty());
  }

  static void writeAll(List<Citation> citations, GraphWriter statement, boolean relation) {
    int number = 1;
    for (Citation citation : citations) {
      if (citation.isWhole()) {
        statement.link(relation ? Rico.isEvidencedBy : DCTerms.source, citation.target);
      } else {
        citation.writePart(statement, number++);
      }
    }
  }

  private boolean isWhole() {
    return region.isEmpty() && locator.isEmpty() && target.type() != EntityType.IMAGE;
  }

  private void writePart(GraphWriter statement, int number) {
    String fragment = statement.fragment() + "-source-" + number;
    GraphWriter part =
        statement
            .part(DCTerms.source, fragment, Terms.SpecificResource)
            .link(Terms.hasSource, target)
            .string(DCTerms.bibliographicCitation, locator);
    region.ifPresent(
        rectangle ->
            part.part(Terms.hasSelector, fragment + "-selector", Terms.FragmentSelector)
                .link(DCTerms.conformsTo, Terms.MEDIA_FRAGMENTS)
                .string(RDF.value, rectangle.mediaFragment()));
  }

  /** Whole things by IRI, then places in things in the order in which they were cited. */
  static List<Citation> readAll(GraphReader statement) {
    return Stream.concat(
            Stream.of(Rico.isEvidencedBy, DCTerms.source)
                .flatMap(property -> statement.links(property).stream())
                .filter(target -> CITABLE.contains(target.type()))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(Citation::of),
            statement.parts(DCTerms.source).stream().flatMap(part -> read(part).stream()))
        .toList();
  }

  private static Optional<Citation> read(GraphReader part) {
    return part.link(Terms.hasSource)
        .filter(target -> CITABLE.contains(target.type()))
        .map(
            target ->
                new Citation(
                    target,
                    part.part(Terms.hasSelector)
                        .flatMap(selector -> selector.string(RDF.value))
                        .flatMap(Region::ofMediaFragment),
                    part.string(DCTerms.bibliographicCitation)));
  }
}
