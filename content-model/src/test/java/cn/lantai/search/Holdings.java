package cn.lantai.search;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import java.util.Optional;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Small descriptions to be indexed, property by property. */
final class Holdings {

  private final GraphWriter graph;
  private int parts;

  private Holdings(GraphWriter graph) {
    this.graph = graph;
  }

  static EntityIri iri(EntityType type, String key) {
    return new EntityIri(type, key);
  }

  static Holdings record(String key, String code, String parent, String title) {
    return closed(key, code, parent, title).access("open");
  }

  static Holdings closed(String key, String code, String parent, String title) {
    return of(EntityType.RECORD, key, title)
        .string(Rico.identifier, code)
        .link(Rico.isDirectlyIncludedIn, iri(EntityType.RECORD_SET, parent));
  }

  static Holdings set(String key, String code, Optional<String> parent, String title) {
    Holdings set = of(EntityType.RECORD_SET, key, title).string(Rico.identifier, code);
    set.graph.link(Rico.hasRecordSetType, parent.isEmpty() ? Rico.Fonds : Rico.File);
    parent.ifPresent(up -> set.link(Rico.isDirectlyIncludedIn, iri(EntityType.RECORD_SET, up)));
    return set;
  }

  static Holdings of(EntityType type, String key, String label) {
    GraphWriter graph =
        new GraphWriter(
            iri(type, key),
            switch (type) {
              case RECORD -> Rico.Record;
              case RECORD_SET -> Rico.RecordSet;
              case IMAGE -> Rico.Instantiation;
              case PERSON -> Rico.Person;
              case ORGANISATION -> Rico.CorporateBody;
              case PLACE -> Rico.Place;
              case EVENT -> Rico.Event;
              default -> SKOS.Concept;
            });
    graph.text(RDFS.label, LocalizedText.of(label));
    return new Holdings(graph);
  }

  /** A page image of a record with what is written on it. */
  static EntityGraph page(String key, String record, int number, String transcript) {
    Holdings page =
        of(EntityType.IMAGE, key, "第 " + number + " 页")
            .link(Rico.isOrWasDigitalInstantiationOf, iri(EntityType.RECORD, record));
    page.graph
        .integer(Rico.rankInSequence, number)
        .integer(Terms.pixelWidth, 600)
        .integer(Terms.pixelHeight, 800)
        .string(Rico.identifier, "sha256:" + "ab".repeat(32));
    page.graph
        .part(DCTerms.hasPart, "transcript", Terms.Annotation)
        .part(Terms.hasBody, "transcript-body", Terms.TextualBody)
        .string(RDF.value, transcript);
    return page.graph();
  }

  Holdings text(Property property, String zh) {
    graph.text(property, LocalizedText.of(zh));
    return this;
  }

  Holdings english(String label) {
    graph
        .text(Rico.title, LocalizedText.of("〇", label))
        .text(RDFS.label, LocalizedText.of("〇", label));
    return this;
  }

  Holdings string(Property property, String value) {
    graph.string(property, value);
    return this;
  }

  Holdings link(Property property, EntityIri target) {
    graph.link(property, target);
    return this;
  }

  Holdings access(String slug) {
    graph.link(DCTerms.type, Lt.term(slug));
    return this;
  }

  Holdings date(Property property, String edtf) {
    HistoricalDate.of(EdtfDate.parse(edtf)).write(graph, property, "date-" + parts++);
    return this;
  }

  Holdings form(String name) {
    graph
        .part(Rico.hasDocumentaryFormType, "form", Rico.DocumentaryFormType)
        .text(Rico.name, LocalizedText.of(name));
    return this;
  }

  Holdings carrier(String name) {
    graph
        .part(Rico.hasOrHadInstantiation, "original", Rico.Instantiation)
        .part(Rico.hasCarrierType, "carrier", Rico.CarrierType)
        .text(Rico.name, LocalizedText.of(name));
    return this;
  }

  Holdings name(String text, String kind) {
    graph
        .part(Rico.hasOrHadAgentName, "name-" + parts++, Rico.AgentName)
        .string(Rico.textualValue, text)
        .link(DCTerms.type, Lt.term(kind));
    return this;
  }

  EntityGraph graph() {
    return graph.toEntityGraph();
  }
}
