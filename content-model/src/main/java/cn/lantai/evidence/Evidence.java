package cn.lantai.evidence;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.ontology.Terms;
import java.util.List;
import java.util.Optional;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What a description rests on.
 *
 * @param sources the publications that it is based on
 * @param certainty how far it was checked; empty if nobody said
 * @param claims remarks where accounts differ or care is needed (考订), one sentence or two each
 */
public record Evidence(
    List<EntityIri> sources, Optional<Certainty> certainty, List<String> claims) {

  public static final Evidence NONE = new Evidence(List.of(), Optional.empty(), List.of());

  public Evidence {
    sources = List.copyOf(sources);
    claims = List.copyOf(claims);
    if (sources.stream().anyMatch(source -> source.type() != EntityType.SOURCE)) {
      throw new IllegalArgumentException("Only a source can be cited: " + sources);
    }
  }

  public void write(GraphWriter subject) {
    subject.links(DCTerms.source, sources);
    certainty.ifPresent(value -> value.write(subject));
    int number = 1;
    for (String claim : claims) {
      subject
          .part(DCTerms.hasPart, "claim-" + number++, Terms.Annotation)
          .link(Terms.motivatedBy, Terms.assessing)
          .link(Terms.hasTarget, subject)
          .string(RDF.value, claim);
    }
  }

  public static Evidence read(GraphReader subject) {
    return new Evidence(
        subject.links(DCTerms.source),
        Certainty.read(subject),
        subject.parts(DCTerms.hasPart).stream()
            .filter(part -> part.has(Terms.motivatedBy, Terms.assessing))
            .flatMap(part -> part.string(RDF.value).stream())
            .toList());
  }
}
