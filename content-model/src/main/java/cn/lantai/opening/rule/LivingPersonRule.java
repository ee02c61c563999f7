package cn.lantai.opening.rule;

import cn.lantai.agent.Agent;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.opening.Finding;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.Passage;
import cn.lantai.opening.RecordText;
import cn.lantai.search.NameInText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Persons who may still be alive: no death is known, and the birth lies less than a hundred years
 * back or is not known. Seen are those to whom the description points and those who are named in
 * its words. Of namesakes one who may live is enough.
 */
public final class LivingPersonRule implements Rule {

  private static final String NAME = "living-person";
  private static final int LONGEST_LIFE = 100;
  private static final int WEIGHT = 3;

  /** The names of persons that stand in a text. */
  public interface Names {
    List<NameInText> in(String text, Set<EntityType> types);
  }

  private final Names names;
  private final Function<EntityIri, Optional<Agent>> persons;
  private final int now;

  /**
   * @param persons the description of each
   * @param now this year
   */
  public LivingPersonRule(Names names, Function<EntityIri, Optional<Agent>> persons, int now) {
    this.names = names;
    this.persons = persons;
    this.now = now;
  }

  @Override
  public List<Finding> findings(RecordText text) {
    Map<EntityIri, Optional<Life>> lives = new HashMap<>();
    Function<EntityIri, Optional<Life>> life =
        person -> lives.computeIfAbsent(person, this::living);
    List<Finding> findings = new ArrayList<>();
    Set<EntityIri> linked = new LinkedHashSet<>(text.persons().stream().sorted().toList());
    for (EntityIri person : linked) {
      life.apply(person)
          .ifPresent(is -> findings.add(finding(is, Optional.empty(), Optional.of(person))));
    }
    for (Passage passage : text.passages()) {
      for (NameInText name : names.in(passage.text(), Set.of(EntityType.PERSON))) {
        Finding.Spot spot = Finding.Spot.of(passage, name.start(), name.end());
        life.apply(name.entity())
            .ifPresent(
                is -> findings.add(finding(is, Optional.of(spot), Optional.of(name.entity()))));
      }
    }
    return findings;
  }

  private record Life(String name, OptionalInt born) {}

  private Finding finding(Life life, Optional<Finding.Spot> spot, Optional<EntityIri> person) {
    LocalizedText reason =
        life.born().isPresent()
            ? LocalizedText.of(
                "%s生于 %d 年，没有卒年，可能健在".formatted(life.name(), life.born().getAsInt()),
                "%s, born in %d, no death known: may be alive"
                    .formatted(life.name(), life.born().getAsInt()))
            : LocalizedText.of(
                life.name() + "生卒年不详，可能健在",
                life.name() + ", birth and death not known: may be alive");
    OptionalInt until =
        life.born().isPresent()
            ? OptionalInt.of(life.born().getAsInt() + LONGEST_LIFE)
            : OptionalInt.empty();
    return new Finding(NAME, reason, Outcome.EXTEND, WEIGHT, until, spot, person);
  }

  /** Empty for the dead. */
  private Optional<Life> living(EntityIri person) {
    return persons
        .apply(person)
        .filter(is -> is.end().isEmpty())
        .flatMap(
            is -> {
              OptionalInt born = year(is.begin());
              return born.isPresent() && born.getAsInt() + LONGEST_LIFE <= now
                  ? Optional.empty()
                  : Optional.of(new Life(is.name().zh(), born));
            });
  }

  /** The last year that the date can mean. */
  private static OptionalInt year(Optional<HistoricalDate> date) {
    return date.flatMap(HistoricalDate::edtf)
        .flatMap(EdtfDate::latest)
        .map(LocalDate::getYear)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
