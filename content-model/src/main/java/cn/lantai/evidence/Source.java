package cn.lantai.evidence;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import java.util.Optional;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;

/**
 * A publication that statements are based on.
 *
 * @param kind such as 党史媒体 or 学术
 * @param reliability how the archive judges it
 * @param remark what to mind when it is used
 */
public record Source(
    EntityIri iri,
    LocalizedText title,
    Optional<String> kind,
    Optional<String> reliability,
    Optional<String> remark) {

  public EntityGraph toGraph() {
    return new GraphWriter(iri, Rico.Record)
        .link(DCTerms.type, Lt.term("publication"))
        .text(RDFS.label, title)
        .text(Rico.title, title)
        .string(Rico.type, kind)
        .string(Rico.note, reliability)
        .string(Rico.generalDescription, remark)
        .toEntityGraph();
  }

  public static Source of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    return new Source(
        graph.iri(),
        self.text(Rico.title).orElseThrow(),
        self.string(Rico.type),
        self.string(Rico.note),
        self.string(Rico.generalDescription));
  }
}
