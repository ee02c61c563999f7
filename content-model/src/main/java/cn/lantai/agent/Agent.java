package cn.lantai.agent;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Certainty;
import cn.lantai.evidence.Evidence;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;

/**
 * A person, an organisation or a family.
 *
 * @param kind what an organisation is (档案馆, 学校); empty for persons
 * @param begin birth or foundation; {@code begin} and {@code end} of an organisation's life are
 *     written as one interval by its source and stand in {@code begin}
 * @param roles such as 作家 or 编辑
 */
public record Agent(
    EntityIri iri,
    LocalizedText name,
    List<AgentName> names,
    Optional<String> kind,
    Optional<HistoricalDate> begin,
    Optional<String> birthPlace,
    Optional<HistoricalDate> end,
    Optional<String> deathPlace,
    List<String> roles,
    Optional<LocalizedText> summary,
    List<Relation> relations,
    List<Fact> facts,
    Evidence evidence) {

  /** A relation to another agent, in the words of the catalogue: this agent's {@code role} is… */
  public record Relation(String role, EntityIri other) {}

  /** Something that happened in the life of the agent. */
  public record Fact(
      Optional<HistoricalDate> date,
      LocalizedText text,
      List<EntityIri> sources,
      Optional<Certainty> certainty) {}

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, type())
            .text(RDFS.label, name)
            .text(Rico.name, name)
            .string(Rico.type, kind)
            .text(Rico.history, summary);
    writeNames(self);
    boolean person = iri.type() == EntityType.PERSON;
    begin.ifPresent(
        date -> date.write(self, person ? Rico.hasBirthDate : Rico.isAssociatedWithDate, "begin"));
    end.ifPresent(date -> date.write(self, Rico.hasDeathDate, "end"));
    writePlace(self, Rico.hasBirthPlace, "birth-place", birthPlace);
    writePlace(self, Rico.hasDeathPlace, "death-place", deathPlace);
    int number = 1;
    for (String role : roles) {
      self.part(Rico.hasOrHadOccupationOfType, "role-" + number++, Rico.OccupationType)
          .text(Rico.name, LocalizedText.of(role));
    }
    writeRelations(self);
    writeFacts(self);
    evidence.write(self);
    return self.toEntityGraph();
  }

  public static Agent of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    boolean person = graph.iri().type() == EntityType.PERSON;
    return new Agent(
        graph.iri(),
        self.text(Rico.name).orElseThrow(),
        self.parts(Rico.hasOrHadAgentName).stream().map(Agent::readName).toList(),
        self.string(Rico.type),
        HistoricalDate.read(self, person ? Rico.hasBirthDate : Rico.isAssociatedWithDate),
        self.part(Rico.hasBirthPlace).flatMap(place -> place.string(Rico.name)),
        HistoricalDate.read(self, Rico.hasDeathDate),
        self.part(Rico.hasDeathPlace).flatMap(place -> place.string(Rico.name)),
        self.parts(Rico.hasOrHadOccupationOfType).stream()
            .flatMap(role -> role.string(Rico.name).stream())
            .toList(),
        self.text(Rico.history),
        self.parts(Rico.thingIsSourceOfRelation).stream().flatMap(Agent::readRelation).toList(),
        self.parts(Rico.isAssociatedWithEvent).stream().flatMap(Agent::readFact).toList(),
        Evidence.read(self));
  }

  private Resource type() {
    return switch (iri.type()) {
      case PERSON -> Rico.Person;
      case ORGANISATION -> Rico.CorporateBody;
      case FAMILY -> Rico.Family;
      default -> throw new IllegalArgumentException("Not an agent: " + iri);
    };
  }

  private void writeNames(GraphWriter self) {
    int number = 1;
    for (AgentName each : names) {
      self.part(Rico.hasOrHadAgentName, "name-" + number++, Rico.AgentName)
          .string(Rico.textualValue, each.text())
          .link(DCTerms.type, Lt.term(each.kind().slug()));
    }
  }

  private static AgentName readName(GraphReader part) {
    return new AgentName(
        part.terms(DCTerms.type, Lt.NS).stream()
            .findFirst()
            .map(AgentName.Kind::ofSlug)
            .orElse(AgentName.Kind.OTHER),
        part.string(Rico.textualValue).orElse(""));
  }

  private static void writePlace(
      GraphWriter self, Property link, String fragment, Optional<String> place) {
    place.ifPresent(
        name -> self.part(link, fragment, Rico.Place).text(Rico.name, LocalizedText.of(name)));
  }

  private void writeRelations(GraphWriter self) {
    int number = 1;
    for (Relation relation : relations) {
      self.link(Rico.isRelatedTo, relation.other());
      self.part(Rico.thingIsSourceOfRelation, "relation-" + number++, Rico.Relation)
          .link(Rico.relationHasSource, self)
          .link(Rico.relationHasTarget, relation.other())
          .links(Rico.isEvidencedBy, evidence.sources())
          .text(Rico.generalDescription, LocalizedText.of(relation.role()));
    }
  }

  private static Stream<Relation> readRelation(GraphReader part) {
    return part.link(Rico.relationHasTarget).stream()
        .map(other -> new Relation(part.string(Rico.generalDescription).orElse(""), other));
  }

  private void writeFacts(GraphWriter self) {
    int number = 1;
    for (Fact fact : facts) {
      String fragment = "fact-" + number++;
      GraphWriter part =
          self.part(Rico.isAssociatedWithEvent, fragment, Rico.Event)
              .text(Rico.generalDescription, fact.text())
              .links(DCTerms.source, fact.sources());
      fact.certainty().ifPresent(value -> value.write(part));
      fact.date()
          .ifPresent(date -> date.write(part, Rico.isAssociatedWithDate, fragment + "-date"));
    }
  }

  private static Stream<Fact> readFact(GraphReader part) {
    return part.text(Rico.generalDescription).stream()
        .map(
            text ->
                new Fact(
                    HistoricalDate.read(part, Rico.isAssociatedWithDate),
                    text,
                    part.links(DCTerms.source),
                    Certainty.read(part)));
  }
}
