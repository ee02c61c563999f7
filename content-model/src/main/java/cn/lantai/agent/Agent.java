package cn.lantai.agent;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Grounds;
import cn.lantai.evidence.Relation;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import cn.lantai.ontology.Rico;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDFS;

/**
 * A person, an organisation or a family.
 *
 * @param name the name by which it goes here
 * @param names all other names and ways to write them
 * @param kind what an organisation or a family is (档案馆, 宗族); empty for persons
 * @param begin birth or foundation; {@code begin} and {@code end} of an organisation's life are
 *     written as one interval by its source and stand in {@code begin}
 * @param roles such as 作家 or 编辑
 * @param logo of an organisation: an image that stands for itself, and goes along with what it
 *     gives
 * @param relations see {@link Relation#inOrder}
 */
public record Agent(
    EntityIri iri,
    LocalizedText name,
    List<Name> names,
    Optional<String> kind,
    Optional<HistoricalDate> begin,
    Optional<String> birthPlace,
    Optional<HistoricalDate> end,
    Optional<String> deathPlace,
    List<String> roles,
    Optional<LocalizedText> summary,
    Optional<EntityIri> logo,
    List<Relation> relations,
    List<Fact> facts,
    Evidence evidence) {

  /** Something that happened in the life of the agent. */
  public record Fact(Optional<HistoricalDate> date, LocalizedText text, Grounds grounds) {

    boolean saysTheSameAs(Fact that) {
      return date.equals(that.date) && text.zh().equals(that.text.zh());
    }
  }

  public Agent {
    names = List.copyOf(names);
    roles = List.copyOf(roles);
    relations = Relation.inOrder(iri, relations);
    facts = List.copyOf(facts);
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, type())
            .text(RDFS.label, name)
            .text(Rico.name, name)
            .string(Rico.type, kind)
            .text(Rico.history, summary)
            .link(FOAF.logo, logo);
    Name.writeAll(names, self, Rico.hasOrHadAgentName, Rico.AgentName);
    begin.ifPresent(date -> date.write(self, beginProperty(iri), "begin"));
    end.ifPresent(date -> date.write(self, Rico.hasDeathDate, "end"));
    writePlace(self, Rico.hasBirthPlace, "birth-place", birthPlace);
    writePlace(self, Rico.hasDeathPlace, "death-place", deathPlace);
    int number = 1;
    for (String role : roles) {
      self.part(Rico.hasOrHadOccupationOfType, "role-" + number++, Rico.OccupationType)
          .text(Rico.name, LocalizedText.of(role));
    }
    Relation.writeAll(relations, self);
    writeFacts(self);
    evidence.write(self);
    return self.toEntityGraph();
  }

  public static Agent of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    return new Agent(
        graph.iri(),
        self.text(Rico.name).orElseThrow(),
        Name.readAll(self, Rico.hasOrHadAgentName),
        self.string(Rico.type),
        HistoricalDate.read(self, beginProperty(graph.iri())),
        self.part(Rico.hasBirthPlace).flatMap(place -> place.string(Rico.name)),
        HistoricalDate.read(self, Rico.hasDeathDate),
        self.part(Rico.hasDeathPlace).flatMap(place -> place.string(Rico.name)),
        self.parts(Rico.hasOrHadOccupationOfType).stream()
            .flatMap(role -> role.string(Rico.name).stream())
            .toList(),
        self.text(Rico.history),
        self.link(FOAF.logo).filter(image -> image.type() == EntityType.IMAGE),
        Relation.readAll(graph.iri(), self),
        self.parts(Rico.isAssociatedWithEvent).stream().flatMap(Agent::readFact).toList(),
        Evidence.read(self));
  }

  public Agent withNames(List<Name> others) {
    return new Agent(
        iri,
        name,
        others,
        kind,
        begin,
        birthPlace,
        end,
        deathPlace,
        roles,
        summary,
        logo,
        relations,
        facts,
        evidence);
  }

  /** How the name is written in this way; empty if nobody said. */
  public Optional<String> written(NameKind way) {
    return names.stream().filter(name -> name.kind() == way).map(Name::text).findFirst();
  }

  /** Names that are said to have been in use only before the birth or after the death. */
  public List<Name> namesOutsideLife() {
    Optional<LocalDate> born = begin.flatMap(HistoricalDate::edtf).flatMap(EdtfDate::earliest);
    Optional<LocalDate> died = end.flatMap(HistoricalDate::edtf).flatMap(EdtfDate::latest);
    return names.stream()
        .filter(
            name ->
                name.date()
                    .flatMap(HistoricalDate::edtf)
                    .filter(use -> isBefore(use.latest(), born) || isBefore(died, use.earliest()))
                    .isPresent())
        .toList();
  }

  private static boolean isBefore(Optional<LocalDate> day, Optional<LocalDate> other) {
    return day.flatMap(it -> other.map(it::isBefore)).orElse(false);
  }

  private static Property beginProperty(EntityIri iri) {
    return iri.type() == EntityType.PERSON ? Rico.hasBirthDate : Rico.isAssociatedWithDate;
  }

  private Resource type() {
    return switch (iri.type()) {
      case PERSON -> Rico.Person;
      case ORGANISATION -> Rico.CorporateBody;
      case FAMILY -> Rico.Family;
      default -> throw new IllegalArgumentException("Not an agent: " + iri);
    };
  }

  private static void writePlace(
      GraphWriter self, Property link, String fragment, Optional<String> place) {
    place.ifPresent(
        name -> self.part(link, fragment, Rico.Place).text(Rico.name, LocalizedText.of(name)));
  }

  private void writeFacts(GraphWriter self) {
    int number = 1;
    for (Fact fact : facts) {
      String fragment = "fact-" + number++;
      GraphWriter part =
          self.part(Rico.isAssociatedWithEvent, fragment, Rico.Event)
              .text(Rico.generalDescription, fact.text());
      fact.grounds().write(part);
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
                    Grounds.read(part)));
  }
}
