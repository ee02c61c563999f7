package cn.lantai.server.opening;

import cn.lantai.agent.Agent;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.Successor;
import cn.lantai.journal.Journal;
import cn.lantai.opening.Finding;
import cn.lantai.opening.Openings;
import cn.lantai.opening.Proposal;
import cn.lantai.opening.RecordText;
import cn.lantai.opening.WordLists;
import cn.lantai.opening.rule.IdentityCardRule;
import cn.lantai.opening.rule.LivingPersonRule;
import cn.lantai.opening.rule.Rule;
import cn.lantai.opening.rule.TelephoneRule;
import cn.lantai.opening.rule.WordListRule;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rules and model propose for records. Within a request, lists and persons are read once. */
@RequestScoped
public class OpeningProposals {

  @Inject Openings openings;
  @Inject WordLists lists;
  @Inject OpeningModels models;
  @Inject Journal journal;
  @Inject StageStores stores;

  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final Map<EntityIri, Optional<Agent>> persons = new HashMap<>();

  /** Empty if there is no such record. */
  Optional<Seen> of(EntityIri record) {
    return openings.text(record).map(this::of);
  }

  private Seen of(RecordText text) {
    EntityGraph graph = journal.version(text.version());
    List<EntityIri> path = above(text.record());
    String fonds = path.isEmpty() ? "" : path.get(path.size() - 1).key();
    String archive =
        path.isEmpty()
            ? ""
            : index()
                .summary(path.get(path.size() - 1))
                .flatMap(Summary::holder)
                .map(EntityIri::key)
                .orElse("");
    List<Finding> findings = new ArrayList<>();
    rules(archive).forEach(rule -> findings.addAll(rule.findings(text)));
    return new Seen(
        graph, text, Proposal.of(findings, models.opinion(archive, text)), archive, fonds);
  }

  /** The sets above a record by their newest versions, the fonds last. */
  private List<EntityIri> above(EntityIri record) {
    List<EntityIri> path = new ArrayList<>();
    Optional<EntityIri> at = journal.whole(record);
    while (at.isPresent() && at.get().type() == EntityType.RECORD_SET && !path.contains(at.get())) {
      path.add(at.get());
      at = journal.whole(at.get());
    }
    return path;
  }

  private List<Rule> rules(String archive) {
    return rules.computeIfAbsent(
        archive,
        key -> {
          List<Rule> all = new ArrayList<>();
          all.add(new IdentityCardRule());
          all.add(new TelephoneRule());
          all.add(new LivingPersonRule(index()::named, this::person, openings.thisYear()));
          lists.of(key).forEach(list -> all.add(new WordListRule(list)));
          return all;
        });
  }

  private Optional<Agent> person(EntityIri person) {
    return persons.computeIfAbsent(
        person,
        iri -> journal.current(iri).filter(graph -> !Successor.isStub(graph)).map(Agent::of));
  }

  private StageIndex index() {
    return stores.index(StageKind.WORKING);
  }
}
